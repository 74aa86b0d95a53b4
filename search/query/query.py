"""Query: one search request to the index, the same for pages, API, feeds and downloads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .parser import Expression, parse_expression

RELEVANCE = "relevance"

MAX_PAGE_SIZE = 1_000

FACET_SIZE = 100
"""Maximum values of a facet unless a query asks for more or fewer."""


@dataclass(frozen=True, slots=True)
class Query:
    """A search request: words, selected facet values, a sort order and a page.

    ``facets`` names those to be counted, with at most ``facet_size`` values each. ``sort`` is
    ``relevance`` or one of ``sort_fields()``; hits with every word always come before those with
    some. ``descending`` reverses any order but relevance. ``cursor`` continues the page that
    returned it, with the same words, filters and order, instead of ``page``. Without ``snippets``
    hits have neither excerpts nor highlights, and their texts are not read; with ``keys_only``
    they have the keys of their rows and nothing is read, which is of use where one kind is
    selected.
    ``words`` is parsed from ``text`` unless a caller gives it, for example with synonyms added.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    facet_size: int = FACET_SIZE
    sort: str = RELEVANCE
    descending: bool = False
    page: int = 1
    page_size: int = 20
    cursor: str = ""
    words: Expression | None = None
    snippets: bool = True
    keys_only: bool = False

    def __post_init__(self) -> None:
        if self.page_size > MAX_PAGE_SIZE:
            raise ValueError(f"A page has at most {MAX_PAGE_SIZE} hits.")

    def expression(self) -> Expression:
        return self.words if self.words is not None else parse_expression(self.text)

    @property
    def offset(self) -> int:
        return (max(self.page, 1) - 1) * self.page_size

    def active_filters(self) -> dict[str, tuple[str, ...]]:
        """The facets with at least one selected value."""
        return {name: tuple(values) for name, values in self.filters.items() if values}
