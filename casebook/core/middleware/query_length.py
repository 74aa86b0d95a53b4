"""Limit on the length of query strings; Django limits the number of parameters and the body."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from casebook.core.errors.error_responses import error_response

MAX_QUERY_BYTES = 150_000
"""10,000 rare 汉字 or emoji take 120,000 bytes, the rest is for filters."""


class QueryLengthMiddleware:
    """Answers 414 to a query string that is too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if len(request.META.get("QUERY_STRING", "")) > MAX_QUERY_BYTES:
            return error_response(request, 414)
        return self.get_response(request)
