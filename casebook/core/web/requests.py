"""Requests: their addresses, the check of their parameters, pages and partials."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _
from django_htmx.http import push_url
from rapidfuzz import fuzz, process

TRACKING_PREFIXES = ("utm_", "spm", "fbclid", "gclid", "from")
"""Prefixes of tracking parameters that other sites add to our addresses; they are ignored."""

NEAR_ENOUGH = 50
"""Minimum similarity of 100, half of the characters in common: 武汗 is near 武汉."""

NEAR_ENOUGH_IN_LETTERS = 65
"""Minimum similarity of ASCII words, which are longer and agree more by chance."""


MOST_PAGES = 10**9


@dataclass(frozen=True, slots=True)
class ParameterError:
    """An error in one value of a request, with the nearest valid value.

    ``allowed`` are all valid values, where they are few.
    """

    parameter: str
    value: str
    message: str
    nearest: str | None = None
    allowed: tuple[str, ...] | None = None


def address_of(request: HttpRequest, query: QueryDict | None = None) -> str:
    """The escaped path and query of a request, or of the same path with another query.

    Raw Chinese in a request, as curl sends it, is escaped, too.
    """
    encoded = (request.GET if query is None else query).urlencode()
    path = escape_uri_path(request.path)
    return f"{path}?{encoded}" if encoded else path


def query_of(pairs: Iterable[tuple[str, str]]) -> str:
    """The query string of parameters and values; ``?`` alone for none."""
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return f"?{query.urlencode()}"


def wants_partial(request: HttpRequest) -> bool:
    """Whether htmx requests the partial of a page."""
    return bool(request.headers.get("HX-Request")) and not request.headers.get(
        "HX-History-Restore-Request"
    )


def page_or_part(
    request: HttpRequest, page: str, part: str, context: dict[str, Any]
) -> HttpResponse:
    """The whole page; for htmx the partial that changes, with the page's new address to push.

    ``context["query"]`` is that address's query string.
    """
    if not wants_partial(request):
        return render(request, page, context)
    address = f"{request.path}{context['query']}".removesuffix("?")
    return push_url(render(request, part, context | {"address": address}), address)


def one_page(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int) -> Page[Any]:
    """The requested page of a list; raises Http404 for an invalid number."""
    try:
        return Paginator(rows, size).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error


def out_of_bounds(value: str, most: int) -> list[tuple[str, str | None]]:
    """Empty for a number from 1 to ``most``; else an error message and the nearest valid number."""
    if not (value.isascii() and value.isdigit()):
        return [(_("“%(value)s”不是正整数。") % {"value": value}, None)]
    digits = value.lstrip("0")
    if not digits:
        return [(_("最小是 1。"), "1")]
    if len(digits) > len(str(most)) or int(digits) > most:
        return [(_("最大是 %(most)d。") % {"most": most}, str(most))]
    return []


def check_parameters(
    request: HttpRequest, known: Iterable[str], *, strict: bool = False
) -> list[ParameterError]:
    """An error for each unknown parameter; when strict, tracking parameters are unknown, too."""
    known = list(known)
    return [
        unknown_parameter(name, request.GET[name], known)
        for name in request.GET
        if name not in known and (strict or not name.startswith(TRACKING_PREFIXES))
    ]


def unknown_parameter(name: str, value: str, known: list[str]) -> ParameterError:
    """The error for an unknown parameter, with the nearest known one or else with all of them."""
    message = _("没有名为“%(name)s”的参数。") % {"name": name}
    near = nearest(name, known)
    return ParameterError(name, value, message, near, None if near else tuple(known))


def unknown_format(name: str, formats: Iterable[str]) -> ParameterError:
    """The error for an unknown ``format``, with the nearest known one or else the first."""
    message = _("没有“%(format)s”格式。") % {"format": name}
    known = list(formats)
    return ParameterError("format", name, message, nearest(name, known) or known[0])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word, if any is similar enough: ``cityy`` → ``city``."""
    cutoff = NEAR_ENOUGH_IN_LETTERS if word.isascii() else NEAR_ENOUGH
    match = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return match[0] if match else None
