"""Bar charts of cases by facet, and a heat table of cases by theme and province."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from casebook.core.web.languages import name_of
from casebook.core.web.requests import query_of
from cases.filters.case_filter import CaseFilter
from cases.filters.facets import CASE_FACETS, CASE_ORDERS, left_for, one_facet
from cases.listing.list_controls import in_use
from cases.models import Case, Place, Theme
from experts.models import Organisation

from .tiles import shade, toggled


@dataclass(frozen=True, slots=True)
class Bar:
    """One value with its count; ``query`` is the query string of its link, empty for no link."""

    label: str
    count: int
    query: str = ""
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A facet as bars, longest first unless the values have an order of their own."""

    label: str
    bars: list[Bar]

    @property
    def largest(self) -> int:
        return max((bar.count for bar in self.bars), default=0)


def chart(case_filter: CaseFilter, field: str) -> Chart:
    """The facet as the list page counts it; the link of each bar toggles its value."""
    found = one_facet(case_filter, field, CASE_FACETS, CASE_ORDERS)
    bars = [
        Bar(value.label, value.count, toggled(case_filter, field, value.value), value.selected)
        for value in found.values
    ]
    return Chart(found.label, bars)


def kinds_of_organisations(case_filter: CaseFilter) -> Chart:
    """The cases by the kind of their critics' organisations; no filter, so bars have no links."""
    rows = left_for(case_filter, "").values_list(KIND).annotate(Count("pk", distinct=True))
    counts = sorted((-count, kind) for kind, count in rows if kind)
    bars = [Bar(str(Organisation.Kind(kind).label), -count) for count, kind in counts]
    return Chart(_("点评专家所在机构的类别"), bars)


KIND = "critiques__affiliations__organisation__kind"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """The cases of one theme in one province; ``query`` leads to their list."""

    count: int
    shade: int
    query: str


@dataclass(frozen=True, slots=True)
class HeatTable:
    """Themes as rows and provinces as columns, without those that have no case."""

    provinces: list[str]
    rows: list[tuple[str, list[HeatCell]]]


def heat_table(case_filter: CaseFilter) -> HeatTable:
    """The number of cases for each theme and province; three queries."""
    counts = pairs_of(case_filter)
    themes = list(Theme.objects.filter(slug__in={theme for theme, _place in counts}))
    provinces = list(Place.objects.filter(slug__in={place for _theme, place in counts}))
    provinces.sort(key=lambda place: place.code or "")
    kept = [pair for pair in in_use(case_filter) if pair[0] not in {"theme", "province"}]
    largest = max(counts.values(), default=0)
    return HeatTable(
        [name_of(place, "short_name") for place in provinces],
        [
            (
                name_of(theme),
                [
                    HeatCell(
                        count := counts[theme.slug, place.slug],
                        shade(count, largest),
                        query_of([*kept, ("theme", theme.slug), ("province", place.slug)]),
                    )
                    for place in provinces
                ],
            )
            for theme in themes
        ],
    )


def pairs_of(case_filter: CaseFilter) -> Counter[tuple[str, str]]:
    """The number of cases for each theme and province."""
    rows = (
        left_for(case_filter, "")
        .filter(case_themes__isnull=False, case_places__place__province__isnull=False)
        .values_list("case_themes__theme__slug", "case_places__place__province__slug")
        .annotate(Count("pk", distinct=True))
    )
    return Counter({(theme, place): count for theme, place, count in rows})


def matching(case_filter: CaseFilter) -> list[Case]:
    """The cases that match the filters, in book order."""
    cases = left_for(case_filter, "").order_by("book__slug", "number")
    return list(cases.select_related("book"))
