"""Rebuild the index beside the active one; compare it with the database and repair it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from casebook.core.cache import revision
from casebook.core.errors.error_line import error_line
from casebook.core.file_locks import file_lock
from casebook.core.records import IndexDocument, document_id
from search.backends.base import IndexMissingError
from search.service.active_index import current, get_backend

from . import outbox
from .documents import all_documents, all_keys, document_key, document_total
from .index_position import failing, move_to, position, start_rebuild
from .readiness import failed_documents, in_the_index, waiting_entries

Track = Callable[[Iterable[IndexDocument]], Iterator[IndexDocument]]

MAX_FAILURES = 100
"""More failing documents than this are a fault of the code, not of single rows."""


class FewFailures(outbox.Failures):
    """Failures of a rebuild; more than ``MAX_FAILURES`` raise, and the active index stays."""

    def add(self, kind: str, key: int, error: Exception) -> None:
        super().add(kind, key, error)
        if len(self.errors) > MAX_FAILURES:
            raise error


def rebuild(track: Track = iter) -> int:
    """Build a new index with the current words and activate it; return its document count.

    Edits made meanwhile reach it too: those applied to the old index by its journal, those
    still in the outbox afterwards. A document that cannot be made is left out, and tried again
    later.
    """
    with file_lock("rebuild"):
        return _rebuild(track)


def is_rebuild_due() -> bool:
    """Whether the index is missing, made with other words, or too far behind the outbox."""
    return not current.refresh().backend.info().is_ready or position() is None


def rebuild_if_due(track: Track = iter, timeout: float = -1) -> None:
    """Rebuild if that is due; two processes do it once."""
    with file_lock("rebuild", timeout):
        if is_rebuild_due():
            _rebuild(track)


def _rebuild(track: Track) -> int:
    backend = current.refresh().backend
    failures = FewFailures()
    start = start_rebuild()
    count = backend.rebuild(track(all_documents(failures.add)), failures.add)
    with file_lock("outbox"):
        failing().update(retry_at=timezone.now())
        outbox.save_failures(set(), failures)
        reached = position()
        move_to(reached if reached and reached.pk > start.pk else start)
    outbox.apply_waiting()
    return count


@dataclass(frozen=True, slots=True)
class Check:
    """The problems of index and outbox, and the differences of index and database."""

    problems: list[str]
    damaged: list[str]
    missing: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not self.lines()

    def lines(self) -> list[str]:
        """One line for each problem or kind of difference."""
        differences = {
            "Damaged on disk, run rebuild_index": self.damaged,
            "Missing in the index": self.missing,
            "Only in the index": self.surplus,
        }
        return self.problems + [
            f"{label}: {len(names)} ({', '.join(names[:5])}{', …' if names[5:] else ''})."
            for label, names in differences.items()
            if names
        ]


def check(*, quick: bool = False) -> Check:
    """Compare the index with its checksums, and if it is whole with the database both ways.

    With ``quick``, document by document only if their number is wrong.
    """
    backend = get_backend()
    problems = [*in_the_index(), *failed_documents(), *waiting_entries()]
    info = backend.info()
    damaged = backend.damage()
    if damaged or not info.version or (quick and info.document_count == document_total()):
        return Check(problems, damaged)
    try:
        indexed = backend.document_ids()
    except IndexMissingError as error:
        return Check(problems, [error_line(error)])
    wanted = {document_id(*key) for key in all_keys()}
    return Check(problems, [], sorted(wanted - indexed), sorted(indexed - wanted))


def repair(found: Check) -> None:
    """Repair what a check found: rebuild what cannot be used as it is, else write what differs."""
    if found.damaged:
        rebuild()
    else:
        rebuild_if_due()
    if found.surplus:
        with file_lock("outbox"):
            get_backend().remove(found.surplus)
        revision.move()
    outbox.note(map(document_key, found.missing))
    failing().update(retry_at=timezone.now())
    outbox.apply_waiting()
