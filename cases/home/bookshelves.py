"""The books drawn as bookcases on the home page: a shelf for each part, a spine for each case."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Prefetch

from cases.models import Book, Case, Part

SPINES = 24
"""Cases shown of each part; the page of the part lists all."""

PAGES_A_STEP = 9
THICKEST = 5


@dataclass(frozen=True, slots=True)
class Spine:
    """A case drawn as the spine of a volume; ``thickness``, 1 to 5, grows with its pages."""

    case: Case
    thickness: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One part with its first cases."""

    part: Part
    spines: list[Spine]


@dataclass(frozen=True, slots=True)
class Bookcase:
    """One book with its shelves."""

    book: Book
    shelves: list[Shelf]


def bookcases() -> Iterator[Bookcase]:
    """Every book that has parts, in a fixed number of queries."""
    cases = Case.objects.select_related("book").order_by("number")
    parts = (
        Part.objects.select_related("book")
        .annotate(case_count=Count("cases"))
        .prefetch_related(Prefetch("cases", cases))
        .order_by("book", "number")
    )
    for book, own in groupby(parts, key=lambda part: part.book):
        yield Bookcase(book, [Shelf(part, spines(part)) for part in own])


def spines(part: Part) -> list[Spine]:
    return [Spine(case, thickness(case)) for case in list(part.cases.all())[:SPINES]]


def thickness(case: Case) -> int:
    """The thickness of a case, 1 to 5, by its number of pages; 1 where that is not known."""
    if case.start_page is None or case.end_page is None:
        return 1
    pages = case.end_page - case.start_page + 1
    return min(THICKEST, 1 + pages // PAGES_A_STEP)
