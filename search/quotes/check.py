"""Check a quotation: whether it is in the books, where, and how it differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cases.models import Book

from .candidates import texts_about, texts_for
from .differences import Difference, Omission, differences, omissions
from .matching import Match, exact_match
from .nearest import nearly
from .quote import Quote, bigrams, without_spaces
from .quoted_places import Place, place_of_row
from .texts import Text

LONGEST = 2_000
"""Maximum length of a quotation, in characters."""

MOST_PLACES = 3


class Verdict(StrEnum):
    """The result of a check: the same words, similar words, or not found."""

    EXACT = "exact"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on a quotation. ``places`` are where it stands, or the one place that is nearest.

    ``similarity`` is 1.0 for the same words; for others the share of unchanged characters, and
    where nothing is found, the share of bigrams that the nearest text has, too. ``is_verbatim``
    means that the marks are as printed and nothing is left out; ``is_in_order``, that the pieces
    between ellipses are in the order of the text. ``length`` counts the compared characters.
    """

    verdict: Verdict
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    omissions: tuple[Omission, ...] = ()
    similarity: float = 0.0
    is_verbatim: bool = False
    is_in_order: bool = True
    length: int = 0


def check_quote(text: str, book: Book | None = None) -> Check:
    """Compare a quotation with all books or one. Raises IndexMissingError without an index."""
    quote = Quote(text)
    if not quote.pieces:
        return Check(Verdict.NOT_FOUND)
    texts = list(texts_for(text, book))
    literal = [match for each in texts if (match := exact_match(quote, each))]
    if exact := [match for match in literal if match.is_exact]:
        return found(quote, sorted(exact, key=lambda match: match.omitted)[:MOST_PLACES])
    tried = literal or [nearly(quote, each) for each in texts]
    near = min(tried, key=lambda match: (match.distance, match.cut), default=None)
    if near and near.is_like(quote):
        return compared(quote, near)
    return not_found(quote, [*texts, *texts_about(text, book)])


def found(quote: Quote, matches: Sequence[Match]) -> Check:
    places = tuple(dict.fromkeys(match.place for match in matches))
    left_out = tuple(omissions(quote, matches[0]))
    return Check(
        Verdict.EXACT,
        places,
        omissions=left_out,
        similarity=1.0,
        is_verbatim=not left_out
        and any(without_spaces(each.text) == quote.printed for each in places),
        length=quote.length,
    )


def compared(quote: Quote, match: Match) -> Check:
    """The check of a quotation that differs from the nearest text."""
    return Check(
        Verdict.DIFFERS,
        (match.place,),
        tuple(differences(quote, match)),
        tuple(omissions(quote, match)),
        round(match.similarity(quote), 3),
        is_in_order=match.is_in_order,
        length=quote.length,
    )


def not_found(quote: Quote, texts: Sequence[Text]) -> Check:
    """The check of a quotation not found, with the text that shares most bigrams with it."""
    pieces = [(text, position) for text in texts for position in text.likely]
    if not pieces:
        return Check(Verdict.NOT_FOUND)
    text, position = max(pieces, key=lambda piece: shared(quote, *piece))
    nearest = place_of_row(text.rows[position], text.originals[position])
    return Check(Verdict.NOT_FOUND, (nearest,), similarity=round(shared(quote, text, position), 3))


def shared(quote: Quote, text: Text, position: int) -> float:
    """The share of a quotation's bigrams that a piece of a text has, too."""
    return len(quote.bigrams & bigrams(text.pieces[position].text)) / max(len(quote.bigrams), 1)
