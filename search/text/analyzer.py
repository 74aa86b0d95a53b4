"""Analyzer: fold → cut → drop stop words; the same for what is indexed and what is typed."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version as library_version
from pathlib import Path

from .normalisation import DATA, HAN, Folded, fold, is_han
from .tokenizer import COMPOSITE, DICTIONARY_RANGE, Cutter, best_cutter, composite_terms, han_runs

RULES = 2
"""Raised whenever folding, cutting or the terms of a text change."""

SEGMENT = re.compile(
    rf"(?P<words>{DICTIONARY_RANGE.pattern})|(?P<composite>{COMPOSITE.pattern})|(?P<lone>[{HAN}])"
)

ABBREVIATION = re.compile("[a-z]{1,3}")


@dataclass(frozen=True, slots=True)
class Token:
    """A term and the stretch of the original text it stands for."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What a typed word asks for: characters that must stand together in a text.

    ``term`` is set where the dictionary has the word: the index then holds it as one
    term wherever it occurs. ``inner`` are shorter words within it; they only rank.
    ``word`` is a Latin word or a figure: it is found within others, but better by itself.
    """

    literal: str
    term: str = ""
    inner: tuple[str, ...] = ()
    word: str = ""

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is so few letters that they stand in many words by chance: AI in Shanghai."""
        return bool(ABBREVIATION.fullmatch(self.word))

    @property
    def is_alone(self) -> bool:
        """Whether it is found as a Latin word of its own only."""
        return bool(self.word) and self.term == self.word

    @property
    def alone(self) -> "Unit":
        """The unit as a term of its own, never a part of another word."""
        return replace(self, term=self.word) if self.word else self

    @property
    def is_minor(self) -> bool:
        """Whether it is a single character: beside longer units it narrows, but finds nothing."""
        return len(self.literal) == 1


class Analyzer:
    """Makes terms of texts and units of typed words; never changes once it is made."""

    def __init__(
        self,
        cutter: Cutter,
        stop_words: Iterable[str] = (),
        dictionary: Iterable[tuple[str, int]] = (),
    ) -> None:
        self._cutter = cutter
        self._stop_words = frozenset(stop_words)
        self._dictionary = tuple(dictionary)

    @cached_property
    def version(self) -> str:
        """Changes when an index made before would no longer fit."""
        parts = (
            f"rules {RULES}",
            self._cutter.name,
            f"opencc {library_version('opencc')}",
            *(f"{word} {frequency}" for word, frequency in sorted(self._dictionary)),
            (DATA / "variants.txt").read_text("utf-8"),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def load(self) -> None:
        """Load the dictionary now, which takes about a second with jieba, and not when it is first used."""
        self._cutter.knows("")

    def is_stop_word(self, text: str) -> bool:
        return text in self._stop_words

    def index_terms(self, folded: Folded, least: int = 2) -> list[str]:
        """The terms under which a text is found, with their repetitions.

        Every dictionary word of at least so many characters at every place, overlapping ones too;
        Latin words and figures, whole and in their parts. Shorter ones are the engine's business.
        """
        terms = [word for word in self._cutter.words(han_runs(folded.text)) if len(word) >= least]
        for composite in COMPOSITE.findall(folded.text):
            terms += composite_terms(composite)
        return terms

    def whole_words(self, folded: Folded) -> list[str]:
        """The dictionary words that a text is made of: in 麻城市 there is no 城市, in 智慧城市 there is."""
        return [term for term, _ in self._cut(folded.text, self._cutter.pieces) if len(term) > 1]

    def tokens(self, text: str) -> list[Token]:
        """A text cut once, in order, with places in the original."""
        folded = fold(text)
        return [
            Token(term, *folded.original(start, start + len(term)))
            for term, start in self._cut(folded.text, self._cutter.pieces)
        ]

    def query_units(self, typed: str, *, keep_stop_words: bool = False) -> tuple[Unit, ...]:
        """What a typed run of characters asks for, each unit once, stop words left out."""
        folded = fold(typed)
        units = []
        for term, start in _joined(self._cut(folded.text, self._cutter.guesses), folded.text):
            if keep_stop_words or not self.is_stop_word(term):
                unit = self._unit(term, folded.literal[start : start + len(term)])
                units.append(unit.alone if unit.is_abbreviation else unit)
        return tuple(dict.fromkeys(units))

    def phrase(self, typed: str) -> Unit:
        """The typed characters as one unit, without the marks and spaces around them."""
        folded = fold(typed)
        return self._unit(folded.text, folded.literal)

    def _unit(self, text: str, literal: str) -> Unit:
        if COMPOSITE.fullmatch(text):
            return Unit(literal, inner=tuple(composite_terms(text)), word=text)
        words = [word for word in self._cutter.words(han_runs(text)) if len(word) > 1]
        inner = dict.fromkeys(w for w in words if w != text and not self.is_stop_word(w))
        if text in words:
            return Unit(literal, text, tuple(inner))
        return Unit(literal, "", tuple(inner))

    def _cut(self, text: str, cut: Callable[[str], list[str]]) -> Iterator[tuple[str, int]]:
        """Words of a folded text with their places; marks and spaces fall out."""
        for segment in SEGMENT.finditer(text):
            start = segment.start()
            pieces = cut(segment[0]) if segment.lastgroup == "words" else [segment[0]]
            for piece in pieces:
                yield piece, start
                start += len(piece)


def _joined(pieces: Iterable[tuple[str, int]], text: str) -> Iterator[tuple[str, int]]:
    """Put a figure and its counter together (2016年), and a word and its plus (互联网+)."""
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
    return fit_for_cutting((word, int(count)) for word, count, *_ in rows)


def fit_for_cutting(words: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words as they stand in folded texts; only those of 汉字 need a dictionary."""
    folded = ((fold(word).text, count) for word, count in words)
    return [(word, count) for word, count in folded if DICTIONARY_RANGE.fullmatch(word)]


def read_stop_words(path: Path = DATA / "stop_words.txt") -> frozenset[str]:
    return frozenset(path.read_text("utf-8").split())


def make_analyzer(
    cache_folder: Path,
    *,
    extra_words: Iterable[tuple[str, int]] = (),
    extra_stop_words: Iterable[str] = (),
) -> Analyzer:
    """An analyzer with the project's dictionary, which is loaded when it is first used."""
    dictionary = [*read_dictionary(), *fit_for_cutting(extra_words)]
    cutter = best_cutter(dictionary, cache_folder)
    stop_words = read_stop_words() | {fold(word).text for word in extra_stop_words}
    return Analyzer(cutter, stop_words, dictionary)
