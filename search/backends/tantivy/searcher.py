"""One search over one snapshot of the index: counts, facets and a page of addresses."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from operator import itemgetter
from typing import Any, NamedTuple

import tantivy
from tantivy import Occur

from search.query.query import Query, Sort
from search.query.query_plan import QueryPlan
from search.query.results import Facet, FacetValue, Ranking

from .queries import BooleanClause, QueryBuilder, combined, either

Filters = Mapping[str, tuple[str, ...]]
Aggregation = dict[str, Any]
Top = tuple[tantivy.DocAddress, float]
Row = tuple[Any, int, tantivy.DocAddress]
Ranked = tuple[float, int, tantivy.DocAddress]
"""A row to sort: the negative score, the order for ties, and the address."""

by_rank = itemgetter(0, 1)

MOST_VALUES = 100
EVERY_VALUE = 65_000
"""Maximum values counted for a facet, most frequent first; nearly all, once one is selected."""

TOTAL: Aggregation = {"total": {"value_count": {"field": "order"}}}

FEW = 2_000
"""Up to so many hits, ranking all of them is faster than looking for the best."""

MOST_TIES = 10_000
"""Maximum ties sorted by ``order``; among more, the engine's own order decides."""

SPARE = (300, MOST_TIES)
"""Extra hits to request, one number after the other, until the last tie is among them."""


class ScoredAddress(NamedTuple):
    """A document's address with its score; ``is_full`` says that it has every word."""

    address: tantivy.DocAddress
    score: float
    is_full: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of a search: all hits, full hits, and the values of facets."""

    total: int
    full: int
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True)
class Search:
    """The parts of one search, all on the same snapshot of the index."""

    searcher: tantivy.Searcher
    builder: QueryBuilder
    filters: Filters

    @cached_property
    def _filter_clauses(self) -> list[BooleanClause]:
        return self.builder.filter_clauses(self.filters)

    def has_match(self, plan: QueryPlan) -> bool:
        """Whether any document at all, filtered or not, has the words."""
        query = combined(self.builder.hits(plan))
        return bool(self.searcher.search(query, limit=1, count=False).hits)

    # --- Counts ---------------------------------------------------------------------------

    def counts(self, plan: QueryPlan, names: tuple[str, ...]) -> Counted:
        """All hits, full hits, and the values of the facets with their counts."""
        hits = self.builder.hits(plan)
        open_names = [name for name in names if name not in self.filters]
        wanted = terms_aggregation(open_names, MOST_VALUES)
        if not plan.is_one_term:
            wanted |= TOTAL
        counted = self._aggregate([*hits, *self._filter_clauses], wanted)
        for name in names:
            if name in self.filters:
                others = {key: values for key, values in self.filters.items() if key != name}
                clauses = [*hits, *self.builder.filter_clauses(others)]
                counted |= self._aggregate(clauses, terms_aggregation([name], EVERY_VALUE))
        if plan.is_one_term:
            total = full = self._number([*hits, *self._filter_clauses])
        else:
            total = full = int(counted["total"]["value"])
        if plan.is_relaxed:
            full = 0
        elif not plan.is_all_or_nothing:
            found = self._aggregate([*self.builder.full(plan), *self._filter_clauses], TOTAL)
            full = int(found["total"]["value"])
        facets = tuple(_facet(name, counted[name], self.filters.get(name, ())) for name in names)
        return Counted(total, full, facets)

    def _aggregate(self, clauses: list[BooleanClause], wanted: Aggregation) -> Aggregation:
        return self.searcher.aggregate(combined(clauses), wanted) if wanted else {}

    def _number(self, clauses: list[BooleanClause]) -> int:
        # One term is counted faster than it is aggregated; a combined query is not.
        found: Any = self.searcher.search(combined(clauses), limit=1, count=True)
        return int(found.count)

    # --- Hits -----------------------------------------------------------------------------

    def page(self, plan: QueryPlan, query: Query, counted: Counted) -> list[ScoredAddress]:
        """The requested page: full hits first, then those that lack a word."""
        start, stop = query.offset, min(query.offset + query.page_size, counted.total)
        found: list[ScoredAddress] = []
        if start < min(stop, counted.full):
            is_many = counted.full > FEW
            top = self._full(plan, query, min(stop, counted.full), is_many=is_many)
            found += [ScoredAddress(*hit, is_full=True) for hit in top[start:stop]]
        if start < stop and stop > counted.full:
            start = max(0, start - counted.full)
            top = self._partial(plan, query, stop - counted.full)
            found += [ScoredAddress(*hit, is_full=False) for hit in top[start:]]
        return found

    def ranking(self, found: list[ScoredAddress]) -> Ranking:
        """The keys of found documents, from a column of the index."""
        column = self.searcher.fast_field_values("key", [one.address for one in found])
        keys = tuple(int(key or 0) for key in column)
        full = sum(one.is_full for one in found)
        return Ranking(keys[:full], keys[full:])

    def _full(self, plan: QueryPlan, query: Query, count: int, *, is_many: bool) -> list[Top]:
        """The first hits that have every word."""
        clauses = [*self.builder.full(plan), *self._filter_clauses]
        if field := _sort_field(plan, query):
            return self._sorted(combined(clauses), field, count, descending=query.descending)
        near = self.builder.should_clauses(plan)
        kind_boost = self.builder.kind_boost(plan)
        if is_many and len(clauses) == 1 and plan.is_one_term:
            # For a single term, Tantivy finds the best documents without scoring all that have it.
            ranked = [
                *self._ranked(either([*clauses, *near]), count),
                *self._ranked(combined([*clauses, (Occur.Must, kind_boost), *near]), count),
            ]
            return _best(_once(ranked), count)
        return _best(
            self._ranked(combined([*clauses, *near, (Occur.Should, kind_boost)]), count), count
        )

    def _partial(self, plan: QueryPlan, query: Query, count: int) -> list[Top]:
        """The first hits that lack a word."""
        clauses = [*self.builder.partial(plan), *self._filter_clauses]
        if field := _sort_field(plan, query):
            return self._sorted(combined(clauses), field, count, descending=query.descending)
        near = [*self.builder.should_clauses(plan), *self.builder.partial_scores(plan)]
        kind_boost = self.builder.kind_boost(plan)
        return _best(
            self._ranked(combined([*clauses, *near, (Occur.Should, kind_boost)]), count), count
        )

    def _ranked(self, query: tantivy.Query, count: int) -> list[Ranked]:
        """The best ``count`` hits and all ties of the last of them."""
        rows = self._with_ties(query, count)
        return [(-score, order, address) for score, order, address in rows]

    def _sorted(
        self, query: tantivy.Query, field: str, count: int, *, descending: bool
    ) -> list[Top]:
        """The first ``count`` hits by a column, ties by ``order``, those without a value last."""
        order = tantivy.Order.Desc if descending else tantivy.Order.Asc
        rows = self._with_ties(query, count, order_by_field=field, order=order)
        rows.sort(key=itemgetter(1))
        valued = sorted(
            (row for row in rows if row[0] is not None), key=itemgetter(0), reverse=descending
        )
        ranked = [*valued, *(row for row in rows if row[0] is None)]
        return [(address, 0.0) for _, _, address in ranked[:count]]

    def _with_ties(self, query: tantivy.Query, count: int, **how: Any) -> list[Row]:
        """The first ``count`` hits and all ties of the last, as rows of key, order, address."""
        for spare in SPARE:
            hits = self.searcher.search(query, limit=count + spare, count=False, **how).hits
            if len(hits) < count + spare or hits[-1][0] != hits[count - 1][0]:
                break
        if not hits:
            return []
        last, _ = hits[min(count, len(hits)) - 1]
        equals = takewhile(lambda hit: hit[0] == last, hits[count:])
        hits = [*hits[:count], *equals]
        orders: Any = self.searcher.fast_field_values("order", [address for _, address in hits])
        rows = [
            (key, order or 0, address) for (key, address), order in zip(hits, orders, strict=True)
        ]
        return _with_places(rows) if len(rows) > MOST_TIES else rows

    def document_ids(self) -> frozenset[str]:
        everything = tantivy.Query.all_query()
        rows = self.searcher.terms_with_prefix("id", "", filter_query=everything)
        return frozenset(document_id for document_id, _ in rows)


def terms_aggregation(names: Iterable[str], size: int) -> Aggregation:
    """Terms aggregations that count the documents of each value of these facets."""
    return {name: {"terms": {"field": f"facet_{name}", "size": size}} for name in names}


def _with_places(rows: list[Row]) -> list[Row]:
    """The rows; too many ties get their place in the engine's order, the same for every page."""
    sizes = Counter(key for key, _, _ in rows)
    return [
        (key, place if sizes[key] > MOST_TIES else order, address)
        for place, (key, order, address) in enumerate(rows)
    ]


def _best(ranked: Iterable[Ranked], count: int) -> list[Top]:
    """The best ``count``, best first, ties by ``order``."""
    rows = sorted(ranked, key=by_rank)[:count]
    return [(address, -score) for score, _, address in rows]


def _once(ranked: list[Ranked]) -> Iterable[Ranked]:
    """Each document once, as it was ranked last: with the boost of its kind."""
    return {(row[2].segment_ord, row[2].doc): row for row in ranked}.values()


def _sort_field(plan: QueryPlan, query: Query) -> str:
    """The column that hits are ordered by; empty where their score decides."""
    if query.sort is not Sort.RELEVANCE:
        return f"sort_{query.sort}"
    return "" if plan.clauses else "order"


def _facet(name: str, counted: Aggregation, chosen: tuple[str, ...]) -> Facet:
    """A facet in the engine's order; selected values are included even with a count of 0."""
    values = [FacetValue(row["key"], row["doc_count"]) for row in counted["buckets"]]
    if chosen:
        for value in values:
            value.selected = value.value in chosen
        found = {value.value for value in values}
        values += [FacetValue(value, 0, selected=True) for value in chosen if value not in found]
    return Facet(name, tuple(values))
