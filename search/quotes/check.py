"""Check a quotation: whether it is in the books, where, and how it differs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein, Prefix

from cases.models import Book

from .candidates import texts_about, texts_for
from .matching import Match, exact_match, nearest_match, severed
from .qualifiers import Kind, Qualifier
from .quoted_places import Place, place_of
from .texts import Piece, Quote, Span, Text, qualifiers_in, without_spaces

LONGEST = 2_000
"""Maximum length of a quotation, in characters."""

MOST_PLACES = 3
ALIKE = 0.7
"""From this share of unchanged characters on, a text counts as the source, quoted wrongly."""

FIGURES = "0123456789.,-%‰零〇一二两三四五六七八九十百千万亿"
"""The characters of figures, in Arabic digits and in 汉字."""


class Verdict(StrEnum):
    """The result of a check: the same words, similar words, or not found."""

    EXACT = "exact"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"


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
        """The kinds of the qualifiers that are missing, added or replaced; a number is one."""
        found = {each.kind for each in self.qualifiers}
        return found | {Kind.FIGURE} if self.is_number else found

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
    tried = literal or [nearest_match(quote, each) for each in texts]
    near = min(tried, key=lambda match: (match.distance, match.cut), default=None)
    if near and 1 - near.distance / quote.length >= ALIKE:
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
    nearest = place_of([(piece.row, piece.original)])
    return Check(quote, Verdict.NOT_FOUND, (nearest,), similarity=round(shared(piece), 3))


def differences(match: Match) -> Iterator[Difference]:
    """Every difference in the order of the quotation, in the characters of both originals."""
    for piece, alignment, left_out, ellipsis in match.parts:
        passage = match.text.plain[alignment.start : alignment.end]
        for edit in edits(passage, piece.plain):
            in_quote = edit.quote_start, edit.quote_end
            yield _difference(
                match,
                edit.change,
                (alignment.start + edit.start, alignment.start + edit.end),
                piece.span(*in_quote),
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
            inner = counterpart(passage, piece.plain, at - alignment.start)
            yield Omission(Cause.HEADING, heading, *piece.span(inner, inner))
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
        differing = text[edit.start : edit.end] + quote[edit.quote_start : edit.quote_end]
        # 120 and 130, 九 and 八, but not 统一 and 统筹.
        if any(map(str.isdecimal, differing)) or not differing.strip(FIGURES):
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


def _shared_figures(text: str, quote: str) -> int:
    """How many characters of a figure both begin with."""
    shared = text[: Prefix.similarity(text, quote)]
    return len(shared) - len(shared.lstrip(FIGURES))


def counterpart(text: str, quote: str, at: int) -> int:
    """The offset in the quotation that corresponds to an offset in the text."""
    for code in Levenshtein.opcodes(text, quote):
        if at <= code.src_end:
            return min(code.dest_start + at - code.src_start, code.dest_end)
    return len(quote)
