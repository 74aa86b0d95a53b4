"""Value resolvers: which rows or terms a parameter may name, and by which names."""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast

from casebook.core.web.requests import nearest

SPACES = re.compile(r"\s+")
FEW = 30
"""Maximum number of valid values that an error lists."""


@dataclass(frozen=True, slots=True)
class ResolvedValue:
    """A row or term that a value may name: its canonical value, its label and its target.

    ``words`` are its other names; ``target`` is the row, or the value that a lookup compares.
    """

    value: str
    label: str
    words: tuple[str, ...]
    target: Any


class ValueResolver(ABC):
    """Looks up rows or terms by value; ``example`` is a value for the API's description."""

    example: str = ""

    @abstractmethod
    def named(self, values: list[str]) -> list[ResolvedValue]:
        """The choices with these canonical values."""

    @abstractmethod
    def everything(self) -> list[ResolvedValue]:
        """Every choice there is."""

    def labels(self, values: Iterable[str]) -> dict[str, str]:
        """The label of each of these canonical values that exists."""
        return {choice.value: choice.label for choice in self.named(list(values))}

    def proposals(self, values: list[str], choices: list[ResolvedValue]) -> dict[str, str | None]:
        """For each value that names none of the choices, the nearest name."""
        return {value: nearest_word(value, choices) for value in values}


@dataclass(frozen=True)
class RowValues(ValueResolver):
    """Rows of a table; their canonical value is the slug.

    ``columns`` are those that the label is made of, beside the slug: at most ``MAX_COLUMNS``.
    """

    rows: Callable[[], QuerySet[Any]]
    label: Callable[[Any], str]
    words: Callable[[Any], Iterable[str]]
    example: str = ""
    columns: tuple[str, ...] = ("name", "english_name")

    MAX_COLUMNS: ClassVar[int] = 3

    def named(self, values: list[str]) -> list[ResolvedValue]:
        return self._choices(self.rows().filter(slug__in=values))

    def everything(self) -> list[ResolvedValue]:
        return self._choices(self.rows())

    def _choices(self, rows: QuerySet[Any]) -> list[ResolvedValue]:
        return [
            ResolvedValue(row.slug, self.label(row), tuple(filter(None, self.words(row))), row)
            for row in rows
        ]


def row_labels(wanted: Sequence[tuple[RowValues, Iterable[str]]]) -> list[dict[str, str]]:
    """The labels of values of several tables, in the same order; one query."""
    found: list[dict[str, str]] = [{} for _ in wanted]
    queries = []
    for number, (resolver, values) in enumerate(wanted):
        columns: list[Cast | Value] = [Cast(name, TextField()) for name in resolver.columns]
        columns += [Value("", TextField())] * (RowValues.MAX_COLUMNS - len(columns))
        rows = resolver.rows().filter(slug__in=values).order_by()
        queries.append(rows.values_list(Value(number), "slug", *columns))
    for number, slug, *texts in queries[0].union(*queries[1:], all=True) if queries else ():
        resolver, _values = wanted[number]
        row = resolver.rows().model(slug=slug)
        for column, text in zip(resolver.columns, texts, strict=False):
            setattr(row, column, text)
        found[number][slug] = resolver.label(row)
    return found


@dataclass(frozen=True)
class FixedValues(ValueResolver):
    """A short fixed list, as the levels of places; made at each call, for labels are translated."""

    terms: Callable[[], list[ResolvedValue]]

    def named(self, values: list[str]) -> list[ResolvedValue]:
        return [choice for choice in self.terms() if choice.value in values]

    def everything(self) -> list[ResolvedValue]:
        return self.terms()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The resolved values, and for each unknown value the nearest valid name.

    ``allowed`` are all canonical values, if there are at most ``FEW``.
    """

    choices: list[ResolvedValue]
    unknown: dict[str, str | None]
    allowed: tuple[str, ...] | None = None


def resolve(resolver: ValueResolver, values: list[str]) -> Resolution:
    """Resolve values in a fixed number of queries; a name may match several rows."""
    meanings = {choice.value: [choice] for choice in resolver.named(values)}
    missing = [value for value in values if value not in meanings]
    unknown: dict[str, str | None] = {}
    everything: list[ResolvedValue] = []
    if missing:
        everything = resolver.everything()
        words = by_word(everything)
        meanings |= {value: meant(value, words) for value in missing}
        nothing = [value for value in missing if not meanings[value]]
        unknown = resolver.proposals(nothing, everything) if nothing else {}
    found = {choice.value: choice for value in values for choice in meanings[value]}
    allowed = tuple(choice.value for choice in everything) if unknown else None
    return Resolution(list(found.values()), unknown, allowed if len(everything) <= FEW else None)


def meant(value: str, words: dict[str, list[ResolvedValue]]) -> list[ResolvedValue]:
    """The choices that a value names, also in traditional characters: 武漢 is 武汉."""
    return words.get(normalize_value(value)) or words.get(normalize_value(simplified(value)), [])


def by_word(choices: Iterable[ResolvedValue]) -> dict[str, list[ResolvedValue]]:
    """The choices by each of their names, normalised."""
    index: dict[str, list[ResolvedValue]] = {}
    for choice in choices:
        for word in {normalize_value(word) for word in (choice.value, choice.label, *choice.words)}:
            index.setdefault(word, []).append(choice)
    return index


def normalize_value(word: str) -> str:
    """Normalise a name for comparison: NFKC and case folding, without spaces."""
    return SPACES.sub("", unicodedata.normalize("NFKC", word).casefold())


def simplified(word: str) -> str:
    """The word in simplified characters."""
    return word if word.isascii() else str(to_simplified().convert(word))


@cache
def to_simplified() -> Any:
    """The OpenCC converter; its tables are loaded once per process."""
    from opencc import OpenCC

    return OpenCC("t2s")


def nearest_word(value: str, choices: list[ResolvedValue]) -> str | None:
    """The nearest name: one with the same pinyin, else one with similar characters."""
    if not value.isascii():
        sounds = {
            normalize_value(word): choice.label
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
    """The word in pinyin without tones: 武汗 → wuhan, which matches 武汉."""
    from pypinyin import lazy_pinyin

    return normalize_value("".join(lazy_pinyin(word)))
