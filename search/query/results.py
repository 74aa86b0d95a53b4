"""What a search gives back: hits, best first, and the facet counts around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]

# What there are twenty and more of in every answer are tuples: frozen, and made in no time.


class Snippet(NamedTuple):
    """A stretch of an original text; ``highlights`` are ``[start, end)`` in ``text``.

    ``offset`` is where the stretch begins in the whole text, without the leading ellipsis.
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

    document_id: str
    kind: str
    key: int
    slug: str
    title: str
    score: float
    is_full: bool
    extra: Mapping[str, object]
    snippet: Snippet = Snippet()
    title_highlights: tuple[Span, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The keys of found rows, best first: those with every word, then those with some."""

    full: tuple[int, ...] = ()
    partial: tuple[int, ...] = ()


@dataclass(slots=True)  # not frozen: a search makes hundreds, each of which would cost thrice
class FacetValue:
    """A value with the number of hits that have it, whatever else its own facet chooses."""

    value: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet, most frequent first, equally frequent ones by themselves."""

    name: str
    values: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of hits; ``total`` counts all of them, ``full_count`` those with every word."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    full_count: int = 0
    facets: tuple[Facet, ...] = ()

    def facet(self, name: str) -> Facet:
        return next((facet for facet in self.facets if facet.name == name), Facet(name))
