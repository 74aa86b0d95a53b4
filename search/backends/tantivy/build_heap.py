"""The memory limit of the index writer while a new index is built."""

import os
from pathlib import Path

SHARE, LEAST, MOST = 8, 250_000_000, 3_000_000_000
CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
"""The file with a container's memory limit in bytes, or the word ``max``."""


def build_heap_bytes() -> int:
    """An eighth of the memory in bytes, within bounds; allocated as needed.

    Each time it is full, another segment begins, and a search has to read every one.
    """
    return min(max(memory_bytes() // SHARE, LEAST), MOST)


def memory_bytes() -> int:
    """Bytes of memory that the machine has, or the container."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limit = CGROUP_LIMIT.read_text("ascii").strip() if CGROUP_LIMIT.exists() else "max"
    return min(whole, int(limit)) if limit.isdigit() else whole
