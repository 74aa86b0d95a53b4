"""QueryRunner: answers a query by at most two batches of requests to the engine."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from search.backends.base import (
    AllDocuments,
    Bool,
    SearchBackend,
    SearchRequest,
    SearchResponse,
    Snapshot,
    TermSet,
)
from search.backends.document_fields import sort_field
from search.text.analyzer import Analyzer

from .parser import Expression, parse_expression
from .query import MAX_PAGE_SIZE, RELEVANCE, Query, SearchResults
from .query_plan import plan_query
from .scoring import ScoredPlan
from .synonyms import Synonyms, expand

ALL_VALUES = 65_000
"""Maximum values counted of a facet in which some are selected: nearly all."""

MAX_CACHED_PLANS = 256

NOTHING = SearchResponse()
Requests = dict[str, SearchRequest]
Responses = Mapping[str, SearchResponse]


class QueryRunner:
    """Searches one index; caches the plans of the latest queries."""

    def __init__(
        self,
        backend: SearchBackend,
        analyzer: Analyzer,
        synonyms: Synonyms = MappingProxyType({}),
    ) -> None:
        @lru_cache(MAX_CACHED_PLANS)
        def plan(words: str | Expression, *, with_synonyms: bool) -> ScoredPlan:
            expression = parse_expression(words) if isinstance(words, str) else words
            also: tuple[str, ...] = ()
            if with_synonyms and synonyms:
                expression, also = expand(expression, synonyms, analyzer)
            return ScoredPlan(plan_query(expression, analyzer), also)

        self.backend, self.analyzer = backend, analyzer
        self._plan = plan

    def search(self, query: Query) -> SearchResults:
        """Return a page of hits, best first, and the counts. Raises IndexMissingError.

        Where no document at all has any of the words, the hits are those of a relaxed plan.
        Raises ValueError for a page of more than ``MAX_PAGE_SIZE`` hits.
        """
        if query.page_size > MAX_PAGE_SIZE:
            raise ValueError(f"A page has at most {MAX_PAGE_SIZE} hits.")
        search = Search(self.backend.snapshot(), query)
        words = query.text if query.words is None else query.words
        scored = self._plan(words, with_synonyms=query.synonyms)
        results = search.results(scored, search.snapshot.search(search.requests(scored)))
        if results.total or scored.relaxed is None:
            return results
        requests = search.requests(scored.relaxed)
        if search.filters:
            requests["unfiltered"] = SearchRequest(scored.hits, limit=1)
        responses = search.snapshot.search(requests)
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
        self.filters = {name: values for name, values in query.filters.items() if values}
        self.before = (max(query.page, 1) - 1) * query.page_size
        self.begins_full, self.after = True, None
        if query.cursor:
            self.before, self.begins_full, self.after = json.loads(query.cursor)

    def requests(self, scored: ScoredPlan) -> Requests:
        """The requests for the counts, and for the page of those hits that it begins with."""
        query = self.query
        requests = {
            name: SearchRequest(self.filtered(scored.hits, without=name), facets={name: ALL_VALUES})
            for name in query.facets
            if name in self.filters
        }
        facets = {name: query.facet_size for name in query.facets if name not in self.filters}
        is_relaxed = scored.plan.is_relaxed
        is_counted = is_relaxed or scored.hits is scored.full  # by the request for the page
        requests["hits"] = SearchRequest(
            self.filtered(scored.hits), counts=not is_counted, facets=facets
        )
        if not is_relaxed:
            limit = query.page_size if self.begins_full else 0
            requests["full"] = self.page(scored, is_full=True, limit=limit)
        if is_relaxed or not self.begins_full:
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
        chosen = [TermSet(name, values) for name, values in self.filters.items() if name != without]
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
            partial = self.snapshot.search({"partial": page})["partial"]
        hits = [scored.hit_maker.hit(document, is_full=True) for document in full.found]
        hits += [scored.hit_maker.hit(document, is_full=False) for document in partial.found]
        cursor = ""
        end = self.before + len(hits)
        # Other documents may have come or gone since a cursor counted those before it.
        if hits and (end < total or (end > total and len(hits) == self.query.page_size)):
            last = (partial.found or full.found)[-1]
            cursor = json.dumps([end, not partial.found, last.position])
        facets = dict(responses["hits"].facets)
        for name in self.filters.keys() & self.query.facets:
            counts = responses[name].facets[name]
            missing = [value for value in self.filters[name] if value not in counts]
            facets[name] = {**counts, **dict.fromkeys(missing, 0)}
        return SearchResults(tuple(hits), total, full.total, facets, cursor, scored.also)
