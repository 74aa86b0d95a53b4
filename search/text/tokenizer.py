"""Tokenizers: 汉字 by jieba or rjieba (the same in Rust), Latin words and figures by patterns.

Only 汉字 reach the tokenizers, and the hidden Markov model (HMM) is off when texts are indexed,
so that jieba and rjieba agree and a word is found wherever its characters stand.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
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


class Tokenizer(Protocol):
    """Tokenises 汉字, in runs separated by spaces, into dictionary words."""

    def tokenize_all(self, text: str) -> list[str]:
        """Every dictionary word in the runs, overlapping ones too; some single 汉字."""

    def tokenize(self, text: str) -> list[str]:
        """The runs tokenised once, into the likeliest sequence of words and single 汉字."""

    def tokenize_hmm(self, text: str) -> list[str]:
        """As ``tokenize``, but the hidden Markov model joins names that the dictionary lacks."""


class JiebaTokenizer:
    """jieba itself, with a dictionary and a cache of its own, loaded at its first use."""

    def __init__(self, words: Iterable[tuple[str, int]], cache_folder: Path) -> None:
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

    def tokenize_all(self, text: str) -> list[str]:
        return self._jieba.lcut(text, cut_all=True)

    def tokenize(self, text: str) -> list[str]:
        return self._jieba.lcut(text, HMM=False)

    def tokenize_hmm(self, text: str) -> list[str]:
        return self._jieba.lcut(text, HMM=True)


class RjiebaTokenizer:
    """The same dictionary and the same algorithm in Rust (the extra ``fast``)."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        self._words = tuple(words)

    @cached_property
    def _jieba(self) -> "rjieba.Jieba":
        import rjieba

        tokenizer = rjieba.Jieba()
        for word, frequency in self._words:
            tokenizer.add_word(word, frequency, None)
        return tokenizer

    def tokenize_all(self, text: str) -> list[str]:
        return self._jieba.cut_all(text)

    def tokenize(self, text: str) -> list[str]:
        return self._jieba.cut(text, hmm=False)

    def tokenize_hmm(self, text: str) -> list[str]:
        return self._jieba.cut(text, hmm=True)


def best_tokenizer(words: Iterable[tuple[str, int]], cache_folder: Path) -> Tokenizer:
    """The rjieba tokenizer where it is installed, else jieba."""
    if find_spec("rjieba"):
        return RjiebaTokenizer(words)
    return JiebaTokenizer(words, cache_folder)


def han_runs(text: str) -> str:
    """The 汉字 of a text that a dictionary may have, in runs separated by single spaces."""
    return " ".join(DICTIONARY_RANGE.findall(text))


def composite_terms(composite: str) -> Iterator[str]:
    """``pm2.5`` → pm2.5, pm, 2.5; ``smart-city`` → smart-city, smart, city."""
    terms = dict.fromkeys([composite, *PART.split(composite), *ATOM.findall(composite)])
    yield from (term for term in terms if term)
