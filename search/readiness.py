"""Whether the site can do all it should: database, migrations, index, outbox."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from .index import get_backend
from .models import OutboxEntry

PATIENCE = timedelta(minutes=1)
"""A change that waits longer than this for the index is in trouble."""


def troubles() -> list[str]:
    """A line for each thing that is wrong; where the database fails, nothing else can be told."""
    try:
        return list(in_the_database()) or [*in_the_index(), *in_the_outbox()]
    except DatabaseError as error:
        return [f"database: {' '.join(str(error).split())}"]


def in_the_database() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield f"migrations: {len(waiting)} not applied; run manage.py migrate"


def in_the_index() -> Iterator[str]:
    info = get_backend().info()
    if not info.generation:
        yield "index: missing; run manage.py rebuild_index"
    elif not info.is_ready:
        yield "index: made by another analyzer; run manage.py rebuild_index"


def in_the_outbox() -> Iterator[str]:
    late = OutboxEntry.objects.filter(created_at__lt=timezone.now() - PATIENCE)
    if count := late.count():
        yield f"outbox: {count} changes wait for the index; run manage.py check_index --repair"
