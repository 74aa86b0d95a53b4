"""A reader of the living generation that notices swaps and commits of any process."""

from pathlib import Path
from threading import Lock

import tantivy

from search.backends.base import IndexMissingError

from .checksums import CHECKSUMS
from .index_versions import Generations

Stamp = tuple[int, int] | None


class Reader:
    """Hands out a searcher over the newest committed state; safe between threads."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._lock = Lock()
        self._generation_stamp: Stamp = None
        self._commit_stamp: Stamp = None
        self._index: tantivy.Index | None = None
        self._last_commit: Path | None = None

    def searcher(self) -> tantivy.Searcher:
        with self._lock:
            return self._fresh_index().searcher()

    def _fresh_index(self) -> tantivy.Index:
        stamp = self._generations.stamp()
        if self._index is None or stamp != self._generation_stamp:
            self._open(stamp)
        elif (commit := self._newest_commit()) != self._commit_stamp:
            self._commit_stamp = commit
            self._index.reload()
        if self._index is None:
            raise IndexMissingError
        return self._index

    def _open(self, stamp: Stamp) -> None:
        self._index = None
        generation = self._generations.current()
        if generation is None or not tantivy.Index.exists(str(generation.path)):
            raise IndexMissingError("There is no search index; run rebuild_index.")
        self._generation_stamp = stamp
        self._last_commit = generation.path / CHECKSUMS
        self._commit_stamp = self._newest_commit()
        self._index = tantivy.Index.open(str(generation.path))
        self._index.config_reader("manual")
        self._index.reload()

    def _newest_commit(self) -> Stamp:
        return file_stamp(self._last_commit) if self._last_commit else None


def file_stamp(path: Path) -> Stamp:
    """Changes whenever the file is replaced."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns
