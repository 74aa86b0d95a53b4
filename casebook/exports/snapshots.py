"""One state of the database for many reads, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Every read in here sees what was committed when the first one began.

    Inside a transaction, as in most tests, that transaction already decides.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with reading_only():
            yield
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


@contextmanager
def reading_only() -> Iterator[None]:
    """A transaction of SQLite that, unlike Django's own here, does not keep writers waiting."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
