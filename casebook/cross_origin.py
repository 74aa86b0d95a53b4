"""Any page on the web may read the API, and every header of its answers, errors included."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "ETag, Last-Modified, Link, Content-Disposition, RateLimit, RateLimit-Policy, Retry-After"
    ),
}
BEFORE_ASKING = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


class CrossOrigin:
    """Lets other origins read what is below /api/."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path_info.startswith("/api/"):
            allowed = HEADERS | BEFORE_ASKING if request.method == "OPTIONS" else HEADERS
            for name, value in allowed.items():
                response[name] = value
        return response
