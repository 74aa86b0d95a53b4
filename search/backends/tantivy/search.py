"""One search over one state of the index: counts, facets and a page of addresses."""

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
from search.query.query_plan import Reading
from search.query.results import Facet, FacetValue, Ranking

from .queries import Clause, QueryBuilder, combined, either

Filters = Mapping[str, tuple[str, ...]]
Aggregation = dict[str, Any]
Top = tuple[tantivy.DocAddress, float]
Row = tuple[Any, int, tantivy.DocAddress]
Ranked = tuple[float, int, tantivy.DocAddress]
"""What to sort by: the score, higher first, and the document's own order."""

by_rank = itemgetter(0, 1)

MOST_VALUES = 100
EVERY_VALUE = 65_000
"""So many values of a facet are counted, the most frequent first; all, once one is chosen."""

TOTAL: Aggregation = {"total": {"value_count": {"field": "order"}}}

FEW = 2_000
"""So many hits are all ranked sooner than the best of them are sought out."""

MOST_TIES = 10_000
"""Among more equal hits than this, the engine's own order decides who comes first."""

SPARE = (300, MOST_TIES)
"""So many more hits than wanted are taken, one after the other, till the last tie is among them."""


class Found(NamedTuple):
    """A document's address with its score; ``is_full`` says that it has every word."""

    address: tantivy.DocAddress
    score: float
    is_full: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """How many hits there are, how many of them are full, and what they are counted under."""

    total: int
    full: int
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True)
class Search:
    """Answers parts of one question, all from the same state of the index."""

    searcher: tantivy.Searcher
    builder: QueryBuilder
    filters: Filters

    @cached_property
    def _chosen(self) -> list[Clause]:
        return self.builder.chosen(self.filters)

    def finds(self, reading: Reading) -> bool:
        """Whether any document at all, filtered or not, has the words."""
        query = combined(self.builder.hits(reading))
        return bool(self.searcher.search(query, limit=1, count=False).hits)

    # --- Counts ---------------------------------------------------------------------------

    def counts(self, reading: Reading, names: tuple[str, ...]) -> Counted:
        """All hits, full hits, and the values of the facets with their counts."""
        hits = self.builder.hits(reading)
        open_names = [name for name in names if name not in self.filters]
        wanted = terms(open_names, MOST_VALUES)
        if not reading.is_one_term:
            wanted |= TOTAL
        counted = self._aggregate([*hits, *self._chosen], wanted)
        for name in names:
            if name in self.filters:
                others = {key: values for key, values in self.filters.items() if key != name}
                clauses = [*hits, *self.builder.chosen(others)]
                counted |= self._aggregate(clauses, terms([name], EVERY_VALUE))
        if reading.is_one_term:
            total = full = self._number([*hits, *self._chosen])
        else:
            total = full = int(counted["total"]["value"])
        if reading.is_loose:
            full = 0
        elif not reading.is_all_or_nothing:
            found = self._aggregate([*self.builder.full(reading), *self._chosen], TOTAL)
            full = int(found["total"]["value"])
        facets = tuple(_facet(name, counted[name], self.filters.get(name, ())) for name in names)
        return Counted(total, full, facets)

    def _aggregate(self, clauses: list[Clause], wanted: Aggregation) -> Aggregation:
        return self.searcher.aggregate(combined(clauses), wanted) if wanted else {}

    def _number(self, clauses: list[Clause]) -> int:
        # One term is counted faster than it is aggregated; what has to be put together is not.
        found: Any = self.searcher.search(combined(clauses), limit=1, count=True)
        return int(found.count)

    # --- Hits -----------------------------------------------------------------------------

    def page(self, reading: Reading, query: Query, counted: Counted) -> list[Found]:
        """The asked page: full hits first, then those that lack a word."""
        start, stop = query.offset, min(query.offset + query.page_size, counted.total)
        found: list[Found] = []
        if start < min(stop, counted.full):
            is_many = counted.full > FEW
            top = self._full(reading, query, min(stop, counted.full), is_many=is_many)
            found += [Found(*hit, is_full=True) for hit in top[start:stop]]
        if start < stop and stop > counted.full:
            start = max(0, start - counted.full)
            top = self._partial(reading, query, stop - counted.full)
            found += [Found(*hit, is_full=False) for hit in top[start:]]
        return found

    def ranking(self, found: list[Found]) -> Ranking:
        """The keys of found documents, from a column of the index."""
        column = self.searcher.fast_field_values("key", [one.address for one in found])
        keys = tuple(int(key or 0) for key in column)
        full = sum(one.is_full for one in found)
        return Ranking(keys[:full], keys[full:])

    def _full(self, reading: Reading, query: Query, count: int, *, is_many: bool) -> list[Top]:
        """The first hits that have every word."""
        clauses = [*self.builder.full(reading), *self._chosen]
        if field := _sort_field(reading, query):
            return self._sorted(combined(clauses), field, count, descending=query.descending)
        near = self.builder.nearness(reading)
        favoured = self.builder.favoured(reading)
        if is_many and len(clauses) == 1 and reading.is_one_term:
            # Of a single word Tantivy finds the best without a look at all that have it.
            ranked = [
                *self._ranked(either([*clauses, *near]), count),
                *self._ranked(combined([*clauses, (Occur.Must, favoured), *near]), count),
            ]
            return _best(_once(ranked), count)
        return _best(
            self._ranked(combined([*clauses, *near, (Occur.Should, favoured)]), count), count
        )

    def _partial(self, reading: Reading, query: Query, count: int) -> list[Top]:
        """The first hits that lack a word."""
        clauses = [*self.builder.partial(reading), *self._chosen]
        if field := _sort_field(reading, query):
            return self._sorted(combined(clauses), field, count, descending=query.descending)
        near = [*self.builder.nearness(reading), *self.builder.likeness(reading)]
        favoured = self.builder.favoured(reading)
        return _best(
            self._ranked(combined([*clauses, *near, (Occur.Should, favoured)]), count), count
        )

    def _ranked(self, query: tantivy.Query, count: int) -> list[Ranked]:
        """At least the best so many, and all that are as good as the last of them."""
        rows = self._with_ties(query, count)
        return [(-score, order, address) for score, order, address in rows]

    def _sorted(
        self, query: tantivy.Query, field: str, count: int, *, descending: bool
    ) -> list[Top]:
        """The first so many by a column, ties in their own order, what lacks the value last."""
        order = tantivy.Order.Desc if descending else tantivy.Order.Asc
        rows = self._with_ties(query, count, order_by_field=field, order=order)
        rows.sort(key=itemgetter(1))
        valued = sorted(
            (row for row in rows if row[0] is not None), key=itemgetter(0), reverse=descending
        )
        ranked = [*valued, *(row for row in rows if row[0] is None)]
        return [(address, 0.0) for _, _, address in ranked[:count]]

    def _with_ties(self, query: tantivy.Query, count: int, **how: Any) -> list[Row]:
        """The first so many, and all others with the same key as the last: key, order, address."""
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


def terms(names: Iterable[str], size: int) -> Aggregation:
    """Ask for the documents of each value of these facets."""
    return {name: {"terms": {"field": f"facet_{name}", "size": size}} for name in names}


def _with_places(rows: list[Row]) -> list[Row]:
    """Among too many equals, the place in the engine's order, which is the same for every page."""
    sizes = Counter(key for key, _, _ in rows)
    return [
        (key, place if sizes[key] > MOST_TIES else order, address)
        for place, (key, order, address) in enumerate(rows)
    ]


def _best(ranked: Iterable[Ranked], count: int) -> list[Top]:
    """Best first, ties in their own order."""
    rows = sorted(ranked, key=by_rank)[:count]
    return [(address, -score) for score, _, address in rows]


def _once(ranked: list[Ranked]) -> Iterable[Ranked]:
    """Each document as it was ranked last: to be favoured adds to a score."""
    return {(row[2].segment_ord, row[2].doc): row for row in ranked}.values()


def _sort_field(reading: Reading, query: Query) -> str:
    """By which column hits are ordered; none where their rank decides."""
    if query.sort is not Sort.RELEVANCE:
        return f"sort_{query.sort}"
    return "" if reading.slots else "order"


def _facet(name: str, counted: Aggregation, chosen: tuple[str, ...]) -> Facet:
    """In the engine's order; a chosen value stays in sight even where nothing is left."""
    values = [FacetValue(row["key"], row["doc_count"]) for row in counted["buckets"]]
    if chosen:
        for value in values:
            value.selected = value.value in chosen
        found = {value.value for value in values}
        values += [FacetValue(value, 0, selected=True) for value in chosen if value not in found]
    return Facet(name, tuple(values))
