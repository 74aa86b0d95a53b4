"""The two loads: fixture files, and a book straight from its text. All of it or nothing.

What can be worked out beforehand is, so that others wait for the write transaction alone. It begins
with a look at the content revision: where that moved meanwhile, the work is done again.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.dispatch import Signal

from casebook import revision
from cases.fixtures import book_slug, make_fixture, make_text_sections
from cases.models import Book
from cases.outline import headings
from cases.parsing.isbn import isbn13
from cases.parsing.records import BookRecord
from experts.models import Organisation

from .assignments import (
    Assignment,
    Rules,
    memory_of_seats,
    note_bodies,
    stale_bodies,
    stale_books,
)
from .book_facts import BookFacts
from .book_identity import Target, find_target, moved_to
from .memory import RULES, Memory
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

BODY = "experts.organisation"
TEXT = "{} text"
"""The source under which the running text of a book is remembered, beside its contents."""
WRONG_ISBN = (
    "The check digit of ISBN {isbn} is wrong, so it does not tell which book this is: correct it in "
    "the source, or afterwards in the admin."
)
BATCH = 500
MAX_ATTEMPTS = 3
"""So often the work is prepared before the transaction; the last time it is done inside."""

_is_loading: ContextVar[bool] = ContextVar("is_loading", default=False)


def is_loading() -> bool:
    """Whether it is a load that saves a row now."""
    return _is_loading.get()


@dataclass(slots=True)
class Plan:
    """What a load is to write: the objects of each source, a text, and the rules for its cases."""

    sources: dict[str, list[LoadObject]]
    rules: Rules
    notes: list[str] = field(default_factory=list)
    text: tuple[BookRecord, str] | None = None
    """A parsed book and the slug under which it is loaded."""

    def run_rules(self) -> None:
        """Let the rules look at every title and name now, before anybody waits for them."""
        for thing in (thing for objects in self.sources.values() for thing in objects):
            title = str(thing.fields.get("title") or thing.fields.get("name"))
            match thing.model:
                case "cases.case":
                    self.rules.places_in(title)
                    self.rules.themes_in(title)
                case "experts.organisation":
                    self.rules.seat_in(title)


class Load:
    """One transaction's work: rows of several sources, then what follows from them."""

    def __init__(self, report: Report, *, restore: bool = False) -> None:
        self.report = report
        self.references = References()
        self.restore = restore
        self.loaders: list[RowLoader] = []

    def write(self, plan: Plan) -> None:
        """Write what is planned, and remove what the sources have no more."""
        self.report.messages += plan.notes
        for source, objects in plan.sources.items():
            self._rows(source, objects)
        if plan.text:
            self._text(*plan.text)
        Remover(self.loaders, self.report).remove_stale()
        self._assign(plan.rules)
        if not self.report.is_idle:
            loaded.send(sender=type(self), rows=self.report.rows)

    def _rows(self, source: str, objects: Iterable[LoadObject]) -> None:
        if self.restore:
            Memory.of(source).forget_deleted()
        loader = RowLoader(Memory.of(source), self.references, self.report)
        loader.load(objects)
        self.loaders.append(loader)

    def _text(self, book: BookRecord, slug: str) -> None:
        """The passages of a book whose sections are loaded."""
        key = self.references.known["cases.book", (slug,)]
        if key is not None:
            loader = TextLoader(key, TEXT.format(slug), self.report, restore=self.restore)
            loader.load(self._passages(book, slug))

    def _passages(self, book: BookRecord, slug: str) -> Iterator[NewPassage]:
        for heading in headings(book):
            section = self.references.known["cases.section", (slug, heading.anchor)]
            if section is not None:
                yield from (NewPassage(section, record) for record in heading.section.passages)

    def _assign(self, rules: Rules) -> None:
        """Places and themes of the loaded books' cases, and the seats of their bodies.

        A known body without a seat has none by its name, or an editor took it away.
        """
        if self.report.rows.keys() & {"cases.place", "cases.theme"}:
            rules = Rules.read()
        assignment = Assignment(rules, self.references, self.report)
        claimed = [key for loader in self.loaders for key in loader.claimed]
        books = [key for model, key in claimed if model == "cases.book"]
        for book in Book.objects.filter(pk__in=books).order_by("pk"):
            assignment.to_book(book)
        created = [key for loader in self.loaders for model, key in loader.created if model == BODY]
        known = Organisation.objects.filter(
            pk__in=[key for model, key in claimed if model == BODY], seat__isnull=False
        )
        bodies = known | Organisation.objects.filter(pk__in=created)
        assignment.to_bodies(bodies.order_by("pk"), memory_of_seats(bodies))


@contextmanager
def _loading() -> Iterator[None]:
    token = _is_loading.set(True)
    try:
        with transaction.atomic():
            yield
    finally:
        _is_loading.reset(token)


def _write(prepare: Callable[[], Plan], tell: Tell, *, restore: bool = False) -> Report:
    """Prepare outside the transaction, write inside; again where the content changed between."""
    for _ in range(MAX_ATTEMPTS):
        mark = revision.mark()
        plan = prepare()
        plan.run_rules()
        with _loading():
            if revision.mark(lock=True) == mark:
                return _written(plan, tell, restore=restore)
        tell("The content changed meanwhile: preparing again.")
    with _loading():
        revision.mark(lock=True)
        return _written(prepare(), tell, restore=restore)


def _written(plan: Plan, tell: Tell, *, restore: bool) -> Report:
    report = Report(tell)
    Load(report, restore=restore).write(plan)
    return report


def load_files(
    paths: Iterable[Path], tell: Tell, *, restore: bool = False, replace: bool = False
) -> Report:
    """Load fixture files in the order given."""
    sources: dict[str, list[LoadObject]] = {}
    for path in paths:
        objects = read_objects(path)
        sources.setdefault(source_of(objects, path), []).extend(objects)
    report = _write(lambda: _plan_files(sources, replace=replace), tell, restore=restore)
    if report.rows.keys() & {"cases.place", "cases.theme"}:
        assign_stale(report)
    return report


def load_book(
    book: BookRecord,
    tell: Tell,
    *,
    slug: str = "",
    restore: bool = False,
    shrink: bool = False,
    replace: bool = False,
) -> Report:
    """Load a parsed book with its running text.

    A fragment of a known book is loaded only with ``shrink``; ``replace`` puts the book in the
    place of the one that has its identity, or that stands at ``slug``.
    """
    if not book.title:
        raise LoadError(
            "The source names no title of the book: write it in the first line, above the contents."
        )
    return _write(
        lambda: _plan_book(book, slug, shrink=shrink, replace=replace), tell, restore=restore
    )


def assign_stale(report: Report) -> None:
    """Run the rules where titles, names or vocabularies changed since; a transaction a batch."""
    rules = Rules.read()
    for book in stale_books(rules):
        with _assignment(rules, report) as assignment:
            assignment.to_book(book)
    bodies = list(stale_bodies(rules))
    memory = Memory.of(RULES)
    for start in range(0, len(bodies), BATCH):
        some = bodies[start : start + BATCH]
        with _assignment(rules, report) as assignment:
            assignment.to_bodies(some, memory.only({(body.slug,) for body in some}))
    note_bodies(rules)


@contextmanager
def _assignment(rules: Rules, report: Report) -> Iterator[Assignment]:
    """A transaction in which the rules are run; what it did is added to the report."""
    part = Report(report.tell)
    with _loading():
        yield Assignment(rules, References(), part)
        if not part.is_idle:
            loaded.send(sender=Load, rows=part.rows)
    report.add(part)


def _plan_files(sources: dict[str, list[LoadObject]], *, replace: bool) -> Plan:
    """Find out which books the files hold: a known one keeps its address, a new one gets its own."""
    plan = Plan({}, Rules.read())
    for name, objects in sources.items():
        source, placed = name, objects
        slugs = [str(t.fields.get("slug")) for t in objects if t.model == "cases.book"]
        for slug in slugs:
            target = find_target(
                BookFacts.of_objects(objects, slug), proposed=slug, replace=replace
            )
            placed = moved_to(placed, slug, target.slug)
            placed = _with_sound_isbn(placed, target, plan, replace=replace)
            source = target.slug if len(slugs) == 1 else name
        plan.sources.setdefault(source, []).extend(placed)
    return plan


def _plan_book(book: BookRecord, named: str, *, shrink: bool, replace: bool) -> Plan:
    proposed = book_slug(book)
    facts = BookFacts.of_objects(to_objects(make_fixture(book, proposed), proposed), proposed)
    target = find_target(facts, proposed=proposed, named=named, replace=replace)
    if target.book and not (shrink or replace):
        refuse_a_fragment(book, target.book)
    plan = Plan({}, Rules.read(), text=(book, target.slug))
    objects = to_objects(make_fixture(book, target.slug), target.slug)
    plan.sources[target.slug] = _with_sound_isbn(objects, target, plan, replace=replace)
    headings_of_text = make_text_sections(book, target.slug)
    plan.sources[TEXT.format(target.slug)] = to_objects(headings_of_text, target.slug)
    return plan


def _with_sound_isbn(
    objects: list[LoadObject], target: Target, plan: Plan, *, replace: bool
) -> list[LoadObject]:
    """Warn of an ISBN whose check digit is wrong; a valid one that is known stays."""
    plan.notes += [target.note] if target.note else []
    known = isbn13(target.book.isbn) if target.book else ""
    placed = []
    for thing in objects:
        fields = thing.fields
        if thing.model == "cases.book" and fields.get("slug") == target.slug:
            isbn = str(fields.get("isbn", ""))
            if isbn and not isbn13(isbn):
                plan.notes.append(WRONG_ISBN.format(isbn=isbn))
            if known and not isbn13(isbn) and not replace:
                fields = {name: value for name, value in fields.items() if name != "isbn"}
        placed.append(dataclasses.replace(thing, fields=fields))
    return placed


def source_of(objects: Iterable[LoadObject], path: Path) -> str:
    """A book's slug, by which its later versions are known; else the file's name."""
    books = [str(thing.fields.get("slug")) for thing in objects if thing.model == "cases.book"]
    return books[0] if len(books) == 1 else path.stem
