"""Facts that identify a book: its title, ISBN, editors and the titles of its cases."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from cases.models import Book, Contribution, ImportedRow
from cases.parsing.tokens.isbn import isbn13
from cases.parsing.tokens.lines import squeeze
from cases.parsing.tokens.marks import comparable

from .objects import LoadObject

CHIEF_EDITOR = Contribution.Role.CHIEF_EDITOR
SAME_TITLE = 80.0
"""Minimum similarity (rapidfuzz ``ratio``, percent) of a title and its correction."""
EDITION = re.compile(r"\d+|[〇一二三四五六七八九十]+[版卷辑册集期]|[上中下][卷册]|修订|增订|续")
"""Words by which titles of editions and volumes differ."""


@dataclass(frozen=True, slots=True)
class BookFacts:
    """Facts that identify a book; ``isbn`` has 13 digits, or is empty if it is not valid."""

    title: str
    isbn: str
    editors: tuple[str, ...]
    cases: tuple[str, ...]

    @classmethod
    def of_objects(cls, objects: Iterable[LoadObject], slug: str) -> "BookFacts":
        """The facts of one book among the objects of a source."""
        by_model: dict[str, list[dict[str, object]]] = {}
        for thing in objects:
            if [thing.fields.get("slug")] == [slug] or thing.fields.get("book") == [slug]:
                by_model.setdefault(thing.model, []).append(thing.fields)
        book = next(iter(by_model.get("cases.book", ())), {})
        editors = [
            fields.get("name_as_printed")
            for fields in by_model.get("cases.contribution", ())
            if fields.get("role") == CHIEF_EDITOR
        ]
        return cls(
            title=str(book.get("title")),
            isbn=isbn13(str(book.get("isbn", ""))),
            editors=tuple(squeeze(str(name)) for name in editors),
            cases=tuple(str(fields.get("title")) for fields in by_model.get("cases.case", ())),
        )

    @classmethod
    def of_row(cls, book: Book) -> "BookFacts":
        """The facts of a book in the database, with editors' corrections."""
        editors = book.contributions.filter(role=CHIEF_EDITOR).order_by("order")
        return cls(
            title=book.title,
            isbn=isbn13(book.isbn),
            editors=tuple(map(squeeze, editors.values_list("name_as_printed", flat=True))),
            cases=tuple(book.cases.order_by("number").values_list("title", flat=True)),
        )

    @classmethod
    def as_loaded(cls, book: Book) -> "BookFacts":
        """The facts of a book as last loaded from its source, before editors' corrections."""
        import_log = ImportedRow.objects.filter(source=loaded_slug(book))
        titles = import_log.filter(model="cases.book").values_list("values__title", flat=True)
        cases = import_log.filter(model="cases.case").values_list("values__title", flat=True)
        signed = import_log.filter(model="cases.contribution", values__role=CHIEF_EDITOR)
        editors = signed.order_by("values__order").values_list("values__name_as_printed", flat=True)
        return cls(
            title=next(iter(titles), book.title),
            isbn=isbn13(book.isbn),
            editors=tuple(map(squeeze, editors)),
            cases=tuple(cases),
        )

    def __str__(self) -> str:
        by = "、".join(self.editors) or "no editor named"
        return f"《{self.title}》 ({by}; {len(self.cases)} cases)"

    def has_other_isbn(self, other: "BookFacts") -> bool:
        """Whether both have a valid ISBN, and not the same."""
        return bool(self.isbn and other.isbn and self.isbn != other.isbn)

    def has_editor_of(self, other: "BookFacts") -> bool:
        """Whether the first editor is the same, or one of the books names none."""
        if not (self.editors and other.editors):
            return True
        return self.editors[0] == other.editors[0] or set(self.editors) == set(other.editors)

    def shared_cases(self, other: "BookFacts") -> int:
        """Number of case titles that both have, ignoring spaces and punctuation."""
        return len(set(map(comparable, self.cases)) & set(map(comparable, other.cases)))

    def has_cases_of(self, other: "BookFacts") -> bool:
        """Whether most case titles of the book with fewer cases are in the other one."""
        fewer, more = sorted((self, other), key=lambda facts: len(facts.cases))
        return not fewer.cases or fewer.shared_cases(more) * 2 > len(fewer.cases)

    def is_book(self, book: Book) -> bool:
        """Whether first editor and cases match those of a loaded book."""
        return any(
            self.has_editor_of(there) and self.has_cases_of(there) for there in known_facts(book)
        )

    def differences(self, other: "BookFacts") -> list[str]:
        """The reasons why they are not one book, as messages."""
        found = []
        if self.has_other_isbn(other):
            found.append(f"the ISBN is {self.isbn}, not {other.isbn}")
        if not self.has_editor_of(other):
            found.append(f"the first editor is {self.editors[0]}, not {other.editors[0]}")
        if not self.has_cases_of(other):
            shared, known = self.shared_cases(other), len(other.cases)
            found.append(
                f"of its {len(self.cases)} case titles {shared} are among the {known} there"
            )
        return found


def loaded_slug(book: Book) -> str:
    """The slug of a book in its source, also where an editor changed it."""
    entry = ImportedRow.objects.filter(model="cases.book", object_id=book.pk).first()
    return str(entry.key[0]) if entry else book.slug


def known_facts(book: Book) -> list[BookFacts]:
    """The facts of a book as corrected by editors, and as loaded before that."""
    loaded = BookFacts.as_loaded(book)
    return [BookFacts.of_row(book), *([loaded] if loaded.cases else [])]


def is_same_title(one: str, other: str) -> bool:
    """Whether two titles are so similar that one is a correction, and not of another edition."""
    one, other = comparable(one), comparable(other)
    if EDITION.findall(one) != EDITION.findall(other):
        return False
    return ratio(one, other) >= SAME_TITLE
