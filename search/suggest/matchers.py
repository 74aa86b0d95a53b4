"""Kind matchers: the entries of one kind, found by characters, by pinyin and by initials."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.urls import reverse
from rapidfuzz.distance import OSA

from casebook.core.records import record_types
from search.text.analyzer import Analyzer
from search.text.normalisation import normalize_line
from search.text.pinyin import Spelling, letters_of, spell, without_tones

MAX_TYPED = 100
MIN_LETTERS = 2
MIN_WITH_SLIP, MIN_BEGINNING_WITH_SLIP = 3, 4
"""Minimum 汉字 for a slip in a whole name and in the beginning of one; of letters one more."""

MAX_PLACES = 3_000
"""Maximum places looked at in one search; only very large libraries have as many."""

WORD_START = re.compile(r"(?<![a-z0-9])[a-z]")
"""The first letter of a Latin word; in written names it is capital: Big Data应用."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A case, person, place, theme or organisation: ``value`` is its slug, ``names`` best first.

    ``spellings`` are those stored in the database, beside those made from the names;
    ``english_name`` is our own, None where there is none.
    """

    kind: str
    label: str
    value: str
    names: tuple[str, ...]
    english_name: str | None
    spellings: tuple[Spelling, ...]

    @property
    def url(self) -> str:
        return reverse(f"{record_types()[self.kind].url_name}-detail", args=[self.value])


Match = tuple[int, int, Entry]
"""The tier of a match, 0 the best; its position among the entries found; and the entry."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed so far: its characters, its letters where it is all letters.

    ``sound`` is the pinyin of 汉字, from two characters on: wuhan for 武汗. A known word
    is not taken for a slip of another as short.
    """

    text: str
    letters: str
    sound: str
    is_known: bool

    @classmethod
    def read(cls, raw: str, analyzer: Analyzer) -> "Typed":
        text = normalize_line(" ".join(raw[:MAX_TYPED].split())).text
        has_sound = len(text) > 1 and not text.isascii()
        sound = spell(without_tones(text), analyzer).full.lower() if has_sound else ""
        return cls(text, letters_of(text), sound, len(analyzer.tokens(text)) == 1)

    @property
    def is_enough(self) -> bool:
        """Whether it is long enough to match: one 汉字 is, one letter is not."""
        return len(self.text) >= (MIN_LETTERS if self.text.isascii() else 1)


class Lines:
    """Texts joined in one string, with the numbers of their owners, to be searched together.

    A lower-case letter is inside a word; any other character may begin one.
    """

    def __init__(self, lines: Iterable[tuple[str, int]]) -> None:
        rows = [(text, owner) for text, owner in lines if text]
        self._owners = [owner for _, owner in rows]
        self._marked = "".join(f"\n{text}" for text, _ in rows) + "\n"
        self._text = self._marked.lower()
        self._line_starts = [mark.start() for mark in re.finditer("\n", self._text)]

    def tiers(self, typed: str) -> list[Iterator[int]]:
        """Owners of lines that equal the typed text, begin with it, or have a word that does."""
        inside = (at for at in self._places(typed) if self._begins_word(at))
        tiers = self._places(f"\n{typed}\n"), self._places(f"\n{typed}"), inside
        return [map(self._owner, places) for places in tiers]

    def nearly(self, typed: str, *, whole: bool) -> Iterator[int]:
        """Owners of lines where a word begins like this but for one slip, line starts first.

        A slip is an edit distance (OSA) of 1: a character too many, too few or wrong, or two that
        changed places. When ``whole``, it is the distance of the whole line. Only places are tried
        that have one half of the typed text, or the two characters in its middle swapped.
        """
        half = len(typed) // 2
        front, back = typed[:half], typed[half:]
        starts = {
            *self._places(front),
            *(at - half + shift for at in self._places(back) for shift in (-1, 0, 1)),
            *self._places(f"{front[:-1]}{back[:1]}{front[-1:]}{back[1:]}"),
        }
        near = (at for at in starts if at > 0 and self._is_near(at, typed, whole=whole))
        return map(self._owner, sorted(near, key=lambda at: (self._text[at - 1] != "\n", at)))

    def _is_near(self, at: int, typed: str, *, whole: bool) -> bool:
        if not self._begins_word(at):
            return False
        if whole:
            ends = [self._text.index("\n", at)] if self._text[at - 1] == "\n" else []
        else:
            ends = [at + len(typed) + more for more in (0, -1, 1)]
        return any(OSA.distance(typed, self._text[at:end], score_cutoff=1) <= 1 for end in ends)

    def _places(self, wanted: str) -> Iterator[int]:
        at = -1
        for _ in range(MAX_PLACES):
            at = self._text.find(wanted, at + 1)
            if at < 0:
                return
            yield at

    def _begins_word(self, at: int) -> bool:
        return not self._marked[at].islower() and self._marked[at] != "\n"

    def _owner(self, at: int) -> int:
        return self._owners[bisect_right(self._line_starts, at) - 1]


class KindMatcher:
    """The entries of one kind in order, each with its normalised names and their spellings.

    Short names match from two letters on; for others two are too few (sz is 深圳, and 数字).
    """

    def __init__(
        self, rows: list[tuple[Entry, list[str], list[Spelling]]], *, has_short_names: bool
    ) -> None:
        self._has_short_names = has_short_names
        self._entries = [entry for entry, _, _ in rows]
        self._written = Lines(
            (WORD_START.sub(lambda letter: letter[0].upper(), name), number)
            for number, row in enumerate(rows)
            for name in row[1]
        )
        spelled = [(spelling, number) for number, row in enumerate(rows) for spelling in row[2]]
        self._spelled = Lines((spelling.full, number) for spelling, number in spelled)
        self._initials = Lines((spelling.initials, number) for spelling, number in spelled)

    def as_typed(self, typed: Typed) -> list[Iterator[int]]:
        """Whole names first, then beginnings of names, then beginnings of words in them."""
        columns = [self._written.tiers(typed.text)]
        if len(typed.letters) >= (2 if self._has_short_names else 3):
            columns += [self._spelled.tiers(typed.letters), self._initials.tiers(typed.letters)]
        return [chain(*tier) for tier in zip(*columns, strict=True)]

    def by_sound(self, typed: Typed) -> list[Iterator[int]]:
        """Entries with the pinyin of the 汉字 that were typed, in the same tiers."""
        return self._spelled.tiers(typed.sound) if typed.sound else []

    def with_slip(self, typed: Typed) -> list[Iterator[int]]:
        """Entries that match but for one slip; for a short text, the whole name must match so.

        Names of places are short: 深训 is no word, so it may be 深圳; 海南 is not 河南.
        """
        length = len(typed.letters) - 1 if typed.letters else len(typed.text)
        may_be_short = self._has_short_names and not (typed.letters or typed.is_known)
        if length < MIN_WITH_SLIP - may_be_short:
            return []
        columns = [(self._written, typed.text), (self._spelled, typed.letters)]
        whole = length < MIN_BEGINNING_WITH_SLIP
        return [lines.nearly(text, whole=whole) for lines, text in columns if text]

    def best(self, tiers: Iterable[Iterable[int]], limit: int) -> list[Match]:
        """The first entries, each in the first tier that has it."""
        found: dict[int, tuple[int, int]] = {}
        for tier, numbers in enumerate(tiers):
            for number in numbers:
                if len(found) == limit:
                    break
                found.setdefault(number, (tier, len(found)))
        return [(*rank, self._entries[number]) for number, rank in found.items()]
