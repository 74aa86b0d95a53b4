"""The one interface through which the site meets a search engine."""

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
"""The facets that a document may have values in; ``place`` holds every place around it, too."""

NAME_FIELDS = (
    *("place", "city", "province", "level", "theme"),
    *("expert", "organisation", "part", "book"),
)
"""The short texts that say who, where and about what; each can be searched by itself."""

SORT_KEYS = ("number", "place", "page", "title")
"""By what hits can be ordered; documents without the value come last, whatever the direction."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document as an index sees it: texts to find it by, values to count it under.

    ``key`` is that of the row it was made of, so that a ranking can do without the document.
    ``names`` holds short texts per field of ``NAME_FIELDS``; ``labels`` more of them, which
    are found only where their field is asked for. ``english`` holds names as English pages print
    them, which are found word by word: AI is no part of Shanghai. ``known_as`` are the names it goes by: who
    types one of them and nothing else, means it. ``least_length`` is a number of characters below
    which a document ranks no higher for being short. ``order`` breaks ties: the lower comes
    first. ``extra`` comes back with a hit, unread. A title that ``is_statement`` weighs no more
    than other text.
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
    known_as: Sequence[str] = ()
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
    generation: str = ""


def merged(*named: Mapping[str, Sequence[Name]]) -> dict[str, list[Name]]:
    """The names of each field together."""
    fields = dict.fromkeys(field for names in named for field in names)
    return {field: [name for names in named for name in names.get(field, ())] for field in fields}


class IndexMissingError(Exception):
    """There is no index to search; it has to be rebuilt."""


class IndexBusyError(Exception):
    """Another process writes to the index, and the caller would not wait."""


OnError = Callable[[str, int, Exception], None]
"""Learns of a document that cannot be made or indexed: its kind, the key of its row, and why."""


def raise_error(kind: str, key: int, error: Exception) -> None:  # noqa: ARG001
    """Let the first failure end the work."""
    raise error


RETRY_AFTER = 60
"""Seconds after which it is worth asking again: a library of books is indexed in less."""


class SearchBackend(Protocol):
    """An index of documents: Tantivy in process or an OpenSearch cluster."""

    def search(self, query: Query) -> SearchResults:
        """Answer with hits, best first, and the facet counts around them."""

    def ranking(self, query: Query) -> Ranking:
        """The keys of the page's hits, without reading a document; of one kind, to be of use."""

    def add(
        self,
        documents: Iterable[IndexDocument],
        on_error: OnError = raise_error,
        *,
        wait: bool = True,
    ) -> int:
        """Put documents in, each in place of an older one of its id; return how many.

        Raises IndexBusyError where another process writes and ``wait`` is false.
        """

    def remove(self, ids: Iterable[str], *, wait: bool = True) -> int:
        """Take documents out; unknown ids are no error. Return how many ids were given."""

    def rebuild(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> int:
        """Swap the whole index for these documents; return how many."""

    def document_ids(self) -> frozenset[str]:
        """The ids of all documents in the index."""

    def info(self) -> IndexInfo:
        """What the index holds and which analyzer made it."""

    def damage(self) -> list[str]:
        """What of the index is no longer as it was written; reads all of it."""
