"""Revalidation: an answer is asked for again only if something has changed.

Every page and every answer of the API gets an entity tag made of the content revision, the
code's version and all that the request chooses by. What is unchanged costs one look at the
revision: 304 to who has it, the kept answer to others.
"""

import hashlib
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.utils.translation import get_language

from casebook import answers, revision
from casebook.code_version import code_version, in_place_since
from casebook.compression import accepts_gzip
from casebook.revision import Revision

GetResponse = Callable[[HttpRequest], HttpResponseBase]

NOT_CONTENT = ("/admin", "/healthz", "/readyz", "/metrics", "/static", "/mcp", "/favicon.ico")
"""What is made for one person, or does not come from the database."""

CHOOSING = ("Accept", "HX-Request", "HX-History-Restore-Request")
"""Headers by which a view may choose what it answers."""

VARYING = ("Accept", "HX-Request", "Accept-Encoding")
"""Headers by which answers at one address differ, as caches on the way have to know."""

OF_OTHERS = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
"""Cookies of the editors' desk; no page is written by them."""

ANSWERS = answers.answers


class Revalidation:
    """Answers 304 or what is kept where nothing has changed; stamps and keeps the rest."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        state = state_for(request)
        if state is None:
            return self.get_response(request)
        tag = tag_of(request, state)
        if names(request, tag):
            return stamped(HttpResponseNotModified(), tag, state)
        response = ANSWERS.get(cache_key(request, tag)) or self.make(request, tag, state)
        if response.headers.get("ETag") == tag and is_known(request, response):
            return stamped(HttpResponseNotModified(), tag, state)
        return response

    def make(self, request: HttpRequest, tag: str, state: Revision) -> HttpResponseBase:
        """Let the view answer, and keep the answer if it holds for others and for longer."""
        answers.begin()
        response = self.get_response(request)
        if answers.holds() and is_for_all(response):
            stamped(response, tag, state)
            if request.method == "GET":
                ANSWERS.keep(cache_key(request, tag), response)
        return response


def state_for(request: HttpRequest) -> Revision | None:
    """The revision, where the request reads what it speaks of and the database can tell it."""
    if not is_about_content(request):
        return None
    try:
        return revision.current()
    except DatabaseError:  # the view will meet it, and answer in its own way
        return None


def is_about_content(request: HttpRequest) -> bool:
    """Whether the request reads something that the revision speaks of."""
    return (
        request.method in {"GET", "HEAD"}
        and not settings.DEBUG
        and not request.path_info.startswith(NOT_CONTENT)
    )


def tag_of(request: HttpRequest, state: Revision) -> str:
    """The entity tag of the answer: weak, for it says nothing of compression."""
    chosen = [request.headers.get(name, "") for name in CHOOSING]
    cookies = sorted(f"{name}={value}" for name, value in request.COOKIES.items() if is_ours(name))
    parts = [f"{state.mark:x}", code_version(), get_language() or "", *chosen, *cookies]
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    digest = hashlib.sha256("\n".join([*parts, address]).encode("utf-8", "surrogatepass"))
    return f'W/"{digest.hexdigest()[:32]}"'


def cache_key(request: HttpRequest, tag: str) -> str:
    """The compressed and the plain form of an answer have one tag and are kept each for itself."""
    return f"{tag} gzip" if accepts_gzip(request) else tag


def is_ours(cookie: str) -> bool:
    return cookie not in OF_OTHERS


def names(request: HttpRequest, tag: str) -> bool:
    """Whether the client says that it has this very answer; ``*`` only means any."""
    return tag in parse_etags(request.headers.get("If-None-Match", ""))


def is_for_all(response: HttpResponseBase) -> bool:
    """Whether it is an answer that every reader would get, and that has no validators of its own."""
    varies = response.headers.get("Vary", "").lower()
    return (
        response.status_code == HTTPStatus.OK
        and not response.cookies
        and "cookie" not in varies
        and not response.has_header("ETag")
        and "no-store" not in response.headers.get("Cache-Control", "")
    )


def stamped(response: HttpResponseBase, tag: str, state: Revision) -> HttpResponseBase:
    """The answer with its validators; it may be stored, but never used without asking."""
    response["ETag"] = tag
    if when := last_modified(state):
        response["Last-Modified"] = when
    response.headers.setdefault("Cache-Control", "no-cache")
    patch_vary_headers(response, VARYING)
    return response


def last_modified(state: Revision) -> str | None:
    """The last change, once its second is over: later changes then bear another time."""
    changed = max(state.changed_at, in_place_since())
    if int(changed.timestamp()) >= int(timezone.now().timestamp()):
        return None
    return http_date(changed.timestamp())


def is_known(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether the client has some answer of this address that is as new as this one."""
    given = request.headers.get("If-None-Match")
    if given is not None:
        return given.strip() == "*"
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    modified = parse_http_date_safe(response.headers.get("Last-Modified", ""))
    return since is not None and modified is not None and modified <= since
