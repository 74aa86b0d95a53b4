"""The answer to a search on the page and in the API: hits, facets and proposals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from casebook.core.cache.conditional_get import mark_no_store
from casebook.core.filters.value_resolver import ValueResolver
from cases.filters.facets import Facet, FacetValue, in_book_order
from search.filters import SHOWN_FACETS, SearchFilter, as_one
from search.query.query import MAX_PAGE_SIZE, Query
from search.query.results import Facet as Counts
from search.query.results import Hit, SearchResults
from search.suggest.did_you_mean import FEW_HITS, did_you_mean

from .active_index import get_index
from .case_search import has_hits, passage_addresses, question
from .failed_searches import note_failure


@dataclass(frozen=True)
class Answer:
    """One page of hits for a valid filter. Raises IndexMissingError without an index."""

    filter: SearchFilter
    page: int
    page_size: int

    @property
    def text(self) -> str:
        """The query text, several joined by OR."""
        return as_one(self.filter.texts)

    @cached_property
    def _asked(self) -> tuple[Query, tuple[str, ...]]:
        query, expanded = question(self.text, synonyms=self.filter.with_synonyms)
        sort, descending = self.filter.order
        filters = self.filter.chosen()
        return replace(query, filters=filters, sort=sort, descending=descending), expanded.also

    @property
    def also(self) -> tuple[str, ...]:
        """The synonyms that were also looked for."""
        return self._asked[1]

    @cached_property
    def results(self) -> SearchResults:
        """The hits of the page; none where there is no such page."""
        query = replace(
            self._asked[0], facets=SHOWN_FACETS, page=self.page, page_size=self.page_size
        )
        if self.page > 1 and query.offset >= self.count():
            query = replace(query, page=1, page_size=0)
        return get_index().search(query)

    def pages(self) -> Iterator[SearchResults]:
        """All hits, in pages of the maximum size."""
        return get_index().pages(replace(self._asked[0], page_size=MAX_PAGE_SIZE))

    @cached_property
    def addresses(self) -> dict[int, str]:
        """The URL of the paragraph that the snippet of a case is from, by case key."""
        return passage_addresses(hit for hit in self.results.hits if hit.kind == "case")

    def count(self, without: str | None = None) -> int:
        """How many hits there are, or would be without one of the filters."""
        query = self._asked[0]
        left = {name: values for name, values in query.filters.items() if name != without}
        return get_index().search(replace(query, filters=left, page_size=0)).total

    @cached_property
    def facets(self) -> list[Facet]:
        """Every facet with its labels, one query each; values that no longer exist are dropped."""
        return [self._facet(self.results.facet(name)) for name in SHOWN_FACETS]

    def _facet(self, counts: Counts) -> Facet:
        field = self.filter.filters[counts.name]
        labels = labels_of(field.extra["resolver"], [each.value for each in counts.values])
        values = [
            FacetValue(each.value, labels[each.value], each.count, each.selected)
            for each in counts.values
            if each.value in labels
        ]
        if counts.name == "part":
            values.sort(key=in_book_order)
        return Facet(counts.name, str(field.label), tuple(values))

    @cached_property
    def did_you_mean(self) -> list[str]:
        """Spelling proposals, where the query finds little."""
        if not self.text or self.page > 1 or self.results.full_count > FEW_HITS:
            return []
        return did_you_mean(self.text, has_hits)

    def note_if_failed(self) -> None:
        """Record a search without full hits; not with filters, which may be the cause."""
        if (
            self.text
            and self.page == 1
            and not self.filter.chosen()
            and not self.results.full_count
        ):
            mark_no_store()  # else the next same search would not be counted
            note_failure(self.text)

    def split_full_partial(self) -> tuple[list[Hit], list[Hit]]:
        """The hits with every word, and those with some."""
        hits = self.results.hits
        return [hit for hit in hits if hit.is_full], [hit for hit in hits if not hit.is_full]


def labels_of(resolver: ValueResolver, values: Iterable[str]) -> dict[str, str]:
    return {choice.value: choice.label for choice in resolver.named(list(values))}
