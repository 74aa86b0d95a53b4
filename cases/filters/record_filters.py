"""Filters of books, parts, critiques, places, themes: accepted names and query parameters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from casebook.core.filters.filterset import (
    NamedFilter,
    OrderFilter,
    StrictFilterSet,
    TextFilter,
    containing,
)
from casebook.core.filters.value_resolver import (
    ResolvedValue,
    RowValues,
    choice_values,
    normalize_value,
)
from casebook.core.web.languages import name_of
from cases.models import Book, Case, Part, Place, Theme
from experts.filters import BY_NAME, BY_PERSON, EXPERTS, ORGANISATIONS


def case_words(case: Case) -> Iterable[str]:
    return (case.title, case.name, str(case.number))


def place_words(place: Place) -> Iterable[str]:
    """Names first, then code, English name and pinyin; 宁夏自治区 is 宁夏回族自治区 too."""
    yield from place.known_names
    if place.name.endswith("自治区"):
        yield f"{place.short_name}自治区"
    yield from (place.code or "", place.english_name, place.pinyin_short)


def level_words(label: str) -> tuple[str]:
    """县（市） may be written 县, and 省级 as 省."""
    return (label.partition("（")[0].removesuffix("级"),)


short_name = partial(name_of, field="short_name")


@dataclass(frozen=True)
class PlaceValues(RowValues):
    """Resolver of places; a ``column`` is proposed for one inside: 余姚 → 宁波, the city it is in."""

    label: Callable[[Any], str] = short_name
    words: Callable[[Any], Iterable[str]] = place_words
    columns: tuple[str, ...] = ("short_name", "english_name")
    column: str = ""

    def proposals(self, values: list[str], choices: list[ResolvedValue]) -> dict[str, str | None]:
        if not self.column:
            return super().proposals(values, choices)
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


TITLE = ("title", "english_title")
BOOKS = RowValues(
    Book.objects.all,
    partial(name_of, field="title"),
    lambda book: (book.title, book.full_title, book.isbn, book.isbn.replace("-", "")),
    "digital-china-2019",
    TITLE,
)
PARTS = RowValues(
    Part.objects.all,
    partial(name_of, field="title"),
    lambda part: (str(part.number), f"第{part.number}篇", str(part), part.title),
    "1",
    TITLE,
)
CASES = RowValues(Case.objects.all, name_of, case_words, "digital-china-2019-17")
# Functions, not methods of a queryset: a filter is copied for each request, and with a method its
# queryset, so that the names of the copy would be read again.
PLACES = PlaceValues(lambda: Place.objects.select_related("city", "province"), example="420106")
PROVINCES = PlaceValues(
    lambda: Place.objects.filter(level__in=Place.PROVINCIAL), example="hubei", column="province"
)
CITIES = PlaceValues(
    lambda: Place.objects.filter(level__in=Place.URBAN), example="wuhan", column="city"
)
THEMES = RowValues(
    Theme.objects.all, name_of, lambda theme: (theme.name, theme.english_name), "智慧农业"
)
LEVELS = choice_values(Place.Level, level_words)
BY_BOOK = _("网址名、书名或 ISBN")
BY_PART = _("网址名、篇序或篇名")
BY_CASE = _("网址名、案例名或案例序号")


class BookFilter(StrictFilterSet):
    q = TextFilter(
        containing("title", "subtitle", "isbn"),
        label=_("检索词"),
        help_text=_("在书名与 ISBN 中查找"),
    )
    ordering = OrderFilter(
        {"title": (_("书名"), ("title",)), "edition_date": (_("出版年月"), ("edition_date",))},
        ties=("slug",),
    )


class PartFilter(StrictFilterSet):
    book = NamedFilter(BOOKS, "book", label=_("图书"), help_text=BY_BOOK)
    ordering = OrderFilter(
        {"number": (_("篇序"), ("book__slug", "number"))},
        ties=("book__slug", "number"),
    )


class CritiqueFilter(StrictFilterSet):
    book = NamedFilter(BOOKS, "case__book", label=_("图书"), help_text=BY_BOOK)
    case = NamedFilter(CASES, "case", label=_("案例"), help_text=BY_CASE)
    expert = NamedFilter(EXPERTS, "expert", label=_("点评专家"), help_text=BY_PERSON)
    organisation = NamedFilter(
        ORGANISATIONS, "affiliations__organisation", label=_("点评专家所在机构"), help_text=BY_NAME
    )
    ordering = OrderFilter(
        {
            "number": (_("案例序号"), ("case__book__slug", "case__number", "order")),
            "expert": (_("点评专家"), ("expert__slug",)),
        },
        ties=("case__book__slug", "case__number", "order"),
    )


class PlaceListFilter(StrictFilterSet):
    q = TextFilter(
        containing("name", "english_name", "pinyin_short"),
        label=_("检索词"),
        help_text=_("在名称及其拼音中查找"),
    )
    level = NamedFilter(LEVELS, "level", label=_("层级"), help_text=_("如 county、县"))
    province = NamedFilter(
        PROVINCES, "province", label=_("省份"), help_text=_("如 hubei、420000、湖北")
    )
    ordering = OrderFilter(
        {
            "place": (_("所在"), ("path",)),
            "code": (_("行政区划代码"), ("code",)),
            "name": (_("名称"), ("name",)),
        },
        ties=("path",),
    )


class ThemeFilter(StrictFilterSet):
    q = TextFilter(
        containing("name", "english_name", "definition"),
        label=_("检索词"),
        help_text=_("在名称与定义中查找"),
    )
    ordering = OrderFilter(
        {"order": (_("次序"), ("order",)), "name": (_("名称"), ("name",))},
        ties=("order", "slug"),
    )
