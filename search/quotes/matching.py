"""Matching: the span of one text that a quotation was, or may have been, taken from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from .alignment import Alignment
from .quote import Quote
from .quote_ends import (
    figure_end,
    figure_start,
    is_cut,
    severed,
    whole_end,
    whole_start,
)
from .quoted_places import Place, place_of_span
from .texts import Text

ALIKE = 0.7
"""From this share of unchanged characters on, a text counts as the source, quoted wrongly."""

MOST_OCCURRENCES = 100
"""Maximum occurrences of a quotation's last piece that are tried in one text."""


@dataclass(frozen=True)
class Match:
    """Where the pieces of a quotation stand in one text, or come nearest to it."""

    text: Text
    alignments: tuple[Alignment, ...]

    @property
    def distance(self) -> int:
        """The edit distance, in characters."""
        return sum(each.distance for each in self.alignments)

    @property
    def cut(self) -> int:
        """How many further characters at the ends of the spans belong to them."""
        return sum(each.cut for each in self.alignments)

    @property
    def is_in_order(self) -> bool:
        starts = [each.start for each in self.alignments]
        return starts == sorted(starts)

    @property
    def is_exact(self) -> bool:
        """Whether the words are the same, and none is left out that governs those that stay."""
        return not (self.distance or self.cut or any(map(self.severed, self.ellipsis_spans)))

    @cached_property
    def ellipsis_spans(self) -> tuple[tuple[int, int], ...]:
        """The span of the text, possibly empty, behind each ellipsis."""
        pairs = pairwise(self.alignments)
        return tuple((before.end, max(before.end, after.start)) for before, after in pairs)

    @property
    def omitted(self) -> int:
        """How many characters the ellipses stand for."""
        return sum(end - start for start, end in self.ellipsis_spans)

    def severed(self, gap: tuple[int, int]) -> list[tuple[int, int]]:
        """The spans that an ellipsis removes from clauses although they limit or reverse them."""
        return list(severed(self.text, *gap)) if gap[0] < gap[1] else []

    @property
    def place(self) -> Place:
        start = min(each.start for each in self.alignments)
        return place_of_span(self.text, start, max(each.end for each in self.alignments))

    def is_like(self, quote: Quote) -> bool:
        """Whether the text is the likely source; ``cut`` does not count."""
        return 1 - self.distance / quote.length >= ALIKE

    def similarity(self, quote: Quote) -> float:
        """The share of a quotation's characters that are unchanged, 0 to 1."""
        return max(0.0, 1 - (self.distance + self.cut) / quote.length)


def exact_match(quote: Quote, text: Text) -> Match | None:
    """Where a text has every piece of a quotation, in order; an exact match if there is one."""
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
    """The places of the words where neither end cuts a figure."""
    at = text.plain.find(words, after)
    while at >= 0:
        if not (is_cut(text, at) or is_cut(text, at + len(words))):
            yield at
        at = text.plain.find(words, at + 1)


def last_occurrence(words: str, text: Text, before: int) -> int:
    """The last of these places that ends before another; there has to be one."""
    at = text.plain.rfind(words, 0, before)
    while is_cut(text, at) or is_cut(text, at + len(words)):
        at = text.plain.rfind(words, 0, at + len(words) - 1)
    return at


def widened(text: Text, found: Sequence[Alignment]) -> Match:
    """The match, its spans widened to whole figures and its outer ends to what governs them."""
    last = len(found) - 1
    wider = []
    for at, each in enumerate(found):
        start = figure_start(text, each.start) if at else whole_start(text, each.start)
        end = figure_end(text, each.end) if at < last else whole_end(text, each.end)
        cut = end - start - (each.end - each.start)
        wider.append(Alignment(start, end, each.distance, cut))
    return Match(text, tuple(wider))
