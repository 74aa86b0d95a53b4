"""Bar charts of cases by facet, and a heat table of cases by theme and province."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casebook.core.filters.facets import FacetCounts
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.web.languages import name_of
from casebook.core.web.requests import query_of
from cases.models import Place, Theme
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


def chart(filterset: StrictFilterSet, facet: FacetCounts) -> Chart:
    """A facet as the list page counts it; the link of each bar toggles its value."""
    bars = [
        Bar(value.label, value.count, toggled(filterset, facet.field, value.value), value.selected)
        for value in facet.values
    ]
    return Chart(facet.label, bars)


def kinds_of_organisations(counts: Mapping[str, int]) -> Chart:
    """The cases by the kind of their critics' organisations; no filter, so bars have no links."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    bars = [Bar(str(Organisation.Kind(kind).label), count) for kind, count in ordered]
    return Chart(_("点评专家所在机构的类别"), bars)


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


def heat_table(filterset: StrictFilterSet, pairs: Mapping[str, int]) -> HeatTable:
    """The number of cases for each theme and province; two queries.

    ``pairs`` are the counts of values of the index field for provinces with themes.
    """
    counts = Counter({(theme, place): count for (place, theme), count in split(pairs)})
    themes = list(Theme.objects.filter(slug__in={theme for theme, _place in counts}))
    provinces = list(Place.objects.filter(slug__in={place for _theme, place in counts}))
    provinces.sort(key=lambda place: place.code or "")
    kept = [pair for pair in filterset.in_use if pair[0] not in {"theme", "province"}]
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


def split(pairs: Mapping[str, int]) -> Iterator[tuple[list[str], int]]:
    return ((pair.split(" "), count) for pair, count in pairs.items())
