"""Vocabularies: which rows or terms a parameter may name, and by which words."""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet

from casebook.core.web.requests import nearest

SPACES = re.compile(r"\s+")
FEW = 30
"""So many right values are all named to who gave a wrong one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a value may mean: its canonical value, its label, and what stands for it.

    ``words`` are the other words that mean it; ``target`` is the row, or what a lookup compares.
    """

    value: str
    label: str
    words: tuple[str, ...]
    target: Any


class Vocabulary(ABC):
    """Where choices are looked up; ``example`` is a value for the API's description."""

    example: str = ""

    @abstractmethod
    def named(self, values: list[str]) -> list[Choice]:
        """The choices with these canonical values."""

    @abstractmethod
    def everything(self) -> list[Choice]:
        """Every choice there is."""

    def proposals(self, values: list[str], choices: list[Choice]) -> dict[str, str | None]:
        """For values that mean none of the choices, what may have been meant."""
        return {value: nearest_word(value, choices) for value in values}


@dataclass(frozen=True)
class Rows(Vocabulary):
    """Rows of a table; their canonical value is the slug."""

    rows: Callable[[], QuerySet[Any]]
    label: Callable[[Any], str]
    words: Callable[[Any], Iterable[str]]
    example: str = ""

    def named(self, values: list[str]) -> list[Choice]:
        return self._choices(self.rows().filter(slug__in=values))

    def everything(self) -> list[Choice]:
        return self._choices(self.rows())

    def _choices(self, rows: QuerySet[Any]) -> list[Choice]:
        return [
            Choice(row.slug, self.label(row), tuple(filter(None, self.words(row))), row)
            for row in rows
        ]


@dataclass(frozen=True)
class Terms(Vocabulary):
    """A short fixed list, as the levels of places; made when asked, for labels are translated."""

    terms: Callable[[], list[Choice]]

    def named(self, values: list[str]) -> list[Choice]:
        return [choice for choice in self.terms() if choice.value in values]

    def everything(self) -> list[Choice]:
        return self.terms()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What values mean, and for those that mean nothing the nearest right word.

    ``allowed`` are the canonical values that would be right, where they are few.
    """

    choices: list[Choice]
    unknown: dict[str, str | None]
    allowed: tuple[str, ...] | None = None


def resolve(vocabulary: Vocabulary, values: list[str]) -> Resolution:
    """Find what the values mean, in a fixed number of queries; a word may mean several rows."""
    meanings = {choice.value: [choice] for choice in vocabulary.named(values)}
    missing = [value for value in values if value not in meanings]
    unknown: dict[str, str | None] = {}
    everything: list[Choice] = []
    if missing:
        everything = vocabulary.everything()
        words = by_word(everything)
        meanings |= {value: meant(value, words) for value in missing}
        nothing = [value for value in missing if not meanings[value]]
        unknown = vocabulary.proposals(nothing, everything) if nothing else {}
    found = {choice.value: choice for value in values for choice in meanings[value]}
    allowed = tuple(choice.value for choice in everything) if unknown else None
    return Resolution(list(found.values()), unknown, allowed if len(everything) <= FEW else None)


def meant(value: str, words: dict[str, list[Choice]]) -> list[Choice]:
    """What a value stands for, in traditional characters too: 武漢 is 武汉."""
    return words.get(fold(value)) or words.get(fold(simplified(value)), [])


def by_word(choices: Iterable[Choice]) -> dict[str, list[Choice]]:
    """The choices that each word, folded, stands for."""
    index: dict[str, list[Choice]] = {}
    for choice in choices:
        for word in {fold(word) for word in (choice.value, choice.label, *choice.words)}:
            index.setdefault(word, []).append(choice)
    return index


def fold(word: str) -> str:
    """The word as it is compared: widths and cases alike, without spaces."""
    return SPACES.sub("", unicodedata.normalize("NFKC", word).casefold())


def simplified(word: str) -> str:
    """The word in simplified characters."""
    return word if word.isascii() else str(to_simplified().convert(word))


@cache
def to_simplified() -> Any:
    """The converter, whose tables are read once in a process."""
    from opencc import OpenCC

    return OpenCC("t2s")


def nearest_word(value: str, choices: list[Choice]) -> str | None:
    """The word most likely meant: one that sounds the same, else one that looks alike."""
    if not value.isascii():
        sounds = {
            fold(word): choice.label
            for choice in choices
            for word in (choice.value, *choice.words)
            if word.isascii()
        }
        if same_sound := sounds.get(spell(value)):
            return same_sound
    labels = [choice.label for choice in choices]
    words = [word for choice in choices for word in (choice.value, *choice.words)]
    return nearest(value, dict.fromkeys(labels + words))


def spell(word: str) -> str:
    """The word in pinyin without tones: 武汗 → wuhan, which helps to see that 武汉 was meant."""
    from pypinyin import lazy_pinyin

    return fold("".join(lazy_pinyin(word)))
