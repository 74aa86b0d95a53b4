"""Request helpers that any app may use."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _
from django_htmx.http import push_url
from rapidfuzz import fuzz, process

TRACKING_PREFIXES = ("utm_", "spm", "fbclid", "gclid", "from")
"""Parameters that other sites hang on to our addresses; they mean nothing here."""

NEAR_ENOUGH = 50
"""Half of the characters in common, of 100: 武汗 is near 武汉."""

NEAR_ENOUGH_IN_LETTERS = 65
"""Letters and digits are longer words, and more of them agree by chance."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one value of a request, and the right one that comes nearest.

    Where the right ones are few, ``allowed`` has them all.
    """

    parameter: str
    value: str
    message: str
    nearest: str | None = None
    allowed: tuple[str, ...] | None = None


def address_of(request: HttpRequest, query: QueryDict | None = None) -> str:
    """The escaped path and query of a request, or of the same path with another query.

    Clients that send raw Chinese, as curl does, are given back what they meant.
    """
    encoded = (request.GET if query is None else query).urlencode()
    path = escape_uri_path(request.path)
    return f"{path}?{encoded}" if encoded else path


def wants_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for the part of a page that changes."""
    return bool(request.headers.get("HX-Request")) and not request.headers.get(
        "HX-History-Restore-Request"
    )


def page_or_part(
    request: HttpRequest, page: str, part: str, context: dict[str, Any]
) -> HttpResponse:
    """The whole page; for htmx the part of it that changes, with the address it has then.

    ``context["query"]`` is that address's query.
    """
    if not wants_partial(request):
        return render(request, page, context)
    address = f"{request.path}{context['query']}".removesuffix("?")
    return push_url(render(request, part, context | {"address": address}), address)


def unknown_parameters(request: HttpRequest, known: Iterable[str]) -> list[str]:
    """The query parameters of a request that nobody here reads, in the order given."""
    allowed = set(known)
    return [
        name
        for name in request.GET
        if name not in allowed and not name.startswith(TRACKING_PREFIXES)
    ]


def check_parameters(
    request: HttpRequest, known: Iterable[str], *, strict: bool = False
) -> list[Problem]:
    """A problem for each unknown parameter; when strict, tracking marks are unknown too."""
    known = list(known)
    unknown = (
        [name for name in request.GET if name not in known]
        if strict
        else unknown_parameters(request, known)
    )
    return [unknown_parameter(name, request.GET[name], known) for name in unknown]


def unknown_parameter(name: str, value: str, known: list[str]) -> Problem:
    """A parameter that nobody reads, with the nearest or else with all that there are."""
    message = _("没有名为“%(name)s”的参数。") % {"name": name}
    near = nearest(name, known)
    return Problem(name, value, message, near, None if near else tuple(known))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, if any is near: ``cityy`` → ``city``."""
    cutoff = NEAR_ENOUGH_IN_LETTERS if word.isascii() else NEAR_ENOUGH
    match = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return match[0] if match else None
