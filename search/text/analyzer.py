"""Analyzer: normalise → tokenise → drop stop words, for indexed texts and for queries alike.

汉字 are tokenised by jieba or rjieba (the same in Rust), Latin words and figures by patterns. The
hidden Markov model (HMM) is off when texts are indexed, so that jieba and rjieba agree and a word
is found wherever its characters stand.
"""

import hashlib
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from importlib.metadata import version as library_version
from importlib.util import find_spec
from pathlib import Path

from .normalisation import DATA, HAN, NormalizedText, is_han, normalize, read_rows

RULES = 2
"""Version of the rules; raise it when normalisation, tokenisation or the index terms change."""

DICTIONARY_RANGE = re.compile(r"[\u4e00-\u9fd5]+")
OTHER = rf"[^\W_{HAN}]"
COMPOSITE = re.compile(rf"{OTHER}+(?:[.\-_/@&':]{OTHER}+)*(?:\+\+|[+#%])?")
ATOM = re.compile(rf"\d+(?:\.\d+)*|(?:(?!\d){OTHER})+")
PART = re.compile(r"[\-_/@&':]")
SEGMENT = re.compile(
    rf"(?P<words>{DICTIONARY_RANGE.pattern})|(?P<composite>{COMPOSITE.pattern})|(?P<lone>[{HAN}])"
)

ABBREVIATION = re.compile("[a-z]{1,3}")

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


@dataclass(frozen=True, slots=True)
class Token:
    """A term and the span of the original text it stands for."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A term of a query: characters that must stand together in a text.

    ``term`` is set where the dictionary has the word: the index then holds it as one
    term wherever it occurs. ``inner`` are shorter words within it, which only add to the score.
    ``word`` is a Latin word or a figure: it also matches inside others, but scores more alone.
    """

    characters: str
    term: str = ""
    inner: tuple[str, ...] = ()
    word: str = ""

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is up to three letters, which are in many words by chance: AI in Shanghai."""
        return bool(ABBREVIATION.fullmatch(self.word))

    @property
    def is_alone(self) -> bool:
        """Whether it matches only as a whole Latin word."""
        return bool(self.word) and self.term == self.word

    @property
    def alone(self) -> "QueryTerm":
        """The query term that matches only as a whole word, never as a part of another."""
        return replace(self, term=self.word) if self.word else self

    @property
    def is_minor(self) -> bool:
        """Whether it is a single character, which beside longer terms narrows but makes no hit."""
        return len(self.characters) == 1


class Analyzer:
    """Makes index terms of texts and query terms of typed words; immutable once made.

    ``load`` gives the tokenizer; loaded at its first use, which takes about a second with jieba.
    """

    def __init__(
        self,
        load_tokenizer: Callable[[], Tokenizer],
        stop_words: Iterable[str] = (),
        dictionary: Iterable[tuple[str, int]] = (),
    ) -> None:
        self.load = cache(load_tokenizer)
        self._stop_words = frozenset(stop_words)
        self._dictionary = tuple(dictionary)

    @cached_property
    def version(self) -> str:
        """A hash that changes when an index made before no longer fits."""
        parts = (
            f"rules {RULES}",
            f"jieba {library_version('jieba')}",
            f"opencc {library_version('opencc')}",
            *(f"{word} {frequency}" for word, frequency in sorted(self._dictionary)),
            (DATA / "variants.txt").read_text("utf-8"),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def is_stop_word(self, text: str) -> bool:
        return text in self._stop_words

    def index_terms(self, normalized: NormalizedText, least: int = 2) -> list[str]:
        """The index terms of a text, with their repetitions.

        Every dictionary word of at least ``least`` characters at every place, overlapping ones
        too; Latin words and figures, whole and in parts. Shorter words are left to the engine.
        """
        terms = self._dictionary_words(normalized.text, least)
        for composite in COMPOSITE.findall(normalized.text):
            terms += composite_terms(composite)
        return terms

    def whole_words(self, normalized: NormalizedText) -> list[str]:
        """The dictionary words of a text tokenised once: 智慧城市 has 城市, 麻城市 has not."""
        return [
            term
            for term, _ in self._tokenize(normalized.text, self.load().tokenize)
            if len(term) > 1
        ]

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, in order and without overlaps, with their spans in the original."""
        normalized = normalize(text)
        return [
            Token(term, *normalized.original(start, start + len(term)))
            for term, start in self._tokenize(normalized.text, self.load().tokenize)
        ]

    def query_terms(self, typed: str, *, keep_stop_words: bool = False) -> tuple[QueryTerm, ...]:
        """The query terms of typed characters, each once, without stop words unless kept."""
        normalized = normalize(typed)
        words = self._tokenize(normalized.text, self.load().tokenize_hmm)
        query_terms = [
            self._query_term(term, normalized.characters[start : start + len(term)])
            for term, start in _join_figures(words, normalized.text)
            if keep_stop_words or not self.is_stop_word(term)
        ]
        return tuple(
            dict.fromkeys(each.alone if each.is_abbreviation else each for each in query_terms)
        )

    def phrase(self, typed: str) -> QueryTerm:
        """The typed characters as one query term, without the marks and spaces around them."""
        normalized = normalize(typed)
        return self._query_term(normalized.text, normalized.characters)

    def _query_term(self, text: str, characters: str) -> QueryTerm:
        if COMPOSITE.fullmatch(text):
            return QueryTerm(characters, inner=tuple(composite_terms(text)), word=text)
        words = self._dictionary_words(text)
        inner = dict.fromkeys(w for w in words if w != text and not self.is_stop_word(w))
        return QueryTerm(characters, text if text in words else "", tuple(inner))

    def _dictionary_words(self, text: str, least: int = 2) -> list[str]:
        """Every dictionary word of at least ``least`` characters, at every place."""
        words = self.load().tokenize_all(" ".join(DICTIONARY_RANGE.findall(text)))
        return [word for word in words if len(word) >= least]

    def _tokenize(
        self, text: str, tokenize: Callable[[str], list[str]]
    ) -> Iterator[tuple[str, int]]:
        """Words of a normalised text with their places; marks and spaces are dropped."""
        for segment in SEGMENT.finditer(text):
            start = segment.start()
            pieces = tokenize(segment[0]) if segment.lastgroup == "words" else [segment[0]]
            for piece in pieces:
                yield piece, start
                start += len(piece)


def composite_terms(composite: str) -> Iterator[str]:
    """``pm2.5`` → pm2.5, pm, 2.5; ``smart-city`` → smart-city, smart, city."""
    terms = dict.fromkeys([composite, *PART.split(composite), *ATOM.findall(composite)])
    yield from (term for term in terms if term)


def _join_figures(words: Iterable[tuple[str, int]], text: str) -> list[tuple[str, int]]:
    """Join a figure and its counter (2016年), and a word and its plus (互联网+)."""
    joined: list[tuple[str, int]] = []
    for word, start in words:
        before, at = joined[-1] if joined else ("", 0)
        if before[-1:].isdecimal() and len(word) == 1 and start == at + len(before):
            joined[-1] = before + word, at
        elif text.startswith("+", start + len(word)) and is_han(word[0]):
            joined.append((word + "+", start))
        else:
            joined.append((word, start))
    return joined


@cache
def read_dictionary() -> list[tuple[str, int]]:
    """Lines like ``大数据 13 n`` → (大数据, 13)."""
    rows = read_rows("dictionary.txt")
    return dictionary_words((word, int(count)) for word, count, *_ in rows)


def dictionary_words(words: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The normalised words, without those of other characters, which need no dictionary."""
    normalized = ((normalize(word).text, count) for word, count in words)
    return [(word, count) for word, count in normalized if DICTIONARY_RANGE.fullmatch(word)]


def read_stop_words() -> frozenset[str]:
    return frozenset(word for row in read_rows("stop_words.txt") for word in row)


def make_analyzer(
    cache_folder: Path,
    *,
    extra_words: Iterable[tuple[str, int]] = (),
    extra_stop_words: Iterable[str] = (),
) -> Analyzer:
    """An analyzer with the project's dictionary, which is loaded when it is first used."""
    dictionary = [*read_dictionary(), *dictionary_words(extra_words)]
    stop_words = read_stop_words() | {normalize(word).text for word in extra_stop_words}
    load = partial(load_tokenizer, dictionary, cache_folder)
    return Analyzer(load, stop_words, dictionary)


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
