"""A reader of the active index version that notices activations and commits of any process."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import tantivy

from search.backends.base import IndexMissingError

from .index_versions import IndexVersion, IndexVersions, Stamp

log = logging.getLogger(__name__)


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
        self._opened: tuple[tantivy.Index, IndexVersion] | None = None
        self._stamps: tuple[Stamp, Stamp] = None, None

    @intact()
    def searcher(self) -> tantivy.Searcher:
        with self._lock:
            stamp = self._versions.stamp
            if self._opened is None or stamp != self._stamps[0]:
                self._opened, self._stamps = None, (None, None)
                self._opened = self._open()
            index, index_version = self._opened
            stamps = stamp, index_version.commit_stamp
            if stamps != self._stamps:
                self._stamps = stamps
                index.reload()
            return index.searcher()

    def _open(self) -> tuple[tantivy.Index, IndexVersion]:
        index_version = self._versions.current()
        if index_version is None or not tantivy.Index.exists(str(index_version.path)):
            raise IndexMissingError("There is no search index; run rebuild_index.")
        index = tantivy.Index.open(str(index_version.path))
        index.config_reader("manual")
        return index, index_version
