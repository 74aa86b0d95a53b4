"""Cells on their way into a file."""

import datetime as dt
import unicodedata
from decimal import Decimal

from django.utils.functional import Promise

from casebook.core.control_characters import replace_controls

from .tables import Cell

Plain = str | int | float | Decimal | dt.date


def plain(cell: Cell) -> Plain:
    """A cell as any file can hold it: translated, without control characters and idle zeros."""
    if cell is None:
        return ""
    if isinstance(cell, Promise | str):
        return replace_controls(str(cell))
    return Decimal(f"{cell.normalize():f}") if isinstance(cell, Decimal) else cell


def width(text: str) -> int:
    """How many Latin letters the longest line of a text is wide; a 汉字 counts as two."""
    return max((sum(map(_width, line)) for line in text.splitlines()), default=0)


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
