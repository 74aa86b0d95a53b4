"""Check a quotation: is it in the books, where, and how does it differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cases.models import Book

from .alignment import Change, Edit, edits
from .candidates import texts_about, texts_for
from .matching import Match, exactly, nearly
from .places import Place, whole
from .quote import Piece, Quote, pairs, without_spaces
from .texts import Text

LONGEST = 2_000
"""Characters of a quotation that is still a quotation."""

MOST_PLACES = 3


class Verdict(StrEnum):
    """The same words, nearly the same, or none of ours."""

    EXACT = "exact"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"


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
    is_figure: bool


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on a quotation. ``places`` are where it stands, or the one place that is nearest.

    ``likeness`` is 1.0 for the same words; of others the share of characters that stay, and
    where nothing is found, of pairs that are there, too. ``is_verbatim`` says that marks
    and spaces are as printed; ``is_in_order``, that what ellipses part is.
    """

    verdict: Verdict
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    likeness: float = 0.0
    is_verbatim: bool = False
    is_in_order: bool = True


def check_quote(text: str, book: Book | None = None) -> Check:
    """Compare a quotation with all there is, or with one book. Needs the index."""
    quote = Quote(text)
    if not quote.pieces:
        return Check(Verdict.NOT_FOUND)
    texts = list(texts_for(text, book))
    exact = [match for each in texts if (match := exactly(quote, each))]
    if exact:
        return found(quote, exact[:MOST_PLACES])
    near = min(
        (nearly(quote, each) for each in texts), key=lambda match: match.distance, default=None
    )
    if near and near.is_like(quote):
        return compared(quote, near)
    return refused(quote, [*texts, *texts_about(text, book)])


def found(quote: Quote, matches: Sequence[Match]) -> Check:
    places = tuple(match.place for match in matches)
    verbatim = any(without_spaces(each.text) == quote.printed for each in places)
    return Check(Verdict.EXACT, places, likeness=1.0, is_verbatim=verbatim)


def compared(quote: Quote, match: Match) -> Check:
    """What differs from the nearest text."""
    return Check(
        Verdict.DIFFERS,
        (match.place,),
        tuple(differences(quote, match)),
        round(match.likeness(quote), 3),
        is_in_order=match.is_in_order,
    )


def refused(quote: Quote, texts: Sequence[Text]) -> Check:
    """None is like it; the paragraph or statement that shares most with it may help."""
    pieces = [(text, position) for text in texts for position in text.likely]
    if not pieces:
        return Check(Verdict.NOT_FOUND)
    text, position = max(pieces, key=lambda piece: shared(quote, *piece))
    nearest = whole(text.rows[position], text.originals[position])
    return Check(Verdict.NOT_FOUND, (nearest,), likeness=round(shared(quote, text, position), 3))


def shared(quote: Quote, text: Text, position: int) -> float:
    """The share of a quotation's pairs of characters that a piece of a text has, too."""
    return len(quote.pairs & pairs(text.pieces[position].text)) / max(len(quote.pairs), 1)


def differences(quote: Quote, match: Match) -> Iterator[Difference]:
    """Every edit in the order of the quotation, in the characters of both originals."""
    for piece, alignment in zip(quote.pieces, match.alignments, strict=True):
        stretch = match.text.plain[alignment.start : alignment.end]
        for edit in edits(stretch, piece.plain.text):
            yield difference(quote, match.text, piece, alignment.start, edit)


def difference(quote: Quote, text: Text, piece: Piece, offset: int, edit: Edit) -> Difference:
    begin, end = piece.original(edit.quote_start, edit.quote_end)
    return Difference(
        edit.change,
        text.original(offset + edit.start, offset + edit.end),
        quote.text[begin:end],
        begin,
        end,
        edit.is_figure,
    )
