"""The results of a search: hits, best first, and the facet counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

Span = tuple[int, int]

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


@dataclass(slots=True)  # not frozen: a search makes hundreds, each of which would cost thrice
class FacetValue:
    """A facet value with its number of hits, whatever else is selected in its facet."""

    value: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet, most frequent first, equally frequent ones by value."""

    name: str
    values: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of hits; ``total`` counts all of them, ``full_count`` those with every word.

    ``cursor`` continues after the page; it is empty after the last one.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    full_count: int = 0
    facets: tuple[Facet, ...] = ()
    cursor: str = ""

    def facet(self, name: str) -> Facet:
        return next((facet for facet in self.facets if facet.name == name), Facet(name))
