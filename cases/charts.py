"""What is drawn of counts: the tile map of the provinces, bars, the heat table, the time line."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from casebook.core.filters.facets import FacetCounts
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.provenance import Origin
from casebook.core.web.languages import is_english, name_of
from casebook.core.web.requests import query_of
from cases.models import Fact, Place, Theme
from experts.models import Organisation

Drawing = dict[str, Any]
"""The context of the template that draws it."""

MOST_SHADES = 5
"""So many can be distinguished; 0 is for no cases."""
PITCH = 100
"""The distance between squares, in units of the drawing."""
BAR, STEP, HEIGHT, BASE = 14, 20, 96, 18
"""Bar width, distance between bars, height of the tallest bar and of the labels below."""
EDGE = 16
MOST_LABELS = 9


class Square(NamedTuple):
    """A division, and the column and row of its square from the upper left corner."""

    code: str
    name: str
    english_name: str
    letters: str
    column: int
    row: int


SQUARES = (
    Square("230000", "黑龙江", "Heilongjiang", "HL", 7, 0),
    Square("220000", "吉林", "Jilin", "JL", 7, 1),
    Square("650000", "新疆", "Xinjiang", "XJ", 0, 2),
    Square("150000", "内蒙古", "Inner Mongolia", "NM", 4, 2),
    Square("110000", "北京", "Beijing", "BJ", 5, 2),
    Square("120000", "天津", "Tianjin", "TJ", 6, 2),
    Square("210000", "辽宁", "Liaoning", "LN", 7, 2),
    Square("620000", "甘肃", "Gansu", "GS", 1, 3),
    Square("640000", "宁夏", "Ningxia", "NX", 2, 3),
    Square("610000", "陕西", "Shaanxi", "SN", 3, 3),
    Square("140000", "山西", "Shanxi", "SX", 4, 3),
    Square("130000", "河北", "Hebei", "HE", 5, 3),
    Square("370000", "山东", "Shandong", "SD", 6, 3),
    Square("540000", "西藏", "Tibet", "XZ", 0, 4),
    Square("630000", "青海", "Qinghai", "QH", 1, 4),
    Square("510000", "四川", "Sichuan", "SC", 2, 4),
    Square("500000", "重庆", "Chongqing", "CQ", 3, 4),
    Square("410000", "河南", "Henan", "HA", 4, 4),
    Square("340000", "安徽", "Anhui", "AH", 5, 4),
    Square("320000", "江苏", "Jiangsu", "JS", 6, 4),
    Square("310000", "上海", "Shanghai", "SH", 7, 4),
    Square("530000", "云南", "Yunnan", "YN", 2, 5),
    Square("520000", "贵州", "Guizhou", "GZ", 3, 5),
    Square("420000", "湖北", "Hubei", "HB", 4, 5),
    Square("360000", "江西", "Jiangxi", "JX", 5, 5),
    Square("330000", "浙江", "Zhejiang", "ZJ", 6, 5),
    Square("450000", "广西", "Guangxi", "GX", 3, 6),
    Square("430000", "湖南", "Hunan", "HN", 4, 6),
    Square("350000", "福建", "Fujian", "FJ", 5, 6),
    Square("710000", "台湾", "Taiwan", "TW", 7, 6),
    Square("440000", "广东", "Guangdong", "GD", 4, 7),
    Square("810000", "香港", "Hong Kong", "HK", 5, 7),
    Square("460000", "海南", "Hainan", "HI", 3, 8),
    Square("820000", "澳门", "Macao", "MO", 4, 8),
)
"""China as a grid of equal squares, one for each province-level division of GB/T 2260.

A diagram, not a map: it shows no boundary, so it needs no map-review number (审图号).
Neighbours on the ground are neighbours here as far as squares allow.
"""


def shade(count: int, largest: int) -> int:
    """The shade of a count: 0 for 0, then 1 to 5 in equal steps up to the largest count."""
    return 0 if not count else -(-count * min(MOST_SHADES, largest) // largest)


def legend(counts: Iterable[int]) -> list[tuple[int, str]]:
    """Each shade in use with its range of counts, as ``2–3``."""
    largest = max(counts, default=0)
    ranges: dict[int, list[int]] = {}
    for count in range(1, largest + 1):
        ranges.setdefault(shade(count, largest), []).append(count)
    return [
        (step, f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}")
        for step, numbers in ranges.items()
    ]


def toggled(filterset: StrictFilterSet, field: str, value: str) -> str:
    """The query string with one value added, or removed if it was in use."""
    pairs, pair = filterset.in_use, (field, value)
    return query_of([each for each in pairs if each != pair] + ([] if pair in pairs else [pair]))


@dataclass(frozen=True, slots=True)
class Tile:
    """A province at a position of the drawing, with its cases under the other filters.

    The name is in the language of the page, ``letters`` are an abbreviation for a small square,
    empty in Chinese, whose names are short. ``query`` toggles the province in the list.
    """

    x: int
    y: int
    name: str
    letters: str
    slug: str
    count: int
    shade: int
    selected: bool
    query: str


def tile_map(filterset: StrictFilterSet, counts: Mapping[str, int]) -> Drawing:
    """Every province as a tile with its count by slug, whichever are selected; one query.

    ``by_count`` are the tiles with cases or selected, the highest count first.
    """
    provinces = Place.objects.filter(level__in=Place.PROVINCIAL, code__isnull=False)
    slugs = dict(provinces.values_list("code", "slug"))
    selected = {value for value, _label in filterset.selected.get("province", ())}
    largest = max(counts.values(), default=0)
    tiles = {}
    for square in SQUARES:
        slug = slugs.get(square.code, "")
        tiles[square.code] = Tile(
            square.column * PITCH,
            square.row * PITCH,
            square.english_name if is_english() else square.name,
            square.letters if is_english() else "",
            slug,
            counts.get(slug, 0),
            shade(counts.get(slug, 0), largest),
            slug in selected,
            toggled(filterset, "province", slug),
        )
    by_code = (tiles[code] for code in sorted(tiles))
    counted = [tile for tile in by_code if tile.count or tile.selected]
    counted.sort(key=lambda tile: -tile.count)
    return {
        "tiles": [*tiles.values()],
        "by_count": counted,
        "legend": legend(tile.count for tile in tiles.values()),
        "width": PITCH * (1 + max(square.column for square in SQUARES)),
        "height": PITCH * (1 + max(square.row for square in SQUARES)),
    }


@dataclass(frozen=True, slots=True)
class Bar:
    """One value with its count; ``query`` is the query string of its link, empty for no link."""

    label: str
    count: int
    query: str = ""
    selected: bool = False


def bar_chart(label: str, bars: list[Bar]) -> Drawing:
    """Bars under a label, with the ``largest`` count."""
    return {"label": label, "bars": bars, "largest": max((bar.count for bar in bars), default=0)}


def facet_chart(filterset: StrictFilterSet, facet: FacetCounts) -> Drawing:
    """A facet as the list page counts and orders it; the link of each bar toggles its value."""
    bars = [
        Bar(value.label, value.count, toggled(filterset, facet.field, value.value), value.selected)
        for value in facet.values
    ]
    return bar_chart(facet.label, bars)


def kinds_of_organisations(counts: Mapping[str, int]) -> Drawing:
    """The cases by the kind of their critics' organisations; no filter, so bars have no links."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    bars = [Bar(str(Organisation.Kind(kind).label), count) for kind, count in ordered]
    return bar_chart(_("点评专家所在机构的类别"), bars)


def heat_table(filterset: StrictFilterSet, pairs: Mapping[str, int]) -> Drawing:
    """Themes as ``rows`` and ``provinces`` as columns, if they have a case; two queries.

    ``pairs`` are the counts by the slugs of province and theme, joined by a space. A cell has its
    count, its shade and the query of the list of its cases.
    """
    slugs = [pair.split() for pair in pairs]
    provinces = list(Place.objects.filter(slug__in={province for province, _theme in slugs}))
    provinces.sort(key=lambda place: place.code or "")
    kept = [pair for pair in filterset.in_use if pair[0] not in {"theme", "province"}]
    largest = max(pairs.values(), default=0)

    def cell(theme: Theme, place: Place) -> tuple[int, int, str]:
        count = pairs.get(f"{place.slug} {theme.slug}", 0)
        query = query_of([*kept, ("theme", theme.slug), ("province", place.slug)])
        return count, shade(count, largest), query

    themes = Theme.objects.filter(slug__in={theme for _province, theme in slugs})
    return {
        "provinces": [name_of(place, "short_name") for place in provinces],
        "rows": [(name_of(theme), [cell(theme, place) for place in provinces]) for theme in themes],
    }


@dataclass(frozen=True, slots=True)
class YearBar:
    """One year: the facts of the book below, all others on top; sizes in units of the drawing."""

    year: int
    of_book: int
    of_others: int
    x: int
    book_height: int
    other_height: int
    has_label: bool

    @property
    def count(self) -> int:
        return self.of_book + self.of_others

    @property
    def middle(self) -> int:
        return self.x + BAR // 2

    @property
    def book_top(self) -> int:
        return HEIGHT - self.book_height

    @property
    def other_top(self) -> int:
        return self.book_top - self.other_height


def counts_of(facts: QuerySet[Fact]) -> dict[tuple[str, int], int]:
    """The number of dated facts by origin and year."""
    dated = facts.order_by().exclude(year=None).values_list("origin", "year")
    return {(row[0], row[1]): row[2] for row in dated.annotate(Count("pk", distinct=True))}


def timeline(counts: Mapping[tuple[str, int], int]) -> Drawing | None:
    """The number of facts by origin and year; None for fewer than two different years.

    Any span of years without facts is one gap of the width of a bar.
    """
    of_book, of_others = Counter[int](), Counter[int]()
    for (origin, year), count in counts.items():
        (of_book if origin == Origin.BOOK else of_others)[year] += count
    totals = of_book + of_others
    years = sorted(totals)
    if len(years) <= 1:
        return None

    def scaled(count: int) -> int:
        """The height of a bar: at least 2 units for one fact, 0 for none."""
        return max(2, round(count * (HEIGHT - 10) / max(totals.values()))) if count else 0

    every = -(-len(years) // MOST_LABELS)
    bars: list[YearBar] = []
    for position, year in enumerate(years):
        x = EDGE
        if bars:
            x = bars[-1].x + (STEP if year == bars[-1].year + 1 else STEP * 2)
        book, others = of_book[year], of_others[year]
        has_label = (len(years) - 1 - position) % every == 0
        bars.append(YearBar(year, book, others, x, scaled(book), scaled(others), has_label))
    return {
        "bars": bars,
        "bar_width": BAR,
        "base": HEIGHT,
        "width": bars[-1].x + BAR + EDGE,
        "height": HEIGHT + BASE,
    }
