"""A text that a quotation is compared with: consecutive pieces."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, zip_longest

from django.db.models import Model

from search.service.active_index import get_index

from .clauses import Clause, clauses_of, qualifiers_in
from .plain_text import PlainText, to_plain_text
from .qualifiers import Qualifier


@dataclass(frozen=True)
class Text:
    """Consecutive pieces, joined to one plain text.

    ``rows`` are what the pieces were made of; ``likely`` the positions of those that
    share most with the quotation; ``headings`` what is printed before a piece without
    being one itself.
    """

    rows: Sequence[Model]
    pieces: Sequence[PlainText]
    originals: Sequence[str]
    likely: Sequence[int] = (0,)
    headings: Mapping[int, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def plain(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(piece.text) for piece in self.pieces))

    def start_of(self, position: int) -> int:
        """Where a piece begins in the plain text."""
        return self._ends[position] - len(self.pieces[position].text)

    def end_of(self, position: int) -> int:
        return self._ends[position]

    def is_break(self, at: int) -> bool:
        """Whether a piece ends here."""
        return at in self._ends

    def clauses(self, start: int, end: int) -> Iterator[Clause]:
        """The clauses that overlap a span of the plain text."""
        for position in range(bisect_right(self._ends, max(start, 0)), len(self.pieces)):
            if self.start_of(position) >= end:
                return
            for clause in self._clauses(position):
                if clause.start < end and start < clause.end:
                    yield clause

    def qualifiers(self, start: int, end: int) -> tuple[Qualifier, ...]:
        """The qualifiers that overlap a span."""
        return qualifiers_in(self.clauses(start, end), start, end)

    def _clauses(self, position: int) -> list[Clause]:
        if position not in self._read_clauses:
            analyzer = get_index().analyzer
            read = clauses_of(self.pieces[position], self.originals[position], analyzer)
            start = self.start_of(position)
            self._read_clauses[position] = [clause.moved(start) for clause in read]
        return self._read_clauses[position]

    @cached_property
    def _read_clauses(self) -> dict[int, list[Clause]]:
        return {}

    def headings_within(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The headings that are printed within a span of the plain text, with their places."""
        for position, headings in self.headings.items():
            if start < self.start_of(position) < end:
                for heading in headings:
                    yield self.start_of(position), heading

    def original(self, start: int, end: int) -> str:
        """The original text of a span of the plain text."""
        return "\n".join(
            self.originals[position][begin:stop]
            for position, begin, stop in self.piece_spans(start, end)
        )

    def piece_spans(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The pieces under a span of the plain text, each with its part of the original.

        Where a span runs on into the next piece, the marks at the end belong to it.
        """
        for position in range(bisect_right(self._ends, start), len(self.pieces)):
            begin, stop = self.start_of(position), self.end_of(position)
            if begin >= end:
                return
            if begin == stop:
                continue
            piece = self.pieces[position]
            first, _ = piece.original(max(start - begin, 0), max(start - begin, 0) + 1)
            _, last = piece.original(0, min(end, stop) - begin)
            runs_in, runs_on = start < begin, end > stop
            yield (
                position,
                0 if runs_in else first,
                len(self.originals[position]) if runs_on else last,
            )


def text_of_row(row: Model, text: str) -> Text:
    """A text of one piece."""
    return Text([row], [to_plain_text(text)], [text])


def separate_figures(pieces: Sequence[PlainText]) -> Iterator[PlainText]:
    """The pieces of a text; a comma separates figures that would run together."""
    for piece, following in zip_longest(pieces, pieces[1:]):
        if following and piece.text[-1:].isdecimal() and following.text[:1].isdecimal():
            at = piece.ends[-1]
            yield PlainText(piece.text + ",", (*piece.starts, at), (*piece.ends, at))
        else:
            yield piece
