"""OpenSearch for browsers: the description document, and suggestions in its JSON format."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.generic import TemplateView

from casebook.core.records import indexed_types
from search.suggest.suggest import DEFAULT_SUGGESTIONS, suggest

SUGGESTIONS = "application/x-suggestions+json"


description = TemplateView.as_view(
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
