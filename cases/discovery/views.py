"""What machines ask for by name: feeds, site maps, robots.txt, llms.txt."""

from itertools import islice
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from casebook.corrections import query_of, refusal
from casebook.http import check_parameters
from casebook.paging import one_page
from casebook.row_dates import changed_at
from cases.filters import CaseFilter
from cases.listing import in_use
from cases.models import Book, Case

from . import sitemaps
from .feeds import ENTRIES, MEDIA_TYPE, case_feed, newest_first
from .links import markdown_path

PLAIN = "text/plain; charset=utf-8"
XML = "application/xml; charset=utf-8"
ROBOTS = "User-agent: *\nDisallow: /admin/\n\nSitemap: {sitemap}\n"


@require_safe
def case_feed_view(request: HttpRequest) -> HttpResponse:
    """The cases that the address selects, those that changed last in front."""
    case_filter = CaseFilter(request.GET, queryset=Case.objects.with_labels())
    problems = check_parameters(request, [*CaseFilter.base_filters, "page"])
    if problems := problems or case_filter.problems:
        return refusal(request, problems, CaseFilter.base_filters)
    dates = changed_at("case")
    keys = list(case_filter.qs.order_by("book__slug", "number").values_list("pk", flat=True))
    page = one_page(request, newest_first(keys, dates), ENTRIES)
    rows = Case.objects.with_labels().in_bulk(page.object_list)
    page.object_list = [rows[key] for key in page.object_list]
    feed = case_feed(request, case_filter, page, dates, feed_addresses(case_filter, page))
    return HttpResponse(feed, MEDIA_TYPE)


def feed_addresses(case_filter: CaseFilter, page: Any) -> dict[str, str]:
    """The list that the feed follows, this page of the feed, and those beside it."""
    path = reverse("discovery:case-feed")
    pairs = in_use(case_filter)

    def at(number: int) -> str:
        return path + plain(query_of([*pairs, ("page", str(number))] if number > 1 else pairs))

    found = {
        "alternate": reverse("cases:case-list") + plain(query_of(pairs)),
        "self": at(page.number),
        "first": at(1),
    }
    if page.has_previous():
        found["previous"] = at(page.previous_page_number())
    if page.has_next():
        found["next"] = at(page.next_page_number())
    return found


def plain(query: str) -> str:
    """Without a question mark that nothing follows."""
    return "" if query == "?" else query


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages in one file, or as the list of the files that a larger site needs."""
    if not sitemaps.fits_in_one():
        files = [reverse("discovery:sitemap-file", args=each) for each in sitemaps.files()]
        addresses = [request.build_absolute_uri(path) for path in files]
        return render(request, "sitemap_index.xml", {"addresses": addresses}, content_type=XML)
    entries = full(request, sitemaps.everything())
    return render(request, "sitemap.xml", {"entries": entries}, content_type=XML)


@require_safe
def sitemap_file(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One file of a large site."""
    if kind not in sitemaps.SECTIONS or number < 1:
        raise Http404(kind)
    first = (number - 1) * sitemaps.MOST
    found = list(islice(sitemaps.SECTIONS[kind](), first, first + sitemaps.MOST))
    if not found and number > 1:
        raise Http404(number)
    entries = full(request, found)
    return render(request, "sitemap.xml", {"entries": entries}, content_type=XML)


def full(request: HttpRequest, entries: Any) -> list[tuple[str, Any]]:
    """Full addresses with their dates."""
    return [(request.build_absolute_uri(each.path), each.changed_at) for each in entries]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read by machines, except the editors' desk."""
    address = request.build_absolute_uri(reverse("discovery:sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=address), PLAIN)


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """What the site is and where to begin, for language models."""
    books = [(book, request.build_absolute_uri(markdown_path(book))) for book in Book.objects.all()]
    root = request.build_absolute_uri("/").rstrip("/")
    return render(request, "llms.txt", {"books": books, "root": root}, content_type=PLAIN)
