"""How much memory a new index may take while it is built."""

import os
from pathlib import Path

SHARE, LEAST, MOST = 8, 250_000_000, 3_000_000_000
CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
"""Where a container's limit stands, or the word ``max``."""


def build_heap() -> int:
    """Bytes: an eighth of what there is, within bounds; taken as needed.

    Each time it is full, another segment begins, and a search has to look into every one.
    """
    return min(max(memory() // SHARE, LEAST), MOST)


def memory() -> int:
    """Bytes of memory that the machine has, or the container."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limit = CGROUP_LIMIT.read_text("ascii").strip() if CGROUP_LIMIT.exists() else "max"
    return min(whole, int(limit)) if limit.isdigit() else whole
