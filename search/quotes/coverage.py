"""Coverage: which texts of a book have not been imported and cannot be checked."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.models import Book
from cases.reading.reading_pages import ReadingPage, reading_pages


@dataclass(frozen=True, slots=True)
class Coverage:
    """A book, and which of its reading pages have text."""

    book: Book
    imported: tuple[ReadingPage, ...]
    missing: tuple[ReadingPage, ...]


def coverage(books: Iterable[Book]) -> list[Coverage]:
    """The coverage of each book that lacks the text of some reading page."""
    rows = []
    for book in books:
        pages = reading_pages(book)
        imported = tuple(page for page in pages if page.is_imported)
        missing = tuple(page for page in pages if not page.is_imported)
        if missing:
            rows.append(Coverage(book, imported, missing))
    return rows
