"""Ends of a quotation: whether it begins or ends within a figure, or beside what governs it.

Places are offsets in the plain text of a ``Text``; what is lost lies in the same clause.
"""

import re
from collections.abc import Iterator

from .clauses import Clause, qualifiers_in
from .texts import Text

DIGITS = "0-9"
ONES = "零〇一二两三四五六七八九"
TENS = "十百千万亿"
CUT_FIGURE = re.compile(
    rf"[{DIGITS}.][{DIGITS}.]|[{DIGITS}][%‰{TENS}]|(?<![{DIGITS}])-[{DIGITS}]"
    rf"|[{ONES}{TENS}][{TENS}]|[{TENS}][{ONES}]|之[{DIGITS}{ONES}{TENS}]"
)
"""Two characters of one figure; between them no quotation begins or ends."""


def is_cut(text: Text, at: int) -> bool:
    """Whether a figure goes on over a place in a text; it ends where a paragraph ends."""
    if at <= 0 or at >= len(text.plain) or text.is_break(at):
        return False
    return CUT_FIGURE.match(text.plain, at - 1) is not None


def figure_start(text: Text, at: int) -> int:
    """The start of the figure that a place lies in; else the place itself."""
    while is_cut(text, at):
        at -= 1
    return at


def figure_end(text: Text, at: int) -> int:
    while is_cut(text, at):
        at += 1
    return at


def clause_over(text: Text, at: int) -> Clause | None:
    """The clause that a place lies inside, if any."""
    clauses = text.clauses(at - 1, at + 1)
    return next((clause for clause in clauses if clause.start < at < clause.end), None)


def whole_start(text: Text, at: int) -> int:
    """Where a quotation has to begin so that no figure, negation or hedge before it is lost."""
    first = figure_start(text, at)
    clause = clause_over(text, at) if first == at else None
    while clause and (lost := [q.start for q in clause.qualifiers if q.is_lost_before(first)]):
        first = min(lost)
    return first


def whole_end(text: Text, at: int) -> int:
    """Where a quotation has to end so that no figure, negation or hedge behind it is lost."""
    last = figure_end(text, at)
    clause = clause_over(text, at) if last == at else None
    while clause and (lost := [q.end for q in clause.qualifiers if q.is_lost_behind(last)]):
        last = max(lost)
    return last


def severed(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans with a qualifier that an omission removes from clauses of which words stay.

    A whole clause may be left out: that changes nothing about the words that stay.
    """
    ends = [*text.clauses(start, start + 1), *text.clauses(end - 1, end)]
    for clause in dict.fromkeys(ends):
        stretch = max(clause.start, start), min(clause.end, end)
        stays_in_part = clause.start < start or clause.end > end
        if stays_in_part and qualifiers_in([clause], *stretch):
            yield stretch
