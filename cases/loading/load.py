"""The two loads: fixture files, and a book straight from its text. All of it or nothing."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.db import transaction
from django.dispatch import Signal

from cases.fixtures import book_slug, make_fixture, make_text_sections
from cases.models import Book, ImportedRow
from cases.outline import headings
from cases.parsing.records import BookRecord

from .assignments import SOURCE as RULES
from .assignments import assign
from .memory import Memory
from .objects import LoadError, LoadObject, read_objects, to_objects
from .references import References
from .removal import Remover
from .report import Report
from .rows import RowLoader
from .shrinking import refuse_a_fragment
from .text import NewPassage, TextLoader

Tell = Callable[[str], None]
loaded = Signal()
"""Sent once, in the transaction, when a load changed anything; stands for the signals of all rows.

``rows`` holds the primary keys of the rows created or changed, by model label. A row that the load
deletes sends its own ``pre_delete`` signal."""

TEXT = "{} text"
"""The source under which the running text of a book is remembered, beside its contents."""

_is_loading: ContextVar[bool] = ContextVar("is_loading", default=False)


def is_loading() -> bool:
    """Whether it is a load that saves a row now."""
    return _is_loading.get()


class Load:
    """One transaction's work: rows of several sources, then what follows from them."""

    def __init__(self, tell: Tell, *, restore: bool = False) -> None:
        self.report = Report(tell)
        self.references = References()
        self.restore = restore
        self.loaders: list[RowLoader] = []

    def rows(self, source: str, objects: Iterable[LoadObject]) -> None:
        """Load the rows of one source."""
        if self.restore:
            Memory.of(source).forget_deleted()
        loader = RowLoader(source, self.references, self.report)
        loader.load(objects)
        self.loaders.append(loader)

    def text(self, book: BookRecord, slug: str) -> None:
        """Load the passages of a book whose sections are loaded."""
        key = self.references.known["cases.book", (slug,)]
        if key is not None:
            loader = TextLoader(key, TEXT.format(slug), self.report, restore=self.restore)
            loader.load(self._passages(book, slug))

    def _passages(self, book: BookRecord, slug: str) -> Iterator[NewPassage]:
        for heading in headings(book):
            section = self.references.known["cases.section", (slug, heading.anchor)]
            if section is not None:
                yield from (NewPassage(section, record) for record in heading.section.passages)

    def finish(self) -> Report:
        """Remove what the sources have no more, then let the rules assign places and themes."""
        Remover(self.loaders, Memory.of(RULES), self.report).remove_stale()
        rules = assign(self.references, self.report)
        Remover([rules], rules.memory, self.report).remove_stale()
        if not self.report.is_idle:
            loaded.send(sender=type(self), rows=self.report.rows)
        return self.report


@contextmanager
def _loading() -> Iterator[None]:
    token = _is_loading.set(True)
    try:
        with transaction.atomic():
            yield
    finally:
        _is_loading.reset(token)


def load_files(paths: Iterable[Path], tell: Tell, *, restore: bool = False) -> Report:
    """Load fixture files in the order given."""
    sources: dict[str, list[LoadObject]] = {}
    for path in paths:
        objects = read_objects(path)
        sources.setdefault(source_of(objects, path), []).extend(objects)
    with _loading():
        load = Load(tell, restore=restore)
        for source, objects in sources.items():
            load.rows(source, objects)
        return load.finish()


def load_book(
    book: BookRecord, tell: Tell, *, slug: str = "", restore: bool = False, shrink: bool = False
) -> Report:
    """Load a parsed book with its running text; a fragment of a known one only with ``shrink``."""
    if not book.title:
        raise LoadError(
            "The source names no title of the book: write it in the first line, above the contents."
        )
    slug = slug or known_slug(book) or book_slug(book)
    if not shrink:
        refuse_a_fragment(book, slug)
    with _loading():
        load = Load(tell, restore=restore)
        load.rows(slug, to_objects(make_fixture(book, slug), slug))
        load.rows(TEXT.format(slug), to_objects(make_text_sections(book, slug), slug))
        load.text(book, slug)
        return load.finish()


def source_of(objects: Iterable[LoadObject], path: Path) -> str:
    """A book's slug, by which its later versions are known; else the file's name."""
    books = [str(thing.fields.get("slug")) for thing in objects if thing.model == "cases.book"]
    return books[0] if len(books) == 1 else path.stem


def known_slug(book: BookRecord) -> str:
    """The slug under which a book with this ISBN was loaded before."""
    isbn = book.colophon.isbn
    row = Book.objects.filter(isbn=isbn).first() if isbn else None
    if row is None:
        return ""
    entry = ImportedRow.objects.filter(model="cases.book", object_id=row.pk).first()
    return str(entry.key[0]) if entry else row.slug
