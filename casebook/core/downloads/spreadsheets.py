"""XLSX: one sheet with typed cells, a second with the notes on the result."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any

from xlsxwriter import Workbook

from casebook.core.control_characters import replace_controls

from .result import About, Result
from .tables import PlainCell, to_plain_cell
from .text_files import PIECE

MOST_ROWS = 1_048_575
"""Maximum rows of a sheet below its heading."""
MOST_DIGITS = 15
"""Precision of numbers in spreadsheets; longer numbers are written as texts."""
LONGEST_TEXT = 32_000
NARROWEST, WIDEST = 6, 60
NOTE_WIDTH = 100
OPTIONS = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")


def write_xlsx(result: Result) -> Iterator[bytes]:
    """The workbook, written row by row to a temporary file."""
    with TemporaryFile() as file:
        with Workbook(file, OPTIONS) as workbook:
            _fill(workbook, result)
        file.seek(0)
        yield from _pieces_of(file)


def _pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _fill(workbook: Any, result: Result) -> None:
    label = str(result.table.label)
    workbook.set_properties({"title": readable(result.title)})
    count = _write_rows(workbook, label, result.labels, result.rows())
    about = About(result, count)
    notes = workbook.add_worksheet(about.heading)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    notes.set_column(0, 0, 18, workbook.add_format({"bold": True, "valign": "top"}))
    notes.set_column(1, 1, NOTE_WIDTH, wrapped)
    for number, pair in enumerate(about.pairs()):
        for column, text in enumerate(pair):
            notes.write_string(number, column, readable(text))


def _write_rows(workbook: Any, name: str, labels: list[str], rows: Iterable[list[Any]]) -> int:
    """The first sheet: a frozen heading with filters, then the rows; return how many."""
    sheet = workbook.add_worksheet(NOT_IN_SHEET_NAMES.sub(" ", name)[:31])
    heading = workbook.add_format({"bold": True, "bottom": 1})
    widths = [width(label) + 3 for label in labels]  # the filter's button needs room
    for column, label in enumerate(labels):
        sheet.write_string(0, column, label, heading)
    count = 0
    for row in rows:
        count += 1
        for column, cell in enumerate(map(to_plain_cell, row)):
            write_cell(sheet, count, column, cell)
            widths[column] = max(widths[column], width(str(cell)) + 1)
    for column, wanted in enumerate(widths):
        sheet.set_column(column, column, min(max(wanted, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, count, len(labels) - 1)
    return count


def write_cell(sheet: Any, row: int, column: int, cell: PlainCell) -> None:
    """Write a cell with its type; a text never becomes a formula, a link or a number."""
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, column, readable(cell))
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell)
    elif isinstance(cell, Decimal) and len(cell.as_tuple().digits) > MOST_DIGITS:
        sheet.write_string(row, column, str(cell))
    else:
        sheet.write_number(row, column, cell)


def readable(text: str) -> str:
    """A text cut to ``LONGEST_TEXT`` characters, without control characters."""
    if len(text) > LONGEST_TEXT:
        text = f"{text[:LONGEST_TEXT]}…"
    text = replace_controls(text)
    # The library takes such a text for its own markup when it saves memory.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def width(text: str) -> int:
    """The display width of the longest line of a text, in Latin letters; a 汉字 counts as two."""
    return max((sum(map(_width, line)) for line in text.splitlines()), default=0)


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
