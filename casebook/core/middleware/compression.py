"""Compression of responses with gzip."""

import re

from django.http import HttpRequest
from django.middleware.gzip import GZipMiddleware

GZIP = re.compile(r"\s*(gzip|\*)\s*(?:;\s*q=(\d(?:\.\d*)?)\s*)?", re.IGNORECASE)
"""An item of an Accept-Encoding header that allows or forbids gzip, with its weight."""


class Compression(GZipMiddleware):
    """Django's gzip, with the Accept-Encoding header normalised; Django only looks for the name.

    The response cache is above it and stores compressed responses. The random bytes that Django
    adds against the BREACH attack are then the same in each copy, which is safe: stored responses
    contain no secret, as they neither set nor depend on a cookie (``conditional_get.is_public``).
    """

    def process_request(self, request: HttpRequest) -> None:
        request.META["HTTP_ACCEPT_ENCODING"] = "gzip" if accepts_gzip(request) else "identity"


def accepts_gzip(request: HttpRequest) -> bool:
    """Whether Accept-Encoding (RFC 9110, 12.5.3) names gzip or ``*`` with a weight above 0."""
    choices = request.META.get("HTTP_ACCEPT_ENCODING", "").split(",")
    weights = {
        choice[1].lower(): float(choice[2] or 1)
        for choice in map(GZIP.fullmatch, choices)
        if choice is not None
    }
    return weights.get("gzip", weights.get("*", 0)) > 0
