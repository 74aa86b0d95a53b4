"""The two loads, of fixture files and of a parsed book, each in one transaction (all or nothing).

The plan is computed before the write transaction, so that others wait for that alone. The
transaction first compares the content revision: where it changed meanwhile, the plan is computed
again.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal

from casebook.core.cache import revision
from casebook.core.models import InputDigest
from cases.importing.outline import headings
from cases.models import Book, Passage, Seat
from cases.parsing.book_records import BookRecord
from experts.models import Organisation

from .assignments import Assignment, Rules, stale_books
from .import_log import RULES, ImportLog, Remover
from .import_plan import TEXT, Plan, plan_book, plan_files, source_of
from .objects import LoadError, LoadObject, References, read_objects
from .passage_rows import TextLoader
from .report import Report
from .row_identity import ORGANISATION
from .rows import RowLoader

ProgressCallback = Callable[[str], None]
loaded = Signal()
"""Sent once, in the transaction, when a load changed anything; replaces the signals of all rows.

``rows`` holds the primary keys of the rows created or changed, by model label. A row that the load
deletes sends its own ``pre_delete`` signal."""
finished = Signal()
"""Sent after every load that was committed, whether or not it changed anything."""

BATCH = 500
MAX_ATTEMPTS = 3
"""Number of times that a plan is computed before the transaction; after them, inside it."""

_is_loading: ContextVar[bool] = ContextVar("is_loading", default=False)


def is_loading() -> bool:
    """Whether a load is running in this context."""
    return _is_loading.get()


class Load:
    """The writes of one transaction: rows of several sources, then the rows derived by rule."""

    def __init__(self, report: Report, *, restore: bool = False) -> None:
        self.report = report
        self.references = References()
        self.restore = restore
        self.import_logs: list[ImportLog] = []

    def write(self, plan: Plan) -> None:
        """Write the plan, and remove the rows that the sources no longer have."""
        self.report.messages += plan.notes
        for source, objects in plan.sources.items():
            import_log = ImportLog.of(source)
            if self.restore:
                import_log.forget_deleted()
            RowLoader(import_log, self.references, self.report).load(objects)
            self.import_logs.append(import_log)
        if plan.text:
            self._load_text(*plan.text)
        Remover(self.import_logs, self.report).remove_stale()
        self._assign(plan.rules)

    def _load_text(self, record: BookRecord, slug: str) -> None:
        """The passages of a book under the headings that are loaded."""
        book = self.references["cases.book", (slug,)]
        if book is None:
            return
        passages = [
            Passage(
                book_id=book,
                section_id=section,
                kind=passage.kind.value,
                marker=passage.marker,
                text=passage.text,
                origin="book",
                source_line=passage.source_line,
                source_page=passage.page,
            )
            for heading in headings(record)
            if (section := self.references["cases.section", (slug, heading.anchor)]) is not None
            for passage in heading.section.passages
        ]
        TextLoader(book, TEXT.format(slug), self.report, restore=self.restore).load(passages)

    def _assign(self, rules: Rules) -> None:
        """Assign places and themes to the loaded books' cases, and seats to their organisations.

        A known organisation without a seat has none by its name, or an editor deleted it.
        """
        if self.report.rows.keys() & {"cases.place", "cases.theme"}:
            rules = Rules.read()
        assignment = Assignment(rules, self.references, self.report)
        claimed = set().union(*(log.claimed for log in self.import_logs))
        created = set().union(*(log.created for log in self.import_logs))
        books = [key for model, key in claimed if model == "cases.book"]
        for book in Book.objects.filter(pk__in=books).order_by("pk"):
            assignment.to_book(book)
        bodies = Organisation.objects.filter(
            Q(pk__in=[key for model, key in created if model == ORGANISATION])
            | Q(pk__in=[key for model, key in claimed if model == ORGANISATION], seat__isnull=False)
        )
        seats = Seat.objects.filter(organisation__in=bodies).values_list("pk", flat=True)
        known = ImportLog.of(RULES, object_id__in=list(seats))
        assignment.to_organisations(bodies.order_by("pk"), known)


@contextmanager
def _loading(report: Report) -> Iterator[None]:
    """A transaction in which rows are loaded; at its end receivers learn what changed."""
    token = _is_loading.set(True)
    try:
        with transaction.atomic():
            yield
            if not report.is_idle:
                loaded.send(sender=Load, rows=report.rows)
            transaction.on_commit(lambda: finished.send(sender=Load))
    finally:
        _is_loading.reset(token)


def _write(
    prepare: Callable[[], Plan], report_progress: ProgressCallback, *, restore: bool = False
) -> Report:
    """Prepare outside the transaction, write inside; retry where the content changed meanwhile."""
    report = Report(report_progress)
    for _ in range(MAX_ATTEMPTS):
        mark = revision.current().mark
        plan = prepare()
        plan.run_rules()
        with _loading(report):
            if revision.locked_mark() == mark:
                Load(report, restore=restore).write(plan)
                return report
        report_progress("The content changed meanwhile: preparing again.")
    with _loading(report):
        revision.locked_mark()
        Load(report, restore=restore).write(prepare())
    return report


def load_files(
    paths: Iterable[Path],
    report_progress: ProgressCallback,
    *,
    restore: bool = False,
    replace: bool = False,
) -> Report:
    """Load fixture files in the order given."""
    sources: dict[str, list[LoadObject]] = {}
    for path in paths:
        objects = read_objects(path)
        sources.setdefault(source_of(objects, path), []).extend(objects)
    report = _write(lambda: plan_files(sources, replace=replace), report_progress, restore=restore)
    if report.rows.keys() & {"cases.place", "cases.theme"}:
        assign_stale(report)
    return report


def load_book(
    book: BookRecord,
    report_progress: ProgressCallback,
    *,
    slug: str = "",
    restore: bool = False,
    shrink: bool = False,
    replace: bool = False,
) -> Report:
    """Load a parsed book with its running text.

    A fragment of a known book is loaded only with ``shrink``; ``replace`` replaces the book
    with the same identity, or the one at ``slug``.
    """
    if not book.title:
        raise LoadError(
            "The source names no title of the book: write it in the first line, above the contents."
        )
    return _write(
        lambda: plan_book(book, slug, shrink=shrink, replace=replace),
        report_progress,
        restore=restore,
    )


def assign_stale(report: Report) -> None:
    """Run the rules where titles, names or vocabularies changed; one transaction for each batch."""
    rules = Rules.read()
    for book in stale_books(rules):
        with _assignment(rules, report) as assignment:
            assignment.to_book(book)
    edited = Organisation.objects.exclude(edited_fields=[])  # A load assigns those it creates.
    digest = rules.digest_of(edited.values_list("slug", "name"))
    if InputDigest.objects.filter(name=RULES, digest=digest).exists():
        return
    bodies = list(Organisation.objects.all())
    for start in range(0, len(bodies), BATCH):
        some = bodies[start : start + BATCH]
        with _assignment(rules, report) as assignment:
            known = ImportLog.of(RULES, key__0__in=[body.slug for body in some])
            assignment.to_organisations(some, known)
    InputDigest.note(RULES, digest)


@contextmanager
def _assignment(rules: Rules, report: Report) -> Iterator[Assignment]:
    """A transaction in which the rules are run; its counts are added to the report."""
    part = Report(report.report_progress)
    with _loading(part):
        yield Assignment(rules, References(), part)
    report.add(part)
