"""The one interface through which the site meets a search engine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.query import Query
from search.results import SearchResults

FACETS = (
    "kind",
    "book",
    "part",
    "province",
    "city",
    "place",
    "level",
    "theme",
    "expert",
    "organisation",
    "year",
    "case",
)
"""The facets that a document may have values in; ``place`` holds every place around it, too."""

NAME_FIELDS = ("place", "city", "province", "theme", "expert", "organisation", "part", "book")
"""The short texts that say who, where and about what; each can be searched by itself."""

SORT_KEYS = ("number", "place", "page")


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document as an index sees it: texts to find it by, values to count it under.

    ``names`` holds short texts per field of ``NAME_FIELDS``; ``labels`` more of them, which
    are found only where their field is asked for. ``order`` breaks ties: the lower comes
    first. ``extra`` comes back with a hit, unread.
    """

    id: str
    kind: str
    slug: str
    title: str
    body: str = ""
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort_keys: Mapping[str, int] = field(default_factory=dict)
    order: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """The state of an index: how many documents, and made by which analyzer."""

    is_ready: bool
    document_count: int = 0
    analyzer_version: str = ""
    generation: str = ""


class IndexMissingError(Exception):
    """There is no index to search; it has to be rebuilt."""


class SearchBackend(Protocol):
    """An index of documents: Tantivy in process or an OpenSearch cluster."""

    def search(self, query: Query) -> SearchResults:
        """Answer with hits, best first, and the facet counts around them."""

    def add(self, documents: Iterable[IndexDocument]) -> int:
        """Put documents in, each in place of an older one of its id; return how many."""

    def remove(self, ids: Iterable[str]) -> int:
        """Take documents out; unknown ids are no error. Return how many ids were given."""

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        """Swap the whole index for these documents; return how many."""

    def document_ids(self) -> frozenset[str]:
        """The ids of all documents in the index."""

    def is_ready(self) -> bool:
        """Whether there is an index, made by the analyzer now in use."""

    def info(self) -> IndexInfo:
        """What the index holds and which analyzer made it."""
