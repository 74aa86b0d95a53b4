"""CSV that spreadsheets open as it is meant: UTF-8 with its mark, and no cell that acts."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from .cells import plain
from .pieces import in_pieces
from .result import Result
from .tables import Cell

MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""
FORMULA_MARKS = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""
SKIPPED = " \t\r\n\xa0\u3000\u200b\u2060\ufeff"
"""Blanks, some without width, that some programs skip before they look for a formula."""
SHIELD = "'"
SHIELDED = (SHIELD, "\t", "\r", "\n")


def write_csv(result: Result) -> Iterator[bytes]:
    """The headings and every row, as RFC 4180 has it."""
    return in_pieces(csv_lines(result.labels, result.rows()))


def csv_lines(labels: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The mark, then the headings and each row as a line."""
    yield MARK
    buffer = StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(map(shielded, labels))
    for row in rows:
        writer.writerow([shielded(plain(cell)) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def shielded(cell: object) -> object:
    """A text that would be read as a formula gets an apostrophe in front; numbers stay numbers.

    So does a text that begins with an apostrophe itself: whoever takes one apostrophe from
    every cell that begins with one has the texts as they were.
    """
    if not isinstance(cell, str):
        return cell
    acts = cell.startswith(SHIELDED) or cell.lstrip(SKIPPED).startswith(FORMULA_MARKS)
    return f"{SHIELD}{cell}" if acts else cell
