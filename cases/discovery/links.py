"""Links from a page to the same content in other forms: JSON, Markdown, an Atom feed."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, ResolverMatch, reverse
from django.utils.translation import override

from casebook.core.records import type_of, types_with_page

MARKDOWN = "text/markdown"
WITH_FEED = {"cases:case-list", "home"}
NOT_FILTERS = ("ordering", "synonyms")
"""Parameters of lists that exclude no record."""
META_KEY = "casebook.alternates"


class Alternate(NamedTuple):
    """The path and media type of an alternate representation of a page."""

    url: str
    media_type: str


class AlternateLinks:
    """Middleware that repeats the alternates of a page's head in the HTTP header ``Link``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if found := request.META.get(META_KEY):
            response["Link"] = ", ".join(
                f'<{url}>; rel="alternate"; type="{t}"' for url, t in found
            )
        return response


def record_of(match: ResolverMatch | None, context: Any) -> Any:
    """The record whose page this is; None for lists and all other pages."""
    kind, _, form = ((match and match.url_name) or "").partition("-")
    is_record = form == "detail" and kind in types_with_page()
    return context.get(kind) if is_record else None


def alternates(match: ResolverMatch | None, record: Any, query: str) -> Iterator[Alternate]:
    """The alternate representations of a page; ``query`` has the filters of a list."""
    if match is None:
        return
    kind, _, form = (match.url_name or "").partition("-")
    if record is not None:
        if path := json_path(record):
            yield Alternate(path, "application/json")
        yield Alternate(markdown_path(record), MARKDOWN)
    elif match.view_name == "search:search" or (form == "list" and kind in types_with_page()):
        yield Alternate(reverse(f"api:{kind}-list") + query, "application/json")
    if match.view_name in WITH_FEED:
        yield Alternate(reverse("discovery:case-feed") + query, "application/atom+xml")


def json_path(record: Any) -> str:
    """The path of the record in the API; empty for kinds that are no resource there."""
    with suppress(NoReverseMatch):
        return reverse(f"api:{type_of(record).kind}-detail", args=[record.slug])
    return ""


def markdown_path(record: Any) -> str:
    """The path of a record's Markdown: that of the Chinese page with ``.md`` for the slash."""
    with override(settings.LANGUAGE_CODE):
        return f"{record.get_absolute_url().removesuffix('/')}.md"


def filters_of(query: str) -> QueryDict:
    """The parameters of a list that select records."""
    kept = QueryDict(query.removeprefix("?"), mutable=True)
    for name in NOT_FILTERS:
        kept.pop(name, None)
    return kept


def with_query(path: str, query: QueryDict) -> str:
    """A path with its query string, without a question mark if the query is empty."""
    return f"{path}?{query.urlencode()}" if query else path


def canonical_path(request: HttpRequest, record: Any, context: Any) -> str:
    """The canonical path of a page: a record's own, or a list's with its filters and page."""
    if record is not None:
        return str(record.get_absolute_url())
    query = filters_of(context.get("query") or "")
    number = getattr(context.get("page"), "number", 1)
    if number > 1:
        query["page"] = str(number)
    return with_query(request.path, query)
