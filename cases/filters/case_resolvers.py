"""Value resolvers of books, parts, places and themes: the names accepted in parameters."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.core.filters.value_resolver import (
    FixedValues,
    ResolvedValue,
    RowValues,
    normalize_value,
)
from casebook.core.web.languages import name_of
from cases.models import Book, Part, Place, Theme


def book_words(book: Book) -> Iterable[str]:
    return (book.title, book.full_title, book.isbn, book.isbn.replace("-", ""))


def part_words(part: Part) -> Iterable[str]:
    return (str(part.number), f"第{part.number}篇", str(part), part.title)


def place_words(place: Place) -> Iterable[str]:
    """Names first, then code, English name and pinyin; 宁夏自治区 is 宁夏回族自治区 too."""
    yield from place.known_names
    if place.name.endswith("自治区"):
        yield f"{place.short_name}自治区"
    yield from (place.code or "", place.english_name, place.pinyin_short)


def theme_words(theme: Theme) -> Iterable[str]:
    return (theme.name, theme.english_name)


def level_choices() -> list[ResolvedValue]:
    """The levels of places; 县（市） may be written 县, and 省级 as 省."""
    return [
        ResolvedValue(value, str(label), (str(label).partition("（")[0].removesuffix("级"),), value)
        for value, label in Place.Level.choices
    ]


@dataclass(frozen=True)
class Enclosing(RowValues):
    """Resolver of cities or provinces; for a place inside one, proposes that: 余姚 → 宁波."""

    column: str = "city"

    def proposals(self, values: list[str], choices: list[ResolvedValue]) -> dict[str, str | None]:
        by_name = PLACES.values_by_name()
        slugs = {value: by_name.get(normalize_value(value), ()) for value in values}
        named = PLACES.named([slug for found in slugs.values() for slug in found])
        around = {each.value: getattr(each.target, self.column) for each in named}
        return super().proposals(values, choices) | {
            value: short_name(around[slug])
            for value, found in slugs.items()
            for slug in found
            if around[slug]
        }


def short_name(place: Place) -> str:
    return name_of(place, "short_name")


BOOK = "digital-china-2019"
TITLE = ("title", "english_title")
SHORT_NAME = ("short_name", "english_name")
BOOKS = RowValues(Book.objects.all, lambda book: name_of(book, "title"), book_words, BOOK, TITLE)
PARTS = RowValues(Part.objects.all, lambda part: name_of(part, "title"), part_words, "1", TITLE)
PLACES = RowValues(
    lambda: Place.objects.select_related("city", "province"),
    short_name,
    place_words,
    "420106",
    SHORT_NAME,
)
PROVINCES = Enclosing(
    lambda: Place.objects.filter(level__in=Place.PROVINCIAL),
    short_name,
    place_words,
    "hubei",
    SHORT_NAME,
    "province",
)
CITIES = Enclosing(
    lambda: Place.objects.filter(level__in=Place.URBAN),
    short_name,
    place_words,
    "wuhan",
    SHORT_NAME,
)
THEMES = RowValues(Theme.objects.all, name_of, theme_words, "智慧农业")
LEVELS = FixedValues(level_choices)
