"""Conditional GET and the response cache.

Every page and every API response has an ETag made of the content revision, the code version and
the parts of the request that select a representation. While nothing changes, a request costs one
query: a client that has the response gets 304, others get the stored one. Its key contains the
ETag, so that any change invalidates it.
"""

import datetime as dt
import functools
import hashlib
from collections.abc import Callable, Iterator
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.utils.translation import get_language

from casebook.core.cache import revision
from casebook.core.cache.revision import Revision, no_store
from casebook.core.middleware import accepts_gzip

OTHER_PATHS = ("/admin", "/healthz", "/readyz", "/metrics", "/static", "/mcp", "/favicon.ico")
"""Paths without validators: personal pages, and responses not made from the database."""

CHOOSING_HEADERS = ("Accept", "HX-Request", "HX-History-Restore-Request")
"""Request headers by which a view may choose its response."""

VARY_HEADERS = ("Accept", "HX-Request", "Accept-Encoding")
"""``Vary``: request headers by which responses at one address differ, for HTTP caches."""

ADMIN_COOKIES = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
"""Cookies that no page depends on."""

MAX_STORED_BYTES = 100_000
"""Maximum size of a stored response as it is sent; larger ones are not cached."""

FOLDERS = ("casebook", "cases", "experts", "search", "templates", "locale")
PACKAGES = ("django", "djangorestframework", "drf-spectacular", "tantivy")
"""The code version covers these: responses of an older release are stale, too."""


class ConditionalGetMiddleware:
    """Answers 304 or the stored response where nothing has changed; adds validators to the rest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        state = revision_for(request)
        if state is None:
            return self.get_response(request)
        etag = etag_for(request, state)
        # ``*`` is checked with the response.
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            return add_validators(HttpResponseNotModified(), etag, state)
        key = etag[3:-1] + (":gzip" if accepts_gzip(request) else "")
        stored = cache.get(key)
        response = (
            HttpResponse(stored[0], headers=stored[1])
            if stored
            else self.make_response(request, key, etag, state)
        )
        if response.headers.get("ETag") != etag:
            return response
        modified = parse_http_date_safe(response.headers.get("Last-Modified", ""))
        conditional = get_conditional_response(request, etag, modified, response)  # type: ignore[arg-type]
        return conditional or response

    def make_response(
        self, request: HttpRequest, key: str, etag: str, state: Revision
    ) -> HttpResponseBase:
        """Call the view; store a response as it is sent, if it is the same for every reader."""
        no_store.set(False)
        response = self.get_response(request)
        if no_store.get():
            patch_cache_control(response, no_store=True)
        if is_public(response):
            add_validators(response, etag, state)
            content = getattr(response, "content", None)  # a streamed response has none
            if request.method == "GET" and content and len(content) <= MAX_STORED_BYTES:
                cache.set(key, (content, dict(response.items())))
        return response


def revision_for(request: HttpRequest) -> Revision | None:
    """The content revision; ``None`` if the request reads no content or the database fails."""
    if (
        settings.DEBUG
        or request.method not in {"GET", "HEAD"}
        or request.path_info.startswith(OTHER_PATHS)
    ):
        return None
    try:
        return revision.current()
    except DatabaseError:  # the view will raise it, too, and respond to it
        return None


def etag_for(request: HttpRequest, state: Revision) -> str:
    """The ETag of the response: weak, for the compressed and the plain form share it."""
    cookies = dict(request.COOKIES)
    for name in ADMIN_COOKIES:
        cookies.pop(name, None)
    chosen = [*map(request.headers.get, CHOOSING_HEADERS), *sorted(cookies.items())]
    address = request.scheme, request.get_host(), request.get_full_path()
    parts = repr((state.mark, code_version(), get_language(), address, chosen))
    return f'W/"{hashlib.sha256(parts.encode()).hexdigest()[:32]}"'


def is_public(response: HttpResponseBase) -> bool:
    """Whether it is what every reader would get, and has no validators of its own."""
    varies = response.headers.get("Vary", "").lower()
    return (
        response.status_code == HTTPStatus.OK
        and not response.cookies
        and "cookie" not in varies
        and not response.has_header("ETag")
        and "no-store" not in response.headers.get("Cache-Control", "")
    )


def add_validators(response: HttpResponseBase, etag: str, state: Revision) -> HttpResponseBase:
    """Add ETag and Last-Modified; caches must revalidate the response (``no-cache``)."""
    response["ETag"] = etag
    changed = max(state.changed_at, in_place_since()).timestamp()
    if int(changed) < int(timezone.now().timestamp()):  # a change later in that second has its date
        response["Last-Modified"] = http_date(changed)
    response.headers.setdefault("Cache-Control", "no-cache")
    patch_vary_headers(response, VARY_HEADERS)
    return response


@functools.cache
def code_version() -> str:
    """A digest of the files and package versions that affect responses, 16 hex digits."""
    digest = hashlib.sha256("".join(map(version, PACKAGES)).encode())
    for path in files():
        digest.update(f"{path}".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@functools.cache
def in_place_since() -> dt.datetime:
    """The newest change time (ctime) of the files, that is, when they came to this machine."""
    newest = max(path.stat().st_ctime for path in files())
    return dt.datetime.fromtimestamp(newest, dt.UTC)


def files() -> Iterator[Path]:
    """The project's own files, in a fixed order."""
    for folder in FOLDERS:
        for path in sorted((Path(settings.BASE_DIR) / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
