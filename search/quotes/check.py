"""Check a quotation: whether it is in the books, where, and how it differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cases.models import Book

from .candidates import texts_about, texts_for
from .differences import Difference, Omission, differences, omissions
from .matching import Match, exact_match
from .nearest import nearly
from .quoted_places import Place, place_of
from .texts import Piece, Quote, Text, without_spaces

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
    where nothing is found, the share of bigrams that the nearest text has, too. ``is_in_order``
    means that the pieces between ellipses are in the order of the text.
    """

    quote: Quote
    verdict: Verdict
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    omissions: tuple[Omission, ...] = ()
    similarity: float = 0.0
    is_in_order: bool = True

    @property
    def is_in_book(self) -> bool:
        """Whether a book prints these words."""
        return self.verdict is Verdict.EXACT and any(each.is_printed for each in self.places)

    @property
    def is_verbatim(self) -> bool:
        """Whether the marks are as printed, too, and nothing is left out."""
        if self.verdict is not Verdict.EXACT or self.omissions:
            return False
        return any(without_spaces(each.text) == self.quote.printed for each in self.places)


def check_quote(text: str, book: Book | None = None) -> Check:
    """Compare a quotation with all books or one. Raises IndexMissingError without an index."""
    quote = Quote(text)
    if not quote.pieces:
        return Check(quote, Verdict.NOT_FOUND)
    texts = list(texts_for(text, book))
    literal = [match for each in texts if (match := exact_match(quote, each))]
    if exact := [match for match in literal if match.is_exact]:
        return check_of(Verdict.EXACT, sorted(exact, key=lambda match: match.omitted))
    tried = literal or [nearly(quote, each) for each in texts]
    near = min(tried, key=lambda match: (match.distance, match.cut), default=None)
    if near and near.is_like:
        return check_of(Verdict.DIFFERS, [near])
    return not_found(quote, [*texts, *texts_about(text, book)])


def check_of(verdict: Verdict, matches: Sequence[Match]) -> Check:
    """The check of a quotation that the texts have, or nearly have; the best match first."""
    best = matches[0]
    return Check(
        best.quote,
        verdict,
        tuple(dict.fromkeys(match.place for match in matches[:MOST_PLACES])),
        tuple(differences(best)),
        tuple(omissions(best)),
        round(best.similarity, 3),
        best.is_in_order,
    )


def not_found(quote: Quote, texts: Iterable[Text]) -> Check:
    """The check of a quotation not found, with the piece that shares most bigrams with it."""

    def shared(piece: Piece) -> float:
        return len(quote.bigrams & piece.bigrams) / max(len(quote.bigrams), 1)

    likely = [text.pieces[position] for text in texts for position in text.likely]
    if not likely:
        return Check(quote, Verdict.NOT_FOUND)
    piece = max(likely, key=shared)
    nearest = place_of([(piece.row, piece.plain.original)])
    return Check(quote, Verdict.NOT_FOUND, (nearest,), similarity=round(shared(piece), 3))
