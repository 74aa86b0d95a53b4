"""The outbox: what changed and is not in every index yet.

An entry is written in the transaction of the change. Each machine applies the entries to its own
index in the order of their keys. Documents are made anew from the database, so applying an entry
twice does no harm.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import timedelta

from django.db import Error, transaction
from django.utils import timezone

from casebook.core.cache import revision
from casebook.core.errors.error_line import error_line
from casebook.core.file_locks import file_lock, machine_name
from casebook.core.records import document_id, indexed_types
from search.backends.base import SearchBackend
from search.models import FailedDocument, OutboxEntry, SearchIndex
from search.service.active_index import current

from .dependents import dependents
from .documents import CHUNK, DocumentKey, chunks, documents
from .index_position import confirm, failing, move_to, position

log = logging.getLogger(__name__)

BATCH = 200
"""Entries that are applied, or documents that are written, together."""

PATIENCE_SECONDS = 10.0
"""How long a command or the worker waits for the lock."""

MAX_RETRY_SECONDS = 600


class Failures:
    """Documents that could not be made or indexed, and why."""

    def __init__(self) -> None:
        self.errors: dict[DocumentKey, str] = {}

    def add(self, kind: str, key: int, error: Exception) -> None:
        log.error("%s cannot be indexed.", document_id(kind, key), exc_info=error)
        self.errors[kind, key] = error_line(error)


# --- Noting ------------------------------------------------------------------------------------


def note(changed: Iterable[DocumentKey]) -> None:
    """Add entries for documents, or for rows by model label, in the transaction of the change.

    Whoever adds entries holds the row of the content revision until the transaction ends. So keys
    are in the order of the commits, and who reads an entry has read all before it.
    """
    entries = [OutboxEntry(kind=kind, object_id=key) for kind, key in dict.fromkeys(changed)]
    if entries:
        with transaction.atomic(savepoint=False):
            revision.move()
            OutboxEntry.objects.bulk_create(entries, batch_size=CHUNK)


def note_everything() -> None:
    """Empty the outbox: no index finds its position in it any more, so each is rebuilt."""
    with transaction.atomic(savepoint=False):
        revision.move()
        OutboxEntry.objects.all().delete()


# --- Applying ------------------------------------------------------------------------------------


@contextmanager
def left_to_worker() -> Iterator[None]:
    """Log an error of the block; the worker will do its work."""
    try:
        yield
    except Exception as error:  # noqa: BLE001
        log.warning("Changes are left to the worker to be indexed (%s).", error_line(error))


def apply_waiting() -> None:
    """Apply all that is due."""
    for _failures in apply_batches():
        pass


def apply_batches() -> Iterator[Failures]:
    """Apply what is due by now, in batches, and yield the failures of each.

    Nothing is done where a rebuild is due, which includes everything anyway. Raises Timeout when
    another process holds the lock for too long, and whatever keeps the index from being written;
    the documents of that batch then wait for a retry.
    """
    backend = current.refresh().backend
    while backend.info().version:
        with file_lock("outbox", PATIENCE_SECONDS):
            failures = apply_batch(backend)
        if failures is None:
            return
        yield failures


def apply_batch(backend: SearchBackend) -> Failures | None:
    """Apply the next entries and retry what is due; None if there is nothing to do."""
    entry = position()
    if entry is None:
        return None
    confirm(entry)
    entries = list(OutboxEntry.objects.filter(pk__gt=entry.pk)[:BATCH])
    retries = failing().filter(retry_at__lte=timezone.now())[:BATCH]
    changed = changed_documents(entries) | {row.document for row in retries}
    if not (entries or changed):
        return None
    failures, broken = Failures(), None
    try:
        for some in chunks(sorted(changed), BATCH):
            write_documents(backend, some, failures)
    except Error:
        raise
    except Exception as error:  # noqa: BLE001
        failures.errors, broken = dict.fromkeys(changed, error_line(error)), error
    save_failures(changed, failures)
    if entries:
        move_to(entries[-1])
    elif len(failures.errors) < len(changed):
        revision.move()
    if broken:
        raise broken
    return failures


def changed_documents(entries: Iterable[OutboxEntry]) -> set[DocumentKey]:
    """The documents of entries, and those that show the rows of entries."""
    keys: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        keys[entry.kind].add(entry.object_id)
    rows = {label: found for label, found in keys.items() if "." in label}
    own = {(kind, key) for kind in keys.keys() & indexed_types().keys() for key in keys[kind]}
    return own | dependents(rows)


def write_documents(
    backend: SearchBackend, changed: Iterable[DocumentKey], failures: Failures
) -> None:
    """Add what still exists, remove what does not, leave what failed as it is."""
    keys: dict[str, set[int]] = defaultdict(set)
    for kind, key in changed:
        keys[kind].add(key)
    made = [
        document
        for kind, found in keys.items()
        for document in documents(kind, found, failures.add)
    ]
    gone = {document_id(kind, key) for kind, found in keys.items() for key in found}
    gone -= {document.id for document in made}
    gone -= {document_id(kind, key) for kind, key in failures.errors}
    if made:
        backend.add(made, failures.add)
    if gone:
        backend.remove(sorted(gone))


@transaction.atomic
def save_failures(tried: AbstractSet[DocumentKey], failures: Failures) -> None:
    """Save each failed document with its error and retry time; delete those that succeeded."""
    index = SearchIndex.objects.get(name=machine_name())
    failed = {row.document: row for row in index.failures.all()}
    for document in failed.keys() & tried - failures.errors.keys():
        failed[document].delete()
    for (kind, key), error in failures.errors.items():
        row = failed.get((kind, key)) or FailedDocument(index=index, kind=kind, object_id=key)
        row.attempts += 1
        row.error = error
        row.retry_at = timezone.now() + retry_delay(row.attempts)
        row.save()


def retry_delay(attempts: int) -> timedelta:
    """Exponential backoff: from two seconds, doubled, up to ten minutes."""
    return timedelta(seconds=min(2 ** min(attempts, 10), MAX_RETRY_SECONDS))
