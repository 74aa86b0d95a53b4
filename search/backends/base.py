"""The interface of search engines: SearchBackend."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from casebook.core.records import IndexDocument
from search.query.query import Query
from search.query.results import Ranking, SearchResults


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """The state of an index; ready where the analyzer now in use made it."""

    is_ready: bool
    document_count: int = 0
    analyzer_version: str = ""
    version: str = ""


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
