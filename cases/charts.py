"""The tile map: the number of cases of each province on the grid of squares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.web.languages import is_english
from casebook.core.web.requests import query_of
from cases.models import Place

MOST_SHADES = 5
"""So many can be distinguished; 0 is for no cases."""
PITCH = 100
"""The distance between squares, in units of the drawing."""


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
COLUMNS = 1 + max(square.column for square in SQUARES)
ROWS = 1 + max(square.row for square in SQUARES)


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


@dataclass(frozen=True, slots=True)
class Tile:
    """A province with its cases under the other filters; ``query`` toggles it in the list."""

    square: Square
    slug: str
    count: int
    shade: int
    selected: bool
    query: str

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.square.english_name if is_english() else self.square.name

    @property
    def letters(self) -> str:
        """The abbreviation for a small square; empty in Chinese, whose names are short."""
        return self.square.letters if is_english() else ""

    @property
    def x(self) -> int:
        return self.square.column * PITCH

    @property
    def y(self) -> int:
        return self.square.row * PITCH


@dataclass(frozen=True, slots=True)
class TileMap:
    """The provinces as squares, and the legend of their shades."""

    tiles: list[Tile]

    width = COLUMNS * PITCH
    height = ROWS * PITCH

    @property
    def by_count(self) -> list[Tile]:
        """Tiles with cases or selected, highest count first: the rows of the table."""
        counted = [tile for tile in self.tiles if tile.count or tile.selected]
        return sorted(counted, key=lambda tile: (-tile.count, tile.square.code))

    @property
    def legend(self) -> list[tuple[int, str]]:
        return legend(tile.count for tile in self.tiles)


def tile_map(filterset: StrictFilterSet, counts: Mapping[str, int]) -> TileMap:
    """Every province with its count by slug, whichever are selected; one query."""
    provinces = Place.objects.filter(level__in=Place.PROVINCIAL, code__isnull=False)
    slugs = dict(provinces.values_list("code", "slug"))
    selected = {value for value, _label in filterset.selected.get("province", ())}
    largest = max(counts.values(), default=0)
    return TileMap(
        [
            Tile(
                square,
                slug := slugs.get(square.code, ""),
                count := counts.get(slug, 0),
                shade(count, largest),
                slug in selected,
                toggled(filterset, "province", slug),
            )
            for square in SQUARES
        ]
    )


def toggled(filterset: StrictFilterSet, field: str, value: str) -> str:
    """The query string with one value added, or removed if it was in use."""
    pairs, pair = filterset.in_use, (field, value)
    return query_of([each for each in pairs if each != pair] + ([] if pair in pairs else [pair]))
