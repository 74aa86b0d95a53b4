"""Rebuild the index beside the active one; compare it with the database and repair it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from casebook.core.cache import revision
from casebook.core.file_locks import file_lock
from casebook.core.records import IndexDocument, document_id
from search.backends.base import IndexMissingError, SearchBackend
from search.service.active_index import current, get_backend

from . import outbox
from .documents import all_documents, all_keys, document_key, document_total
from .index_position import failing, move_to, position, start_rebuild, waiting
from .readiness import failed_documents, waiting_entries

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
    outbox.apply_waiting(backend)
    return count


@dataclass(frozen=True, slots=True)
class Check:
    """The differences of index and database; a damaged index is not compared."""

    exists: bool
    analyzer_matches: bool = False
    is_behind: bool = False
    outbox: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return self.exists and not self.lines()

    def lines(self) -> list[str]:
        """One line for each difference, with the command that repairs it."""
        if not self.exists:
            return ["There is no index that can be read: run rebuild_index."]
        if self.damaged:
            return [f"Damaged on disk: {', '.join(self.damaged)}. Run rebuild_index."]
        lines = list(self.outbox)
        if not self.analyzer_matches:
            lines.append("The index was made by another analyzer or dictionary: run rebuild_index.")
        if self.is_behind:
            lines.append("Changes that it lacks are no longer in the outbox: run rebuild_index.")
        for label, ids in (
            ("Missing in the index", self.missing),
            ("Only in the index", self.surplus),
        ):
            if ids:
                some = ", ".join(ids[:5]) + (", …" if ids[5:] else "")
                lines.append(f"{label}: {len(ids)} ({some}).")
        return lines


def check(backend: SearchBackend | None = None) -> Check:
    """Compare the index with its checksums, and with the database both ways."""
    backend = backend or get_backend()
    lines = [*failed_documents(), *waiting_entries()]
    if damaged := backend.damage():
        return Check(exists=True, outbox=lines, damaged=damaged)
    info = backend.info()
    try:
        indexed = backend.document_ids() if info.version else None
    except IndexMissingError:
        indexed = None
    if indexed is None:
        return Check(exists=False, outbox=lines)
    wanted = {document_id(*key) for key in all_keys()}
    return Check(
        exists=True,
        analyzer_matches=info.is_ready,
        is_behind=position() is None,
        outbox=lines,
        missing=sorted(wanted - indexed),
        surplus=sorted(indexed - wanted),
    )


def looks_clean() -> bool:
    """Whether the index is whole, nothing waits for it, and it has as many documents as it should.

    Fast enough for each start of a large library; ``check`` compares document by document.
    """
    backend = get_backend()
    return (
        not is_rebuild_due()
        and not backend.damage()
        and not waiting().exists()
        and not failing().exists()
        and backend.info().document_count == document_total()
    )


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
