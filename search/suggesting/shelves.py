"""Shelves: the entries of one kind, found by characters, by pinyin and by initials."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from search.folding import fold_line
from search.pinyin import Spelling, letters_of, without_tones

from .entries import Entry
from .lines import Lines, mark_words

LONGEST = 100
SHORTEST_IN_LETTERS = 2
ABBREVIATED = "place"
"""The kind found by two letters already; elsewhere as few say nothing (sz is 深圳, and 数字)."""

WHOLE_FROM, BEGINNING_FROM = 3, 4
"""So many 汉字 may hold a slip, as a whole name and as the beginning of one; of letters one more."""

Found = tuple[int, int, Entry]
"""How well an entry was found, its place among those found as well, and the entry."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed so far: its characters, its letters where it is all letters.

    ``sound`` is how 汉字 are read, from two of them on: 武汗 sounds like wuhan. A known word
    is not taken for a slip of another as short.
    """

    text: str
    letters: str = ""
    sound: str = ""
    is_known: bool = False

    @classmethod
    def read(
        cls, raw: str, spell: Callable[[str], Spelling], knows: Callable[[str], bool]
    ) -> "Typed":
        text = fold_line(" ".join(raw[:LONGEST].split())).text
        by_sound = len(text) > 1 and not text.isascii()
        sound = spell(without_tones(text)).full.lower() if by_sound else ""
        return cls(text, letters_of(text), sound, knows(text))

    @property
    def is_enough(self) -> bool:
        """One 汉字 is; one letter is not."""
        return bool(self.text) and (
            not self.text.isascii() or len(self.text) >= SHORTEST_IN_LETTERS
        )


class Shelf:
    """The entries of one kind in their order."""

    def __init__(
        self, kind: str, entries: Iterable[Entry], spell: Callable[[Entry, str], Spelling]
    ) -> None:
        self._kind = kind
        self._entries = list(entries)
        spelled = [
            (spelling, number)
            for number, entry in enumerate(self._entries)
            for spelling in dict.fromkeys(
                (
                    *entry.spellings,
                    *(spell(entry, name) for name in entry.names if is_chinese(name)),
                )
            )
        ]
        self._written = Lines(
            (mark_words(fold_line(name).text), number)
            for number, entry in enumerate(self._entries)
            for name in entry.names
        )
        self._spelled = Lines((spelling.full, number) for spelling, number in spelled)
        self._initials = Lines((spelling.initials, number) for spelling, number in spelled)

    def find(self, typed: Typed, limit: int) -> list[Found]:
        """Whole names first, then beginnings of names, then beginnings of words in them."""
        columns = [(self._written, typed.text)]
        shortest = 2 if self._kind == ABBREVIATED else 3
        if len(typed.letters) >= shortest:
            columns += [(self._spelled, typed.letters), (self._initials, typed.letters)]
        return self._best(
            limit,
            chain.from_iterable(lines.equal(text) for lines, text in columns),
            chain.from_iterable(lines.starting(text) for lines, text in columns),
            chain.from_iterable(lines.holding(text) for lines, text in columns),
        )

    def find_by_sound(self, typed: Typed, limit: int) -> list[Found]:
        """What sounds like the 汉字 that were typed."""
        if not typed.sound:
            return []
        lines, sound = self._spelled, typed.sound
        return self._best(limit, lines.equal(sound), lines.starting(sound), lines.holding(sound))

    def find_with_a_slip(self, typed: Typed, limit: int) -> list[Found]:
        """What was typed but for one slip; of something short the slip must be all that differs."""
        columns = [(self._written, typed.text)]
        if typed.letters:
            columns.append((self._spelled, typed.letters))
        length = len(typed.letters) - 1 if typed.letters else len(typed.text)
        if length < self._shortest_with_a_slip(typed):
            return []
        whole = length < BEGINNING_FROM
        return self._best(limit, *(lines.nearly(text, whole=whole) for lines, text in columns))

    def _shortest_with_a_slip(self, typed: Typed) -> int:
        """Names of places are short: 深训 is no word, so it may be 深圳; 海南 is not 河南."""
        is_no_word = not (typed.letters or typed.is_known)
        return WHOLE_FROM - 1 if self._kind == ABBREVIATED and is_no_word else WHOLE_FROM

    def _best(self, limit: int, *tiers: Iterator[int]) -> list[Found]:
        """The first entries, each in the first tier that has it."""
        found: dict[int, tuple[int, int]] = {}
        for tier, numbers in enumerate(tiers):
            for number in numbers:
                if len(found) == limit:
                    break
                found.setdefault(number, (tier, len(found)))
        return [(*rank, self._entries[number]) for number, rank in found.items()]


def is_chinese(name: str) -> bool:
    return not name.isascii()
