"""The tile map: the number of cases of each province on the grid of squares."""

from dataclasses import dataclass

from django.db.models import Count

from casebook.core.web.languages import is_english
from casebook.core.web.requests import query_of
from cases.filters.case_filter import CaseFilter
from cases.filters.facets import left_for
from cases.listing.list_controls import in_use
from cases.models import Place

from .grid import COLUMNS, ROWS, SQUARES, Square
from .shades import legend, shade

PITCH = 100
"""The distance between squares, in units of the drawing."""


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


def tile_map(case_filter: CaseFilter) -> TileMap:
    """Every province with its count, which ignores which provinces are selected; two queries."""
    provinces = Place.objects.filter(level__in=Place.PROVINCIAL, code__isnull=False)
    slugs = dict(provinces.values_list("code", "slug"))
    rows = left_for(case_filter, "province").values_list("case_places__place__province__code")
    counts = dict(rows.annotate(Count("pk", distinct=True)))
    selected = {value for value, _label in case_filter.selected.get("province", ())}
    largest = max((counts.get(square.code, 0) for square in SQUARES), default=0)
    return TileMap(
        [
            Tile(
                square,
                slug := slugs.get(square.code, ""),
                count := counts.get(square.code, 0),
                shade(count, largest),
                slug in selected,
                toggled(case_filter, "province", slug),
            )
            for square in SQUARES
        ]
    )


def toggled(case_filter: CaseFilter, field: str, value: str) -> str:
    """The query string with one value added, or removed if it was in use."""
    pairs = in_use(case_filter)
    pair = (field, value)
    return query_of([each for each in pairs if each != pair] + ([] if pair in pairs else [pair]))
