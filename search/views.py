"""The search page (full-text search over all kinds), OpenSearch, and the readiness check."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.vary import vary_on_headers
from django.views.generic import TemplateView
from django_htmx.http import HttpResponseClientRedirect

from casebook.core.records import indexed_types
from casebook.core.web.requests import query_of, wants_partial
from cases.filters.case_filter import CaseFilter
from cases.models import Case

from .backends.base import RETRY_AFTER, IndexMissingError
from .downloads import SEARCH
from .filters import SearchFilter
from .indexing.readiness import troubles, waiting_entries
from .service.answer import Answer
from .service.hit_texts import for_reader
from .service.list_page import list_page, page_number
from .suggest.suggest import DEFAULT_SUGGESTIONS, suggest

SUGGESTIONS = "application/x-suggestions+json"


@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponseBase:
    """The search page: hits of all kinds with facets; without an index, cases and status 503."""
    try:
        return list_page(
            request, SEARCH, "search/search.html", "search/_answer.html", more=with_hits
        )
    except IndexMissingError:
        return from_the_database(request)


def with_hits(answer: Answer) -> dict[str, Any]:
    """The hits in the reader's language, those with every word apart."""
    answer.note_if_failed()
    hits = for_reader(answer.rows)
    return {
        "results": answer.results,
        "full": [hit for hit in hits if hit.is_full],
        "partial": [hit for hit in hits if not hit.is_full],
    }


def from_the_database(request: HttpRequest) -> HttpResponse:
    """Without an index: the cases whose names contain the words, and a note (status 503).

    htmx does not swap in error responses; it fetches the whole page instead.
    """
    if wants_partial(request):
        return HttpResponseClientRedirect(request.get_full_path())
    pairs = SearchFilter(request.GET).in_use
    query = query_of(pair for pair in pairs if pair[0] in CaseFilter.base_filters)
    answer = Answer(
        CaseFilter(QueryDict(query[1:]), Case.objects.with_labels()), page_number(request)
    )
    context = {
        "page": answer.page,
        "query": query,
        "cases_url": reverse("cases:case-list") + query,
    }
    response = render(request, "search/unavailable.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


opensearch = TemplateView.as_view(
    template_name="search/opensearch.xml", content_type="application/opensearchdescription+xml"
)
"""The site as a search engine that a browser may add (OpenSearch 1.1)."""


def suggestions(request: HttpRequest) -> HttpResponse:
    """OpenSearch suggestions: the typed text, and the labels, kinds and page URLs of entries."""
    typed = request.GET.get("q", "")
    found = suggest(typed, DEFAULT_SUGGESTIONS)
    answer: list[Any] = [
        typed,
        [each.label for each in found],
        [str(indexed_types()[each.kind].label) for each in found],
        [request.build_absolute_uri(each.url) for each in found],
    ]
    return JsonResponse(answer, safe=False, content_type=SUGGESTIONS)


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Readiness check: 200 when ready, else 503 with a line for each problem.

    The changes that wait for the index are named in either case.
    """
    found = troubles()
    lines = found or ["ready", *waiting_entries()]
    text = "".join(f"{line}\n" for line in lines)
    return HttpResponse(text, "text/plain; charset=utf-8", status=503 if found else 200)
