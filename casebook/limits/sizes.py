"""How large a question may be: its address and its body."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from casebook.refusals import refuse

LONGEST_QUERY = 150_000
"""Bytes behind the question mark: 10,000 rare 汉字 or emoji take 120,000, the rest is for filters."""

LARGEST_BODY = 1_000_000
"""Bytes; only the editors' desk takes more."""


class SizeLimit:
    """Refuses what is too large before anybody reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            return refuse(request, 414)
        if body_size(request) > LARGEST_BODY and not request.path_info.startswith("/admin/"):
            return refuse(request, 413)
        return self.get_response(request)


def body_size(request: HttpRequest) -> int:
    """As the client declares it; a body that is sent undeclared is read by nobody."""
    declared = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(declared) if declared.isdigit() else 0
