"""Matching: the stretch of one text that a quotation was, or may have been, taken from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from .alignment import Alignment
from .places import Place, place
from .quote import Quote
from .quote_ends import (
    figure_end,
    figure_start,
    is_cut,
    severed,
    whole_end,
    whole_start,
)
from .texts import Text

ALIKE = 0.7
"""From this share of unchanged characters on, a text is what was meant, quoted wrongly."""

MOST_OCCURRENCES = 100
"""Of the last piece of a quotation in one text."""


@dataclass(frozen=True)
class Match:
    """Where the pieces of a quotation stand in one text, or come nearest to it."""

    text: Text
    alignments: tuple[Alignment, ...]

    @property
    def distance(self) -> int:
        """How many characters would have to change."""
        return sum(each.distance for each in self.alignments)

    @property
    def cut(self) -> int:
        """How many characters at the ends belong to it besides."""
        return sum(each.cut for each in self.alignments)

    @property
    def is_in_order(self) -> bool:
        starts = [each.start for each in self.alignments]
        return starts == sorted(starts)

    @property
    def is_exact(self) -> bool:
        """Whether the words are the same, and none is left out that governs those that stay."""
        return not (self.distance or self.cut or any(map(self.severed, self.gaps)))

    @cached_property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """The stretch of the text, maybe an empty one, behind each ellipsis."""
        pairs = pairwise(self.alignments)
        return tuple((before.end, max(before.end, after.start)) for before, after in pairs)

    @property
    def omitted(self) -> int:
        """How many characters the ellipses stand for."""
        return sum(end - start for start, end in self.gaps)

    def severed(self, gap: tuple[int, int]) -> list[tuple[int, int]]:
        """What an ellipsis takes out of clauses although it limits or reverses them."""
        return list(severed(self.text, *gap)) if gap[0] < gap[1] else []

    @property
    def place(self) -> Place:
        start = min(each.start for each in self.alignments)
        return place(self.text, start, max(each.end for each in self.alignments))

    def is_like(self, quote: Quote) -> bool:
        """Whether this is what was meant, whatever became of the words at the ends."""
        return 1 - self.distance / quote.length >= ALIKE

    def likeness(self, quote: Quote) -> float:
        """The share of a quotation's characters that stay."""
        return max(0.0, 1 - (self.distance + self.cut) / quote.length)


def literally(quote: Quote, text: Text) -> Match | None:
    """Where a text has every piece of a quotation, in their order; an exact place if there is one."""
    found = list[Match]()
    for match in islice(placements(quote, text), MOST_OCCURRENCES):
        if match.is_exact:
            return match
        found.append(match)
    return min(found, key=lambda match: (match.cut, match.omitted), default=None)


def placements(quote: Quote, text: Text) -> Iterator[Match]:
    """For each occurrence of the last piece the nearest occurrences of those before it."""
    *before, last = (piece.plain.text for piece in quote.pieces)
    after = 0
    for words in before:
        start = next(occurrences(words, text, after), None)
        if start is None:
            return
        after = start + len(words)
    for start in occurrences(last, text, after):
        found = [Alignment(start, start + len(last))]
        for words in reversed(before):
            nearest = last_occurrence(words, text, found[-1].start)
            found.append(Alignment(nearest, nearest + len(words)))
        yield widened(text, found[::-1])


def occurrences(words: str, text: Text, after: int) -> Iterator[int]:
    """Where the words stand and begin and end with no part of a figure."""
    at = text.plain.find(words, after)
    while at >= 0:
        if not (is_cut(text, at) or is_cut(text, at + len(words))):
            yield at
        at = text.plain.find(words, at + 1)


def last_occurrence(words: str, text: Text, before: int) -> int:
    """The last of these places before another; there has to be one."""
    at = text.plain.rfind(words, 0, before)
    while is_cut(text, at) or is_cut(text, at + len(words)):
        at = text.plain.rfind(words, 0, at + len(words) - 1)
    return at


def widened(text: Text, found: Sequence[Alignment]) -> Match:
    """With all of the figures at the ends of each stretch, and with what governs the outer ends."""
    last = len(found) - 1
    wider = []
    for at, each in enumerate(found):
        start = figure_start(text, each.start) if at else whole_start(text, each.start)
        end = figure_end(text, each.end) if at < last else whole_end(text, each.end)
        cut = end - start - (each.end - each.start)
        wider.append(Alignment(start, end, each.distance, cut))
    return Match(text, tuple(wider))
