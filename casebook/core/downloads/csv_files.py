"""CSV for spreadsheets: UTF-8 with byte order mark, protected against formula injection."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from .cells import to_plain_cell
from .chunks import in_chunks
from .result import Result
from .tables import Cell

MARK = "\ufeff"
"""The byte order mark, by which Excel recognises UTF-8."""
FORMULA_MARKS = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""
SKIPPED = " \t\r\n\xa0\u3000\u200b\u2060\ufeff"
"""Blanks, some without width, that some programs skip before they look for a formula."""
SHIELD = "'"
SHIELDED = (SHIELD, "\t", "\r", "\n")


def write_csv(result: Result) -> Iterator[bytes]:
    """The headings and every row (RFC 4180)."""
    return in_chunks(csv_lines(result.labels, result.rows()))


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
