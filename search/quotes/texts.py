"""What is compared: a quotation in pieces, and a text of consecutive pieces."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from .plain_text import PlainText, to_plain_text
from .qualifiers import Clause, Qualifier, clauses_of, qualifiers_in

ELLIPSIS = re.compile(r"[\[【（(]\s*(?:…+|\.{3,}|略)\s*[\]】）)]|[…⋯]+|[.。]{3,}")
SPACES = re.compile(r"\s+")

Span = tuple[int, int]
"""Start and end."""


@dataclass(frozen=True)
class Piece:
    """A plain text with its clauses; of a text, also its row and the offset at which it begins."""

    plain: PlainText
    row: Any = None
    start: int = 0

    @cached_property
    def clauses(self) -> list[Clause]:
        return list(clauses_of(self.plain, self.start))

    @property
    def bigrams(self) -> set[str]:
        """The distinct character bigrams of the plain text."""
        return {first + second for first, second in pairwise(self.plain.text)}


@dataclass(frozen=True)
class Quote:
    """A quotation: text that is said to be from a book."""

    text: str

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces between ellipses; an ellipsis at either end is ignored."""
        gaps = [gap.span() for gap in ELLIPSIS.finditer(self.text)]
        starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), None]
        plain = (to_plain_text(self.text, *span) for span in zip(starts, ends, strict=True))
        return [Piece(each) for each in plain if each.text]

    @property
    def ellipses(self) -> list[Span]:
        """The span between each piece and the next; an empty one behind the last."""
        starts = [*(piece.plain.starts[0] for piece in self.pieces[1:]), len(self.text)]
        ends = (piece.plain.ends[-1] for piece in self.pieces)
        return list(zip(ends, starts, strict=True))

    @property
    def length(self) -> int:
        return sum(len(piece.plain.text) for piece in self.pieces)

    @cached_property
    def bigrams(self) -> set[str]:
        return set().union(*(piece.bigrams for piece in self.pieces))

    @property
    def printed(self) -> str:
        """The quotation with its marks, from its first word to its last, without spaces."""
        start, end = self.pieces[0].plain.starts[0], self.pieces[-1].plain.ends[-1]
        return without_spaces(self.text[start:end])


@dataclass(frozen=True)
class Text:
    """Consecutive pieces, joined to one plain text.

    ``likely`` are the positions of the pieces that share most with the quotation; ``headings``
    what is printed before a piece without being one itself.
    """

    pieces: Sequence[Piece]
    likely: Sequence[int] = (0,)
    headings: Mapping[int, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def plain(self) -> str:
        return "".join(piece.plain.text for piece in self.pieces)

    @cached_property
    def borders(self) -> list[int]:
        """The offsets in the plain text at which the pieces begin, and its end."""
        return [*(piece.start for piece in self.pieces), len(self.plain)]

    def pieces_under(self, start: int, end: int) -> Sequence[Piece]:
        """The pieces that overlap a span."""
        first = bisect_right(self.borders, max(start, 0)) - 1
        return self.pieces[first : bisect_left(self.borders, end)]

    def clauses(self, start: int, end: int) -> list[Clause]:
        """The clauses that overlap a span."""
        clauses = (clause for piece in self.pieces_under(start, end) for clause in piece.clauses)
        return [each for each in clauses if each.start < end and start < each.end]

    def qualifiers(self, start: int, end: int) -> tuple[Qualifier, ...]:
        """The qualifiers that overlap a span."""
        return qualifiers_in(self.clauses(start, end), start, end)

    def headings_within(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The headings that are printed within a span, with their offsets."""
        for position, headings in self.headings.items():
            at = self.borders[position]
            if start < at < end:
                yield from ((at, heading) for heading in headings)

    def original(self, start: int, end: int) -> str:
        """The original text of a span."""
        return "\n".join(words for _, words in self.excerpts(start, end))

    def excerpts(self, start: int, end: int) -> Iterator[tuple[Any, str]]:
        """The rows of the pieces under a span, each with its part of the original.

        Where a span runs on into the next piece, the marks at the end belong to it.
        """
        for piece in self.pieces_under(start, end):
            plain, at = piece.plain, piece.start
            if plain.text:
                begin = plain.starts[start - at] if start >= at else 0
                is_last = end <= at + len(plain.text)
                stop = plain.ends[end - at - 1] if is_last else len(plain.original)
                yield piece.row, plain.original[begin:stop]


def text_of_row(row: Any, text: str) -> Text:
    """A text of one piece."""
    return Text([Piece(to_plain_text(text), row)])


def without_spaces(text: str) -> str:
    return SPACES.sub("", text)
