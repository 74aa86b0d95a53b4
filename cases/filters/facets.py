"""Facets of a list: the values that can be chosen, and the number of rows of each.

OR inside a facet, AND between facets: the counts of a facet ignore its own selection.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.enums import TextChoices

from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.filters.value_resolver import ValueResolver
from casebook.core.web.languages import is_english
from cases.models import Place
from cases.models.place import ENGLISH_RANK
from experts.expert_resolvers import EXPERTS

from .case_filter import CaseFilter

DIGITS = re.compile(r"(\d+)")

Counts = dict[str, tuple[str, int]]
"""Label and number of rows of each value."""
CountRows = Callable[[StrictFilterSet, str], Counts]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet; ``count`` is the number of rows that choosing it gives."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one parameter, in the order of display."""

    field: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ByColumn:
    """Counts the rows by a column; ``label`` is another column, or the names of the values.

    ``english`` is the column of the English labels; ``wording`` makes the label of it and of
    the value. A ``resolver`` has labels that distinguish values of the same name.
    """

    value: str
    label: str | type[TextChoices] = ""
    english: str = ""
    wording: Callable[[str, str], str] = lambda text, _value: text
    resolver: ValueResolver | None = None

    def __call__(self, filterset: StrictFilterSet, field: str) -> Counts:
        also = filterset.filters[field].also
        rows = left_for(filterset, field).filter(**{f"{self.value}__isnull": False}, **also)
        columns = (self.value, self.label_column, *self.english_columns)
        counted = rows.values_list(*columns).annotate(Count("pk", distinct=True))
        counts = {
            str(value): (self.in_english(value, *english) or self.readable(text), count)
            for value, text, *english, count in counted
            if value != ""
        }
        choices = self.resolver.named(list(counts)) if self.resolver else []
        return counts | {each.value: (each.label, counts[each.value][1]) for each in choices}

    @property
    def label_column(self) -> str:
        return self.label if isinstance(self.label, str) and self.label else self.value

    @property
    def english_columns(self) -> tuple[str, ...]:
        return (self.english,) if self.english and is_english() else ()

    def in_english(self, value: str, text: str = "") -> str:
        return self.wording(text, value) if text else ""

    def readable(self, text: Any) -> str:
        """The label to display; the value of a choice is its code."""
        return str(text) if isinstance(self.label, str) else str(self.label(text).label)


def without_rank(name: str, _slug: str) -> str:
    """``Ningxia Hui Autonomous Region`` → Ningxia."""
    return ENGLISH_RANK.sub("", name)


CASE_FACETS: Mapping[str, CountRows] = {
    "book": ByColumn("book__slug", "book__title", "book__english_title"),
    "part": ByColumn("part__slug", "part__title", "part__english_title"),
    "province": ByColumn(
        "case_places__place__province__slug",
        "case_places__place__province__short_name",
        "case_places__place__province__english_name",
        without_rank,
    ),
    "city": ByColumn(
        "case_places__place__city__slug",
        "case_places__place__city__short_name",
        "case_places__place__city__english_name",
        without_rank,
    ),
    "level": ByColumn("case_places__place__level", Place.Level),
    "theme": ByColumn(
        "case_themes__theme__slug", "case_themes__theme__name", "case_themes__theme__english_name"
    ),
    "expert": ByColumn("critiques__expert__slug", "critiques__expert__name", resolver=EXPERTS),
    "organisation": ByColumn(
        "critiques__affiliations__organisation__slug",
        "critiques__affiliations__organisation__name",
        "critiques__affiliations__organisation__english_name",
    ),
}


def case_facets(case_filter: CaseFilter) -> list[Facet]:
    """Every facet of a list of cases; the filter must be valid."""
    return facets(case_filter, CASE_FACETS, CASE_ORDERS)


def one_facet(
    filterset: StrictFilterSet,
    field: str,
    counting: Mapping[str, CountRows],
    orders: Mapping[str, Callable[[FacetValue], Any]],
) -> Facet:
    """One facet of a list, with its values in their order; the filter must be valid."""
    counts = counting[field](filterset, field)
    return facet(filterset, field, counts, orders.get(field, most_frequent_first))


def facets(
    filterset: StrictFilterSet,
    counting: Mapping[str, CountRows],
    orders: Mapping[str, Callable[[FacetValue], Any]],
) -> list[Facet]:
    """Every facet of a list, one query each; the facet of books only if there are several."""
    every = [one_facet(filterset, field, counting, orders) for field in counting]
    return [each for each in every if each.field != "book" or len(each.values) > 1]


def facet(
    filterset: StrictFilterSet, field: str, counts: Counts, order: Callable[[FacetValue], Any]
) -> Facet:
    """One facet: the values counted, and those selected even if their count is 0."""
    selected = dict(filterset.selected.get(field, ()))
    labels = selected | {value: label for value, (label, _) in counts.items()}
    values = [
        FacetValue(value, label, counts.get(value, ("", 0))[1], value in selected)
        for value, label in labels.items()
    ]
    return Facet(field, str(filterset.filters[field].label), tuple(sorted(values, key=order)))


def left_for(filterset: StrictFilterSet, field: str) -> QuerySet[Any]:
    """The rows that match the other parameters, each once and without joins."""
    rows: QuerySet[Any] = filterset.queryset.model._default_manager.order_by()
    return rows.filter(pk__in=filterset.without(field).values("pk"))


def most_frequent_first(value: FacetValue) -> Any:
    return (-value.count, value.label, value.value)


def in_book_order(value: FacetValue) -> Any:
    """By the numbers in the slug: part 2 before part 10."""
    return [int(piece) if piece.isdigit() else piece for piece in DIGITS.split(value.value)]


CASE_ORDERS = {"part": in_book_order}
"""Sort keys of facets whose values are not ordered by their counts."""
