"""Analyzer: normalise → tokenise → drop stop words, for indexed texts and for queries alike."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from importlib.metadata import version as library_version
from pathlib import Path

from .normalisation import DATA, HAN, NormalizedText, is_han, normalize, read_rows
from .tokenizer import (
    COMPOSITE,
    DICTIONARY_RANGE,
    Tokenizer,
    composite_terms,
    han_runs,
    load_tokenizer,
)

RULES = 2
"""Version of the rules; raise it when normalisation, tokenisation or the index terms change."""

SEGMENT = re.compile(
    rf"(?P<words>{DICTIONARY_RANGE.pattern})|(?P<composite>{COMPOSITE.pattern})|(?P<lone>[{HAN}])"
)

ABBREVIATION = re.compile("[a-z]{1,3}")


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
        words = self.load().tokenize_all(han_runs(text))
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
