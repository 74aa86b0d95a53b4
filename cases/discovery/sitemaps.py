"""Every page that is worth a visit, with the day of its last change where it is known."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from casebook.row_dates import changed_at
from cases.models import Book, Case, Fact, Part, Place, Section, Theme
from cases.reading import unit_slug
from experts.models import Expert, Organisation

MOST = 50_000
"""Addresses that one file may hold, by the rules of sitemaps.org."""

FIXED = (
    "home",
    "about",
    "cases:case-list",
    "cases:book-list",
    "cases:fact-list",
    "cases:place-list",
    "cases:theme-list",
    "experts:expert-list",
    "experts:organisation-list",
)


@dataclass(frozen=True, slots=True)
class Entry:
    path: str
    changed_at: dt.datetime | None = None


def fixed() -> Iterator[Entry]:
    """Pages that stand for no row."""
    return (Entry(reverse(name)) for name in FIXED)


def rows(kind: str, load: Callable[[], QuerySet[Any]]) -> Callable[[], Iterator[Entry]]:
    """The pages of all rows of a kind."""

    def entries() -> Iterator[Entry]:
        dates = changed_at(kind)
        for row in load().order_by("pk").iterator():
            yield Entry(row.get_absolute_url(), dates.get(row.pk))

    return entries


def reading_pages() -> Iterator[Entry]:
    """Pages with imported text, as old as the newest of their sections."""
    dates = changed_at("section")
    newest: dict[str, dt.datetime | None] = {}
    for key, book, part, case, critiqued in Section.objects.order_by("pk").values_list(
        "pk", "book__slug", "part__number", "case__number", "critique__case__number"
    ):
        unit = unit_slug(part, critiqued if case is None else case)
        path = reverse("cases:reading-page", args=[book, unit])
        known = [date for date in (newest.get(path), dates.get(key)) if date]
        newest[path] = max(known, default=None)
    return (Entry(path, date) for path, date in newest.items())


def all_of(model: type[Model], *related: str) -> Callable[[], QuerySet[Any]]:
    return lambda: model._default_manager.select_related(*related)


SECTIONS: dict[str, Callable[[], Iterator[Entry]]] = {
    "pages": fixed,
    "books": rows("book", all_of(Book)),
    "parts": rows("part", all_of(Part, "book")),
    "cases": rows("case", all_of(Case)),
    "reading": reading_pages,
    "experts": rows("expert", all_of(Expert)),
    "organisations": rows("organisation", all_of(Organisation)),
    "places": rows("place", all_of(Place)),
    "themes": rows("theme", all_of(Theme)),
    "facts": rows("fact", all_of(Fact)),
}
COUNTS: dict[str, type[Model]] = {
    "books": Book,
    "parts": Part,
    "cases": Case,
    "experts": Expert,
    "organisations": Organisation,
    "places": Place,
    "themes": Theme,
    "facts": Fact,
}


def fits_in_one() -> bool:
    """Whether one file can hold the site; counted from above, for it is only a choice of form."""
    rows_at_most = sum(model._default_manager.count() for model in COUNTS.values())
    return rows_at_most + Case.objects.count() + 2 * Part.objects.count() + len(FIXED) <= MOST


def everything() -> Iterator[Entry]:
    for entries in SECTIONS.values():
        yield from entries()


def files() -> Iterator[tuple[str, int]]:
    """The files of a site that needs several: cases 1, cases 2, …"""
    for kind in SECTIONS:
        model = COUNTS.get(kind)
        count = model._default_manager.count() if model else 1
        yield from ((kind, number) for number in range(1, max(1, ceil(count / MOST)) + 1))
