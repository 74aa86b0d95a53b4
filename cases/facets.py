"""Facets of a list of cases: which values are left to choose, and how many cases each has.

OR inside a facet, AND between facets: the counts of a facet ignore its own selection.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from .filters import CaseFilter
from .models import Case, Place

DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet; ``count`` is the number of cases that choosing it gives."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one parameter, as they should be listed."""

    field: str
    label: str
    values: tuple[FacetValue, ...]


VALUE_AND_LABEL = {
    "book": ("book__slug", "book__title"),
    "part": ("part__slug", "part__title"),
    "province": ("case_places__place__province__slug", "case_places__place__province__short_name"),
    "city": ("case_places__place__city__slug", "case_places__place__city__short_name"),
    "level": ("case_places__place__level", "case_places__place__level"),
    "theme": ("case_themes__theme__slug", "case_themes__theme__name"),
    "expert": ("critiques__expert__slug", "critiques__expert__name"),
    "organisation": (
        "critiques__affiliations__organisation__slug",
        "critiques__affiliations__organisation__name",
    ),
}


def case_facets(case_filter: CaseFilter) -> list[Facet]:
    """Every facet around a valid filter, one query each; books only where there are several."""
    facets = [case_facet(case_filter, field) for field in VALUE_AND_LABEL]
    return [facet for facet in facets if facet.field != "book" or len(facet.values) > 1]


def case_facet(case_filter: CaseFilter, field: str) -> Facet:
    """One facet: what the other parameters leave, and what is selected even at 0."""
    counts = count_cases(case_filter, field)
    selected = dict(case_filter.selected.get(field, ()))
    labels = selected | {value: label for value, (label, _) in counts.items()}
    values = [
        FacetValue(value, label, counts.get(value, ("", 0))[1], value in selected)
        for value, label in labels.items()
    ]
    values.sort(key=in_book_order if field == "part" else most_frequent_first)
    return Facet(field, str(case_filter.filters[field].label), tuple(values))


def count_cases(case_filter: CaseFilter, field: str) -> dict[str, tuple[str, int]]:
    """Label and number of cases of each value."""
    value, label = VALUE_AND_LABEL[field]
    cases = Case.objects.filter(pk__in=case_filter.without(field).values("pk"))
    cases = cases.filter(**{f"{value}__isnull": False}, **case_filter.filters[field].also)
    rows = cases.order_by().values_list(value, label).annotate(Count("pk", distinct=True))
    return {value: (readable(field, label), count) for value, label, count in rows}


def readable(field: str, label: str) -> str:
    """The label as people read it; levels are stored by their code."""
    return str(Place.Level(label).label) if field == "level" else label


def most_frequent_first(value: FacetValue) -> Any:
    return (-value.count, value.label, value.value)


def in_book_order(value: FacetValue) -> Any:
    """By the numbers in the slug: part 2 before part 10."""
    return [int(piece) if piece.isdigit() else piece for piece in DIGITS.split(value.value)]
