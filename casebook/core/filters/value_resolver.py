"""Value resolvers: which rows or terms a parameter may name, and by which names."""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from django.db.models import Choices, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language

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

    def __deepcopy__(self, _memo: object) -> Self:
        """The same: a filterset copies its filters for each request, but nothing changes these."""
        return self

    @abstractmethod
    def named(self, values: list[str]) -> list[ResolvedValue]:
        """The choices with these canonical values."""

    @abstractmethod
    def everything(self) -> list[ResolvedValue]:
        """Every choice there is."""

    def labels(self, values: list[str]) -> dict[str, str]:
        """The label of each of these canonical values that exists."""
        return {choice.value: choice.label for choice in self.named(values)}

    def values_by_name(self) -> Mapping[str, Sequence[str]]:
        """The canonical values that each name, normalised, stands for."""
        index: dict[str, list[str]] = {}
        for choice in self.everything():
            names = (choice.value, choice.label, *choice.words)
            for name in {normalize_value(name) for name in names}:
                index.setdefault(name, []).append(choice.value)
        return index

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
        """The rows with these slugs, without their other names."""
        rows = self.rows().filter(slug__in=values)
        return [ResolvedValue(row.slug, self.label(row), (), row) for row in rows]

    def everything(self) -> list[ResolvedValue]:
        return [
            ResolvedValue(row.slug, self.label(row), tuple(filter(None, self.words(row))), row)
            for row in self.rows()
        ]

    def values_by_name(self) -> Mapping[str, Sequence[str]]:
        """The slugs that each name stands for; read again when the content has changed."""
        from casebook.core.cache import revision  # a model: queries are planned without any, too

        key, mark = (self, get_language()), revision.current().mark
        if key not in _names or _names[key][0] != mark:
            _names[key] = mark, super().values_by_name()
        return _names[key][1]


_names: dict[tuple[RowValues, str | None], tuple[int, Mapping[str, Sequence[str]]]] = {}
"""``values_by_name`` of a resolver in a language, with the mark of the content revision."""


def labels_of(
    wanted: Mapping[str, tuple[ValueResolver, Iterable[str]]],
) -> dict[str, dict[str, str]]:
    """The labels of the values of several resolvers by name; those of rows by one query."""
    labels: dict[str, dict[str, str]] = {}
    of_rows: dict[str, tuple[RowValues, type[Model]]] = {}
    queries = []
    for name, (resolver, given) in wanted.items():
        values, labels[name] = list(given), {}
        if not values:
            continue
        if not isinstance(resolver, RowValues):
            labels[name] = resolver.labels(values)
            continue
        columns: list[Cast | Value] = [Cast(column, TextField()) for column in resolver.columns]
        columns += [Value("", TextField())] * (RowValues.MAX_COLUMNS - len(columns))
        rows = resolver.rows().filter(slug__in=values).order_by()
        queries.append(rows.values_list(Value(name, TextField()), "slug", *columns))
        of_rows[name] = resolver, rows.model
    for name, slug, *texts in queries[0].union(*queries[1:], all=True) if queries else ():
        resolver, model = of_rows[name]
        row = model(slug=slug)
        for column, text in zip(resolver.columns, texts, strict=False):
            setattr(row, column, text)
        labels[name][slug] = resolver.label(row)
    return labels


@dataclass(frozen=True)
class FixedValues(ValueResolver):
    """A short fixed list, as the levels of places; made at each call, for labels are translated."""

    terms: Callable[[], list[ResolvedValue]]

    def named(self, values: list[str]) -> list[ResolvedValue]:
        return [choice for choice in self.terms() if choice.value in values]

    def everything(self) -> list[ResolvedValue]:
        return self.terms()


def choice_values(
    choices: type[Choices], words: Callable[[str], tuple[str, ...]] = lambda _label: ()
) -> FixedValues:
    """The values of a field with choices; ``words`` are other names of a label."""
    return FixedValues(
        lambda: [
            ResolvedValue(value, str(label), words(str(label)), value)
            for value, label in choices.choices
        ]
    )


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
    known = {choice.value: choice for choice in resolver.named(values)}
    meanings: dict[str, Sequence[str]] = {value: [value] for value in known}
    if missing := [value for value in values if value not in known]:
        by_name = resolver.values_by_name()
        for value in missing:  # a name may be typed in traditional characters: 武漢 is 武汉
            found = by_name.get(normalize_value(value))
            meanings[value] = found or by_name.get(normalize_value(simplified(value)), ())
        more = [each for value in missing for each in meanings[value]]
        known |= {choice.value: choice for choice in resolver.named(more)} if more else {}
    chosen = dict.fromkeys([each for value in values for each in meanings[value]])
    choices = [known[each] for each in chosen if each in known]
    nothing = [value for value in values if known.keys().isdisjoint(meanings[value])]
    if not nothing:
        return Resolution(choices, {})
    everything = resolver.everything()
    allowed = tuple(choice.value for choice in everything) if len(everything) <= FEW else None
    return Resolution(choices, resolver.proposals(nothing, everything), allowed)


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
