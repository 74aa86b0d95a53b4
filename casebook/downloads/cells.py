"""Cells on their way into a file."""

import datetime as dt
import unicodedata
from decimal import Decimal

from django.utils.functional import Promise

from .tables import Cell

Plain = str | int | float | Decimal | dt.date


def plain(cell: Cell) -> Plain:
    """A cell without what only Django knows: empty for nothing, translated, without idle zeros."""
    if cell is None:
        return ""
    if isinstance(cell, Promise):
        return str(cell)
    return Decimal(f"{cell.normalize():f}") if isinstance(cell, Decimal) else cell


def width(text: str) -> int:
    """How many Latin letters the longest line of a text is wide; a 汉字 counts as two."""
    return max((sum(map(_width, line)) for line in text.splitlines()), default=0)


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
