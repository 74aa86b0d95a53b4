"""The formats of a download: CSV, XLSX, JSON and JSON Lines as the API writes them, Markdown."""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from io import StringIO
from tempfile import TemporaryFile
from typing import Any

from rest_framework.renderers import JSONRenderer
from xlsxwriter import Workbook

from casebook.core.control_characters import replace_controls

from .result import NOTES, Result
from .tables import Cell, PlainCell, to_plain_cell

CHUNK_BYTES = 64 * 1024
MARK = "\ufeff"
"""The byte order mark, by which Excel recognises UTF-8."""
FORMULA_MARKS = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""
SKIPPED = " \t\r\n\xa0\u3000\u200b\u2060\ufeff"
"""Blanks, some without width, that some programs skip before they look for a formula."""
SHIELD = "'"
SHIELDED = (SHIELD, "\t", "\r", "\n")

MOST_ROWS = 1_048_575
"""Maximum rows of a sheet below its heading."""
MOST_DIGITS = 15
"""Precision of numbers in spreadsheets; longer numbers are written as texts."""
LONGEST_TEXT = 32_000
NARROWEST, WIDEST = 6, 60
NOTE_WIDTH = 100
OPTIONS = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")

WHOLE = {"next": None, "previous": None}
"""The page links of an API list that has one page."""
SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
LINE_ENDS = re.compile(r"\r\n?|\n")
ADDRESS = re.compile(r"https?://[^\s<>|]+")


def in_chunks(texts: Iterable[str | bytes]) -> Iterator[bytes]:
    """The texts in UTF-8, joined to chunks of ``CHUNK_BYTES`` or more; the last may be shorter."""
    chunk = bytearray()
    for text in texts:
        chunk += text.encode() if isinstance(text, str) else text
        if len(chunk) >= CHUNK_BYTES:
            yield bytes(chunk)
            chunk.clear()
    yield bytes(chunk)


def write_csv(result: Result) -> Iterator[str]:
    """The headings and every row (RFC 4180), protected against formula injection."""
    return csv_lines(result.labels, result.rows())


def csv_lines(labels: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The byte order mark, then the headings and each row as a line."""
    yield MARK
    buffer = StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(map(shielded, labels))
    for row in rows:
        writer.writerow([shielded(to_plain_cell(cell)) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def shielded(cell: object) -> object:
    """Prefix a text that would be read as a formula with an apostrophe; numbers are unchanged.

    A text that begins with an apostrophe gets one, too: removing one apostrophe from every
    cell that begins with one restores the texts.
    """
    if not isinstance(cell, str):
        return cell
    acts = cell.startswith(SHIELDED) or cell.lstrip(SKIPPED).startswith(FORMULA_MARKS)
    return f"{SHIELD}{cell}" if acts else cell


def write_xlsx(result: Result) -> Iterator[bytes]:
    """A workbook, written row by row to a temporary file: a sheet of rows and one of notes."""
    with TemporaryFile() as file:
        with Workbook(file, OPTIONS) as workbook:
            workbook.set_properties({"title": readable(result.title)})
            add_rows(workbook, result)
            add_notes(workbook, result)
        file.seek(0)
        yield from iter(partial(file.read, CHUNK_BYTES), b"")


def add_rows(workbook: Any, result: Result) -> None:
    """Add a sheet with a frozen heading with filters, then the rows."""
    sheet = workbook.add_worksheet(NOT_IN_SHEET_NAMES.sub(" ", str(result.table.label))[:31])
    heading = workbook.add_format({"bold": True, "bottom": 1})
    widths = [width(label) + 3 for label in result.labels]  # the filter's button needs room
    for column, label in enumerate(result.labels):
        sheet.write_string(0, column, label, heading)
    for number, row in enumerate(result.rows(), start=1):
        for column, cell in enumerate(map(to_plain_cell, row)):
            write_cell(sheet, number, column, cell)
            widths[column] = max(widths[column], width(str(cell)) + 1)
    for column, wanted in enumerate(widths):
        sheet.set_column(column, column, min(max(wanted, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, result.count, len(widths) - 1)


def add_notes(workbook: Any, result: Result) -> None:
    """Add a sheet with the notes on the rows that were written."""
    sheet = workbook.add_worksheet(str(NOTES))
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 18, workbook.add_format({"bold": True, "valign": "top"}))
    sheet.set_column(1, 1, NOTE_WIDTH, wrapped)
    for number, (label, text) in enumerate(result.notes()):
        sheet.write_string(number, 0, readable(str(label)))
        sheet.write_string(number, 1, readable(str(text)))


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


def write_json(result: Result) -> Iterator[bytes]:
    """The list as the API writes it, on one page, with notes in ``about``."""
    yield b'{"results":['
    for number, row in enumerate(result.objects()):
        yield b",\n" if number else b"\n"
        yield in_json(row)
    beside = result.table.beside_rows(result.filterset)
    members = {"count": result.count} | WHOLE | beside | {"about": result.notes_as_json()}
    yield b"\n]," + in_json(members)[1:] + b"\n"


def write_json_lines(result: Result) -> Iterator[bytes]:
    """One object per line."""
    return (in_json(row) + b"\n" for row in result.objects())


def in_json(value: Any) -> bytes:
    """A value as JSON, rendered as by the API."""
    return bytes(JSONRenderer().render(value))


def write_markdown(result: Result) -> Iterator[str]:
    """Title, table and notes."""
    yield f"# {escaped(result.title)}\n\n"
    yield _line(map(escaped, result.labels))
    yield _line("---" for _label in result.labels)
    for row in result.rows():
        yield _line(cell_text(to_plain_cell(cell)) for cell in row)
    yield f"\n## {NOTES}\n\n"
    for label, text in result.notes():
        yield f"- {escaped(str(label))}：{cell_text(text)}\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def cell_text(cell: object) -> str:
    """A cell of a Markdown table, escaped; a URL becomes a link."""
    text = str(cell)
    return f"<{text}>" if ADDRESS.fullmatch(text) else escaped(text)


def escaped(text: str) -> str:
    """A text in one line with Markdown characters escaped."""
    return LINE_ENDS.sub("<br>", SPECIAL.sub(r"\\\1", replace_controls(text)))


@dataclass(frozen=True, slots=True)
class Format:
    """A file format whose ``write`` yields its pieces; ``most_rows`` if the format has a limit."""

    extension: str
    media_type: str
    write: Callable[[Result], Iterator[str] | Iterator[bytes]]
    most_rows: int | None = None


SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    each.extension: each
    for each in (
        Format("csv", "text/csv; charset=utf-8", write_csv),
        Format("xlsx", SPREADSHEET, write_xlsx, MOST_ROWS),
        Format("json", "application/json", write_json),
        Format("jsonl", "application/jsonl", write_json_lines),
        Format("md", "text/markdown; charset=utf-8", write_markdown),
    )
}
