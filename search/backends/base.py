"""The interface of search engines: SearchBackend, the requests that it answers, and query nodes.

A query node says what to match and to score, in terms that every engine knows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar

from casebook.core.records import IndexDocument

# --- Query nodes -------------------------------------------------------------------------------


class Term(NamedTuple):
    """Documents that have a token in a field, scored by BM25."""

    field: str
    token: str


class Phrase(NamedTuple):
    """Documents that have tokens in a field, each at its place relative to the others.

    ``tokens`` suffice to find it and are scored; ``all_tokens``, where they are more, stand in
    such documents, too, so that an engine may read fewer of them by looking for these.
    """

    field: str
    tokens: tuple[tuple[int, str], ...]
    all_tokens: tuple[tuple[int, str], ...] = ()


class TermSet(NamedTuple):
    """Documents that have one of the values in a column; does not score."""

    field: str
    values: tuple[str, ...]


class AllDocuments(NamedTuple):
    """Every document; does not score."""


class Boost(NamedTuple):
    """The documents of a node, with its score times the weight; with 0 it does not score."""

    node: "QueryNode"
    weight: float


class Bool(NamedTuple):
    """Documents that match all of ``must`` and none of ``must_not``, scored by their sum.

    ``should`` adds to the score; without ``must``, one of it has to match.
    """

    must: tuple["QueryNode", ...] = ()
    should: tuple["QueryNode", ...] = ()
    must_not: tuple["QueryNode", ...] = ()


QueryNode = Term | Phrase | TermSet | AllDocuments | Boost | Bool


def all_of(nodes: Iterable[QueryNode]) -> QueryNode:
    nodes = tuple(nodes)
    return nodes[0] if len(nodes) == 1 else Bool(must=nodes)


def any_of(nodes: Iterable[QueryNode]) -> QueryNode:
    nodes = tuple(nodes)
    return nodes[0] if len(nodes) == 1 else Bool(should=nodes)


def boosted(node: QueryNode, weight: float) -> QueryNode:
    return node if weight == 1.0 else Boost(node, weight)


# --- Requests ----------------------------------------------------------------------------------

Position = Sequence[Any]
"""The position of a hit in its order: JSON values that only the engine reads."""


class FoundDocument(NamedTuple):
    """A hit as the engine has it: the stored values that were asked for, and its position."""

    stored: tuple[bytes, ...]
    score: float
    order: int
    position: Position


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question to the engine: the documents that match, their counts, and some of them.

    Hits are ordered by ``sort``, a column, those without a value last; else by their score for
    ``match`` and ``scores`` together; ties by the column ``order``. ``scores`` match no further
    documents. ``after`` is the position of the hit before the first wanted one.
    """

    match: QueryNode
    scores: tuple[QueryNode, ...] = ()
    counts: bool = False
    """Whether all hits are counted."""
    facets: Mapping[str, int] = field(default_factory=dict)
    """Columns whose values are counted, with the maximum number of values, most frequent first."""
    stored: tuple[str, ...] = ()
    """The stored fields to read of each hit."""
    limit: int = 0
    offset: int = 0
    after: Position | None = None
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """The answer to a request; equally frequent values of a facet stand in their own order."""

    total: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    found: Sequence[FoundDocument] = ()


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """The state of an index; ready where the analyzer now in use made it."""

    is_ready: bool
    document_count: int = 0
    version: str = ""


class IndexMissingError(Exception):
    """There is no index to search; it has to be rebuilt."""


OnError = Callable[[str, int, Exception], None]
"""Callback for a document that cannot be made or indexed: kind, key of the row, and error."""


def raise_error(kind: str, key: int, error: Exception) -> None:  # noqa: ARG001
    """Raise the first error, which ends the work."""
    raise error


# --- Engines -----------------------------------------------------------------------------------

Made = TypeVar("Made")


def convert_all(
    documents: Iterable[IndexDocument], convert: Callable[[IndexDocument], Made], on_error: OnError
) -> Iterator[tuple[IndexDocument, Made]]:
    """Each document with what an engine makes of it, without those that cannot be converted."""
    for document in documents:
        try:
            made = convert(document)
        except Exception as error:  # noqa: BLE001
            on_error(document.kind, document.key, error)
        else:
            yield document, made


RETRY_AFTER = 60
"""Seconds for ``Retry-After``: a library of books is indexed in less."""


class Snapshot(Protocol):
    """A state of an index that later changes leave as it is."""

    def search(self, requests: Mapping[str, SearchRequest]) -> dict[str, SearchResponse]:
        """Answer all requests under their names, in one round trip where the engine is elsewhere.

        Raises IndexMissingError where the index cannot be read, or not in time.
        """


class SearchBackend(Protocol):
    """An index of documents: Tantivy in process or an OpenSearch cluster."""

    def snapshot(self) -> Snapshot:
        """The index as it is now. Raises IndexMissingError."""

    def add(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> None:
        """Add documents, each replacing an older one of its id."""

    def remove(self, ids: Iterable[str]) -> None:
        """Remove documents; unknown ids are no error."""

    def rebuild(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> int:
        """Replace the whole index by these documents; return how many."""

    def document_ids(self) -> frozenset[str]:
        """The ids of all documents in the index."""

    def info(self) -> IndexInfo:
        """What the index holds and which analyzer made it."""

    def damage(self) -> list[str]:
        """The damaged parts of the index, which differ from what was written; reads all of it."""
