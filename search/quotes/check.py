"""Check a quotation: is it in the books, where, and how does it differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cases.models import Book

from .candidates import texts_about, texts_for
from .differences import Difference, Omission, differences, omissions
from .matching import Match, literally
from .nearest import nearly
from .places import Place, whole
from .quote import Quote, pairs, without_spaces
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
class Check:
    """The verdict on a quotation. ``places`` are where it stands, or the one place that is nearest.

    ``likeness`` is 1.0 for the same words; of others the share of characters that stay, and
    where nothing is found, of pairs that are there, too. ``is_verbatim`` says that marks
    and spaces are as printed; ``is_in_order``, that what ellipses part is. ``length`` counts
    the characters that were compared.
    """

    verdict: Verdict
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    omissions: tuple[Omission, ...] = ()
    likeness: float = 0.0
    is_verbatim: bool = False
    is_in_order: bool = True
    length: int = 0


def check_quote(text: str, book: Book | None = None) -> Check:
    """Compare a quotation with all there is, or with one book. Needs the index."""
    quote = Quote(text)
    if not quote.pieces:
        return Check(Verdict.NOT_FOUND)
    texts = list(texts_for(text, book))
    literal = [match for each in texts if (match := literally(quote, each))]
    if exact := [match for match in literal if match.is_exact]:
        return found(quote, sorted(exact, key=lambda match: match.omitted)[:MOST_PLACES])
    tried = literal or [nearly(quote, each) for each in texts]
    near = min(tried, key=lambda match: (match.distance, match.cut), default=None)
    if near and near.is_like(quote):
        return compared(quote, near)
    return refused(quote, [*texts, *texts_about(text, book)])


def found(quote: Quote, matches: Sequence[Match]) -> Check:
    places = tuple(dict.fromkeys(match.place for match in matches))
    left_out = tuple(omissions(quote, matches[0]))
    return Check(
        Verdict.EXACT,
        places,
        omissions=left_out,
        likeness=1.0,
        is_verbatim=not left_out
        and any(without_spaces(each.text) == quote.printed for each in places),
        length=quote.length,
    )


def compared(quote: Quote, match: Match) -> Check:
    """What differs from the nearest text."""
    return Check(
        Verdict.DIFFERS,
        (match.place,),
        tuple(differences(quote, match)),
        tuple(omissions(quote, match)),
        round(match.likeness(quote), 3),
        is_in_order=match.is_in_order,
        length=quote.length,
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
