"""Counts of cases by one facet, or cross-tabulated by two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from cases.models import Case

from .case_filter import CaseFilter
from .facets import CASE_FACETS, ByColumn

DIMENSIONS = {name: by for name, by in CASE_FACETS.items() if isinstance(by, ByColumn)}
"""The facets that cases are counted by."""

MOST_DIMENSIONS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """The number of cases with these values, one of each facet, each with its label."""

    values: tuple[tuple[str, str], ...]
    count: int


def cells(case_filter: CaseFilter, names: Sequence[str]) -> list[Cell]:
    """Every combination that occurs, the most frequent first; one query. No names: all cases.

    A case with several themes counts once under each. Values of one relation are paired as they
    belong together: a place's city with that place's province.
    """
    if not names:
        return [Cell((), cases_counted(case_filter))]
    return sorted(
        counted(case_filter, [DIMENSIONS[name] for name in names], names),
        key=lambda cell: (-cell.count, [label for _value, label in cell.values], cell.values),
    )


def counted(
    case_filter: CaseFilter, dimensions: Sequence[ByColumn], names: Sequence[str]
) -> Iterator[Cell]:
    """The cells in no order; a case that lacks one of the values is not counted."""
    there: dict[str, Any] = {}
    for name, by in zip(names, dimensions, strict=True):
        there |= {f"{by.value}__isnull": False} | case_filter.filters[name].also
    rows = Case.objects.order_by().filter(pk__in=case_filter.qs.order_by().values("pk"))
    columns = [column for by in dimensions for column in (by.value, by.label_column)]
    grouped = rows.filter(**there).values_list(*columns).annotate(Count("pk", distinct=True))
    for *told, count in grouped:
        pairs = zip(told[::2], told[1::2], strict=True)
        labelled = zip(dimensions, pairs, strict=True)
        yield Cell(tuple((str(value), by.readable(text)) for by, (value, text) in labelled), count)


def cases_counted(case_filter: CaseFilter) -> int:
    """The number of cases that match the filters."""
    return int(case_filter.qs.count())
