"""Tokenizers: 汉字 by jieba or rjieba (the same in Rust), Latin words and figures by patterns.

Only 汉字 reach the tokenizers, and the hidden Markov model (HMM) is off when texts are indexed,
so that jieba and rjieba agree and a word is found wherever its characters stand.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from .normalisation import HAN

DICTIONARY_RANGE = re.compile(r"[\u4e00-\u9fd5]+")
OTHER = rf"[^\W_{HAN}]"
COMPOSITE = re.compile(rf"{OTHER}+(?:[.\-_/@&':]{OTHER}+)*(?:\+\+|[+#%])?")
ATOM = re.compile(rf"\d+(?:\.\d+)*|(?:(?!\d){OTHER})+")
PART = re.compile(r"[\-_/@&':]")

Tokenize = Callable[[str], list[str]]


@dataclass(frozen=True)
class Tokenizer:
    """Tokenises 汉字, in runs separated by spaces, into dictionary words.

    ``tokenize_all`` gives every dictionary word in the runs, overlapping ones too, and some single
    汉字; ``tokenize`` the likeliest sequence of words and single 汉字. In ``tokenize_hmm`` the
    hidden Markov model joins names that the dictionary lacks.
    """

    tokenize_all: Tokenize
    tokenize: Tokenize
    tokenize_hmm: Tokenize


def load_jieba(words: Iterable[tuple[str, int]], cache_folder: Path) -> Tokenizer:
    """The tokenizer of jieba itself, with a dictionary and a cache of its own."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    cache_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    loaded = jieba.Tokenizer()
    loaded.tmp_dir = str(cache_folder)
    for word, frequency in words:
        loaded.add_word(word, frequency)
    cut = loaded.lcut
    return Tokenizer(partial(cut, cut_all=True), partial(cut, HMM=False), partial(cut, HMM=True))


def load_rjieba(words: Iterable[tuple[str, int]]) -> Tokenizer:
    """The same dictionary and the same algorithm in Rust (the extra ``fast``)."""
    import rjieba

    loaded = rjieba.Jieba()
    for word, frequency in words:
        loaded.add_word(word, frequency, None)
    cut = loaded.cut
    return Tokenizer(loaded.cut_all, partial(cut, hmm=False), partial(cut, hmm=True))


def load_tokenizer(words: Iterable[tuple[str, int]], cache_folder: Path) -> Tokenizer:
    """The rjieba tokenizer where it is installed, else jieba."""
    return load_rjieba(words) if find_spec("rjieba") else load_jieba(words, cache_folder)


def han_runs(text: str) -> str:
    """The 汉字 of a text that a dictionary may have, in runs separated by single spaces."""
    return " ".join(DICTIONARY_RANGE.findall(text))


def composite_terms(composite: str) -> Iterator[str]:
    """``pm2.5`` → pm2.5, pm, 2.5; ``smart-city`` → smart-city, smart, city."""
    terms = dict.fromkeys([composite, *PART.split(composite), *ATOM.findall(composite)])
    yield from (term for term in terms if term)
