"""Cutters: 汉字 runs into words, by jieba or by its faster twin; the rest by our own rule.

Only 汉字 reach the cutters, and the hidden Markov model stays off for what is indexed,
so that jieba and rjieba agree and a word is found wherever its characters stand.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from .normalisation import HAN

if TYPE_CHECKING:
    import jieba
    import rjieba

DICTIONARY_RANGE = re.compile(r"[\u4e00-\u9fd5]+")
OTHER = rf"[^\W_{HAN}]"
COMPOSITE = re.compile(rf"{OTHER}+(?:[.\-_/@&':]{OTHER}+)*(?:\+\+|[+#%])?")
ATOM = re.compile(rf"\d+(?:\.\d+)*|(?:(?!\d){OTHER})+")
PART = re.compile(r"[\-_/@&':]")


class Cutter(Protocol):
    """Cuts 汉字, in runs parted by spaces, into dictionary words."""

    name: str

    def words(self, runs: str) -> list[str]:
        """Every dictionary word in the runs, overlapping ones too; some single 汉字."""

    def pieces(self, runs: str) -> list[str]:
        """The runs cut once, into the likeliest sequence of words and single 汉字."""

    def guesses(self, runs: str) -> list[str]:
        """As pieces, but with names that the dictionary lacks put together by a guess."""

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word."""


class JiebaCutter:
    """jieba itself, with a dictionary and a cache of its own, loaded when it first cuts."""

    def __init__(self, words: Iterable[tuple[str, int]], cache_folder: Path) -> None:
        self.name = f"jieba {version('jieba')}"
        self._words = tuple(words)
        self._cache_folder = cache_folder

    @cached_property
    def _jieba(self) -> "jieba.Tokenizer":
        import jieba

        jieba.setLogLevel(logging.WARNING)
        self._cache_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = str(self._cache_folder)
        for word, frequency in self._words:
            tokenizer.add_word(word, frequency)
        return tokenizer

    def words(self, runs: str) -> list[str]:
        return self._jieba.lcut(runs, cut_all=True)

    def pieces(self, runs: str) -> list[str]:
        return self._jieba.lcut(runs, HMM=False)

    def guesses(self, runs: str) -> list[str]:
        return self._jieba.lcut(runs, HMM=True)

    def knows(self, word: str) -> bool:
        return bool(self._jieba.FREQ.get(word))


class RjiebaCutter:
    """The same dictionary and the same algorithm in Rust (the extra ``fast``)."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        self.name = f"jieba {version('jieba')}"
        self._words = tuple(words)

    @cached_property
    def _jieba(self) -> "rjieba.Jieba":
        import rjieba

        tokenizer = rjieba.Jieba()
        for word, frequency in self._words:
            tokenizer.add_word(word, frequency, None)
        return tokenizer

    def words(self, runs: str) -> list[str]:
        return self._jieba.cut_all(runs)

    def pieces(self, runs: str) -> list[str]:
        return self._jieba.cut(runs, hmm=False)

    def guesses(self, runs: str) -> list[str]:
        return self._jieba.cut(runs, hmm=True)

    def knows(self, word: str) -> bool:
        return self._jieba.has_word(word)


def best_cutter(words: Iterable[tuple[str, int]], cache_folder: Path) -> Cutter:
    """The fast cutter where it is installed, else jieba."""
    if find_spec("rjieba"):
        return RjiebaCutter(words)
    return JiebaCutter(words, cache_folder)


def han_runs(text: str) -> str:
    """The 汉字 of a text that a dictionary may know, its runs parted by single spaces."""
    return " ".join(DICTIONARY_RANGE.findall(text))


def composite_terms(composite: str) -> Iterator[str]:
    """``pm2.5`` → pm2.5, pm, 2.5; ``smart-city`` → smart-city, smart, city."""
    terms = dict.fromkeys([composite, *PART.split(composite), *ATOM.findall(composite)])
    yield from (term for term in terms if term)
