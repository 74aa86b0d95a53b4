"""Differences: what a quotation changed, added or left out, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .alignment import Change, Edit, counterpart, edits
from .matching import Match
from .qualifiers import Kind, Qualifier
from .quote import Piece, Quote
from .texts import Text


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


def differences(quote: Quote, match: Match) -> Iterator[Difference]:
    """Every difference in the order of the quotation, in the characters of both originals."""
    for number, (piece, alignment) in enumerate(zip(quote.pieces, match.alignments, strict=True)):
        stretch = match.text.plain[alignment.start : alignment.end]
        for edit in edits(stretch, piece.plain.text):
            yield difference(quote, match.text, piece, alignment.start, edit)
        if number < len(match.ellipsis_spans):
            for start, end in match.severed(match.ellipsis_spans[number]):
                yield severance(quote, match.text, number, start, end)


def difference(quote: Quote, text: Text, piece: Piece, offset: int, edit: Edit) -> Difference:
    start, end = offset + edit.start, offset + edit.end
    begin, stop = piece.original(edit.quote_start, edit.quote_end)
    return Difference(
        change=edit.change,
        in_text=text.original(start, end),
        in_quote=quote.text[begin:stop],
        start=begin,
        end=stop,
        is_number=edit.is_figure,
        qualifiers=text.qualifiers(start, end) + piece.qualifiers(edit.quote_start, edit.quote_end),
    )


def severance(quote: Quote, text: Text, number: int, start: int, end: int) -> Difference:
    """The difference of words left out by an ellipsis that limit or reverse those that stay."""
    begin, stop = quote.ellipsis(number)
    return Difference(
        change=Change.REMOVED,
        in_text=text.original(start, end),
        in_quote=quote.text[begin:stop],
        start=begin,
        end=stop,
        is_number=False,
        qualifiers=text.qualifiers(start, end),
    )


def omissions(quote: Quote, match: Match) -> Iterator[Omission]:
    """What the text has between the quoted words: headings, and what ellipses stand for."""
    text = match.text
    for number, (piece, alignment) in enumerate(zip(quote.pieces, match.alignments, strict=True)):
        stretch = text.plain[alignment.start : alignment.end]
        for at, heading in text.headings_within(alignment.start, alignment.end):
            inner = counterpart(stretch, piece.plain.text, at - alignment.start)
            place = piece.original(inner, inner)
            yield Omission(Cause.HEADING, heading, *place)
        if number < len(match.ellipsis_spans) and (
            words := text.original(*match.ellipsis_spans[number])
        ):
            lost = text.qualifiers(*match.ellipsis_spans[number])
            yield Omission(Cause.ELLIPSIS, words, *quote.ellipsis(number), lost)
