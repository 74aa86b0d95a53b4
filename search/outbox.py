"""The outbox: what changed and is not in the index yet.

An entry is written in the transaction of the change, applied when that has committed, and
replayed by the next edit or the next start if the process died in between. Documents are
made anew from the database, so applying an entry twice does no harm.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable

from django.db import connection, transaction

from .backends.base import SearchBackend
from .dependents import Shown
from .documents import MAKERS, all_documents, all_ids, document_id, documents
from .index import get_backend
from .locks import LockTimeoutError, applying
from .models import OutboxEntry

log = logging.getLogger(__name__)

EVERYTHING = "*"
"""The kind of an entry that stands for all documents, after a load."""


def note(shown: Iterable[Shown]) -> None:
    """Write down documents that changed; they reach the index when the transaction commits."""
    OutboxEntry.objects.bulk_create(
        OutboxEntry(kind=kind, object_id=key) for kind, key in dict.fromkeys(shown)
    )
    schedule()


def note_everything() -> None:
    """After a load, which writes past the signals: compare the whole index with the database."""
    OutboxEntry.objects.create(kind=EVERYTHING, object_id=None)
    schedule()


def schedule() -> None:
    """Apply once when the transaction commits, however many changes it holds."""
    waiting = [function for _, function, *_ in connection.run_on_commit]
    if apply_and_carry_on not in waiting:
        transaction.on_commit(apply_and_carry_on)


def apply_and_carry_on() -> None:
    """Apply; what fails stays in the outbox, and the edit that was committed stands."""
    try:
        apply_waiting()
    except LockTimeoutError:
        log.warning("Another process is still writing to the index; the outbox waits.")
    except Exception:
        log.exception("The index could not be brought up to date; the outbox waits.")


def apply_waiting(backend: SearchBackend | None = None) -> int:
    """Bring the index up to date with every committed change; return how many entries went.

    Without an index nothing is done: a rebuild takes everything in anyway. Raises
    LockTimeoutError when another process holds the outbox for too long.
    """
    backend = backend or get_backend()
    if not OutboxEntry.objects.exists() or not backend.info().generation:
        return 0
    with applying():
        entries = list(OutboxEntry.objects.all())
        if any(entry.kind == EVERYTHING for entry in entries):
            synchronise(backend)
        else:
            apply_entries(backend, entries)
        OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    return len(entries)


def apply_entries(backend: SearchBackend, entries: Iterable[OutboxEntry]) -> None:
    """Put in what still exists, take out what does not."""
    keys: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        if entry.kind in MAKERS and entry.object_id is not None:
            keys[entry.kind].add(entry.object_id)
    wanted = {document_id(kind, key) for kind, found in keys.items() for key in found}
    made = [document for kind, found in keys.items() for document in documents(kind, found)]
    if made:
        backend.add(made)
    if gone := wanted - {document.id for document in made}:
        backend.remove(sorted(gone))


def synchronise(backend: SearchBackend) -> None:
    """Make the index hold just what the database holds."""
    backend.add(all_documents())
    if gone := backend.document_ids() - set(all_ids()):
        backend.remove(sorted(gone))
