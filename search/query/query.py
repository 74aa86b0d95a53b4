"""Query and SearchResults: what the index is asked, and what it answers.

The same for pages, API, feeds and downloads.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from .parser import Expression

RELEVANCE = "relevance"

MAX_PAGE_SIZE = 1_000

FACET_SIZE = 100
"""Maximum values of a facet unless a query asks for more or fewer."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Query:
    """A search request: words, selected facet values, a sort order and a page.

    ``facets`` names those to be counted, with at most ``facet_size`` values each. ``sort`` is
    ``relevance`` or one of ``sort_fields()``; hits with every word always come before those with
    some. ``descending`` reverses any order but relevance. ``cursor`` continues the page that
    returned it, with the same words, filters and order, instead of ``page``. Without ``snippets``
    hits have neither excerpts nor highlights, and their texts are not read; with ``keys_only``
    they have the keys of their rows and nothing is read, which is of use where one kind is
    selected. With ``synonyms`` other wordings of the words are found, too.
    ``words`` is parsed from ``text`` unless a caller gives it.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    facet_size: int = FACET_SIZE
    sort: str = RELEVANCE
    descending: bool = False
    page: int = 1
    page_size: int = 20
    cursor: str = ""
    words: Expression | None = None
    synonyms: bool = False
    snippets: bool = True
    keys_only: bool = False


# Types of which every response has twenty or more are tuples: frozen, and fast to make.


class Snippet(NamedTuple):
    """An excerpt of an original text; ``highlights`` are ``[start, end)`` in ``text``.

    ``offset`` is where the excerpt begins in the whole text, without the leading ellipsis.
    """

    text: str = ""
    highlights: tuple[Span, ...] = ()
    offset: int = 0


class Reason(NamedTuple):
    """Why a document is a hit when its title does not show it: the field and its words."""

    field: str
    snippet: Snippet


class Hit(NamedTuple):
    """A found document. ``is_full`` says that every word was found in it."""

    document_id: str = ""
    kind: str = ""
    key: int = 0
    slug: str = ""
    title: str = ""
    extra: Mapping[str, object] = MappingProxyType({})
    score: float = 0.0
    is_full: bool = True
    snippet: Snippet = Snippet()
    title_highlights: tuple[Span, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of hits; ``total`` counts all of them, ``full_count`` those with every word.

    ``facets`` has the number of hits with each value, most frequent first, equally frequent ones
    by value, whatever else is selected in the facet; selected values are there even with 0.
    ``cursor`` continues after the page; it is empty after the last one. ``also`` are the synonyms
    that were looked for.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    full_count: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    cursor: str = ""
    also: tuple[str, ...] = ()
