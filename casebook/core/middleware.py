"""Middleware of every request: rate limit, length of the query, read-only pages, compression."""

import logging
import math
import re
import threading
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from limits import RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from casebook.core.errors.error_responses import error_response

log = logging.getLogger(__name__)

UNLIMITED_PATHS = ("/healthz", "/readyz", "/metrics", "/static")
NETWORK_BITS = 64
"""Prefix length of the IPv6 network that is counted as one client."""

MAX_QUERY_BYTES = 150_000
"""10,000 rare 汉字 or emoji take 120,000 bytes, the rest is for filters."""

ALLOWED = "GET, HEAD, OPTIONS"

GZIP = re.compile(r"(?:^|,)\s*(gzip|\*)\s*(?:;\s*q=(\d(?:\.\d*)?)\s*)?(?=,|$)")
"""An item of an Accept-Encoding header that allows or forbids gzip, with its weight."""


class RateLimitMiddleware:
    """Counts each request, adds the RateLimit headers, and answers 429 to those above the limit."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.limiter = open_limiter(settings.RATE_LIMIT_STORAGE_URI)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.RATE_LIMIT or request.path_info.startswith(UNLIMITED_PATHS):
            return self.get_response(request)
        limit, client = RateLimitItemPerMinute(quota()), client_of(request)
        try:
            is_allowed = self.limiter.hit(limit, client)
            window = self.limiter.get_window_stats(limit, client)
        except StorageError as error:
            log.warning("Requests are not limited, the counters cannot be reached: %s", error)
            return self.get_response(request)
        seconds = max(1, math.ceil(window.reset_time - time.time()))
        response = self.get_response(request) if is_allowed else error_response(request, 429)
        if not is_allowed:
            response["Retry-After"] = str(seconds)
        response["RateLimit-Policy"] = f'"minute";q={limit.amount};w={limit.get_expiry()}'
        response["RateLimit"] = f'"minute";r={window.remaining};t={seconds}'
        return response


class LockedMemoryStorage(MemoryStorage):
    """The storage at ``memory://``, with a lock.

    That of ``limits`` loses counts when threads begin a window at once.
    """

    STORAGE_SCHEME = ["memory"]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._lock = threading.RLock()
        super().__init__(*arguments, **options)

    def get(self, key: str) -> int:
        with self._lock:
            return super().get(key)

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        with self._lock:
            return super().incr(key, expiry, amount)


def open_limiter(storage_uri: str) -> FixedWindowRateLimiter:
    """A limiter with a storage that opens connections, if any, when it first needs one."""
    return FixedWindowRateLimiter(storage_from_string(storage_uri, wrap_exceptions=True))


def quota() -> int:
    """Requests a minute per storage: in memory, each web process counts its share of the limit."""
    if settings.RATE_LIMIT_STORAGE_URI.startswith("memory:"):
        return math.ceil(settings.RATE_LIMIT / settings.WEB_CONCURRENCY)
    return int(settings.RATE_LIMIT)


def client_of(request: HttpRequest) -> str:
    """The client's IP address; behind ``TRUSTED_PROXIES``, the one that the outermost names."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.TRUSTED_PROXIES:
        forwarded = request.headers.get("X-Forwarded-For", address).split(",")
        address = forwarded[-min(settings.TRUSTED_PROXIES, len(forwarded))].strip()
    return network_of(address)


def network_of(address: str) -> str:
    """The address itself; for IPv6 its network, which one customer of a provider has alone."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, NETWORK_BITS), strict=False))
    return str(found)


class QueryLengthMiddleware:
    """Answers 414 to a query string that is too long; Django limits the number of parameters."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if len(request.META.get("QUERY_STRING", "")) > MAX_QUERY_BYTES:
            return error_response(request, 414)
        return self.get_response(request)


class ReadOnlyMiddleware:
    """Responds to OPTIONS, and with 405 to what is neither GET nor HEAD, before the CSRF check.

    The admin and CSRF-exempt views are left out. ``docs/decisions/0013-read-only.md`` explains
    why Django's ``require_safe`` is not enough.
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
    weights = dict(GZIP.findall(request.META.get("HTTP_ACCEPT_ENCODING", "").lower()))
    return float(weights.get("gzip", weights.get("*", "0")) or 1) > 0
