"""Themes: the controlled vocabulary, and the page of one theme."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from casebook.core.downloads import is_download, page_download
from casebook.core.web.requests import one_page
from cases.downloads import THEMES
from cases.models import CaseTheme, Theme

CASES_PER_PAGE = 50


def theme_list(request: HttpRequest) -> HttpResponseBase:
    """All themes, each with its definition and the number of its cases."""
    if is_download(request):
        return page_download(request, THEMES)
    themes = Theme.objects.annotate(case_count=Count("cases")).order_by("order", "slug")
    return render(request, "cases/theme_list.html", {"themes": themes})


def theme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The definition of a theme, and its cases with the evidence of each."""
    theme = get_object_or_404(Theme, slug=slug)
    links = (
        CaseTheme.objects.filter(theme=theme)
        .select_related("case__book", "case__part")
        .order_by("case__book", "case__number")
    )
    page = one_page(request, links, CASES_PER_PAGE)
    return render(request, "cases/theme_detail.html", {"theme": theme, "page": page})
