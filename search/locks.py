"""One process at a time brings the index up to date; the others wait for it."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

PATIENCE = 10.0
"""Seconds to wait for another process."""


class LockTimeoutError(Exception):
    """Another process held the lock for longer than we wait."""


@contextmanager
def applying() -> Iterator[None]:
    """Hold the outbox: what is read from the database now is what the index gets next."""
    path = Path(settings.DATA_DIR) / "outbox.lock"
    with path.open("a") as lock:
        deadline = time.monotonic() + PATIENCE
        while not _taken(lock.fileno()):
            if time.monotonic() > deadline:
                raise LockTimeoutError
            time.sleep(0.01)
        yield


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
