"""Query: one search request to the index, the same for pages, API, feeds and downloads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .parser import Expression, parse_expression

MAX_PAGE_SIZE = 100


class Sort(StrEnum):
    """Ways to order hits; hits with every word always come before those with some."""

    RELEVANCE = "relevance"
    NUMBER = "number"
    PLACE = "place"
    PAGE = "page"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Query:
    """A search request: words, selected facet values, a sort order and a page.

    ``facets`` names those to be counted. ``descending`` reverses any order but relevance.
    ``words`` is parsed from ``text`` unless a caller gives it, for example with synonyms added.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    descending: bool = False
    page: int = 1
    page_size: int = 20
    words: Expression | None = None
    snippets: bool = True

    def expression(self) -> Expression:
        return self.words if self.words is not None else parse_expression(self.text)

    @property
    def offset(self) -> int:
        return (max(self.page, 1) - 1) * self.page_size

    def active_filters(self) -> dict[str, tuple[str, ...]]:
        """The facets with at least one selected value."""
        return {name: tuple(values) for name, values in self.filters.items() if values}
