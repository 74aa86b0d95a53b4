"""A reader of the active index version that notices activations and commits of any process."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

import tantivy

from search.backends.base import IndexMissingError

from .index_versions import CHECKSUMS, IndexVersions

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
        self._index: tantivy.Index | None = None
        self._path = versions.folder
        self._stamps: tuple[Stamp, Stamp] = None, None

    @intact()
    def searcher(self) -> tantivy.Searcher:
        with self._lock:
            pointer = file_stamp(self._versions.pointer)
            index = self._index
            if index is None or pointer != self._stamps[0]:
                index = self._open()
            stamps = pointer, file_stamp(self._path / CHECKSUMS)
            if stamps != self._stamps:
                self._stamps = stamps
                index.reload()
            return index.searcher()

    def _open(self) -> tantivy.Index:
        self._index, self._stamps = None, (None, None)
        index_version = self._versions.current()
        if index_version is None or not tantivy.Index.exists(str(index_version.path)):
            raise IndexMissingError("There is no search index; run rebuild_index.")
        self._path = index_version.path
        self._index = tantivy.Index.open(str(self._path))
        self._index.config_reader("manual")
        return self._index


def file_stamp(path: Path) -> Stamp:
    """Inode and modification time (ns), which change whenever the file is replaced."""
    with suppress(OSError):
        status = path.stat()
        return status.st_ino, status.st_mtime_ns
    return None
