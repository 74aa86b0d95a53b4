"""QueryRunner: answers a query by at most two batches of requests to the engine."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from search.backends.base import (
    FoundDocument,
    SearchBackend,
    SearchRequest,
    SearchResponse,
    Snapshot,
)
from search.backends.document_fields import facet_field, sort_field
from search.backends.hits import HitMaker
from search.backends.query_nodes import AllDocuments, Bool, TermSet
from search.text.analyzer import Analyzer

from .parser import Expression
from .query import RELEVANCE, Query
from .query_plan import plan_query
from .results import Facet, FacetValue, SearchResults
from .scoring import ScoredPlan

ALL_VALUES = 65_000
"""Maximum values counted of a facet in which some are selected: nearly all."""

MAX_CACHED_PLANS = 256

Requests = dict[str, SearchRequest]
Responses = Mapping[str, SearchResponse]


class QueryRunner:
    """Searches one index; caches the plans of the latest queries."""

    def __init__(self, backend: SearchBackend, analyzer: Analyzer) -> None:
        @lru_cache(MAX_CACHED_PLANS)
        def plan(expression: Expression) -> ScoredPlan:
            return ScoredPlan(plan_query(expression, analyzer))

        self._backend = backend
        self._plan = plan

    def search(self, query: Query) -> SearchResults:
        """Return a page of hits, best first, and the counts. Raises IndexMissingError.

        Where no document at all has any of the words, the hits are those of a relaxed plan.
        """
        search = Search(self._backend.snapshot(), query)
        scored = self._plan(query.expression())
        results = search.results(scored, search.ask(search.requests(scored)))
        if results.total or scored.relaxed is None:
            return results
        requests = search.requests(scored.relaxed)
        if search.filters:
            requests["unfiltered"] = SearchRequest(scored.hits, limit=1)
        responses = search.ask(requests)
        if search.filters and responses["unfiltered"].found:
            return results
        return search.results(scored.relaxed, responses)

    def pages(self, query: Query) -> Iterator[SearchResults]:
        """The page of a query and all pages after it, by their cursors."""
        results = self.search(query)
        yield results
        while results.cursor:
            results = self.search(replace(query, cursor=results.cursor))
            yield results


class Search:
    """The requests and the results of one query on one snapshot of the index."""

    def __init__(self, snapshot: Snapshot, query: Query) -> None:
        self.snapshot = snapshot
        self.query = query
        self.filters = query.active_filters()
        self.before, self.begins_full, self.after = query.offset, True, None
        if query.cursor:
            self.before, self.begins_full, self.after = json.loads(query.cursor)

    def ask(self, requests: Requests) -> Responses:
        """Answer one batch of requests, under their names."""
        return dict(zip(requests, self.snapshot.search([*requests.values()]), strict=True))

    def requests(self, scored: ScoredPlan) -> Requests:
        """The requests for the counts and for the page, as far as that is known.

        Where full and partial hits differ, the page is that of the full ones.
        """
        query, plan = self.query, scored.plan
        requests = {
            name: SearchRequest(
                self.filtered(scored.hits, without=name), facets={facet_field(name): ALL_VALUES}
            )
            for name in query.facets
            if name in self.filters
        }
        names = [name for name in query.facets if name not in self.filters]
        facets = dict.fromkeys(map(facet_field, names), query.facet_size)
        if plan.is_relaxed or plan.is_all_or_nothing:
            page = self.page(scored, is_full=not plan.is_relaxed)
            requests["hits"] = replace(page, counts=True, facets=facets)
            return requests
        requests["hits"] = SearchRequest(self.filtered(scored.hits), counts=True, facets=facets)
        if self.begins_full:
            requests["full"] = replace(self.page(scored, is_full=True), counts=True)
        else:
            requests["full"] = SearchRequest(self.filtered(scored.full), counts=True)
            requests["partial"] = self.page(scored, is_full=False)
        return requests

    def page(self, scored: ScoredPlan, *, is_full: bool) -> SearchRequest:
        """The request for the page's full or partial hits."""
        query = self.query
        sort = "" if scored.plan.clauses else "order"
        if query.sort != RELEVANCE:
            sort = sort_field(query.sort)
        match = scored.full if is_full else scored.partial
        scores = scored.scores if is_full else scored.partial_scores
        return SearchRequest(
            self.filtered(match),
            () if sort else scores,
            stored=("record", "texts") if query.snippets else ("record",),
            limit=query.page_size,
            offset=0 if self.after else self.before,
            after=self.after,
            sort=sort,
            descending=query.descending,
        )

    def filtered(self, match: Bool, without: str = "") -> Bool:
        """The node with the selected facet values, but for those of one facet."""
        chosen = [
            TermSet(facet_field(name), values)
            for name, values in self.filters.items()
            if name != without
        ]
        return Bool((*match.must, *chosen) or (AllDocuments(),), must_not=match.must_not)

    def results(self, scored: ScoredPlan, responses: Responses) -> SearchResults:
        """The results; asks for partial hits where the full ones do not fill the page."""
        hits = responses["hits"]
        full, partial, full_total = hits.found, hits.found[:0], hits.total
        if scored.plan.is_relaxed:
            full, partial, full_total = partial, full, 0
        elif not scored.plan.is_all_or_nothing:
            full, full_total = responses["full"].found, responses["full"].total
            partial = self.partial(scored, responses)
        maker = HitMaker(scored.plan)
        made = [maker.hit(document, is_full=True) for document in full]
        made += [maker.hit(document, is_full=False) for document in partial]
        cursor = ""
        before = self.before + len(made)
        is_filled = len(made) == self.query.page_size
        # Other documents may have come or gone since a cursor counted those before it.
        if made and (before < hits.total or (is_filled and before > hits.total)):
            cursor = json.dumps([before, not partial, (partial or full)[-1].position])
        return SearchResults(tuple(made), hits.total, full_total, self.facets(responses), cursor)

    def partial(self, scored: ScoredPlan, responses: Responses) -> Sequence[FoundDocument]:
        """The partial hits of the page, which follow the full ones."""
        if not self.begins_full:
            return responses["partial"].found
        full = responses["full"]
        limit = self.query.page_size - len(full.found)
        before = full.total if self.after else max(self.before, full.total)
        if not limit or before >= responses["hits"].total:
            return ()
        page = self.page(scored, is_full=False)
        (response,) = self.snapshot.search(
            [replace(page, limit=limit, offset=before - full.total, after=None)]
        )
        return response.found

    def facets(self, responses: Responses) -> tuple[Facet, ...]:
        """The facets in the engine's order; selected values even with a count of 0."""
        return tuple(
            _facet(
                name,
                responses[name if name in self.filters else "hits"].facets[facet_field(name)],
                self.filters.get(name, ()),
            )
            for name in self.query.facets
        )


def _facet(name: str, counts: Sequence[tuple[str, int]], selected: Sequence[str]) -> Facet:
    values = [FacetValue(value, count, value in selected) for value, count in counts]
    if selected:
        found = {value.value for value in values}
        values += [FacetValue(value, 0, selected=True) for value in selected if value not in found]
    return Facet(name, tuple(values))
