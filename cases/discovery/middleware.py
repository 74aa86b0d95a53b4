"""Names in the ``Link`` header what the head of a page names: the same as JSON, as Markdown."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from .alternates import Alternate

GetResponse = Callable[[HttpRequest], HttpResponseBase]
KEY = "casebook.alternates"


def note(request: HttpRequest, found: Iterable[Alternate]) -> None:
    """Say, while the head is written, what the header is to name."""
    request.META[KEY] = list(found)


class LinkAlternates:
    """Adds the header to pages that have alternates; clients need not read the page for them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if found := request.META.get(KEY):
            response["Link"] = ", ".join(each.as_header() for each in found)
        return response
