"""The interface of search engines: SearchBackend, and the documents that it indexes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from search.query.query import Query
from search.query.results import Ranking, SearchResults

Name = TypeVar("Name")

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
"""The facets that a document may have values in; ``place`` holds all ancestors, too."""

NAME_FIELDS = (
    *("place", "city", "province", "level", "theme"),
    *("expert", "organisation", "part", "book"),
)
"""The fields of names: places, themes, people …; each can be searched by itself."""

SORT_KEYS = ("number", "place", "page", "title")
"""The keys that hits can be sorted by; documents without one come last in both directions."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document of the index: texts to search, and facet values to count.

    ``key`` is that of the row it was made of, so that a ranking can do without the document.
    ``names`` holds short texts per field of ``NAME_FIELDS``; ``labels`` more of them, which
    are found only where their field is asked for. ``english`` holds names as English pages print
    them, which are found word by word: AI is no part of Shanghai. ``exact_names`` are its whole
    names: a query that is one of them, and nothing else, ranks it higher. ``least_length`` is a
    number of characters below which a document ranks no higher for being short. ``order`` breaks
    ties: the lower comes first. ``extra`` is returned with a hit, unchanged. A title that
    ``is_statement`` weighs no more than other text.
    """

    id: str
    kind: str
    slug: str
    title: str
    key: int = 0
    body: str = ""
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)
    english: Mapping[str, Sequence[str]] = field(default_factory=dict)
    exact_names: Sequence[str] = ()
    least_length: int = 0
    is_statement: bool = False
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort_keys: Mapping[str, str] = field(default_factory=dict)
    order: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """The state of an index; ready where the analyzer now in use made it."""

    is_ready: bool
    document_count: int = 0
    analyzer_version: str = ""
    version: str = ""


def merged(*named: Mapping[str, Sequence[Name]]) -> dict[str, list[Name]]:
    """Merge mappings: the names of each field together."""
    fields = dict.fromkeys(field for names in named for field in names)
    return {field: [name for names in named for name in names.get(field, ())] for field in fields}


class IndexMissingError(Exception):
    """There is no index to search; it has to be rebuilt."""


class IndexBusyError(Exception):
    """Another process writes to the index, and the caller would not wait."""


OnError = Callable[[str, int, Exception], None]
"""Callback for a document that cannot be made or indexed: kind, key of the row, and error."""


def raise_error(kind: str, key: int, error: Exception) -> None:  # noqa: ARG001
    """Raise the first error, which ends the work."""
    raise error


RETRY_AFTER = 60
"""Seconds for ``Retry-After``: a library of books is indexed in less."""


class SearchBackend(Protocol):
    """An index of documents: Tantivy in process or an OpenSearch cluster."""

    def search(self, query: Query) -> SearchResults:
        """Return hits, best first, and the facet counts."""

    def ranking(self, query: Query) -> Ranking:
        """The row keys of the page's hits, without reading documents; useful for one kind only."""

    def add(
        self,
        documents: Iterable[IndexDocument],
        on_error: OnError = raise_error,
        *,
        wait: bool = True,
    ) -> int:
        """Add documents, each replacing an older one of its id; return how many.

        Raises IndexBusyError where another process writes and ``wait`` is false.
        """

    def remove(self, ids: Iterable[str], *, wait: bool = True) -> int:
        """Remove documents; unknown ids are no error. Return how many ids were given."""

    def rebuild(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> int:
        """Replace the whole index by these documents; return how many."""

    def document_ids(self) -> frozenset[str]:
        """The ids of all documents in the index."""

    def info(self) -> IndexInfo:
        """What the index holds and which analyzer made it."""

    def damage(self) -> list[str]:
        """The damaged parts of the index, which differ from what was written; reads all of it."""
