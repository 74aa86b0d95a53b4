"""Random passages and queries for benchmarks, by the word frequencies of jieba's dictionary."""

import itertools
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

SENTENCE_WORDS = 10
SENTENCES = 10
"""Mean number of sentences; the lengths of passages are log-normal."""

MOST_SENTENCES = 40
LOG_SPREAD = 0.6
LOG_MEAN = math.log(SENTENCES) - LOG_SPREAD**2 / 2
POOL = 300_000
FACETS = ("province", "city", "theme", "year", "book")


@dataclass(frozen=True, slots=True)
class Passage:
    number: int
    text: str
    facets: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A query: words joined by ``how`` (and, or, phrase), with facet filters."""

    words: tuple[str, ...]
    how: str = "and"
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def typed(self) -> str:
        """The query string, as typed in the search box."""
        if self.how == "phrase":
            return f'"{"".join(self.words)}"'
        return (" OR " if self.how == "or" else " ").join(self.words)


class Generator:
    """Deterministic generator of passages and queries for a number of passages."""

    def __init__(self, count: int) -> None:
        import jieba

        self.count = count
        with jieba.get_dict_file() as file:
            rows = [line.split() for line in file.read().decode().splitlines()]
        kept = [(row[0], int(row[1])) for row in rows if "一" <= row[0][0] <= "龥"]
        total = sum(frequency for _, frequency in kept)
        self._words = [word for word, _ in kept]
        self._cumulated = list(itertools.accumulate(frequency for _, frequency in kept))
        self.share = {
            word: 1 - (1 - frequency / total) ** (SENTENCES * SENTENCE_WORDS)
            for word, frequency in kept
        }
        self._pool = self._sentences(random.Random(1))

    def _sentences(self, chance: random.Random) -> list[list[str]]:
        size = min(POOL, self.count * SENTENCES)
        drawn = chance.choices(self._words, cum_weights=self._cumulated, k=size * SENTENCE_WORDS)
        return [drawn[at : at + SENTENCE_WORDS] for at in range(0, len(drawn), SENTENCE_WORDS)]

    def passages(self) -> Iterator[Passage]:
        chance = random.Random(2)
        pool = ["".join(words) for words in self._pool]
        for number in range(self.count):
            size = max(1, min(MOST_SENTENCES, round(chance.lognormvariate(LOG_MEAN, LOG_SPREAD))))
            text = "，".join(chance.choices(pool, k=size)) + "。"
            yield Passage(number, text, self._facets(chance))

    def _facets(self, chance: random.Random) -> dict[str, list[str]]:
        city = min(int(chance.paretovariate(0.6)), 300)
        themes = {f"主题{int(12 * chance.random() ** 2)}" for _ in range(chance.randint(1, 3))}
        return {
            "province": [f"省{city % 31}"],
            "city": [f"市{city}"],
            "theme": sorted(themes),
            "year": [str(2000 + int(20 * chance.random() ** 0.5))],
            "book": [f"书{int(1000 * chance.random() ** 2)}"],
        }

    def questions(self, stop_words: frozenset[str], each: int = 12) -> dict[str, list[Question]]:
        """Queries of every class, by the frequency of their words."""
        chance = random.Random(3)
        present = {word for words in self._pool for word in words}
        usable = sorted(word for word in present if len(word) > 1 and word not in stop_words)
        rare = [word for word in usable if 0.0001 <= self.share[word] <= 0.0005]
        middling = [word for word in usable if 0.02 <= self.share[word] <= 0.05]
        common = sorted(usable, key=self.share.__getitem__)[-each:]
        two = {"province": ("省1", "省2"), "theme": ("主题0",)}
        phrases = [
            (words[at], words[at + 1])
            for words in chance.sample(self._pool, 40 * each)
            for at in (2,)
            if len(words[at]) == len(words[at + 1]) == 2
        ]

        def of(words: list[str], size: int) -> list[tuple[str, ...]]:
            return [tuple(chance.sample(words, size)) for _ in range(each)]

        return {
            "rare": [Question(words) for words in of(rare, 1)],
            "middling": [Question(words) for words in of(middling, 1)],
            "common": [Question((word,)) for word in common],
            "two words": [Question(words) for words in of(middling, 2)],
            "three words, OR": [Question(words, "or") for words in of(middling, 3)],
            "phrase": [Question(words, "phrase") for words in phrases[:each]],
            "filtered": [Question((word,), filters=two) for word in common],
            "facets only": [Question((), filters={"province": (f"省{n}",)}) for n in range(1, 5)],
        }
