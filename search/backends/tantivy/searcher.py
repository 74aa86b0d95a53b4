"""Requests on one snapshot of the index: Tantivy's queries, counts, and pages of documents."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import tantivy
from tantivy import Occur, Query

from search.backends.base import FoundDocument, SearchRequest, SearchResponse
from search.backends.query_nodes import (
    AllDocuments,
    Bool,
    Boost,
    Phrase,
    QueryNode,
    Term,
    TermSet,
    any_of,
)

from .reader import intact

TOTAL = "total"
COUNT_ALL = {TOTAL: {"value_count": {"field": "order"}}}

FEW = 2_000
"""Up to so many hits, ranking all of them is faster than looking for the best."""

MOST_TIES = 10_000
"""Maximum ties sorted by ``order``; among more, the engine's own order decides."""

SPARE = (300, MOST_TIES)
"""Further hits to look at on both sides of a page, until the ties at its ends are complete."""


class Row(NamedTuple):
    """A hit in its order: its score or its value in a column, what orders ties, its address."""

    key: Any
    order: int
    address: tantivy.DocAddress


class TantivySnapshot:
    """A searcher, which later commits leave as it is."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        self._schema = schema
        self._searcher = searcher

    def search(self, requests: Sequence[SearchRequest]) -> list[SearchResponse]:
        with intact():
            return [self._answer(request) for request in requests]

    def _answer(self, request: SearchRequest) -> SearchResponse:
        total, facets = self._counts(request)
        if not request.limit or (request.counts and request.offset >= total):
            return SearchResponse(total, facets)
        found = [
            FoundDocument(
                self._stored(row.address, request.stored),
                0.0 if request.sort else row.key,
                (row.key, row.order, rank),
            )
            for rank, row in self._page(request, total)
        ]
        return SearchResponse(total, facets, found)

    def _stored(self, address: tantivy.DocAddress, names: Sequence[str]) -> tuple[bytes, ...]:
        if not names:
            return ()
        document: Any = self._searcher.doc(address)
        return tuple([document.get_first(name) for name in names])

    # --- Queries --------------------------------------------------------------------------

    def _query(self, node: QueryNode) -> Query:
        match node:
            case Term(field, token):
                query = Query.term_query(self._schema, field, token, index_option="freq")
            case Phrase(field, tokens, all_tokens):
                query = Query.phrase_query(self._schema, field, list(tokens))
                if all_tokens:
                    narrow = Query.phrase_query(self._schema, field, list(all_tokens))
                    narrow = Query.boost_query(narrow, 0.0)
                    query = Query.boolean_query([(Occur.Must, query), (Occur.Must, narrow)])
            case TermSet(field, values):
                query = Query.term_set_query(self._schema, field, list(values))
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

    # --- Counts ---------------------------------------------------------------------------

    def _counts(self, request: SearchRequest) -> tuple[int, dict[str, list[tuple[str, int]]]]:
        """The number of hits, if asked for, and the counts of the facets' values."""
        query = self._query(request.match)
        total = 0
        wanted: dict[str, Any] = {
            name: {"terms": {"field": name, "size": size}} for name, size in request.facets.items()
        }
        if request.counts and only_term(request.match):
            # One term is counted faster than it is aggregated; a combined query is not.
            found: Any = self._searcher.search(query, limit=1, count=True)
            total = int(found.count)
        elif request.counts:
            wanted |= COUNT_ALL
        counted = self._searcher.aggregate(query, wanted) if wanted else {}
        if TOTAL in counted:
            total = int(counted.pop(TOTAL)["value"])
        return total, {
            name: [(row["key"], row["doc_count"]) for row in values["buckets"]]
            for name, values in counted.items()
        }

    # --- Pages ----------------------------------------------------------------------------

    def _page(self, request: SearchRequest, total: int) -> list[tuple[int, Row]]:
        """The wanted hits with their ranks."""
        if request.after is None:
            start = request.offset
            return [*enumerate(self._rows(request, start, start + request.limit, total), start)]
        key, order, rank = request.after
        descending = request.descending or not request.sort
        rows: list[tuple[int, Row]] = []
        for spare in SPARE:  # hits before it may have come or gone since
            start, stop = max(0, rank + 1 - spare), rank + 1 + request.limit + spare
            window = self._rows(request, start, stop, total)
            rows = [
                (at, row)
                for at, row in enumerate(window, start)
                if is_after(row, key, order, descending=descending)
            ]
            begins_before = not start or len(rows) < len(window)
            if begins_before and (len(rows) >= request.limit or len(window) < stop - start):
                break
        return rows[: request.limit]

    def _rows(self, request: SearchRequest, start: int, stop: int, total: int) -> list[Row]:
        """The hits of some ranks; those of one term with many hits without scoring all of them."""
        if request.sort:
            order = tantivy.Order.Desc if request.descending else tantivy.Order.Asc
            query = self._query(request.match)
            return self._window(query, start, stop, order_by_field=request.sort, order=order)
        term = only_term(request.match)
        if term and total > FEW and stop <= MOST_TIES:
            return self._best_of_many(term, request.scores, stop)[start:]
        return self._window(self._query(with_scores(request)), start, stop)

    def _best_of_many(self, term: Term, scores: Sequence[QueryNode], stop: int) -> list[Row]:
        """The best hits of one term.

        The engine finds the best of a union of terms without scoring all of its documents. The
        same token in another field is no hit more; what has anything else is scored apart.
        """
        same = [score for score in scores if token_of(score) == term.token]
        other = [score for score in scores if token_of(score) != term.token]
        nodes = [Bool(should=(term, *same))]
        if other:
            nodes.append(Bool((term, any_of(other)), tuple(same)))
        rows = {
            (row.address.segment_ord, row.address.doc): row
            for node in nodes
            for row in self._window(self._query(node), 0, stop)
        }
        return sorted(rows.values(), key=lambda row: (-row.key, row.order))[:stop]

    def _window(self, query: Query, start: int, stop: int, **how: Any) -> list[Row]:
        """The hits of some ranks, ties by ``order``."""
        for spare in SPARE:
            low, high = max(0, start - spare), stop + spare
            found: Any = self._searcher.search(
                query, limit=high - low, offset=low, count=False, **how
            )
            hits: list[tuple[Any, tantivy.DocAddress]] = found.hits
            begin, end = start - low, min(stop - low, len(hits))
            if begin >= end:
                return []
            first, last = hits[begin][0], hits[end - 1][0]
            is_cut = len(hits) == high - low and hits[-1][0] == last
            if not is_cut and (not low or hits[0][0] != first):
                break
        while begin and hits[begin - 1][0] == first:
            begin -= 1
        while end < len(hits) and hits[end][0] == last:
            end += 1
        hits = hits[begin:end]
        orders: Any = self._searcher.fast_field_values("order", [address for _, address in hits])
        rows = [Row(key, order or 0, at) for (key, at), order in zip(hits, orders, strict=True)]
        return in_order(rows, low + begin)[start - low - begin : stop - low - begin]


def in_order(rows: Iterable[Row], rank: int) -> list[Row]:
    """Rows, the first of which has this rank, with ties by ``order``; by rank if too many."""
    ordered: list[Row] = []
    for _key, group in groupby(rows, key=attrgetter("key")):
        ties = list(group)
        if len(ties) > MOST_TIES:
            at = rank + len(ordered)
            ties = [row._replace(order=place) for place, row in enumerate(ties, at)]
        ordered += sorted(ties, key=attrgetter("order"))
    return ordered


def is_after(row: Row, key: Any, order: int, *, descending: bool) -> bool:
    """Whether a row stands after a key and order; rows without a key stand last."""
    if row.key == key:
        return row.order > order
    if row.key is None or key is None:
        return row.key is None
    return bool(row.key < key if descending else row.key > key)


def only_term(node: QueryNode) -> Term | None:
    """The term that is all of a node, if it is one."""
    if isinstance(node, Bool) and len(node.must) == 1 and not (node.should or node.must_not):
        node = node.must[0]
    return node if isinstance(node, Term) else None


def token_of(node: QueryNode) -> str | None:
    """The token of a term, boosted or not."""
    term = node.node if isinstance(node, Boost) else node
    return term.token if isinstance(term, Term) else None


def with_scores(request: SearchRequest) -> QueryNode:
    """The node that is matched, with what adds to the score."""
    match = request.match
    if isinstance(match, Bool) and match.must:
        return Bool(match.must, (*match.should, *request.scores), match.must_not)
    return Bool((match,), request.scores)
