"""What is compared: a quotation in pieces, and a text of consecutive pieces.

They are compared as plain texts, without spaces and most marks, but never so that figures become
others: 3.5 is not 35, 12、34 is not 1234, 1,200 is 1200.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from search.text.normalisation import normalize

from .qualifiers import UNIT, Qualifier, find_qualifiers

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
CLAUSE_END = re.compile(rf"(?i)[,，.。;；:：!！?？…⋯—―|\n]+|(?<=\d)\s+(?![万亿\s]|{UNIT})")
"""Marks that end a clause, not 、 or brackets; and the space of 图1 架构."""

BRACKET = re.compile(r"[()（）\[\]【】〔〕]")
ELLIPSIS = re.compile(r"[\[【（(]\s*(?:…+|\.{3,}|略)\s*[\]】）)]|[…⋯]+|[.。]{3,}")
SPACES = re.compile(r"\s+")

Span = tuple[int, int]
"""Start and end."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of a plain text between marks that end clauses; its qualifiers may overlap."""

    start: int
    end: int
    qualifiers: tuple[Qualifier, ...]


@dataclass(frozen=True)
class Piece:
    """The plain text of an original from ``offset`` on, and the span of each character there.

    A piece of a ``Text`` is made of a ``row``, and begins ``at`` a place of the joined plain text.
    """

    plain: str
    original: str
    offset: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    row: Any = None
    at: int = 0

    def span(self, start: int, end: int) -> Span:
        """The span of the original behind ``plain[start:end]``; empty ones have a place, too."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.ends[start - 1] if start else self.offset
        return at, at

    def with_comma(self) -> "Piece":
        """The same piece with a comma at its end, which stands for nothing in the original."""
        starts, ends = (*self.starts, self.ends[-1]), (*self.ends, self.ends[-1])
        return replace(self, plain=self.plain + ",", starts=starts, ends=ends)

    @property
    def bigrams(self) -> set[str]:
        """The distinct character bigrams of the plain text."""
        return {first + second for first, second in pairwise(self.plain)}

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses in their order, at their places in the text."""
        ends = {0, len(self.plain)}
        for marks in CLAUSE_END.finditer(self.original):
            end = bisect_left(self.starts, marks.start())
            # A mark that stays in the plain text belongs to a figure: 3.5.
            if end < len(self.plain) and self.starts[end] >= marks.end():
                ends.add(end)
        return [self._clause(start, end) for start, end in pairwise(sorted(ends))]

    def _clause(self, start: int, end: int) -> Clause:
        qualifiers = tuple(
            replace(
                each,
                start=self.at + start + each.start,
                governs_next=each.governs_next and self._is_joined(start + each.end),
                governs_previous=each.governs_previous and self._is_joined(start + each.start),
            )
            for each in find_qualifiers(self.plain[start:end])
        )
        return Clause(self.at + start, self.at + end, qualifiers)

    def _is_joined(self, place: int) -> bool:
        """A qualifier governs nothing beyond a bracket, and a number such as ① nothing at all."""
        if not 0 < place < len(self.plain):
            return True
        start, end = self.ends[place - 1], self.starts[place]
        beside = self.original[start - 1 : start] + self.original[end : end + 1]
        is_label = "No" in map(unicodedata.category, beside)
        return not is_label and BRACKET.search(self.original, start, end) is None


@dataclass(frozen=True)
class Quote:
    """A quotation: text that is said to be from a book."""

    text: str

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces between ellipses; an ellipsis at either end is ignored."""
        gaps = [gap.span() for gap in ELLIPSIS.finditer(self.text)]
        starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), None]
        pieces = (to_piece(self.text, *span) for span in zip(starts, ends, strict=True))
        return [each for each in pieces if each.plain]

    @property
    def ellipses(self) -> list[Span]:
        """The span between each piece and the next; an empty one behind the last."""
        starts = [*(piece.starts[0] for piece in self.pieces[1:]), len(self.text)]
        ends = (piece.ends[-1] for piece in self.pieces)
        return list(zip(ends, starts, strict=True))

    @property
    def length(self) -> int:
        return sum(len(piece.plain) for piece in self.pieces)

    @cached_property
    def bigrams(self) -> set[str]:
        return set().union(*(piece.bigrams for piece in self.pieces))

    @property
    def printed(self) -> str:
        """The quotation with its marks, from its first word to its last, without spaces."""
        start, end = self.pieces[0].starts[0], self.pieces[-1].ends[-1]
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
        return "".join(piece.plain for piece in self.pieces)

    @cached_property
    def borders(self) -> list[int]:
        """The offsets in the plain text at which the pieces begin, and its end."""
        return [*(piece.at for piece in self.pieces), len(self.plain)]

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
            if piece.plain:
                begin = piece.starts[start - piece.at] if start >= piece.at else 0
                is_last = end <= piece.at + len(piece.plain)
                stop = piece.ends[end - piece.at - 1] if is_last else len(piece.original)
                yield piece.row, piece.original[begin:stop]


def text_of_row(row: Any, text: str) -> Text:
    """A text of one piece."""
    return Text([to_piece(text, row=row)])


def without_spaces(text: str) -> str:
    return SPACES.sub("", text)


def to_piece(original: str, start: int = 0, end: int | None = None, row: Any = None) -> Piece:
    """The plain text of ``original[start:end]``."""
    normalized = normalize(original[start:end])
    literal = ZERO.sub("〇", normalized.characters).translate(OTHER_SIGNS)
    kept = list(_kept(literal))
    spans = [normalized.original(at, at + 1) for at, _ in kept]
    return Piece(
        "".join(character for _, character in kept),
        original,
        start,
        tuple(start + first for first, _ in spans),
        tuple(start + last for _, last in spans),
        row,
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


def qualifiers_in(clauses: Iterable[Clause], start: int, end: int) -> tuple[Qualifier, ...]:
    """The qualifiers that overlap a span."""
    found = (qualifier for clause in clauses for qualifier in clause.qualifiers)
    return tuple(each for each in found if each.start < end and start < each.end)
