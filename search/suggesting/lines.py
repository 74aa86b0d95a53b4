"""Lines: many short texts in one string, so that a single search runs over all of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from rapidfuzz.distance import OSA

MOST = 3_000
"""How many places are looked at before a search gives up; only great libraries have as many."""

WORD_START = re.compile(r"(?<![a-z0-9])[a-z]")


def mark_words(folded: str) -> str:
    """Make the first letter of each Latin word a capital: ``big data应用`` → Big Data应用."""
    return WORD_START.sub(lambda letter: letter[0].upper(), folded)


class Lines:
    """Texts with the number of their owner, found in the order given.

    A small letter is inside a word; anything else may be where a word begins.
    """

    def __init__(self, lines: Iterable[tuple[str, int]]) -> None:
        rows = [(text, owner) for text, owner in lines if text]
        self._owners = [owner for _, owner in rows]
        self._marked = "".join(f"\n{text}" for text, _ in rows) + "\n"
        self._text = self._marked.lower()
        self._line_starts = [mark.start() for mark in re.finditer("\n", self._text)]

    def equal(self, typed: str) -> Iterator[int]:
        return map(self._owner, self._places(f"\n{typed}\n"))

    def starting(self, typed: str) -> Iterator[int]:
        return map(self._owner, self._places(f"\n{typed}"))

    def holding(self, typed: str) -> Iterator[int]:
        """Owners of lines in which a word begins with what was typed."""
        return (self._owner(at) for at in self._places(typed) if self._begins_word(at))

    def nearly(self, typed: str, *, whole: bool = False) -> Iterator[int]:
        """Owners of lines where a word begins like this but for one slip, line starts first.

        A slip is a character too many, too few or wrong, or two that changed places. When
        ``whole``, the slip must be all that parts the line from what was typed.
        """
        found = {at for at in self._slips(typed) if self._begins_word(at)}
        if whole:
            found = {at for at in found if OSA.distance(typed, self._line(at), score_cutoff=1) <= 1}
        for at in sorted(found, key=lambda at: (self._text[at - 1] != "\n", at)):
            yield self._owner(at)

    def _slips(self, typed: str) -> Iterator[int]:
        """Where one half stands as typed and the other all but so; or two middle ones swapped."""
        half = len(typed) // 2
        front, back = typed[:half], typed[half:]
        for at in self._places(front):
            if self._goes_on_like(back, at + half):
                yield at
        for at in self._places(back):
            for start in (at - half, at - half - 1, at - half + 1):
                if start > 0 and OSA.distance(front, self._text[start:at], score_cutoff=1) <= 1:
                    yield start
        yield from self._places(f"{front[:-1]}{back[:1]}{front[-1:]}{back[1:]}")

    def _goes_on_like(self, wanted: str, at: int) -> bool:
        lengths = (len(wanted), len(wanted) - 1, len(wanted) + 1)
        stretches = (self._text[at : at + length] for length in lengths)
        return any(OSA.distance(wanted, each, score_cutoff=1) <= 1 for each in stretches)

    def _places(self, wanted: str) -> Iterator[int]:
        return islice(self._every_place(wanted), MOST)

    def _every_place(self, wanted: str) -> Iterator[int]:
        at = self._text.find(wanted)
        while at >= 0:
            yield at
            at = self._text.find(wanted, at + 1)

    def _begins_word(self, at: int) -> bool:
        return not self._marked[at].islower() and self._marked[at] != "\n"

    def _line(self, at: int) -> str:
        """The text of a line from a place to its end."""
        return self._text[at : self._text.index("\n", at)] if self._text[at - 1] == "\n" else ""

    def _owner(self, at: int) -> int:
        return self._owners[bisect_right(self._line_starts, at) - 1]
