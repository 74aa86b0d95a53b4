"""Reading the index: its newest commit, and requests on one snapshot of it."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from threading import Lock
from typing import Any, NamedTuple

import tantivy
from tantivy import Occur, Query

from search.backends.base import (
    AllDocuments,
    Bool,
    Boost,
    FoundDocument,
    IndexMissingError,
    Phrase,
    QueryNode,
    SearchRequest,
    SearchResponse,
    Term,
    TermSet,
)

from .index_versions import IndexVersion, IndexVersions

log = logging.getLogger(__name__)

MAX_TIES = 10_000
"""Maximum ties sorted by ``order``; among more, the engine's own order decides."""

SPARE = (100, MAX_TIES)
"""Further hits to look at on both sides of a page, until the ties at its ends are complete."""

MOVED = 300
"""Hits that may come or go before a position from one page to the next."""


class Row(NamedTuple):
    """A hit: its score or its value in the column, its order among ties, and its rank."""

    key: Any
    tie: int
    rank: int
    order: int
    address: tantivy.DocAddress


class TantivyPanicError(Exception):
    """Tantivy panicked, as it does on some damaged files."""


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """Raise Tantivy's panics as errors: they reach Python as a bare BaseException."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise TantivyPanicError(str(error)) from error


@contextmanager
def intact() -> Iterator[None]:
    """Raise IndexMissingError for an index that cannot be read: a rebuild repairs both."""
    try:
        with panics_as_errors():
            yield
    except (ValueError, OSError, TantivyPanicError) as error:
        log.exception("The index cannot be read; run rebuild_index.")
        raise IndexMissingError(f"The index cannot be read: {error}") from error


class Reader:
    """Provides a searcher over the newest commit of any process; thread-safe."""

    def __init__(self, versions: IndexVersions) -> None:
        self._versions = versions
        self._lock = Lock()
        self._index: tantivy.Index | None = None
        self._version: IndexVersion | None = None
        self._stamp: tuple[int, int] | None = None

    @intact()
    def searcher(self) -> tantivy.Searcher:
        with self._lock:
            stamp = None
            with suppress(OSError):
                status = self._versions.pointer.stat()
                stamp = status.st_ino, status.st_mtime_ns  # one is new whenever it is replaced
            if self._index is None or stamp != self._stamp:
                self._index = self._newest()
                self._stamp = stamp
            return self._index.searcher()

    def _newest(self) -> tantivy.Index:
        """The active version at its newest commit."""
        before, self._index = self._index, None
        index_version = self._versions.current()
        if index_version is None or not tantivy.Index.exists(str(index_version.path)):
            raise IndexMissingError("There is no search index; run rebuild_index.")
        index = before
        if index is None or index_version != self._version:
            index = tantivy.Index.open(str(index_version.path))
            index.config_reader("manual")
        index.reload()
        self._version = index_version
        return index


@dataclass(frozen=True)
class TantivySnapshot:
    """A searcher, which later commits leave as it is."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def search(self, requests: Mapping[str, SearchRequest]) -> dict[str, SearchResponse]:
        with intact():
            return {name: self._answer(request) for name, request in requests.items()}

    def _answer(self, request: SearchRequest) -> SearchResponse:
        total, rows = self._page(request) if request.limit or request.counts else (0, [])
        found = []
        for row in rows:
            document: Any = self.searcher.doc(row.address) if request.stored else None
            stored = tuple([document.get_first(name) for name in request.stored])
            score = 0.0 if request.sort else row.key
            found.append(FoundDocument(stored, score, row.order, (row.key, row.tie, row.rank)))
        facets = {}
        if request.facets:
            terms = {
                name: {"terms": {"field": name, "size": size}}
                for name, size in request.facets.items()
            }
            counted = self.searcher.aggregate(self._query(request.match), terms)
            facets = {
                name: {row["key"]: row["doc_count"] for row in values["buckets"]}
                for name, values in counted.items()
            }
        return SearchResponse(total, facets, found)

    # --- Pages ----------------------------------------------------------------------------

    def _page(self, request: SearchRequest) -> tuple[int, list[Row]]:
        """The number of hits, if it is asked for, and the wanted ones."""
        if request.after is None:
            return self._rows(request, request.offset, request.offset + request.limit)
        key, tie, rank = request.after
        total, rows = self._rows(request, rank + 1 - MOVED, rank + 1 + request.limit + MOVED)
        descending = request.descending or not request.sort
        rows = [row for row in rows if is_after(row, key, tie, descending=descending)]
        return total, rows[: request.limit]

    def _rows(self, request: SearchRequest, start: int, stop: int) -> tuple[int, list[Row]]:
        """The number of hits, and those of some ranks, ties by ``order``."""
        query = self._query(request.match)
        how: dict[str, Any] = {"count": request.counts}
        if request.sort:
            order = tantivy.Order.Desc if request.descending else tantivy.Order.Asc
            how |= {"order_by_field": request.sort, "order": order}
        elif request.scores:
            scores = [(Occur.Should, self._query(node)) for node in request.scores]
            query = Query.boolean_query([(Occur.Must, query), *scores])
        # The engine takes memory for as many hits as might be wanted.
        stop = min(stop, self.searcher.num_docs)
        start = max(0, min(start, stop))
        for spare in SPARE:
            low, high = max(0, start - spare), stop + spare
            found: Any = self.searcher.search(query, limit=high - low, offset=low, **how)
            hits: list[tuple[Any, tantivy.DocAddress]] = found.hits
            begin, end = start - low, min(stop - low, len(hits))
            if begin >= end:
                return found.count or 0, []
            first, last = hits[begin][0], hits[end - 1][0]
            is_cut = len(hits) == high - low and hits[-1][0] == last
            if not is_cut and (not low or hits[0][0] != first):
                break
        while begin and hits[begin - 1][0] == first:
            begin -= 1
        while end < len(hits) and hits[end][0] == last:
            end += 1
        rows = self._in_order(hits[begin:end], low + begin)
        return found.count or 0, [row for row in rows if start <= row.rank < stop]

    def _in_order(self, hits: list[tuple[Any, tantivy.DocAddress]], rank: int) -> Iterator[Row]:
        """Hits from a rank on, ties by ``order``; too many ties by their rank."""
        addresses = [address for _, address in hits]
        orders: Any = iter(self.searcher.fast_field_values("order", addresses))
        for key, group in groupby(hits, key=itemgetter(0)):
            ties = [(order, order, address) for (_, address), order in zip(group, orders)]  # noqa: B905
            if len(ties) > MAX_TIES:
                ties = [(at, *rest) for at, (_, *rest) in enumerate(ties, rank)]
            for tie, order, address in sorted(ties, key=itemgetter(0)):
                yield Row(key, tie, rank, order, address)
                rank += 1

    # --- Queries --------------------------------------------------------------------------

    def _query(self, node: QueryNode) -> Query:
        match node:
            case Term(field, token):
                query = Query.term_query(self.schema, field, token, index_option="freq")
            case Phrase(field, tokens, all_tokens):
                query = Query.phrase_query(self.schema, field, list(tokens))
                if all_tokens:
                    narrow = Query.phrase_query(self.schema, field, list(all_tokens))
                    narrow = Query.boost_query(narrow, 0.0)
                    query = Query.boolean_query([(Occur.Must, query), (Occur.Must, narrow)])
            case TermSet(field, values):
                query = Query.term_set_query(self.schema, field, list(values))
                query = Query.boost_query(query, 0.0)
            case Boost(inner, weight):
                query = Query.boost_query(self._query(inner), weight)
            case Bool((only,), (), ()) | Bool((), (only,), ()):
                query = self._query(only)
            case Bool(must, should, must_not):
                occurs = ((Occur.Must, must), (Occur.Should, should), (Occur.MustNot, must_not))
                query = Query.boolean_query(
                    [(occur, self._query(each)) for occur, nodes in occurs for each in nodes]
                )
            case AllDocuments():
                query = Query.all_query()
        return query


def is_after(row: Row, key: Any, tie: int, *, descending: bool) -> bool:
    """Whether a row stands after a key and its tie; rows without a key stand last."""
    if row.key == key:
        return row.tie > tie
    if row.key is None or key is None:
        return row.key is None
    return bool(row.key < key if descending else row.key > key)
