"""A text that a quotation is compared with: pieces that are read one after the other."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from django.db.models import Model

from .plain import Plain, plain


@dataclass(frozen=True)
class Text:
    """Pieces that are read one after the other, as one plain text.

    ``rows`` are what the pieces were made of; ``likely`` the positions of those that
    share most with the quotation.
    """

    rows: Sequence[Model]
    pieces: Sequence[Plain]
    originals: Sequence[str]
    likely: Sequence[int] = (0,)

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

    def original(self, start: int, end: int) -> str:
        """The words as they stand there."""
        return "\n".join(
            self.originals[position][begin:stop]
            for position, begin, stop in self.stretches(start, end)
        )

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The pieces under a stretch of the plain text, each with its part of the original.

        Where a stretch runs on into the next piece, the marks at the end belong to it.
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


def single(row: Model, text: str) -> Text:
    """A text of one piece."""
    return Text([row], [plain(text)], [text])
