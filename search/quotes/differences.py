"""Differences: what a quotation changed, added or left out, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from rapidfuzz.distance import Levenshtein

from .matching import Match, severed
from .qualifiers import Kind, Qualifier, qualifiers_in
from .texts import Span

FIGURES = frozenset("0123456789.,-%‰零〇一二两三四五六七八九十百千万亿")
"""The characters of figures, in Arabic digits and in 汉字."""


class Change(StrEnum):
    """How the quotation changed the text."""

    INSERTED = "inserted"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(slots=True)
class Edit:
    """A span of the text, and what stands in its place in the quotation."""

    start: int
    end: int
    quote_start: int
    quote_end: int
    is_figure: bool

    @property
    def change(self) -> Change:
        if self.start == self.end:
            return Change.INSERTED
        return Change.REMOVED if self.quote_start == self.quote_end else Change.CHANGED


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in the text, and what the quotation has instead.

    ``start`` and ``end`` are places in the quotation as it was given.
    """

    change: Change
    in_text: str
    in_quote: str
    start: int
    end: int
    is_number: bool
    qualifiers: tuple[Qualifier, ...] = ()

    @property
    def kinds(self) -> set[Kind]:
        """The kinds of the qualifiers that are missing, added or replaced."""
        number = {Kind.FIGURE} if self.is_number else set[Kind]()
        return number.union(each.kind for each in self.qualifiers)

    @property
    def is_figure(self) -> bool:
        """Whether a number or its unit differs."""
        return Kind.FIGURE in self.kinds


class Cause(StrEnum):
    """Why words of the text are not in the quotation although its words are the same."""

    ELLIPSIS = "ellipsis"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Omission:
    """Words of the text that an ellipsis stands for, or a heading between two paragraphs.

    ``start`` and ``end`` are the place of the ellipsis, or of the heading, in the quotation.
    """

    cause: Cause
    in_text: str
    start: int
    end: int
    qualifiers: tuple[Qualifier, ...] = ()


def differences(match: Match) -> Iterator[Difference]:
    """Every difference in the order of the quotation, in the characters of both originals."""
    for piece, alignment, left_out, ellipsis in match.parts:
        passage = match.text.plain[alignment.start : alignment.end]
        for edit in edits(passage, piece.plain.text):
            in_quote = edit.quote_start, edit.quote_end
            yield _difference(
                match,
                edit.change,
                (alignment.start + edit.start, alignment.start + edit.end),
                piece.plain.span(*in_quote),
                qualifiers_in(piece.clauses, *in_quote),
                is_number=edit.is_figure,
            )
        for lost in severed(match.text, *left_out):
            yield _difference(match, Change.REMOVED, lost, ellipsis)


def _difference(
    match: Match,
    change: Change,
    in_text: Span,
    in_quote: Span,
    added: tuple[Qualifier, ...] = (),
    *,
    is_number: bool = False,
) -> Difference:
    return Difference(
        change,
        match.text.original(*in_text),
        match.quote.text[slice(*in_quote)],
        *in_quote,
        is_number,
        match.text.qualifiers(*in_text) + added,
    )


def omissions(match: Match) -> Iterator[Omission]:
    """What the text has between the quoted words: headings, and what ellipses stand for."""
    text = match.text
    for piece, alignment, left_out, ellipsis in match.parts:
        passage = text.plain[alignment.start : alignment.end]
        for at, heading in text.headings_within(alignment.start, alignment.end):
            inner = counterpart(passage, piece.plain.text, at - alignment.start)
            yield Omission(Cause.HEADING, heading, *piece.plain.span(inner, inner))
        if words := text.original(*left_out):
            yield Omission(Cause.ELLIPSIS, words, *ellipsis, text.qualifiers(*left_out))


def edits(text: str, quote: str) -> list[Edit]:
    """The edits (Levenshtein), in order; figures as wholes: 120 became 130, not 2 became 3.

    Edits that touch, or leave a lone character between them, are one.
    """
    found: list[Edit] = []
    for code in Levenshtein.opcodes(text, quote):
        if code.tag == "equal":
            continue
        edit = Edit(code.src_start, code.src_end, code.dest_start, code.dest_end, is_figure=False)
        if _is_about_figures(
            text[edit.start : edit.end] + quote[edit.quote_start : edit.quote_end]
        ):
            edit.is_figure = True
            before = _shared_figures(text[: edit.start][::-1], quote[: edit.quote_start][::-1])
            after = _shared_figures(text[edit.end :], quote[edit.quote_end :])
            edit.start, edit.quote_start = edit.start - before, edit.quote_start - before
            edit.end, edit.quote_end = edit.end + after, edit.quote_end + after
        if found and edit.start - found[-1].end <= 1:
            found[-1].end = max(found[-1].end, edit.end)
            found[-1].quote_end = max(found[-1].quote_end, edit.quote_end)
            found[-1].is_figure |= edit.is_figure
        else:
            found.append(edit)
    return found


def _is_about_figures(differing: str) -> bool:
    """Whether figures are what differs: 120 and 130, 九 and 八, but not 统一 and 统筹."""
    return any(map(str.isdecimal, differing)) or FIGURES.issuperset(differing)


def _shared_figures(text: str, quote: str) -> int:
    """How many characters of a figure both begin with."""
    pairs = zip(text, quote, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0] in FIGURES, pairs))


def counterpart(text: str, quote: str, at: int) -> int:
    """The offset in the quotation that corresponds to an offset in the text."""
    for code in Levenshtein.opcodes(text, quote):
        if at <= code.src_end:
            return min(code.dest_start + at - code.src_start, code.dest_end)
    return len(quote)
