"""The outbox: what changed and is not in the index yet.

An entry is written in the transaction of the change. When that has committed, a small change is
applied by the process that made it, unless it would have to wait; everything else by the worker.
Documents are made anew from the database, so applying an entry twice does no harm.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import Error, OperationalError, connection, transaction
from django.utils import timezone
from filelock import Timeout

from casebook.core.cache import revision
from casebook.core.file_locks import file_lock
from casebook.core.records import document_id, indexed_types
from search.backends.base import IndexBusyError, SearchBackend
from search.models import OutboxEntry
from search.service.active_index import get_backend

from .documents import DocumentKey, documents
from .prefetching import CHUNK, chunks

log = logging.getLogger(__name__)

MAX_DOCUMENTS_AT_ONCE = 50
"""Maximum documents that a request indexes itself, in some tens of milliseconds."""

BATCH = 200
"""Entries that are applied under one lock, in less than a second."""

PATIENCE_SECONDS = 10.0
"""How long a command or the worker waits for the lock."""

MAX_RETRY_SECONDS = 600

MAX_ERROR_LENGTH = OutboxEntry._meta.get_field("error").max_length


class Failures:
    """Documents that could not be made or indexed, and why."""

    def __init__(self) -> None:
        self.errors: dict[DocumentKey, str] = {}

    def add(self, kind: str, key: int, error: Exception) -> None:
        log.error("%s cannot be indexed.", document_id(kind, key), exc_info=error)
        self.errors[kind, key] = one_line(error)


def one_line(error: Exception) -> str:
    """``ValueError: the reason``, as long as an entry may hold and without our own path."""
    text = f"{type(error).__name__}: {error}".replace(str(settings.DATA_DIR), "DATA_DIR")
    return " ".join(text.split())[:MAX_ERROR_LENGTH]


# --- Noting ------------------------------------------------------------------------------------


def note(changed: Iterable[DocumentKey]) -> None:
    """Add entries for changed documents, in the transaction of the change."""
    changed = dict.fromkeys(changed)
    if not changed:
        return
    entries = [OutboxEntry(kind=kind, object_id=key) for kind, key in changed]
    OutboxEntry.objects.bulk_create(entries, batch_size=CHUNK)
    for _, function, *_ in connection.run_on_commit:
        if isinstance(function, ApplyOnCommit):
            function.changed |= changed
            return
    transaction.on_commit(ApplyOnCommit(changed))


class ApplyOnCommit:
    """On-commit hook: indexes what a transaction changed, if that is little and no lock is held."""

    def __init__(self, changed: dict[DocumentKey, None]) -> None:
        self.changed = changed

    def __call__(self) -> None:
        if len(self.changed) > MAX_DOCUMENTS_AT_ONCE:
            return
        try:
            if get_backend().info().version:
                with file_lock("outbox", timeout=0), refusing_to_wait():
                    apply_new(self.changed)
        except (Timeout, IndexBusyError, OperationalError) as error:
            log.info("A change is left to the worker (%s).", one_line(error))
        except Exception:
            log.exception("A change could not be indexed; it is left to the worker.")


def apply_new(changed: Iterable[DocumentKey]) -> None:
    """Apply a transaction's own changes, except of documents that failed before."""
    failing = OutboxEntry.objects.of_documents(changed).failing()
    changed = set(changed) - set(failing.values_list("kind", "object_id"))
    apply_documents(get_backend(), changed, wait=False)


@contextmanager
def refusing_to_wait() -> Iterator[None]:
    """Make the database raise OperationalError instead of waiting for another transaction."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET lock_timeout = '50ms'")
            restore = "SET lock_timeout = DEFAULT"
        else:
            cursor.execute("PRAGMA busy_timeout")
            restore = f"PRAGMA busy_timeout = {cursor.fetchone()[0]}"
            cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(restore)


# --- Applying ------------------------------------------------------------------------------------


def try_to_apply() -> None:
    """Apply all that is due; an error is logged, and the work left to the worker."""
    try:
        apply_waiting()
    except Exception as error:  # noqa: BLE001
        log.warning("Changes are left to the worker to be indexed (%s).", one_line(error))


def apply_waiting(backend: SearchBackend | None = None) -> None:
    """Apply all that is due, in the index of this process unless another is given."""
    for _failures in apply_batches(backend or get_backend()):
        pass


def apply_batches(backend: SearchBackend) -> Iterator[Failures]:
    """Apply what is due by now, in batches, and yield the failures of each.

    Without an index nothing is done: a rebuild includes everything anyway. Raises Timeout
    when another process holds the lock for too long, and whatever keeps the index from being
    written; the entries of that batch then record it.
    """
    due = OutboxEntry.objects.due(timezone.now())
    while due.exists() and backend.info().version:
        with file_lock("outbox", PATIENCE_SECONDS):
            changed = list(due.values_list("kind", "object_id")[:BATCH])
            failures = apply_documents(backend, set(changed))
        if len(changed) == BATCH:
            log.info("%d changes indexed, %d wait.", BATCH, due.count())
        yield failures


def apply_documents(
    backend: SearchBackend, changed: Iterable[DocumentKey], *, wait: bool = True
) -> Failures:
    """Update documents in the index and delete their entries; return what failed."""
    entries = list(OutboxEntry.objects.of_documents(changed))
    failures = Failures()
    try:
        write_documents(backend, changed, failures, wait=wait)
    except (IndexBusyError, Error):
        raise
    except Exception as error:
        failures.errors = {entry.document: one_line(error) for entry in entries}
        settle_entries(entries, failures)
        raise
    settle_entries(entries, failures)
    return failures


def write_documents(
    backend: SearchBackend, changed: Iterable[DocumentKey], failures: Failures, *, wait: bool
) -> None:
    """Add what still exists, remove what does not, leave what failed as it is."""
    keys: dict[str, set[int]] = defaultdict(set)
    for kind, key in changed:
        if kind in indexed_types():
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
        backend.add(made, failures.add, wait=wait)
    if gone:
        backend.remove(sorted(gone), wait=wait)


def settle_entries(entries: Iterable[OutboxEntry], failures: Failures) -> None:
    """Delete entries, except one of each failed document: with its error and retry time."""
    failed: dict[DocumentKey, OutboxEntry] = {}
    done: list[int] = []
    for entry in sorted(entries, key=lambda entry: entry.attempts):
        if entry.document in failures.errors:
            done += [failed[entry.document].pk] if entry.document in failed else []
            failed[entry.document] = entry
        else:
            done.append(entry.pk)
    for document, entry in failed.items():
        entry.attempts += 1
        entry.error = failures.errors[document]
        entry.retry_at = timezone.now() + retry_delay(entry.attempts)
    OutboxEntry.objects.bulk_update(
        failed.values(), ["attempts", "error", "retry_at"], batch_size=CHUNK
    )
    remove_entries(done)


def retry_delay(attempts: int) -> timedelta:
    """Exponential backoff: from two seconds, doubled, up to ten minutes."""
    return timedelta(seconds=min(2 ** min(attempts, 10), MAX_RETRY_SECONDS))


def remove_entries(keys: Iterable[int]) -> None:
    """Delete applied entries, and move the content revision, since the index changed."""
    for some in chunks(keys):
        with transaction.atomic():
            revision.move()
            OutboxEntry.objects.filter(pk__in=some).delete()
