"""Filters of a search: the parameters of the list of cases, and those for other kinds."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from casebook.core.filters.facets import Facet
from casebook.core.filters.value_resolver import FixedValues, ResolvedValue
from casebook.core.records import indexed_types
from cases.filters.case_filter import DIMENSIONS, CaseFilter
from cases.filters.fact_filter import Years
from cases.models import Fact


def kind_choices() -> list[ResolvedValue]:
    types = indexed_types().values()
    return [ResolvedValue(each.kind, str(each.label), (), each.kind) for each in types]


class SearchFilter(CaseFilter):
    """The filterset of a search: that of the list of cases, with kinds and years."""

    record_kind = ""
    facet_names = ("kind", *DIMENSIONS, "year")
    kind = Facet(
        FixedValues(kind_choices),
        prefixes=("类别",),
        label=_("类别"),
        help_text=_("如 case、案例、passage、正文段落"),
    )
    year = Facet(Years(_("%(year)s 年")), label=_("年份"), help_text=_("事实所述的年份：2016"))

    def __init__(self, data: Any, _queryset: Any = None) -> None:
        super().__init__(data, Fact.objects.none())
        order = self.filters["ordering"]
        order.labels = order.labels_with_text
