"""Markdown: a table, and the notes on the result below it."""

import re
from collections.abc import Iterable, Iterator

from casebook.core.control_characters import replace_controls

from .about import About
from .cells import to_plain_cell
from .chunks import in_chunks
from .result import Result

SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
LINE_ENDS = re.compile(r"\r\n?|\n")
ADDRESS = re.compile(r"https?://[^\s<>|]+")


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
