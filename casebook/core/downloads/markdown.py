"""Markdown: a table that people read as it stands, and what it is below it."""

import re
from collections.abc import Iterable, Iterator

from casebook.core.control_characters import replace_controls

from .about import About
from .cells import plain
from .pieces import in_pieces
from .result import Result

SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
LINE_ENDS = re.compile(r"\r\n?|\n")
ADDRESS = re.compile(r"https?://[^\s<>|]+")


def write_markdown(result: Result) -> Iterator[bytes]:
    """Title, table, and what the file is."""
    return in_pieces(_lines(result))


def _lines(result: Result) -> Iterator[str]:
    yield f"# {escaped(result.title)}\n\n"
    yield _line(map(escaped, result.labels))
    yield _line("---" for _label in result.labels)
    count = 0
    for row in result.rows():
        yield _line(cell_text(plain(cell)) for cell in row)
        count += 1
    about = About(result, count)
    yield f"\n## {about.heading}\n\n"
    for label, text in about.pairs():
        yield f"- {escaped(label)}：{cell_text(text)}\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def cell_text(cell: object) -> str:
    """A cell that stays between its bars; an address becomes a link."""
    text = str(cell)
    return f"<{text}>" if ADDRESS.fullmatch(text) else escaped(text)


def escaped(text: str) -> str:
    """A text in one line, in which nothing is taken for a mark."""
    return LINE_ENDS.sub("<br>", SPECIAL.sub(r"\\\1", replace_controls(text)))
