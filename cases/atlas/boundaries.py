"""A map with real boundaries, where the operator has installed one that is approved.

China's Map Management Regulations (《地图管理条例》, State Council Order 664) let maps be shown
to the public only with their review number (审图号) printed on them. So the file is the
operator's, the number is shown, and a file without a number is refused at the start.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from .grid import CODES, SQUARES
from .tiles import Tile, TileMap

APPROVAL_NUMBER = re.compile(r"(GS[\u4e00-\u9fff]?|[\u4e00-\u9fff]S)[(（]\d{4}[)）]\d+号")
LARGEST_FILE = 64_000_000
WIDTH = 800
"""Units of the drawing across; finer detail than one unit is left out."""

Ring = list[tuple[float, float]]


class UnfitMapError(ValueError):
    """A map that must not be shown; the message says why and what would help."""


@dataclass(frozen=True, slots=True)
class Region:
    """One province: its tile with the numbers, and its outline as an SVG path."""

    tile: Tile
    path: str


@dataclass(frozen=True, slots=True)
class BoundaryMap:
    """The outlines with their numbers, and the review number that must stand beside them."""

    regions: list[Region]
    approval_number: str
    height: int
    width: int = WIDTH


def boundary_map(tiles: TileMap) -> BoundaryMap | None:
    """The map of the operator, with the same numbers as the tiles; None where there is none."""
    if not settings.MAP_GEOJSON:
        return None
    outlines, height = read_outlines(Path(settings.MAP_GEOJSON))
    regions = [Region(tile, outlines[tile.square.code]) for tile in tiles.tiles]
    return BoundaryMap(regions, settings.MAP_APPROVAL_NUMBER, height)


def check_map(path: str, approval_number: str) -> None:
    """Refuse a map without a review number, or one that is not whole; UnfitMapError says which."""
    if not path:
        return
    if not APPROVAL_NUMBER.fullmatch(approval_number):
        message = (
            "MAP_GEOJSON names a map, but MAP_APPROVAL_NUMBER is not a review number such as "
            "GS(2024)0650号; a map of China may be shown only with its number."
        )
        raise UnfitMapError(message)
    read_outlines(Path(path))


@cache
def read_outlines(path: Path) -> tuple[dict[str, str], int]:
    """The outline of each province by its code, and the height of the drawing; read once."""
    rings = dict(features(path))
    if missing := CODES - rings.keys():
        names = "、".join(square.name for square in SQUARES if square.code in missing)
        message = f"{path}: the map lacks {names}; a property adcode of every province is needed."
        raise UnfitMapError(message)
    points = [point for outline in rings.values() for ring in outline for point in ring]
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    scale = WIDTH / (max(x for x, _y in points) - left)
    height = math.ceil((max(y for _x, y in points) - top) * scale)
    drawn = {
        code: "".join(path_of(ring, left, top, scale) for ring in outline)
        for code, outline in rings.items()
    }
    return drawn, height


def features(path: Path) -> Iterator[tuple[str, list[Ring]]]:
    """The code and the projected rings of every province in a file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnfitMapError(f"{path}: larger than 64 MB; simplify the outlines first.")
        collection = json.loads(path.read_text("utf-8"))
        for feature in collection["features"]:
            code = str(feature.get("properties", {}).get("adcode", ""))[:6]
            if code in CODES:
                yield code, [project(ring) for ring in rings_of(feature["geometry"])]
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, UnfitMapError):
            raise
        raise UnfitMapError(f"{path}: cannot be read as GeoJSON ({error}).") from error


def rings_of(geometry: dict[str, Any]) -> list[list[list[float]]]:
    """The rings of a Polygon or MultiPolygon (RFC 7946, sections 3.1.6 and 3.1.7)."""
    held = geometry["coordinates"]
    polygons = {"Polygon": [held], "MultiPolygon": held}[geometry["type"]]
    return [ring for polygon in polygons for ring in polygon]


def project(ring: list[list[float]]) -> Ring:
    """Albers' equal-area conic with the parallels that maps of China use, 25° and 47° N, 105° E.

    J. P. Snyder, Map Projections: A Working Manual (USGS 1395), formulas 14-1 to 14-6, sphere.
    """
    first, second = math.radians(25), math.radians(47)
    n = (math.sin(first) + math.sin(second)) / 2
    c = math.cos(first) ** 2 + 2 * n * math.sin(first)
    projected = []
    for longitude, latitude, *_height in ring:
        rho = math.sqrt(c - 2 * n * math.sin(math.radians(latitude))) / n
        theta = n * math.radians(longitude - 105)
        projected.append((rho * math.sin(theta), rho * math.cos(theta)))
    return projected


def path_of(ring: Ring, left: float, top: float, scale: float) -> str:
    """A ring in whole units; one that shrinks to nothing is left out, save by its place."""
    points = [(round((x - left) * scale), round((y - top) * scale)) for x, y in ring]
    kept = [
        point for point, before in zip(points, [None, *points], strict=False) if point != before
    ]
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z"
