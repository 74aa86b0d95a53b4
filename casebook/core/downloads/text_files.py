"""Text files: CSV for spreadsheets, JSON and JSON Lines as the API writes them, Markdown."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from rest_framework.renderers import JSONRenderer

from casebook.core.control_characters import replace_controls

from .result import About, Result
from .tables import Cell, to_plain_cell

MARK = "\ufeff"
"""The byte order mark, by which Excel recognises UTF-8."""
FORMULA_MARKS = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""
SKIPPED = " \t\r\n\xa0\u3000\u200b\u2060\ufeff"
"""Blanks, some without width, that some programs skip before they look for a formula."""
SHIELD = "'"
SHIELDED = (SHIELD, "\t", "\r", "\n")
PIECE = 64 * 1024
WHOLE = {"next": None, "previous": None}
"""The page links of an API list that has one page."""
SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
LINE_ENDS = re.compile(r"\r\n?|\n")
ADDRESS = re.compile(r"https?://[^\s<>|]+")


def write_csv(result: Result) -> Iterator[bytes]:
    """The headings and every row (RFC 4180), protected against formula injection."""
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


def in_chunks(texts: Iterable[str | bytes]) -> Iterator[bytes]:
    """The texts in UTF-8, joined to chunks of at least ``PIECE`` bytes; the last may be shorter."""
    piece = bytearray()
    for text in texts:
        piece += text.encode() if isinstance(text, str) else text
        if len(piece) >= PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


def write_json(result: Result) -> Iterator[bytes]:
    """The list as the API writes it, on one page, with notes in ``about``."""
    return in_chunks(_members(result))


def _members(result: Result) -> Iterator[bytes]:
    count = 0
    yield b'{"results":['
    for row in result.objects():
        yield b",\n" if count else b"\n"
        yield in_json(row)
        count += 1
    beside = result.table.beside_rows(result.filterset)
    about = {"about": About(result, count).as_json()}
    yield b"\n]," + in_json({"count": count} | WHOLE | beside | about)[1:] + b"\n"


def write_json_lines(result: Result) -> Iterator[bytes]:
    """One object per line."""
    return in_chunks(in_json(row) + b"\n" for row in result.objects())


def in_json(value: Any) -> bytes:
    """A value as JSON, rendered as by the API."""
    return bytes(JSONRenderer().render(value))


def write_markdown(result: Result) -> Iterator[bytes]:
    """Title, table and notes."""
    return in_chunks(_lines(result))


def _lines(result: Result) -> Iterator[str]:
    yield f"# {escaped(result.title)}\n\n"
    yield _line(map(escaped, result.labels))
    yield _line("---" for _label in result.labels)
    count = 0
    for row in result.rows():
        yield _line(cell_text(to_plain_cell(cell)) for cell in row)
        count += 1
    about = About(result, count)
    yield f"\n## {about.heading}\n\n"
    for label, text in about.pairs():
        yield f"- {escaped(label)}：{cell_text(text)}\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def cell_text(cell: object) -> str:
    """A cell of a Markdown table, escaped; a URL becomes a link."""
    text = str(cell)
    return f"<{text}>" if ADDRESS.fullmatch(text) else escaped(text)


def escaped(text: str) -> str:
    """A text in one line with Markdown characters escaped."""
    return LINE_ENDS.sub("<br>", SPECIAL.sub(r"\\\1", replace_controls(text)))
