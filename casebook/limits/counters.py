"""Counters that all processes of one machine share: a small file, mapped into memory.

Counting takes some millionths of a second and never waits for the database.
"""

import fcntl
import hashlib
import mmap
import os
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

SLOT = struct.Struct("<QII")
"""Whose, in which window, how many."""

SLOTS = 65_536
NEAR = 8
"""Slots in which one address may be counted; where others fill them all, the least gives way."""


class Counters:
    """How often each of many names was counted in the present window of time."""

    def __init__(self, path: Path) -> None:
        size = SLOTS * SLOT.size
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.ftruncate(self._file, size)
        self._slots = mmap.mmap(self._file, size)
        self._lock = threading.Lock()

    def count(self, name: str, window: int) -> int:
        """Count once more, and return how often it was in this window."""
        key = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "little")
        with self._alone():
            offset, count = self._find(key, window)
            SLOT.pack_into(self._slots, offset, key, window, count + 1)
        return count + 1

    def _find(self, key: int, window: int) -> tuple[int, int]:
        """The slot of a key with its count; else the least used of those that it may take."""
        best: tuple[int, int] | None = None
        for step in range(NEAR):
            offset = (key + step) % SLOTS * SLOT.size
            owner, when, count = SLOT.unpack_from(self._slots, offset)
            if owner == key and when == window:
                return offset, count
            used = count if when == window else 0
            if best is None or used < best[1]:
                best = offset, used
        return (best[0] if best else 0), 0

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Neither another thread nor another process counts meanwhile."""
        with self._lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)


@cache
def counters(folder: Path) -> Counters:
    """The counters kept in a folder."""
    return Counters(folder / "limits")
