"""Index versions: one folder for each built index, and a pointer to the active one.

A rebuild fills a new folder beside the active one; renaming the pointer activates it for
all processes at once. Changes made meanwhile go to the active one and to a journal, which
the new one reads before it is activated.
"""

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from filelock import FileLock, Timeout

from search.backends.base import IndexBusyError
from search.backends.index_schema_version import index_schema_version

MANIFEST = "casebook.json"
ENGINE = f"tantivy {version('tantivy')}"


@dataclass(frozen=True, slots=True)
class IndexVersion:
    """One built index and the analyzer that made it."""

    path: Path
    analyzer_version: str

    @property
    def name(self) -> str:
        return self.path.name


class IndexVersions:
    """The folder of a search index, shared by all processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pointer = folder / "current"
        self.journal = folder / "journal.jsonl"

    @property
    def is_rebuilding(self) -> bool:
        """Whether a new version is being filled, so that changes go to the journal."""
        return self.journal.exists()

    def stamp(self) -> tuple[int, int] | None:
        """Inode and modification time (ns) of the pointer, which change with each activation."""
        try:
            status = self._pointer.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def current(self) -> IndexVersion | None:
        """The active version, if there is one and this code can read it.

        A pointer or manifest that is cut off or holds anything else counts as none.
        """
        with suppress(OSError, ValueError, KeyError, TypeError):
            path = self.folder / self._pointer.read_text("utf-8").strip()
            manifest = json.loads((path / MANIFEST).read_text("utf-8"))
            if manifest["index_schema_version"] == index_schema_version(ENGINE):
                return IndexVersion(path, manifest["analyzer_version"])
        return None

    def begin(self, analyzer_version: str) -> IndexVersion:
        """An empty folder for a new version."""
        path = self.folder / f"{time.time_ns():x}-{os.getpid()}"
        path.mkdir(parents=True)
        manifest = {
            "analyzer_version": analyzer_version,
            "index_schema_version": index_schema_version(ENGINE),
        }
        (path / MANIFEST).write_text(json.dumps(manifest), "utf-8")
        return IndexVersion(path, analyzer_version)

    def activate(self, version: IndexVersion) -> None:
        """Make a version the active one for all processes, atomically."""
        new = self.folder / "current.new"
        with new.open("w", encoding="utf-8") as file:
            file.write(version.name)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._pointer)

    def prune(self, kept_names: set[str]) -> None:
        """Delete the folders of other versions and of interrupted rebuilds."""
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in kept_names:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def writing(self, *, wait: bool = True) -> Iterator[None]:
        """Hold the write lock of the active index.

        Raises IndexBusyError where another holds it and ``wait`` is false.
        """
        with self._locked("writing.lock", wait=wait):
            yield

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """Hold the rebuild lock, and a journal of the changes made meanwhile."""
        with self._locked("rebuilding.lock"):
            with self.writing():
                self.journal.write_text("", "utf-8")
            try:
                yield
            finally:
                self.journal.unlink(missing_ok=True)

    @contextmanager
    def _locked(self, name: str, *, wait: bool = True) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / name, mode=0o600, fallback_to_soft=False)
        try:
            lock.acquire(timeout=None if wait else 0)
        except Timeout:
            raise IndexBusyError from None
        try:
            yield
        finally:
            lock.release()
