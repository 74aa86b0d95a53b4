"""list_facets: by which values cases can be narrowed, and how many each leaves."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_lazy as _

from agents.site import Site, refused
from casebook.resources import describe
from cases.facets import CASE_FACETS, Facet, case_facets
from cases.filters import CaseFilter
from cases.models import Case

from .parameters import query_of
from .schemas import FACETS, NUMBER, record
from .tool import MANY, Argument, Arguments, Tool

NOT_NARROWING = ("q", "ordering")
MOST_VALUES = 100


def arguments() -> Mapping[str, Argument]:
    filters = {
        name: Argument(describe(each), MANY)
        for name, each in CaseFilter.base_filters.items()
        if name not in NOT_NARROWING
    }
    return {
        "facets": Argument(_("只要哪些分面；省略则全部给出"), MANY, tuple(CASE_FACETS)),
        "query": Argument(_("只数这些检索词找到的案例"), MANY),
        **filters,
    }


def run(_site: Site, given: Arguments) -> dict[str, Any]:
    wanted = given.pop("facets", list(CASE_FACETS))
    given["q"] = given.pop("query", [])
    narrowed = CaseFilter(query_of(given), queryset=Case.objects.all())
    if narrowed.problems:
        raise refused(narrowed.problems)
    facets = [written(each) for each in case_facets(narrowed) if each.field in wanted]
    return {"count": narrowed.rows.count(), "facets": facets}


def written(facet: Facet) -> dict[str, Any]:
    """The most frequent values, each with the parameter it is chosen by."""
    values = [asdict(value) for value in facet.values[:MOST_VALUES]]
    return {"parameter": facet.field, "label": facet.label, "values": values}


TOOL = Tool(
    name="list_facets",
    title=_("列出筛选值"),
    description=_(
        "列出可用来筛选案例的参数（省份、城市、主题、点评专家等）及其各值的案例数；"
        "value 可原样用作 search_cases 的参数。给出其他筛选参数时，只数符合条件的案例。"
    ),
    arguments=arguments,
    result=record(count=NUMBER, facets=FACETS),
    run=run,
)
