"""Site maps: the pages for search engines, with the time of their last change."""

import datetime as dt
from typing import Any

from django.contrib.sitemaps import GenericSitemap, Sitemap
from django.contrib.sites.shortcuts import get_current_site
from django.core.paginator import InvalidPage
from django.db.models import Max, Min, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.models import Book, Case, Fact, Part, Place, Section, Theme
from cases.models.text import reading_page_slug
from experts.models import Expert, Organisation

XML = "application/xml; charset=utf-8"
LISTS = (
    "home",
    "about",
    "cases:case-list",
    "cases:book-list",
    "cases:fact-list",
    "cases:place-list",
    "cases:theme-list",
    "experts:expert-list",
    "experts:organisation-list",
)
DatedPage = tuple[tuple[str, str], dt.datetime]
"""The slugs of a book and of one of its reading pages, and the time of the last change."""


def records(rows: QuerySet[Any]) -> "Sitemap[Any]":
    """The site map of the pages of some records."""
    return GenericSitemap({"queryset": rows.order_by("pk"), "date_field": "updated_at"})


class ListSitemap(Sitemap):  # type: ignore[type-arg]
    """The pages that show no single record."""

    def items(self) -> tuple[str, ...]:
        return LISTS

    def location(self, name: str) -> str:
        return reverse(name)


class ReadingSitemap(Sitemap):  # type: ignore[type-arg]
    """The pages with running text, each with the time of its newest section."""

    def items(self) -> list[DatedPage]:
        owners = ("book__slug", "part__number", "case__number", "critique__case__number")
        sections = Section.objects.values_list(*owners)
        dates: dict[tuple[str, str], dt.datetime] = {}
        for book, part, case, critiqued, newest, _first in sections.annotate(
            Max("updated_at"), first=Min("pk")
        ).order_by("first"):
            page = (book, reading_page_slug(part, critiqued if case is None else case))
            dates[page] = max(newest, dates.get(page, newest))
        return list(dates.items())

    def location(self, item: DatedPage) -> str:
        return reverse("cases:reading-page", args=item[0])

    def lastmod(self, item: DatedPage) -> dt.datetime:
        return item[1]


SITEMAPS: dict[str, "Sitemap[Any]"] = {
    "pages": ListSitemap(),
    "books": records(Book.objects.all()),
    "parts": records(Part.objects.select_related("book")),
    "cases": records(Case.objects.all()),
    "reading": ReadingSitemap(),
    "experts": records(Expert.objects.all()),
    "organisations": records(Organisation.objects.all()),
    "places": records(Place.objects.all()),
    "themes": records(Theme.objects.all()),
    "facts": records(Fact.objects.all()),
}


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages in one file, or for a larger site the site map index."""
    paginators = {kind: each.paginator for kind, each in SITEMAPS.items()}
    if sum(each.count for each in paginators.values()) <= Sitemap.limit:
        return urlset(request, *SITEMAPS)
    files = [(kind, number) for kind, each in paginators.items() for number in each.page_range]
    paths = [reverse("discovery:sitemap-file", args=each) for each in files]
    addresses = [request.build_absolute_uri(path) for path in paths]
    return render(request, "sitemap_index.xml", {"addresses": addresses}, content_type=XML)


@require_safe
def sitemap_file(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One file of the site map index."""
    return urlset(request, kind, number=number)


def urlset(request: HttpRequest, *kinds: str, number: int = 1) -> HttpResponse:
    """The pages of some kinds as a site map; ``Http404`` for an unknown kind or number.

    Django's own view would add ``Last-Modified``, which the removal of a record does not change.
    """
    site = get_current_site(request)
    try:
        maps = [SITEMAPS[kind].get_urls(number, site, request.scheme) for kind in kinds]
    except (KeyError, InvalidPage) as error:
        raise Http404(str(error)) from error
    urls = [url for each in maps for url in each]
    return render(request, "sitemap.xml", {"urls": urls}, content_type=XML)
