"""What cannot be checked: the texts of a book that have not been imported."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.models import Book
from cases.reading.reading_pages import Unit, units


@dataclass(frozen=True, slots=True)
class Coverage:
    """A book, and which of its reading pages have text."""

    book: Book
    imported: tuple[Unit, ...]
    missing: tuple[Unit, ...]


def coverage(books: Iterable[Book]) -> list[Coverage]:
    """Of each book that lacks text, what is there and what is not."""
    rows = []
    for book in books:
        pages = units(book)
        imported = tuple(page for page in pages if page.is_imported)
        missing = tuple(page for page in pages if not page.is_imported)
        if missing:
            rows.append(Coverage(book, imported, missing))
    return rows
