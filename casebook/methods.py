"""Public access is read-only: one rule for all pages, before any of them is asked."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from casebook.refusals import refuse

READING = ("GET", "HEAD", "OPTIONS")
WRITABLE = {"admin"}
"""Apps whose pages may be written to. A view that is exempt from CSRF answers for itself."""


class ReadOnly:
    """Says what is allowed, and refuses the rest with 405 before a form's token is looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        found = request.resolver_match
        is_writable = found is not None and found.app_name in WRITABLE
        if request.method in {"GET", "HEAD"} or is_writable or getattr(view, "csrf_exempt", False):
            return None
        response = HttpResponse() if request.method == "OPTIONS" else refuse(request, 405)
        response["Allow"] = ", ".join(READING)
        return response
