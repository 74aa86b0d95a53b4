"""Log-in: wrong passwords lock an account for the client address that they came from.

django-axes counts them. Each one beyond the limit locks for longer than the one before, and
attempts during a lock are neither checked nor counted, so that a lock ends at the time shown.
"""

import contextlib
import datetime as dt
import math
from ipaddress import ip_address
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from casebook.core.middleware import client_of

LOCK_MINUTES = (1, 2, 4, 8, 15)
"""Lock times of the last allowed failure, the next one, and so on; the last is for all others."""


UNKNOWN = "::"
"""The unspecified address (RFC 4291). Not NULL, of which no two are equal in the database."""


class LoginHandler(AxesDatabaseHandler):  # type: ignore[misc]
    """The database handler of axes, with growing locks and without data about the browser."""

    def is_locked(self, request: Any, credentials: dict[str, Any] | None = None) -> bool:
        return bool(self.locked_until(request, credentials) > request.axes_attempt_time)

    def locked_until(self, request: Any, credentials: dict[str, Any] | None) -> dt.datetime:
        """The end of this client's lock of the account; the time of the request without a lock."""
        now: dt.datetime = request.axes_attempt_time
        [attempts] = self.get_user_attempts(request, credentials)
        attempt = attempts.filter(failures_since_start__gte=settings.AXES_FAILURE_LIMIT).first()
        if attempt is None:
            return now
        last_failure: dt.datetime = attempt.attempt_time
        beyond = attempt.failures_since_start - settings.AXES_FAILURE_LIMIT
        minutes = LOCK_MINUTES[min(beyond, len(LOCK_MINUTES) - 1)]
        return last_failure + dt.timedelta(minutes=minutes)

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        """Count a failure in one row for the account and the address, whatever the browser."""
        if request is not None:
            request.axes_user_agent = request.axes_http_accept = ""
        super().user_login_failed(sender, credentials, request, **kwargs)


def client_address(request: HttpRequest) -> str:
    """The client as the rate limit counts it: an address, of an IPv6 network the first one.

    Anything else in a proxy's header, and a client of a Unix socket, is ``UNKNOWN``.
    """
    address = client_of(request).partition("/")[0]
    with contextlib.suppress(ValueError):
        return str(ip_address(address))
    return UNKNOWN


def locked_response(
    request: HttpRequest, _response: HttpResponse, credentials: dict[str, Any]
) -> HttpResponse:
    """429 with the minutes of the lock on a page, and ``Retry-After`` in seconds."""
    end = AxesProxyHandler.get_implementation().locked_until(request, credentials)
    seconds = max(1, math.ceil((end - timezone.now()).total_seconds()))
    context = admin.site.each_context(request) | {
        "title": _("登录已锁定"),
        "minutes": math.ceil(seconds / 60),
    }
    response = render(request, "admin/locked.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response
