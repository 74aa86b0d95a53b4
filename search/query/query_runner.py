"""QueryRunner: answers a query by at most two batches of requests to the engine."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from search.backends.base import SearchBackend, SearchRequest, SearchResponse, Snapshot
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

NOTHING = SearchResponse()
Requests = dict[str, SearchRequest]
Responses = Mapping[str, SearchResponse]


class QueryRunner:
    """Searches one index; caches the plans of the latest queries."""

    def __init__(self, backend: SearchBackend, analyzer: Analyzer) -> None:
        @lru_cache(MAX_CACHED_PLANS)
        def plan(expression: Expression) -> ScoredPlan:
            return ScoredPlan(plan_query(expression, analyzer))

        self.backend, self.analyzer = backend, analyzer
        self._plan = plan

    def search(self, query: Query) -> SearchResults:
        """Return a page of hits, best first, and the counts. Raises IndexMissingError.

        Where no document at all has any of the words, the hits are those of a relaxed plan.
        """
        search = Search(self.backend.snapshot(), query)
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
        """The requests for the counts, and for the page of those hits that it begins with."""
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
        is_counted = plan.is_relaxed or plan.is_all_or_nothing  # by the request for the page
        requests["hits"] = SearchRequest(
            self.filtered(scored.hits), counts=not is_counted, facets=facets
        )
        if not plan.is_relaxed:
            limit = query.page_size if self.begins_full else 0
            requests["full"] = self.page(scored, is_full=True, limit=limit)
        if plan.is_relaxed or not self.begins_full:
            requests["partial"] = self.page(scored, is_full=False, limit=query.page_size)
        return requests

    def page(self, scored: ScoredPlan, *, is_full: bool, limit: int) -> SearchRequest:
        """The request for the page's full or partial hits, and their number."""
        sort = "" if scored.plan.clauses else "order"
        if self.query.sort != RELEVANCE:
            sort = sort_field(self.query.sort)
        scores = scored.scores if is_full else scored.partial_scores
        stored = ("record", "texts") if self.query.snippets else ("record",)
        return SearchRequest(
            self.filtered(scored.full if is_full else scored.partial),
            () if sort else scores,
            counts=True,
            stored=() if self.query.keys_only else stored,
            limit=limit,
            offset=0 if self.after else self.before,
            after=self.after,
            sort=sort,
            descending=self.query.descending,
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
        full = responses.get("full", NOTHING)
        partial = responses.get("partial", NOTHING)
        total = responses["hits"].total or full.total or partial.total
        left = self.query.page_size - len(full.found)
        before = full.total if self.after else max(self.before, full.total)
        if "partial" not in responses and left and before < total:
            page = self.page(scored, is_full=False, limit=left)
            page = replace(page, offset=before - full.total, after=None)
            (partial,) = self.snapshot.search([page])
        maker = HitMaker(scored.plan)
        hits = [maker.hit(document, is_full=True) for document in full.found]
        hits += [maker.hit(document, is_full=False) for document in partial.found]
        cursor = ""
        end = self.before + len(hits)
        # Other documents may have come or gone since a cursor counted those before it.
        if hits and (end < total or (end > total and len(hits) == self.query.page_size)):
            last = (partial.found or full.found)[-1]
            cursor = json.dumps([end, not partial.found, last.position])
        facets = tuple(self.facet(name, responses) for name in self.query.facets)
        return SearchResults(tuple(hits), total, full.total, facets, cursor)

    def facet(self, name: str, responses: Responses) -> Facet:
        """A facet in the engine's order; selected values even with a count of 0."""
        selected = self.filters.get(name, ())
        counts = responses[name if selected else "hits"].facets[facet_field(name)]
        values = [FacetValue(value, count, value in selected) for value, count in counts]
        found = {value for value, _ in counts} if selected else ()
        values += [FacetValue(value, 0, selected=True) for value in selected if value not in found]
        return Facet(name, tuple(values))
