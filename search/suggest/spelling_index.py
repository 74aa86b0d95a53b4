"""The spelling index: known words, found by pinyin (sound) and by edit distance (shape)."""

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.text.analyzer import Analyzer
from search.text.pinyin import Spelling, spell

MAX_LENGTH = 16
MIN_BY_SHAPE = 3
MIN_BY_SHAPE_IN_LETTERS = 5
"""Minimum lengths by shape: a shorter word with one character changed is another word."""

SAME_SOUND, SWAPPED, LIKE_SOUND, LEFT_OUT, TOO_MANY, WRONG_ONE = 100, 95, 90, 80, 75, 70
"""Score of each kind of slip; a missing character is likelier than a wrong one."""


class SpellingIndex:
    """Names and dictionary words.

    People are found by sound only: one character more is another person.
    """

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._words: dict[str, str] = {}
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_half: dict[tuple[str, bool], list[str]] = defaultdict(list)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def add(
        self, name: str, word: str, spelling: Spelling | None, *, by_shape: bool = True
    ) -> None:
        """Add a name and its normalised form; one in Latin letters needs no spelling."""
        if not 1 < len(word) <= MAX_LENGTH or word in self._words:
            return
        self._words[word] = name
        if spelling and not word.isascii():
            for sound in {spelling.full, spelling.loose, spelling.full.lower()}:
                self._by_sound[sound].append(word)
        if by_shape and len(word) >= min_by_shape(word):
            half = len(word) // 2
            self._by_half[word[:half], False].append(word)
            self._by_half[word[half:], True].append(word)

    def near(self, wrong: str) -> list[tuple[str, int]]:
        """Right words that may have been meant, likeliest first, and the score of each."""
        scores: dict[str, int] = {}
        for word, score in (*self._sounding_like(wrong), *self._looking_like(wrong)):
            scores[word] = max(score, scores.get(word, 0))
        best = sorted(scores, key=lambda word: (-scores[word], len(word), word))
        return [(self._words[word], scores[word]) for word in best if word != wrong]

    def _sounding_like(self, wrong: str) -> Iterator[tuple[str, int]]:
        """Words of the same pinyin; ``zhihui`` finds 智慧 by its letters, without capitals."""
        if wrong.isascii():
            yield from ((word, SAME_SOUND) for word in self._by_sound.get(wrong, ()))
            return
        spelling = spell(wrong, self._analyzer)
        for sound, score in ((spelling.full, SAME_SOUND), (spelling.loose, LIKE_SOUND)):
            for word in self._by_sound.get(sound, ()):
                yield word, score - OSA.distance(wrong, word)

    def _looking_like(self, wrong: str) -> Iterator[tuple[str, int]]:
        """Words at an edit distance (OSA) of 1 from the wrong one."""
        if len(wrong) < min_by_shape(wrong):
            return
        words = self._sharing_half(wrong)
        near = process.extract(wrong, words, scorer=OSA.distance, score_cutoff=1, limit=None)
        for word, _, _ in near:
            if len(word) != len(wrong):
                yield word, LEFT_OUT if len(word) > len(wrong) else TOO_MANY
            elif sorted(word) == sorted(wrong):
                yield word, SWAPPED
            elif wrong[:-1] not in self and wrong[1:] not in self:
                yield word, WRONG_ONE  # but 上海敏行 has 上海 already: 上海市行 corrects nothing

    def _sharing_half(self, wrong: str) -> set[str]:
        """Words with a half of the wrong one, or with the two characters in its middle swapped."""
        middle = len(wrong) // 2
        halves = {(wrong[: middle - 1] + wrong[middle], False)}
        for length in (len(wrong) - 1, len(wrong), len(wrong) + 1):
            halves |= {(wrong[: length // 2], False), (wrong[length // 2 - length :], True)}
        return {word for half in halves for word in self._by_half.get(half, ())}


def min_by_shape(word: str) -> int:
    return MIN_BY_SHAPE_IN_LETTERS if word.isascii() else MIN_BY_SHAPE
