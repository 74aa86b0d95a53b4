"""Public pages are read-only: other methods than GET, HEAD and OPTIONS get 405."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from casebook.core.errors.error_responses import error_response

ALLOWED = "GET, HEAD, OPTIONS"


class ReadOnlyMiddleware:
    """Responds to OPTIONS, and with 405 to other methods, before the CSRF check.

    The admin and CSRF-exempt views are left out. ``docs/decisions/0013-read-only.md`` explains
    why ``require_safe`` is not enough.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, *_arguments: Any
    ) -> HttpResponse | None:
        is_admin = request.path_info.startswith("/admin/")
        if request.method in {"GET", "HEAD"} or is_admin or getattr(view, "csrf_exempt", False):
            return None
        response = HttpResponse() if request.method == "OPTIONS" else error_response(request, 405)
        response["Allow"] = ALLOWED
        return response
