"""Analyzer: normalise → tokenise → drop stop words, for indexed texts and for queries alike."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version as library_version
from pathlib import Path

from .normalisation import DATA, HAN, NormalizedText, is_han, normalize
from .tokenizer import (
    COMPOSITE,
    DICTIONARY_RANGE,
    Tokenizer,
    best_tokenizer,
    composite_terms,
    han_runs,
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
    """Makes index terms of texts and query terms of typed words; immutable once made."""

    def __init__(
        self,
        tokenizer: Tokenizer,
        stop_words: Iterable[str] = (),
        dictionary: Iterable[tuple[str, int]] = (),
    ) -> None:
        self._tokenizer = tokenizer
        self._stop_words = frozenset(stop_words)
        self._dictionary = tuple(dictionary)

    @cached_property
    def version(self) -> str:
        """A hash that changes when an index made before no longer fits."""
        parts = (
            f"rules {RULES}",
            self._tokenizer.name,
            f"opencc {library_version('opencc')}",
            *(f"{word} {frequency}" for word, frequency in sorted(self._dictionary)),
            (DATA / "variants.txt").read_text("utf-8"),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def load(self) -> None:
        """Load the dictionary now, not at its first use; takes about a second with jieba."""
        self._tokenizer.knows("")

    def is_stop_word(self, text: str) -> bool:
        return text in self._stop_words

    def index_terms(self, normalized: NormalizedText, least: int = 2) -> list[str]:
        """The index terms of a text, with their repetitions.

        Every dictionary word of at least ``least`` characters at every place, overlapping ones
        too; Latin words and figures, whole and in parts. Shorter words are left to the engine.
        """
        terms = [
            word
            for word in self._tokenizer.tokenize_all(han_runs(normalized.text))
            if len(word) >= least
        ]
        for composite in COMPOSITE.findall(normalized.text):
            terms += composite_terms(composite)
        return terms

    def whole_words(self, normalized: NormalizedText) -> list[str]:
        """The dictionary words of a text tokenised once: 智慧城市 has 城市, 麻城市 has not."""
        return [
            term
            for term, _ in self._tokenize(normalized.text, self._tokenizer.tokenize)
            if len(term) > 1
        ]

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, in order and without overlaps, with their spans in the original."""
        normalized = normalize(text)
        return [
            Token(term, *normalized.original(start, start + len(term)))
            for term, start in self._tokenize(normalized.text, self._tokenizer.tokenize)
        ]

    def query_terms(self, typed: str, *, keep_stop_words: bool = False) -> tuple[QueryTerm, ...]:
        """The query terms of typed characters, each once, without stop words unless kept."""
        normalized = normalize(typed)
        query_terms = []
        for term, start in _joined(
            self._tokenize(normalized.text, self._tokenizer.tokenize_hmm), normalized.text
        ):
            if keep_stop_words or not self.is_stop_word(term):
                query_term = self._query_term(
                    term, normalized.characters[start : start + len(term)]
                )
                query_terms.append(query_term.alone if query_term.is_abbreviation else query_term)
        return tuple(dict.fromkeys(query_terms))

    def phrase(self, typed: str) -> QueryTerm:
        """The typed characters as one query term, without the marks and spaces around them."""
        normalized = normalize(typed)
        return self._query_term(normalized.text, normalized.characters)

    def _query_term(self, text: str, characters: str) -> QueryTerm:
        if COMPOSITE.fullmatch(text):
            return QueryTerm(characters, inner=tuple(composite_terms(text)), word=text)
        words = [word for word in self._tokenizer.tokenize_all(han_runs(text)) if len(word) > 1]
        inner = dict.fromkeys(w for w in words if w != text and not self.is_stop_word(w))
        if text in words:
            return QueryTerm(characters, text, tuple(inner))
        return QueryTerm(characters, "", tuple(inner))

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


def _joined(pieces: Iterable[tuple[str, int]], text: str) -> Iterator[tuple[str, int]]:
    """Join a figure and its counter (2016年), and a word and its plus (互联网+)."""
    figure: tuple[str, int] | None = None
    for piece, start in pieces:
        if figure and len(piece) == 1 and start == figure[1] + len(figure[0]):
            yield figure[0] + piece, figure[1]
            figure = None
            continue
        if figure:
            yield figure
            figure = None
        if piece[-1].isdecimal():
            figure = piece, start
        elif text.startswith("+", start + len(piece)) and is_han(piece[0]):
            yield piece + "+", start
        else:
            yield piece, start
    if figure:
        yield figure


def read_dictionary(path: Path = DATA / "dictionary.txt") -> list[tuple[str, int]]:
    """Lines like ``大数据 13 n`` → (大数据, 13)."""
    rows = (line.split() for line in path.read_text("utf-8").splitlines() if line.strip())
    return dictionary_words((word, int(count)) for word, count, *_ in rows)


def dictionary_words(words: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The normalised words, without those of other characters, which need no dictionary."""
    normalized = ((normalize(word).text, count) for word, count in words)
    return [(word, count) for word, count in normalized if DICTIONARY_RANGE.fullmatch(word)]


def read_stop_words(path: Path = DATA / "stop_words.txt") -> frozenset[str]:
    return frozenset(path.read_text("utf-8").split())


def make_analyzer(
    cache_folder: Path,
    *,
    extra_words: Iterable[tuple[str, int]] = (),
    extra_stop_words: Iterable[str] = (),
) -> Analyzer:
    """An analyzer with the project's dictionary, which is loaded when it is first used."""
    dictionary = [*read_dictionary(), *dictionary_words(extra_words)]
    tokenizer = best_tokenizer(dictionary, cache_folder)
    stop_words = read_stop_words() | {normalize(word).text for word in extra_stop_words}
    return Analyzer(tokenizer, stop_words, dictionary)
