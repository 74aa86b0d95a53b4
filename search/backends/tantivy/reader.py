"""A reader of the active index version that notices activations and commits of any process."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import tantivy

from search.backends.base import IndexMissingError

from .checksums import CHECKSUMS
from .index_versions import IndexVersions

log = logging.getLogger(__name__)

Stamp = tuple[int, int] | None


class TantivyPanicError(Exception):
    """Tantivy panicked, as it does on some damaged files."""


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """Raise Tantivy's panics as errors: they reach Python as a bare BaseException."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise TantivyPanicError(str(error)) from error


@contextmanager
def intact() -> Iterator[None]:
    """Raise IndexMissingError for an index that cannot be read: a rebuild repairs both."""
    try:
        with panics_as_errors():
            yield
    except (ValueError, OSError, TantivyPanicError) as error:
        log.exception("The index cannot be read; run rebuild_index.")
        raise IndexMissingError(f"The index cannot be read: {error}") from error


class Reader:
    """Provides a searcher over the newest commit; thread-safe."""

    def __init__(self, versions: IndexVersions) -> None:
        self._versions = versions
        self._lock = Lock()
        self._version_stamp: Stamp = None
        self._commit_stamp: Stamp = None
        self._index: tantivy.Index | None = None
        self._last_commit: Path | None = None

    def searcher(self) -> tantivy.Searcher:
        with self._lock, intact():
            return self._fresh_index().searcher()

    def _fresh_index(self) -> tantivy.Index:
        stamp = self._versions.stamp()
        if self._index is None or stamp != self._version_stamp:
            self._open(stamp)
        elif (commit := self._newest_commit()) != self._commit_stamp:
            self._commit_stamp = commit
            self._index.reload()
        if self._index is None:
            raise IndexMissingError
        return self._index

    def _open(self, stamp: Stamp) -> None:
        self._index = None
        index_version = self._versions.current()
        if index_version is None or not tantivy.Index.exists(str(index_version.path)):
            raise IndexMissingError("There is no search index; run rebuild_index.")
        self._version_stamp = stamp
        self._last_commit = index_version.path / CHECKSUMS
        self._commit_stamp = self._newest_commit()
        self._index = tantivy.Index.open(str(index_version.path))
        self._index.config_reader("manual")
        self._index.reload()

    def _newest_commit(self) -> Stamp:
        return file_stamp(self._last_commit) if self._last_commit else None


def file_stamp(path: Path) -> Stamp:
    """Inode and modification time (ns), which change whenever the file is replaced."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns
