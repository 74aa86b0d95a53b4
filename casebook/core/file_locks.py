"""Locks between the processes that share a data folder; a process that ends frees its own."""

import socket
from pathlib import Path

from django.conf import settings
from filelock import FileLock


def file_lock(name: str, timeout: float = -1) -> FileLock:
    """``DATA_DIR/<name>.lock``, held by a ``with``; ``filelock.Timeout`` after so many seconds.

    0 tries once, -1 waits for ever. A marker without ``flock`` would outlive a killed process.
    """
    path = Path(settings.DATA_DIR) / f"{name}.lock"
    return FileLock(path, timeout, mode=0o600, fallback_to_soft=False)


def machine_name() -> str:
    """The host and the data folder: what the locks hold for, and the name of an index."""
    return f"{socket.gethostname()}:{settings.DATA_DIR}"[:300]
