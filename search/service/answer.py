"""Answers: one page of a filtered list or of a search, with facets, asked of the index at once.

Without an index, lists are plain rows from the database, without facets.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from math import ceil
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404

from casebook.core.cache.revision import mark_no_store
from casebook.core.filters.facets import FacetCounts, facets_of
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.filters.value_resolver import labels_of
from casebook.core.web.marked_text import Marked
from search.backends.base import IndexMissingError
from search.query.query import Query, SearchResults
from search.suggest.did_you_mean import FEW_HITS, did_you_mean

from .active_index import get_index
from .failed_searches import note_failure
from .hit_texts import MatchedTexts, excerpts, passage_addresses, reasons_for_reader

PAGE_SIZE = 20
MAX_FACET_VALUES = 1_000
"""Maximum values of a facet, the most frequent first."""

ROWS_AT_ONCE = 500
"""Rows of each request where all rows of a list are read."""


class Answer:
    """One page of what a valid filterset selects, and the counts of its ``facets``.

    ``facets`` are names of parameters; without them those are counted that pages list. ``also``
    are names of ``counted_only``, for ``counts``. Raises IndexMissingError where there is no index
    and the filterset is that of a search of all kinds.
    """

    def __init__(
        self,
        filterset: StrictFilterSet,
        page: int = 1,
        page_size: int = PAGE_SIZE,
        facets: Iterable[str] | None = None,
        also: Iterable[str] = (),
        *,
        order: tuple[str, bool] | None = None,
        cursor: str = "",
        snippets: bool = True,
    ) -> None:
        self.order = order or filterset.order
        self.filterset, self.number, self.page_size = filterset, page, page_size
        self.text = " OR ".join(filterset.texts)
        self.snippets, self.cursor = snippets, cursor
        self._facets = facets_of(type(filterset))
        listed = [name for name, facet in self._facets.items() if facet.listed]
        self.facet_names = tuple((filterset.facet_names or listed) if facets is None else facets)
        self._counted = (*self.facet_names, *also)
        self.chosen = {
            name: tuple([value for value, _label in choices])
            for name, choices in filterset.selected.items()
            if name in self._facets
        }
        """The selected values of each facet, by parameter."""

    # --- The question ---------------------------------------------------------------------

    def query(self, without: str = "") -> Query:
        """The search request, without facets; one of the parameters may be left out."""
        sort, descending = self.order
        with_excerpts = self.snippets and bool(self.text)
        filters = {
            self._facets[name].field_name: values
            for name, values in self.chosen.items()
            if name != without
        }
        if kind := self.filterset.record_kind:
            filters["kind"] = (kind,)
        return Query(
            text=self.text,
            synonyms="0" not in dict(self.filterset.selected.get("synonyms", ())),
            filters=filters,
            sort=sort,
            descending=descending,
            page=self.number,
            page_size=self.page_size,
            cursor=self.cursor,
            snippets=with_excerpts,
            keys_only=bool(self.filterset.record_kind) and not with_excerpts,
        )

    # --- The answer -----------------------------------------------------------------------

    @cached_property
    def results(self) -> SearchResults | None:
        """What the index returns; None for a list without an index."""
        fields = [self._facets[name].field_name for name in self._counted]
        query = replace(self.query(), facets=tuple(fields), facet_size=MAX_FACET_VALUES)
        try:
            return get_index().search(query)
        except IndexMissingError:
            if not self.filterset.record_kind:
                raise
            mark_no_store()
            return None

    @property
    def is_limited(self) -> bool:
        """Whether there is no index, so that only names are searched and nothing is counted."""
        return self.results is None

    @cached_property
    def count(self) -> int:
        """The number of rows on all pages."""
        return self.results.total if self.results else int(self.filterset.qs.count())

    @property
    def full_count(self) -> int:
        """The number of rows with every word of the query."""
        return self.results.full_count if self.results else self.count

    @cached_property
    def rows(self) -> list[Any]:
        """The rows of the page in their order; of a search of all kinds, its hits.

        Each has ``is_full``: whether it has every word of the query.
        """
        rows: list[Any] = []
        if self.results is None:
            start = (self.number - 1) * self.page_size
            for row in self.filterset.qs[start : start + self.page_size]:
                row.is_full = True
                rows.append(row)
            return rows
        if not self.filterset.record_kind:
            return list(self.results.hits)
        found = self.filterset.queryset.in_bulk([hit.key for hit in self.results.hits])
        for hit in self.results.hits:
            if row := found.get(hit.key):
                row.is_full = hit.is_full
                rows.append(row)
        return rows

    @cached_property
    def keys(self) -> list[int]:
        """The primary keys of the rows of the page."""
        if self.results is None:
            return [row.pk for row in self.rows]
        return [hit.key for hit in self.results.hits]

    @cached_property
    def page(self) -> Page[Any]:
        """The page for templates; raises Http404 beyond the last."""
        try:
            page = Paginator(range(self.count), self.page_size).page(self.number)
        except InvalidPage as error:
            raise Http404(str(error)) from error
        page.object_list = self.rows
        return page

    def all_pages(self) -> Iterator["Answer"]:
        """Answers with all rows, some hundred at a time, without facets and excerpts of rows."""
        first = self._part(1)
        if first.results is None:
            yield from map(self._part, range(1, max(1, ceil(first.count / ROWS_AT_ONCE)) + 1))
            return
        for results in get_index().pages(first.query()):
            answer = self._part(1)
            answer.results = results
            yield answer

    def _part(self, number: int) -> "Answer":
        is_hits = not self.filterset.record_kind
        return Answer(self.filterset, number, ROWS_AT_ONCE, (), snippets=is_hits)

    # --- What is said of it ---------------------------------------------------------------

    @cached_property
    def facets(self) -> list[FacetCounts]:
        """Every counted facet with its labels, which take one query; none without an index.

        Values that no longer exist are left out.
        """
        if self.results is None:
            return []
        counted = {name: self.counts(name) for name in self.facet_names}
        labels = labels_of(
            {name: (self._facets[name].resolver, counts) for name, counts in counted.items()}
        )
        return [
            self._facets[name].counted(name, counts, labels[name], self.chosen.get(name, ()))
            for name, counts in counted.items()
        ]

    def counts(self, name: str) -> Mapping[str, int]:
        """The number of rows with each value of a counted facet; empty without an index."""
        return self.results.facets[self._facets[name].field_name] if self.results else {}

    def count_without(self, name: str) -> int:
        """The number of rows without one of the parameters."""
        if self.results is None:
            data = self.filterset.data.copy()
            data.pop(name)
            return int(type(self.filterset)(data, self.filterset.queryset).qs.count())
        query = self.query(name)
        if name == "q":
            query = replace(query, text="")
        return get_index().search(replace(query, page=1, page_size=0)).total

    @cached_property
    def matched(self) -> dict[int, MatchedTexts]:
        """The highlighted title and the excerpts of each row of the page, for a query text."""
        if not self.text or self.results is None:
            return {}
        addresses = self.addresses
        return {
            hit.key: MatchedTexts(
                Marked(hit.title, hit.title_highlights), excerpts(hit, addresses.get(hit.key, ""))
            )
            for hit in reasons_for_reader(self.results.hits)
        }

    @cached_property
    def addresses(self) -> dict[int, str]:
        """The URL of the paragraph that the snippet of a case is from, by case key."""
        return passage_addresses(self.results.hits if self.results else ())

    @cached_property
    def did_you_mean(self) -> list[str]:
        """Spelling proposals, where a single query text finds little."""
        is_many = self.full_count > FEW_HITS or len(self.filterset.texts) > 1
        if not self.text or self.number > 1 or not self.results or is_many:
            return []
        return did_you_mean(self.text, partial(has_hits, kind=self.filterset.record_kind))

    def note_if_failed(self) -> None:
        """Record a search without full hits; not with filters, which may be the cause."""
        if self.text and self.number == 1 and not self.chosen and not self.full_count:
            mark_no_store()  # else the next same search would not be counted
            note_failure(self.text)


def has_hits(text: str, kind: str = "") -> bool:
    """Whether a document has every word of a text: of one kind, or of any."""
    filters = {"kind": (kind,)} if kind else {}
    query = Query(text=text, filters=filters, page_size=0)
    return get_index().search(query).full_count > 0
