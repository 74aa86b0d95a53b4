"""Make the whole index anew beside the living one, and tell whether that is due."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connection

from casebook import revision

from .backends.base import IndexDocument, IndexMissingError, SearchBackend
from .documents import all_documents, all_ids
from .index import current, get_backend
from .models import OutboxEntry
from .outbox import apply_waiting, synchronise

log = logging.getLogger(__name__)

Track = Callable[[Iterable[IndexDocument]], Iterator[IndexDocument]]


def rebuild(track: Track = iter) -> int:
    """Build a new index with the words as they are now and swap it in; return its documents.

    Edits made meanwhile reach it too: those applied to the old index by its journal, those
    still in the outbox afterwards.
    """
    backend = current.reload().backend
    count = backend.rebuild(track(all_documents()))
    apply_waiting(backend)
    revision.advance()
    return count


def recut_beside() -> None:
    """Rebuild in a thread of its own, so that the editor who changed a word need not wait."""
    threading.Thread(target=_recut, name="recut", daemon=True).start()


def _recut() -> None:
    try:
        if get_backend().info().generation:
            rebuild()
    except Exception:
        log.exception("The index could not be cut anew; rebuild_index will do it.")
    finally:
        connection.close()


@dataclass(frozen=True, slots=True)
class Check:
    """What stands between the index and the database; a damaged index is not compared."""

    exists: bool
    analyzer_matches: bool = False
    waiting: int = 0
    damaged: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return (
            self.exists
            and self.analyzer_matches
            and not (self.waiting or self.damaged or self.missing or self.surplus)
        )


def check(backend: SearchBackend | None = None) -> Check:
    """Compare the index with what was once written, and with the database both ways."""
    backend = backend or get_backend()
    waiting = OutboxEntry.objects.count()
    if damaged := backend.damage():
        return Check(exists=True, waiting=waiting, damaged=damaged)
    info = backend.info()
    try:
        indexed = backend.document_ids() if info.generation else None
    except IndexMissingError:
        indexed = None
    if indexed is None:
        return Check(exists=False, waiting=waiting)
    wanted = set(all_ids())
    return Check(
        exists=True,
        analyzer_matches=info.is_ready,
        waiting=waiting,
        missing=sorted(wanted - indexed),
        surplus=sorted(indexed - wanted),
    )


def repair(found: Check) -> None:
    """Cure what a check found: rebuild what cannot be used as it is, else bring it up to date."""
    if not (found.exists and found.analyzer_matches):
        rebuild()
        return
    apply_waiting()
    if found.missing or found.surplus:
        synchronise(get_backend())
        revision.advance()
