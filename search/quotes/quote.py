"""A quotation as it was given, and the pieces into which ellipses divide it."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from search.service.active_index import get_index

from .clauses import Clause, clauses_of, qualifiers_in
from .plain_text import PlainText, to_plain_text
from .qualifiers import Qualifier

ELLIPSIS = re.compile(r"[\[【（(]\s*(?:…+|\.{3,}|略)\s*[\]】）)]|[…⋯]+|[.。]{3,}")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Piece:
    """A span without ellipses, and where it begins in the quotation."""

    words: str
    offset: int

    @cached_property
    def plain(self) -> PlainText:
        return to_plain_text(self.words)

    @cached_property
    def clauses(self) -> list[Clause]:
        return list(clauses_of(self.plain, self.words, get_index().analyzer))

    def qualifiers(self, start: int, end: int) -> tuple[Qualifier, ...]:
        """The qualifiers that overlap ``plain.text[start:end]``."""
        return qualifiers_in(self.clauses, start, end)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the quotation behind ``plain.text[start:end]``."""
        begin, stop = self.plain.original(start, end)
        return begin + self.offset, stop + self.offset


@dataclass(frozen=True)
class Quote:
    """A quotation: text that is said to be from a book."""

    text: str

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces between ellipses; an ellipsis at either end is ignored."""
        found: list[Piece] = []
        start = 0
        for end, after in (*(gap.span() for gap in ELLIPSIS.finditer(self.text)), (None, 0)):
            piece = Piece(self.text[start:end], start)
            if piece.plain.text:
                found.append(piece)
            start = after
        return found

    def ellipsis(self, number: int) -> tuple[int, int]:
        """The span in the quotation between one of its pieces and the next."""
        piece = self.pieces[number]
        _, start = piece.original(0, len(piece.plain.text))
        end, _ = self.pieces[number + 1].original(0, 1)
        return start, end

    @property
    def length(self) -> int:
        return sum(len(piece.plain.text) for piece in self.pieces)

    @cached_property
    def bigrams(self) -> set[str]:
        return {pair for piece in self.pieces for pair in bigrams(piece.plain.text)}

    @property
    def printed(self) -> str:
        """The quotation with its marks, from its first word to its last, without spaces."""
        start, _ = self.pieces[0].original(0, 1)
        last = self.pieces[-1]
        _, end = last.original(0, len(last.plain.text))
        return without_spaces(self.text[start:end])


def bigrams(text: str) -> set[str]:
    """The distinct character bigrams of a text."""
    return {first + second for first, second in pairwise(text)}


def without_spaces(text: str) -> str:
    return SPACES.sub("", text)
