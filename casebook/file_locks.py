"""Locks between the processes that share a data folder; a process that ends, however, frees its own."""

import fcntl
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

POLL_SECONDS = 0.01


class LockTimeoutError(Exception):
    """Another process held a lock for longer than we wait."""


@contextmanager
def file_lock(name: str, wait_seconds: float = math.inf) -> Iterator[None]:
    """Hold ``DATA_DIR/<name>.lock``; LockTimeoutError if another holds it for longer than we wait."""
    path = Path(settings.DATA_DIR) / f"{name}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        deadline = time.monotonic() + wait_seconds
        while not _is_taken(file.fileno()):
            if time.monotonic() >= deadline:
                raise LockTimeoutError(f"Another process holds {file.name}.")
            time.sleep(POLL_SECONDS)
        yield


def _is_taken(descriptor: int) -> bool:
    """Try to take the lock; whether it is ours now."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
