"""The same page in other shapes: its JSON in the API, its Markdown, its feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, QueryDict
from django.urls import ResolverMatch, reverse

from cases.models import Part

MARKDOWN = "text/markdown"
NOISE = ("ordering", "synonyms")
"""Parameters of lists that do not choose rows."""

RECORDS = {
    "cases:book-detail": "book",
    "cases:case-detail": "case",
    "cases:fact-detail": "fact",
    "cases:part-detail": "part",
    "cases:place-detail": "place",
    "cases:theme-detail": "theme",
    "experts:expert-detail": "expert",
    "experts:organisation-detail": "organisation",
}
"""Pages of one row, and what the row is called in their context."""

LISTS = {
    "cases:book-list": "book",
    "cases:case-list": "case",
    "cases:fact-list": "fact",
    "cases:place-list": "place",
    "cases:theme-list": "theme",
    "experts:expert-list": "expert",
    "experts:organisation-list": "organisation",
    "search:search": "search",
}
FEEDS = {"cases:case-list": "discovery:case-feed", "home": "discovery:case-feed"}


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another address of the same content, and what one finds there."""

    url: str
    media_type: str

    def as_header(self) -> str:
        return f'<{self.url}>; rel="alternate"; type="{self.media_type}"'


def record_of(match: ResolverMatch | None, context: Any) -> Model | None:
    """The row whose page this is; None for lists and all other pages."""
    if match is None or match.view_name not in RECORDS:
        return None
    row: Model | None = context.get(RECORDS[match.view_name])
    return row


def alternates(match: ResolverMatch | None, row: Any, query: str) -> Iterator[Alternate]:
    """The twins of a page, as paths; ``query`` is what a list is filtered by."""
    if match is None:
        return
    name = match.view_name
    if row is not None:
        yield Alternate(json_path(row), "application/json")
        yield Alternate(markdown_path(row), MARKDOWN)
    elif name in LISTS:
        yield Alternate(f"{reverse(f'api:{LISTS[name]}-list')}{query}", "application/json")
    if name in FEEDS:
        yield Alternate(f"{reverse(FEEDS[name])}{query}", "application/atom+xml")


def json_path(row: Model) -> str:
    """The row in the API, whose resources are named as the models are."""
    return reverse(f"api:{row._meta.model_name}-detail", args=[getattr(row, "slug", row.pk)])


def markdown_path(row: Model) -> str:
    """The address of the page without its last slash, and ``.md``: in Chinese alone."""
    name = f"discovery:{row._meta.model_name}-markdown"
    if isinstance(row, Part):
        return reverse(name, args=[row.book.slug, row.number])
    return reverse(name, args=[getattr(row, "slug", row.pk)])


def plain_query(query: str) -> str:
    """A list's own query without what only arranges it; empty, or with its question mark."""
    kept = QueryDict(query.removeprefix("?"), mutable=True)
    for name in NOISE:
        kept.pop(name, None)
    return f"?{kept.urlencode()}" if kept else ""


def canonical_path(request: HttpRequest, row: Any, context: Any) -> str:
    """The one address under which a page is to be known: filters stay, all else goes."""
    if row is not None:
        return str(row.get_absolute_url())
    query = QueryDict(plain_query(context.get("query") or "").removeprefix("?"), mutable=True)
    number = getattr(context.get("page"), "number", 1)
    if number > 1:
        query["page"] = str(number)
    return f"{request.path}?{query.urlencode()}" if query else request.path
