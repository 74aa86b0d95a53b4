"""Readiness checks: database, migrations, index, outbox."""

import logging
from collections.abc import Iterator
from datetime import timedelta

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from search.service.active_index import get_backend

from .index_position import failing, position, waiting

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=1)
"""A change that waits longer than this for the index is reported."""

MAKE_IT = "manage.py worker makes it anew, or run manage.py rebuild_index"


def troubles() -> list[str]:
    """A line for each problem; where the database fails, for that alone."""
    try:
        return list(in_the_database()) or [
            *in_the_index(),
            *failed_documents(),
            *waiting_entries(PATIENCE),
        ]
    except Error:
        # The error may name the database's host, which must not be shown.
        log.exception("The database does not answer.")
        return ["database: it does not answer; the log says why"]


def in_the_database() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield f"migrations: {len(waiting)} not applied; run manage.py migrate"


def in_the_index() -> Iterator[str]:
    info = get_backend().info()
    if not info.version:
        yield f"index: missing; {MAKE_IT}"
    elif not info.is_ready:
        yield f"index: made by another analyzer; {MAKE_IT}"
    elif position() is None:
        yield f"index: lacks changes that are no longer in the outbox; {MAKE_IT}"


def failed_documents() -> Iterator[str]:
    """A line for changes that could not be indexed, with the first of them."""
    failed = failing()
    if first := failed.first():
        yield (
            f"outbox: {failed.count()} change(s) cannot be indexed, first {first} "
            f"({first.error}); correct that row, or try again with manage.py check_index --repair"
        )


def waiting_entries(patience: timedelta = timedelta()) -> Iterator[str]:
    """A line for changes that wait to be indexed, if the first has waited so long."""
    entries = waiting()
    first = entries.first()
    if first and first.created_at <= timezone.now() - patience:
        since = timezone.localtime(first.created_at)
        yield (
            f"outbox: {entries.count()} change(s) wait for the index since {since:%F %T}; "
            "see that manage.py worker runs, or run manage.py check_index --repair"
        )
