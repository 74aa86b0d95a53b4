"""The import plan: what a load will write, computed before the write transaction."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cases.importing.fixtures import book_slug, make_fixture, make_text_sections
from cases.importing.outline import every_case
from cases.models import Book, Critique
from cases.parsing.book_records import BookRecord
from cases.parsing.tokens.isbn import isbn13

from .assignments import Rules
from .book_identity import BookFacts, Target, find_target, moved_to
from .objects import LoadError, LoadObject, check_names, to_objects

TEXT = "{} text"
"""Source name of a book's running text in the import log, beside that of its contents."""
WRONG_ISBN = (
    "The check digit of ISBN {isbn} is wrong, so it does not tell which book this is: correct it "
    "in the source, or afterwards in the admin."
)
LEFT_OUT = " It is left out, for another book has it."


@dataclass(slots=True)
class Plan:
    """What a load is to write: the objects of each source, a text, and the rules for its cases."""

    sources: dict[str, list[LoadObject]]
    rules: Rules
    notes: list[str] = field(default_factory=list)
    text: tuple[BookRecord, str] | None = None
    """A parsed book and the slug under which it is loaded."""

    def run_rules(self) -> None:
        """Fill the caches of the rules for every title and name, before the write transaction."""
        for thing in (thing for objects in self.sources.values() for thing in objects):
            title = str(thing.fields.get("title") or thing.fields.get("name"))
            match thing.model:
                case "cases.case":
                    self.rules.places_in(title)
                    self.rules.themes_in(title)
                case "experts.organisation":
                    self.rules.seat_in(title)


def plan_files(sources: dict[str, list[LoadObject]], *, replace: bool) -> Plan:
    """Plan a load of fixture files: a known book keeps its slug, a new one gets its own."""
    plan = Plan({}, Rules.read())
    for name, objects in sources.items():
        for thing in objects:
            check_names(thing)
        source, placed = name, objects
        slugs = _book_slugs(objects)
        for slug in slugs:
            target = find_target(_facts(objects, slug), proposed=slug, replace=replace)
            placed = _placed(placed, slug, target, plan, replace=replace)
            source = target.slug if len(slugs) == 1 else name
        plan.sources.setdefault(source, []).extend(placed)
    return plan


def plan_book(book: BookRecord, named: str, *, shrink: bool, replace: bool) -> Plan:
    """Plan a load of a parsed book; raises LoadError for a fragment of a known one."""
    proposed = book_slug(book)
    objects = to_objects(make_fixture(book, proposed), proposed)
    facts = _facts(objects, proposed)
    target = find_target(facts, proposed=proposed, named=named, replace=replace)
    slug = target.slug
    if target.book and not (shrink or replace):
        refuse_a_fragment(book, target.book)
    plan = Plan({}, Rules.read(), text=(book, slug))
    plan.sources[slug] = _placed(objects, proposed, target, plan, replace=replace)
    plan.sources[TEXT.format(slug)] = to_objects(make_text_sections(book, slug), slug)
    return plan


def _facts(objects: Iterable[LoadObject], slug: str) -> BookFacts:
    """The facts of one book among the objects of a source."""
    return BookFacts.of(
        (thing.model, thing.fields)
        for thing in objects
        if thing.fields.get("slug") == slug or thing.fields.get("book") == [slug]
    )


def _placed(
    objects: list[LoadObject], slug: str, target: Target, plan: Plan, *, replace: bool
) -> list[LoadObject]:
    """The objects at the slug of their target, with notes in the plan.

    An invalid ISBN is left out where the book has a valid one, or where it is taken.
    """
    plan.notes += [target.note] if target.note else []
    placed = moved_to(objects, slug, target.slug)
    books = [thing for thing in placed if thing.model == "cases.book"]
    book = next((thing for thing in books if thing.fields.get("slug") == target.slug), None)
    isbn = str(book.fields.get("isbn", "")) if book else ""
    if book is None or isbn13(isbn):
        return placed
    others = Book.objects.exclude(pk=target.book.pk) if target.book else Book.objects.all()
    is_taken = bool(isbn) and others.filter(isbn=isbn).exists()
    if isbn:
        plan.notes.append(WRONG_ISBN.format(isbn=isbn) + (LEFT_OUT if is_taken else ""))
    if not is_taken and (replace or not (target.book and isbn13(target.book.isbn))):
        return placed
    fields = {name: value for name, value in book.fields.items() if name != "isbn"}
    without = dataclasses.replace(book, fields=fields)
    return [without if thing is book else thing for thing in placed]


def source_of(objects: Iterable[LoadObject], path: Path) -> str:
    """Source name of a fixture file: the slug of its only book, else the file's name."""
    books = _book_slugs(objects)
    return books[0] if len(books) == 1 else path.stem


def _book_slugs(objects: Iterable[LoadObject]) -> list[str]:
    return [str(thing.fields.get("slug")) for thing in objects if thing.model == "cases.book"]


def refuse_a_fragment(record: BookRecord, book: Book) -> None:
    """Raise LoadError where fewer than half of the cases or critiques known are in the text."""
    found = every_case(record)
    critiques = sum(len(case.critiques) for case in found)
    known = book.cases.count()
    reviewed = Critique.objects.filter(case__book=book).count()
    for word, before, now in (("cases", known, len(found)), ("critiques", reviewed, critiques)):
        if now * 2 < before:
            raise LoadError(
                f"The source has {now} {word} where {before} are loaded: check that the file is "
                "whole, or say --shrink to take the others out."
            )
