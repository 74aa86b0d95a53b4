"""Filters of a search: the parameters of the list of cases, and those for other kinds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from casebook.core.filters.filterset import NamedFilter
from casebook.core.filters.value_resolver import FixedValues, ResolvedValue, ValueResolver
from casebook.core.records import FACETS, indexed_types
from cases.filters.case_filter import CaseFilter, CaseOrder
from cases.models import Fact

from .query.query import RELEVANCE

SHOWN_FACETS = tuple(name for name in FACETS if name not in {"place", "case"})
"""The facets shown as lists of values; places and cases are chosen in other ways."""

FIRST_YEAR, LAST_YEAR = 1000, 2999


def kind_choices() -> list[ResolvedValue]:
    types = indexed_types().values()
    return [ResolvedValue(each.kind, str(each.label), (), each.kind) for each in types]


@dataclass(frozen=True)
class Years(ValueResolver):
    """Value resolver of years: any year is valid; the years of facts are proposed."""

    example = "2016"

    def named(self, values: list[str]) -> list[ResolvedValue]:
        return [self.choice(value) for value in values if is_year(value)]

    def everything(self) -> list[ResolvedValue]:
        years = Fact.objects.exclude(year=None).order_by("year")
        return [self.choice(str(year)) for year in years.values_list("year", flat=True).distinct()]

    def choice(self, year: str) -> ResolvedValue:
        return ResolvedValue(year, _("%(year)s 年") % {"year": year}, (), year)


def is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and FIRST_YEAR <= int(value[:5]) <= LAST_YEAR


class SearchOrder(CaseOrder):
    """The orders of the list of cases, with relevance first; the engine sorts."""

    def __init__(self) -> None:
        super().__init__()
        self.offer_relevance()

    def filter(self, queryset: Any, choices: list[ResolvedValue]) -> Any:  # noqa: ARG002
        return queryset


class SearchFilter(CaseFilter):
    """The filterset of a search: that of the list of cases, with kinds and years."""

    kind = NamedFilter(
        FixedValues(kind_choices),
        label=_lazy("类别"),
        help_text=_lazy("如 case、案例、passage、正文段落"),
    )
    year = NamedFilter(Years(), label=_lazy("年份"), help_text=_lazy("事实所述的年份：2016"))
    ordering = SearchOrder()

    def __init__(self, data: Any) -> None:
        super().__init__(data, queryset=Fact.objects.none())

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The selected values of each facet."""
        return {
            name: tuple(value for value, _label in choices)
            for name, choices in self.selected.items()
            if name in FACETS
        }

    @property
    def order(self) -> tuple[str, bool]:
        """The sort key of the hits, and whether it is descending."""
        chosen = next((value for value, _label in self.selected.get("ordering", ())), RELEVANCE)
        return chosen.removeprefix("-"), chosen.startswith("-")


def as_one(texts: Iterable[str]) -> str:
    """Several query texts joined by OR."""
    return " OR ".join(texts)
