"""Identify the loaded book that a source is, and the slug under which it is loaded.

Two sources are one book by their ISBN, where both have one with a valid check digit; else by title
and first editor. Either way most case titles must be the same; the year is ignored.
"""

from dataclasses import dataclass, replace

from django.db.models import Count, Q, QuerySet

from cases.models import Book, Case, ImportedRow
from cases.parsing.tokens.isbn import isbn13

from .book_facts import BookFacts, is_same_title, known_facts, loaded_slug
from .objects import LoadError, LoadObject, loadable_fields

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
    return _beside(facts, _free_slug(proposed))


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
    candidates = _with_isbn(facts.isbn) or _with_title_and_editor(facts)
    same = next((book for book in candidates if facts.is_book(book)), None)
    return same, None if same or not candidates else candidates[0]


def _with_isbn(isbn: str) -> list[Book]:
    if not isbn:
        return []
    books = Book.objects.exclude(isbn="").values_list("pk", "isbn")
    return list(Book.objects.filter(pk__in=[key for key, other in books if isbn13(other) == isbn]))


def _with_title_and_editor(facts: BookFacts) -> list[Book]:
    """Books with this title and first editor, except those with another ISBN.

    Where most case titles are the same, a similar title counts, too: one corrected in the source.
    """
    by_cases = (
        Case.objects.filter(title__in=facts.cases)
        .order_by()
        .values("book")
        .annotate(shared=Count("pk"))
        .filter(shared__gt=len(facts.cases) // 2)
    )
    titled = list(_titled(facts.title))
    known = [book.pk for book in titled]
    alike = Book.objects.filter(pk__in=by_cases.values("book")).exclude(pk__in=known).order_by("pk")
    books = titled + [book for book in alike if is_same_title(book.title, facts.title)]
    return [book for book in books if _may_be(facts, book)]


def _may_be(facts: BookFacts, book: Book) -> bool:
    """Whether the first editor is that of a book, and not both have a valid ISBN."""
    is_its_editor = any(map(facts.has_editor_of, known_facts(book)))
    return is_its_editor and not (facts.isbn and isbn13(book.isbn))


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


def _free_slug(stem: str) -> str:
    slug, number = stem, 1
    while Book.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug


def moved_to(objects: list[LoadObject], old: str, new: str) -> list[LoadObject]:
    """The objects of a book with another book slug, in their own slugs and their references."""
    return objects if old == new else [_moved(thing, old, new) for thing in objects]


def _moved(thing: LoadObject, old: str, new: str) -> LoadObject:
    fields = loadable_fields(thing.model_class)

    def in_book(name: str) -> bool:
        if name == "slug":
            return thing.model in SLUGGED
        related = fields[name].related_model if name in fields else None
        return bool(related and related._meta.label_lower in SLUGGED)

    def moved(value: object) -> object:
        if isinstance(value, list):
            return [moved(item) for item in value]
        is_own = isinstance(value, str) and (value == old or value.startswith(f"{old}-"))
        return f"{new}{value[len(old) :]}" if is_own and isinstance(value, str) else value

    return replace(
        thing,
        fields={
            name: moved(value) if in_book(name) else value for name, value in thing.fields.items()
        },
    )
