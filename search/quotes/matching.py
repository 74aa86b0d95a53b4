"""Matching: the stretch of one text that a quotation was, or may have been, taken from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .alignment import Alignment, align
from .places import Place, place
from .quote import Quote
from .texts import Text

DIGITS = "0-9"
ONES = "零〇一二两三四五六七八九"
UNITS = "十百千万亿"
CUT_FIGURE = re.compile(
    rf"[{DIGITS}.][{DIGITS}.]|[{DIGITS}][%‰{UNITS}]|(?<![{DIGITS}])-[{DIGITS}]"
    rf"|[{ONES}{UNITS}][{UNITS}]|[{UNITS}][{ONES}]|之[{DIGITS}{ONES}{UNITS}]"
)
"""Two characters of one figure; between them no quotation begins or ends."""

ALIKE = 0.7
"""From this share of unchanged characters on, a text is what was meant, quoted wrongly."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where the pieces of a quotation stand in one text, or come nearest to it."""

    text: Text
    alignments: tuple[Alignment, ...]

    @property
    def distance(self) -> int:
        """How many characters would have to change."""
        return sum(each.distance for each in self.alignments)

    @property
    def is_in_order(self) -> bool:
        starts = [each.start for each in self.alignments]
        return starts == sorted(starts)

    @property
    def place(self) -> Place:
        start = min(each.start for each in self.alignments)
        return place(self.text, start, max(each.end for each in self.alignments))

    def is_like(self, quote: Quote) -> bool:
        """Whether this is what was meant, whatever became of the figures at the ends."""
        return 1 - self.distance / quote.length >= ALIKE

    def likeness(self, quote: Quote) -> float:
        """The share of a quotation's characters that stay."""
        edits = self.distance + sum(each.cut for each in self.alignments)
        return max(0.0, 1 - edits / quote.length)


def exactly(quote: Quote, text: Text) -> Match | None:
    """Where a text has every piece of a quotation, in their order."""
    found: list[Alignment] = []
    after = 0
    for piece in quote.pieces:
        start = next(occurrences(piece.plain.text, text, after), None)
        if start is None:
            return None
        after = start + len(piece.plain.text)
        found.append(Alignment(start, after, 0))
    return Match(text, tuple(found))


def occurrences(words: str, text: Text, after: int) -> Iterator[int]:
    """Where the words stand and begin and end with no part of a figure."""
    at = text.plain.find(words, after)
    while at >= 0:
        if not (is_cut(text, at) or is_cut(text, at + len(words))):
            yield at
        at = text.plain.find(words, at + 1)


def nearly(quote: Quote, text: Text) -> Match:
    """Where a text comes nearest to each piece of a quotation."""
    found = (
        min(
            (near(piece.plain.text, text, *window) for window in around(text, quote.length)),
            key=lambda alignment: alignment.distance,
        )
        for piece in quote.pieces
    )
    return Match(text, tuple(found))


def around(text: Text, reach: int) -> list[tuple[int, int]]:
    """The stretches about the likely pieces of a text, far enough for what runs on."""
    windows: list[tuple[int, int]] = []
    for position in sorted(text.likely):
        start = max(0, text.start_of(position) - reach)
        end = min(len(text.plain), text.end_of(position) + reach)
        if windows and start <= windows[-1][1]:
            start, _ = windows.pop()
        windows.append((start, end))
    return windows


def near(words: str, text: Text, start: int, end: int) -> Alignment:
    """The nearest stretch within a window, with all of the figures at its ends."""
    found = align(words, text.plain[start:end])
    first, last = start + found.start, start + found.end
    while is_cut(text, first):
        first -= 1
    while is_cut(text, last):
        last += 1
    cut = last - first - (found.end - found.start)
    return Alignment(first, last, found.distance, cut)


def is_cut(text: Text, at: int) -> bool:
    """Whether a figure goes on over a place in a text; it ends where a paragraph ends."""
    if at <= 0 or at >= len(text.plain) or text.is_break(at):
        return False
    return CUT_FIGURE.match(text.plain, at - 1) is not None
