"""The search page (full-text search over all kinds), and the readiness check."""

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from casebook.core.api.pagination import MOST_PAGES, PAGE_SIZE, out_of_bounds
from casebook.core.downloads import is_download, page_download
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.languages import listed
from casebook.core.web.requests import (
    check_parameters,
    one_page,
    page_or_part,
    query_of,
    wants_partial,
)
from cases.listing.list_controls import (
    Link,
    chips,
    facet_box,
    hidden_fields,
    in_use,
    label_of,
    orders,
    proposals,
)
from cases.models import Case
from search.service.case_search import CaseSearchFilter
from search.service.result_position import result_query

from .backends.base import RETRY_AFTER, IndexMissingError
from .downloads import SEARCH
from .filters import SearchFilter
from .indexing.readiness import troubles, waiting_entries
from .service.search_answer import Answer
from .service.translated_hits import for_reader


@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponseBase:
    """The search page: hits of all kinds with facets; htmx gets only the results."""
    search_filter = SearchFilter(request.GET)
    try:
        if is_download(request):
            return page_download(request, SEARCH)
        return answer_page(request, search_filter)
    except IndexMissingError:
        return from_the_database(request, search_filter)


def answer_page(request: HttpRequest, search_filter: SearchFilter) -> HttpResponse:
    """The page of hits, or an error page for invalid parameters."""
    errors = check_parameters(request, [*SearchFilter.base_filters, "page"])
    if errors := errors or search_filter.parameter_errors:
        return bad_request_page(request, errors, SearchFilter.base_filters)
    answer = Answer(search_filter, page_number(request), PAGE_SIZE)
    context = page_context(answer)
    answer.note_if_failed()
    return page_or_part(request, "search/search.html", "search/_answer.html", context)


def page_number(request: HttpRequest) -> int:
    """The requested page number; raises Http404 for what is no number."""
    given = request.GET.get("page", "1")
    if wrong := out_of_bounds(given, MOST_PAGES):
        raise Http404(wrong[0][0])
    return int(given)


def page_context(answer: Answer) -> dict[str, Any]:
    """The template context: hits, facets, chips, orders and pagination."""
    page = page_of(answer)
    full, partial = map(for_reader, answer.split_full_partial())
    query = query_of(in_use(answer.filter))
    boxes = [facet_box(facet) for facet in answer.facets if facet.values]
    return {
        "answer": answer,
        "results": answer.results,
        "full": full,
        "partial": partial,
        "page": page,
        "facets": boxes,
        "hidden_fields": hidden_fields(answer.filter, boxes),
        "chips": chips(answer.filter),
        "orders": orders(answer.filter),
        "query": query,
        "result_query": result_query("search", query),
        "ways_out": [] if answer.results.total else ways_out(answer),
        "proposals": proposals(answer.did_you_mean),
    }


def page_of(answer: Answer) -> Page[int]:
    """The page of the paginator; raises Http404 beyond the last."""
    try:
        return Paginator(range(answer.results.total), answer.page_size).page(answer.page)
    except InvalidPage as error:
        raise Http404(str(error)) from error


def ways_out(answer: Answer) -> list[Link]:
    """For no hits: links that drop one filter each, with the number of hits without it."""
    pairs = in_use(answer.filter)
    return [
        Link(
            listed(label for _value, label in answer.filter.selected[name]),
            query_of(pair for pair in pairs if pair[0] != name),
            label_of(answer.filter, name),
            answer.count(without=name),
        )
        for name in answer.filter.chosen()
    ]


def from_the_database(request: HttpRequest, search_filter: SearchFilter) -> HttpResponse:
    """Without an index: the cases whose names contain the words, and a note (status 503).

    htmx does not swap in error responses; it fetches the whole page instead.
    """
    if wants_partial(request):
        return HttpResponseClientRedirect(request.get_full_path())
    known = [pair for pair in in_use(search_filter) if pair[0] in CaseSearchFilter.base_filters]
    query = query_of(known)
    case_filter = CaseSearchFilter(QueryDict(query[1:]), queryset=Case.objects.with_labels())
    page = one_page(request, case_filter.rows, PAGE_SIZE)
    context = {"page": page, "query": query, "cases_url": reverse("cases:case-list") + query}
    response = render(request, "search/unavailable.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Readiness check: 200 when ready, else 503 with a line for each problem.

    The changes that wait for the index are named in either case.
    """
    found = troubles()
    lines = found or ["ready", *waiting_entries()]
    text = "".join(f"{line}\n" for line in lines)
    return HttpResponse(text, "text/plain; charset=utf-8", status=503 if found else 200)
