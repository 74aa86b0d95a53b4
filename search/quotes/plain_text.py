"""Plain text: the form in which quotations are compared, without spaces and most marks.

Marks and spaces are removed, but never so that figures become others: 3.5 is not 35, 12、34 is
not 1234, 1,200 is 1200.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.text.normalisation import normalize

MARKS = re.compile(r"[\W_]+")
KEPT = frozenset("%‰°+$¥€£×±≈≥≤")
"""Signs that are kept, as if they were words."""

THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:[, ]\d{3})+(?!\d)")
MINUS = re.compile(r"[-−](?=\d[\d.]*[%‰°度万亿元])")
COMPARISON = re.compile(r"[<>]=?(?=[$¥€£]?\d)|(?<!\d)~(?=\d)")
"""Signs that are read before a figure only; between two, a tilde is a range."""

ZERO = re.compile(r"(?<=[\d〇一二三四五六七八九○◯])[○◯](?=[\d〇一二三四五六七八九○◯年])")
"""Circles that are printed for 〇: 二○一九年."""

OTHER_SIGNS = str.maketrans("≦≧", "≤≥")
RANGE = frozenset("-‐‑‒–—−~～〜")


@dataclass(frozen=True, slots=True)
class PlainText:
    """The plain text of an original from ``offset`` on, and the span of each character there."""

    text: str
    original: str
    offset: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind ``text[start:end]``; empty ones have a place, too."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.ends[start - 1] if start else self.offset
        return at, at

    def with_comma(self) -> "PlainText":
        """The same text with a comma at its end, which stands for nothing in the original."""
        at = self.ends[-1]
        return replace(self, text=self.text + ",", starts=(*self.starts, at), ends=(*self.ends, at))


def to_plain_text(original: str, start: int = 0, end: int | None = None) -> PlainText:
    """The plain text of ``original[start:end]``."""
    normalized = normalize(original[start:end])
    literal = ZERO.sub("〇", normalized.characters).translate(OTHER_SIGNS)
    kept = list(_kept(literal))
    spans = [normalized.original(at, at + 1) for at, _ in kept]
    return PlainText(
        "".join(character for _, character in kept),
        original,
        start,
        tuple(start + first for first, _ in spans),
        tuple(start + last for _, last in spans),
    )


def _kept(literal: str) -> Iterator[tuple[int, str]]:
    """The characters that are kept, each with its place in the normalised text."""
    grouped = [range(*match.span()) for match in THOUSANDS.finditer(literal)]
    done = 0
    for marks in MARKS.finditer(literal):
        yield from enumerate(literal[done : marks.start()], start=done)
        done = marks.end()
        if not any(marks.start() in group for group in grouped):
            yield from _meaningful(literal, marks)
    yield from enumerate(literal[done:], start=done)


def _meaningful(literal: str, marks: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The marks of a run that are kept: signs, and a separator between two figures."""
    start, end = marks.span()
    signs = {at for at in range(start, end) if literal[at] in KEPT}
    comparison = COMPARISON.search(literal, start, end + 2)
    if comparison and comparison.start() < end:
        signs.update(range(*comparison.span()))
    if not signs and literal[start - 1 : start].isdecimal() and literal[end : end + 1].isdecimal():
        separator = "-" if RANGE.intersection(marks[0]) else ","
        yield start, "." if marks[0] == "." else separator
        return
    yield from ((at, literal[at]) for at in sorted(signs))
    if start and MINUS.match(literal, end - 1):
        yield end - 1, "-"
