"""Rate limits: so many requests a minute from one address, whichever process answers them."""

import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from casebook.refusals import refuse

from .counters import counters

WINDOW = 60
"""Seconds."""

NOT_COUNTED = ("/healthz", "/readyz", "/metrics", "/static")
NETWORK_BITS = 64
"""One customer of an IPv6 provider has at least so large a network for themselves."""


class RateLimit:
    """Counts every request, says on each answer what is left, and refuses what is too much."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        most = settings.RATE_LIMIT
        if not most or request.path_info.startswith(NOT_COUNTED):
            return self.get_response(request)
        window, passed = divmod(time.time(), WINDOW)
        count = counters(Path(settings.DATA_DIR)).count(client_of(request), int(window))
        wait = max(1, round(WINDOW - passed))
        if count > most:
            response: HttpResponseBase = refuse(request, 429)
            response["Retry-After"] = str(wait)
        else:
            response = self.get_response(request)
        response["RateLimit-Policy"] = f'"minute";q={most};w={WINDOW}'
        response["RateLimit"] = f'"minute";r={max(0, most - count)};t={wait}'
        return response


def client_of(request: HttpRequest) -> str:
    """Who asks: the address that the outermost proxy of ours was called from."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.TRUSTED_PROXIES:
        forwarded = request.headers.get("X-Forwarded-For", address).split(",")
        address = forwarded[-min(settings.TRUSTED_PROXIES, len(forwarded))].strip()
    return network_of(address)


def network_of(address: str) -> str:
    """The address, or of IPv6 the network, that is counted as one."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, NETWORK_BITS), strict=False))
    return str(found)
