"""Conversion of cells for files."""

import datetime as dt
import unicodedata
from decimal import Decimal

from django.utils.functional import Promise

from casebook.core.control_characters import replace_controls

from .tables import Cell

PlainCell = str | int | float | Decimal | dt.date


def to_plain_cell(cell: Cell) -> PlainCell:
    """Convert a cell for any file: translated, without control characters and trailing zeros."""
    if cell is None:
        return ""
    if isinstance(cell, Promise | str):
        return replace_controls(str(cell))
    return Decimal(f"{cell.normalize():f}") if isinstance(cell, Decimal) else cell


def width(text: str) -> int:
    """The display width of the longest line of a text, in Latin letters; a 汉字 counts as two."""
    return max((sum(map(_width, line)) for line in text.splitlines()), default=0)


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
