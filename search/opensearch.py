"""The search box of browsers: its description, and suggestions in the form that they read."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from .filters import KINDS
from .suggestions import USUAL, suggest

DESCRIPTION = "application/opensearchdescription+xml"
SUGGESTIONS = "application/x-suggestions+json"


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """The site as a search engine that a browser may add (OpenSearch 1.1)."""
    link = request.build_absolute_uri
    addresses = {
        "search": link(reverse("search:search")),
        "suggest": link(reverse("search:opensearch-suggest")),
        "feed": link(reverse("discovery:case-feed")),
        "self": link(reverse("search:opensearch")),
        "icon": link(static("favicon.svg")),
    }
    return render(request, "search/opensearch.xml", addresses, content_type=DESCRIPTION)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What is typed, names that may be meant, what kind each is, and its page."""
    typed = request.GET.get("q", "")
    found = suggest(typed, USUAL)
    answer: list[Any] = [
        typed,
        [each.label for each in found],
        [str(KINDS[each.kind]) for each in found],
        [request.build_absolute_uri(each.url) for each in found],
    ]
    return JsonResponse(answer, safe=False, content_type=SUGGESTIONS)
