"""Identify the loaded book that a source is, and the slug under which it is loaded.

Two sources are one book by their ISBN, where both have one with a valid check digit; else by title
and first editor. Either way most case titles must be the same; the year is ignored.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Q, QuerySet
from rapidfuzz.fuzz import ratio

from cases.importing.anchors import UniqueNames
from cases.models import Book, Contribution, ImportedRow
from cases.parsing.tokens.isbn import isbn13
from cases.parsing.tokens.lines import squeeze
from cases.parsing.tokens.marks import comparable

from .objects import LoadError, LoadObject, loadable_fields

CHIEF_EDITOR = Contribution.Role.CHIEF_EDITOR
SAME_TITLE = 80.0
"""Minimum similarity (rapidfuzz ``ratio``, percent) of a title and its correction."""
EDITION = re.compile(r"\d+|[〇一二三四五六七八九十]+[版卷辑册集期]|[上中下][卷册]|修订|增订|续")
"""Words by which titles of editions and volumes differ."""
SLUGGED = {
    *("cases.book", "cases.part", "cases.case", "cases.critique", "cases.section"),
    *("cases.erratum", "cases.fact"),
}
"""Models whose slugs and natural keys begin with the slug of their book."""
REMEDY = (
    "Nothing was changed. Say --replace to put the source in its place; correct an ISBN or a "
    "title that is wrong; or, for another book of the title, give it an address of its own with "
    "--slug."
)


@dataclass(frozen=True, slots=True)
class BookFacts:
    """Facts that identify a book; ``isbn`` has 13 digits, or is empty if it is not valid."""

    title: str
    isbn: str
    editors: tuple[str, ...]
    cases: tuple[str, ...]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, dict[str, Any]]]) -> "BookFacts":
        """The facts of one book, from the fields of its fixture rows by model."""
        by_model: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for model, fields in rows:
            by_model[model].append(fields)
        book = next(iter(by_model["cases.book"]), {})
        return cls(
            title=str(book.get("title")),
            isbn=isbn13(str(book.get("isbn", ""))),
            editors=tuple(
                squeeze(str(fields.get("name_as_printed")))
                for fields in by_model["cases.contribution"]
                if fields.get("role") == CHIEF_EDITOR
            ),
            cases=tuple(str(fields.get("title")) for fields in by_model["cases.case"]),
        )

    @classmethod
    def of_row(cls, book: Book) -> "BookFacts":
        """The facts of a book in the database, with editors' corrections."""
        editors = book.contributions.filter(role=CHIEF_EDITOR).order_by("order")
        return cls(
            title=book.title,
            isbn=isbn13(book.isbn),
            editors=tuple(map(squeeze, editors.values_list("name_as_printed", flat=True))),
            cases=tuple(book.cases.values_list("title", flat=True)),
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
    """The facts of a book as corrected by editors, and as last loaded before that."""
    models = ("cases.book", "cases.contribution", "cases.case")
    entries = ImportedRow.objects.filter(source=loaded_slug(book), model__in=models)
    rows = entries.order_by("values__order").values_list("model", "values")
    loaded = BookFacts.of([*rows, ("cases.book", {"title": book.title})])
    loaded = replace(loaded, isbn=isbn13(book.isbn))
    return [BookFacts.of_row(book), *([loaded] if loaded.cases else [])]


def is_same_title(one: str, other: str) -> bool:
    """Whether two titles are so similar that one is a correction, and not of another edition."""
    one, other = comparable(one), comparable(other)
    if EDITION.findall(one) != EDITION.findall(other):
        return False
    return ratio(one, other) >= SAME_TITLE


@dataclass(frozen=True, slots=True)
class Target:
    """The slug under which a source is loaded, and the book there, if it is known.

    ``note`` is a message for the report.
    """

    slug: str
    book: Book | None = None
    note: str = ""

    @classmethod
    def of(cls, book: Book, note: str = "") -> "Target":
        return cls(loaded_slug(book), book, note)


def find_target(
    facts: BookFacts, *, proposed: str, named: str = "", replace: bool = False
) -> Target:
    """The book that the source is, or a free slug; raises LoadError on a conflict.

    ``proposed`` is the slug for a new book, ``named`` the one requested by a person.
    """
    same, taken = _identify(facts)
    if named:
        return _named_target(facts, named, same, taken, replace=replace)
    if same:
        return Target.of(same)
    if taken and replace:
        return _replacing(taken)
    if taken:
        raise _refusal(facts, taken)
    # An editor may have made the row first; its values stay.
    for empty in Book.objects.filter(slug=proposed, cases=None, contributions=None):
        return Target.of(empty)
    slugs = Book.objects.filter(slug__startswith=proposed).values_list("slug", flat=True)
    return _beside(facts, UniqueNames(slugs).give(proposed))


def _named_target(
    facts: BookFacts, named: str, same: Book | None, taken: Book | None, *, replace: bool
) -> Target:
    there = Book.objects.filter(slug=named).first()
    if same and same != there:
        raise LoadError(
            f"The source {facts} is loaded already, at {same.slug!r}, and keeps that address: "
            "leave --slug out. Nothing was changed."
        )
    if there is None and replace:
        raise LoadError(f"There is no book at {named!r} to replace: check --slug.")
    if there is None and taken and isbn13(taken.isbn) == facts.isbn != "":
        raise _refusal(facts, taken)
    if there is None:
        return _beside(facts, named)
    if replace:
        return _replacing(there)
    if not facts.is_book(there) or facts.has_other_isbn(BookFacts.of_row(there)):
        raise _refusal(facts, there)
    return Target.of(there)


def _replacing(book: Book) -> Target:
    return Target.of(book, f"Replaces {BookFacts.of_row(book)} at {book.slug!r}.")


def _beside(facts: BookFacts, slug: str) -> Target:
    """The target of a new book; a note has the differences from a book of the same title."""
    other = _titled(facts.title).first()
    if other is None:
        return Target(slug)
    why = "; ".join(facts.differences(BookFacts.of_row(other))) or "so demanded"
    note = f"Set at {slug!r} beside {other.slug!r}, which has the same title: {why}."
    return Target(slug, note=note)


def _identify(facts: BookFacts) -> tuple[Book | None, Book | None]:
    """The book that the source is; else the first one with its ISBN, or its title and editor."""
    books = Book.objects.all() if facts.isbn else Book.objects.none()
    with_isbn = [book for book in books if isbn13(book.isbn) == facts.isbn]
    candidates = with_isbn or _with_title_and_editor(facts)
    same = next((book for book in candidates if facts.is_book(book)), None)
    return same, None if same or not candidates else candidates[0]


def _with_title_and_editor(facts: BookFacts) -> list[Book]:
    """Books with this title and first editor, except those with another ISBN.

    Where most case titles are the same, a similar title counts, too: one corrected in the source.
    """
    titled = list(_titled(facts.title))
    with_cases = (
        Book.objects.filter(cases__title__in=facts.cases)
        .annotate(shared=Count("cases"))
        .filter(shared__gt=len(facts.cases) // 2)
        .exclude(pk__in=[book.pk for book in titled])
        .order_by("pk")
    )
    similar = [book for book in with_cases if is_same_title(book.title, facts.title)]
    return [
        book
        for book in titled + similar
        if not (facts.isbn and isbn13(book.isbn))
        and any(map(facts.has_editor_of, known_facts(book)))
    ]


def _titled(title: str) -> QuerySet[Book]:
    """Books with this title now, or as last loaded, before an editor corrected it."""
    loaded = ImportedRow.objects.filter(model="cases.book", values__title=title)
    return Book.objects.filter(Q(title=title) | Q(pk__in=loaded.values("object_id"))).order_by("pk")


def _refusal(facts: BookFacts, book: Book) -> LoadError:
    there = BookFacts.of_row(book)
    why = "; ".join(facts.differences(there)) or "it is not the book of that address"
    return LoadError(
        f"The source {facts} is not the book {there} that is loaded at {book.slug!r}: {why}. "
        f"{REMEDY}"
    )


def moved_to(objects: list[LoadObject], old: str, new: str) -> list[LoadObject]:
    """The objects of a book with another book slug, in their own slugs and their references."""

    def is_in_book(thing: LoadObject, name: str) -> bool:
        if name == "slug":
            return thing.model in SLUGGED
        related = loadable_fields(thing.model_class)[name].related_model
        return bool(related) and related._meta.label_lower in SLUGGED

    def moved(value: Any) -> Any:
        if isinstance(value, list):
            return [moved(item) for item in value]
        is_own = isinstance(value, str) and (value == old or value.startswith(f"{old}-"))
        return f"{new}{value[len(old) :]}" if is_own else value

    if old == new:
        return objects
    return [
        replace(
            thing,
            fields={
                name: moved(value) if is_in_book(thing, name) else value
                for name, value in thing.fields.items()
            },
        )
        for thing in objects
    ]
