"""Site maps: the pages for search engines, with the time of their last change."""

import datetime as dt
from typing import Any

from django.contrib.sitemaps import GenericSitemap, Sitemap
from django.contrib.sites.shortcuts import get_current_site
from django.core.paginator import InvalidPage
from django.db.models import Max, Min, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from casebook.core.records import types_with_page
from cases.models import Section
from cases.models.text import reading_page_slug

XML = "application/xml; charset=utf-8"
DatedPage = tuple[tuple[str, str], dt.datetime]
"""The slugs of a book and of one of its reading pages, and the time of the last change."""


class ListSitemap(Sitemap):  # type: ignore[type-arg]
    """The pages that show no single record."""

    def items(self) -> tuple[str, ...]:
        types = types_with_page().values()
        return ("home", "about", *(f"{each.url_name}-list" for each in types if not each.path))

    def location(self, name: str) -> str:
        return reverse(name)


class ReadingSitemap(Sitemap):  # type: ignore[type-arg]
    """The pages with running text, each with the time of its newest section."""

    def items(self) -> list[DatedPage]:
        case_number = Coalesce("case__number", "critique__case__number")
        pages = Section.objects.values_list("book__slug", "part__number", case_number)
        dates: dict[tuple[str, str], dt.datetime] = {}
        for book, part, case, newest, _first in pages.annotate(
            Max("updated_at"), first=Min("pk")
        ).order_by("first"):
            page = (book, reading_page_slug(part, case))
            dates[page] = max(newest, dates.get(page, newest))
        return list(dates.items())

    def location(self, item: DatedPage) -> str:
        return reverse("cases:reading-page", args=item[0])

    def lastmod(self, item: DatedPage) -> dt.datetime:
        return item[1]


def sitemaps() -> dict[str, "Sitemap[Any]"]:
    """The site maps by name: pages of no single record, records kind by kind, running text."""
    records = {f"{kind}s": record_sitemap(each.rows) for kind, each in types_with_page().items()}
    return {"pages": ListSitemap(), **records, "reading": ReadingSitemap()}


def record_sitemap(rows: QuerySet[Any]) -> "Sitemap[Any]":
    return GenericSitemap({"queryset": rows.order_by("pk"), "date_field": "updated_at"})


def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages in one file, or for a larger site the site map index."""
    paginators = {kind: each.paginator for kind, each in sitemaps().items()}
    if sum(each.count for each in paginators.values()) <= Sitemap.limit:
        return urlset(request, *paginators)
    files = [(kind, number) for kind, each in paginators.items() for number in each.page_range]
    paths = [reverse("discovery:sitemap-file", args=each) for each in files]
    addresses = [request.build_absolute_uri(path) for path in paths]
    return render(request, "sitemap_index.xml", {"addresses": addresses}, content_type=XML)


def sitemap_file(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One file of the site map index."""
    return urlset(request, kind, number=number)


def urlset(request: HttpRequest, *kinds: str, number: int = 1) -> HttpResponse:
    """The pages of some kinds as a site map; ``Http404`` for an unknown kind or number.

    Django's own view would add ``Last-Modified``, which the removal of a record does not change.
    """
    site = get_current_site(request)
    try:
        maps = [sitemaps()[kind].get_urls(number, site, request.scheme) for kind in kinds]
    except (KeyError, InvalidPage) as error:
        raise Http404(str(error)) from error
    urls = [url for each in maps for url in each]
    return render(request, "sitemap.xml", {"urls": urls}, content_type=XML)
