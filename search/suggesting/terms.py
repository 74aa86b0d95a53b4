"""Terms: the words that are known to be right, found by what sounds or looks almost the same."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from search.folding import fold_line
from search.pinyin import Spelling

from .entries import Entry, Names

LONGEST = 16
SHORTEST_BY_SHAPE = 3
SHORTEST_BY_SHAPE_IN_LETTERS = 5
"""Shorter words with one character changed are other words."""

SAME_SOUND, SWAPPED, LIKE_SOUND, LEFT_OUT, TOO_MANY, WRONG_ONE = 100, 95, 90, 80, 75, 70
"""How likely each kind of slip is; what was begun and not ended comes before what is wrong."""


@dataclass(frozen=True, slots=True)
class Near:
    """A right word near to a wrong one; the higher the score, the likelier it was meant."""

    word: str
    score: int


class Terms:
    """Names and dictionary words. People are found by sound only: one character more is another person."""

    def __init__(
        self,
        names: Names,
        spell_name: Callable[[Entry, str], Spelling],
        spell: Callable[[str], Spelling],
    ) -> None:
        self._spell = spell
        self._words: dict[str, str] = {}
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_letters: dict[str, list[str]] = defaultdict(list)
        self._shapes: set[str] = set()
        self._by_half: dict[tuple[int, int, str], list[str]] = defaultdict(list)
        for entry in names.entries:
            for name in entry.names:
                self._add(name, spell_name(entry, name), by_shape=entry.kind != "expert")
        for word in sorted(names.words):
            self._add(word, spell(word), by_shape=True)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def _add(self, name: str, spelling: Spelling, *, by_shape: bool) -> None:
        word = fold_line(name).text
        if not 1 < len(word) <= LONGEST or word in self._words:
            return
        self._words[word] = name
        if not word.isascii():
            self._by_letters[spelling.full.lower()].append(word)
            for sound in {spelling.full, spelling.loose}:
                self._by_sound[sound].append(word)
        if by_shape and len(word) >= shortest_by_shape(word):
            half = len(word) // 2
            self._shapes.add(word)
            self._by_half[len(word), 0, word[:half]].append(word)
            self._by_half[len(word), half, word[half:]].append(word)

    def near(self, wrong: str) -> list[Near]:
        """Right words that may have been meant, likeliest first."""
        scores: dict[str, int] = {}
        for word, score in (*self._sounding_like(wrong), *self._looking_like(wrong)):
            scores[word] = max(score, scores.get(word, 0))
        best = sorted(scores, key=lambda word: (-scores[word], len(word), word))
        return [Near(self._words[word], scores[word]) for word in best if word != wrong]

    def _sounding_like(self, wrong: str) -> Iterator[tuple[str, int]]:
        if wrong.isascii():
            for word in self._by_letters.get(wrong, ()):
                yield word, SAME_SOUND
            return
        spelling = self._spell(wrong)
        for sound, score in ((spelling.full, SAME_SOUND), (spelling.loose, LIKE_SOUND)):
            for word in self._by_sound.get(sound, ()):
                yield word, score - OSA.distance(wrong, word)

    def _looking_like(self, wrong: str) -> Iterator[tuple[str, int]]:
        if len(wrong) < shortest_by_shape(wrong):
            return
        for length, score in (
            (len(wrong) + 1, LEFT_OUT),
            (len(wrong) - 1, TOO_MANY),
            (len(wrong), WRONG_ONE),
        ):
            if score == WRONG_ONE and (wrong[:-1] in self or wrong[1:] in self):
                continue  # 上海敏行 has 上海 already: 上海市行 mends nothing
            half = length // 2
            candidates = [
                *self._by_half.get((length, 0, wrong[:half]), ()),
                *self._by_half.get((length, half, wrong[half - length :]), ()),
            ]
            for word in candidates:
                if OSA.distance(wrong, word, score_cutoff=1) <= 1:
                    yield word, score
        yield from ((word, SWAPPED) for word in swapped(wrong) if word in self._shapes)


def shortest_by_shape(word: str) -> int:
    return SHORTEST_BY_SHAPE_IN_LETTERS if word.isascii() else SHORTEST_BY_SHAPE


def swapped(word: str) -> Iterator[str]:
    """The word with two neighbours in each other's place, for every two."""
    for at in range(len(word) - 1):
        yield f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
