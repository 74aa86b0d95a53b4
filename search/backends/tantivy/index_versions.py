"""Index versions: one folder for each built index, and a pointer to the active one.

A rebuild fills a new folder beside the active one; replacing the pointer activates it for
all processes at once. Changes made meanwhile go to the active one and to a journal, which
the new one reads before it is activated. Beside the files of a version stand their checksums,
for the engine cannot compare its own.
"""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock

from search.backends.document_fields import index_schema_version

MADE_BY = (f"tantivy {version('tantivy')}", Path(__file__).with_name("backend.py"))
MANIFEST = "casebook.json"
CHECKSUMS = "checksums.json"


class IndexVersion(NamedTuple):
    """One built index and the analyzer that made it."""

    path: Path
    analyzer_version: str

    def write_checksums(self) -> None:
        """Write the checksums of committed files, which never change: only new ones are read."""
        known = self._checksums() or {}
        files = [file for file in self.path.iterdir() if file.suffix not in {".json", ".lock"}]
        sums = {file.name: known.get(file.name) or checksum(file) for file in files}
        replace_file(self.path / CHECKSUMS, json.dumps(sums))

    def damaged_files(self) -> list[str]:
        """The files that differ from their checksums; the engine itself notices missing ones."""
        known = self._checksums()
        if known is None:
            return [CHECKSUMS]
        present = [name for name in sorted(known) if (self.path / name).exists()]
        return [name for name in present if checksum(self.path / name) != known[name]]

    def _checksums(self) -> dict[str, str] | None:
        """The checksums by file name; None where there is no list that can be read."""
        with suppress(OSError, ValueError, TypeError):
            return dict(json.loads((self.path / CHECKSUMS).read_text("utf-8")))
        return None


class IndexVersions:
    """The folder of a search index, shared by all processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pointer = folder / "current"
        self._journal = folder / "journal.jsonl"

    def current(self) -> IndexVersion | None:
        """The active version, if there is one and this code can read it.

        A pointer or manifest that is cut off or holds anything else counts as none.
        """
        with suppress(OSError, ValueError, KeyError, TypeError):
            path = self.folder / self.pointer.read_text("utf-8").strip()
            manifest = json.loads((path / MANIFEST).read_text("utf-8"))
            if manifest["index_schema_version"] == index_schema_version(*MADE_BY):
                return IndexVersion(path, manifest["analyzer_version"])
        return None

    def begin(self, analyzer_version: str) -> IndexVersion:
        """An empty folder for a new version."""
        path = self.folder / f"{time.time_ns():x}-{os.getpid()}"
        path.mkdir(parents=True)
        manifest = {
            "analyzer_version": analyzer_version,
            "index_schema_version": index_schema_version(*MADE_BY),
        }
        (path / MANIFEST).write_text(json.dumps(manifest), "utf-8")
        return IndexVersion(path, analyzer_version)

    def activate(self, index_version: IndexVersion) -> None:
        """Make a version the active one for all processes, atomically.

        It is done after each commit, too: a new pointer shows readers what to read again.
        """
        replace_file(self.pointer, index_version.path.name)

    def prune(self, *kept: IndexVersion | None) -> None:
        """Delete the folders of other versions and of interrupted rebuilds."""
        paths = {each.path for each in kept if each}
        for path in self.folder.iterdir():
            if path.is_dir() and path not in paths:
                shutil.rmtree(path, ignore_errors=True)

    def writing(self) -> FileLock:
        """The write lock of the active index."""
        return self._lock("writing.lock")

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """Hold the rebuild lock, and a journal of the changes made meanwhile."""
        with self._lock("rebuilding.lock"):
            with self.writing():
                self._journal.write_text("", "utf-8")
            try:
                yield
            finally:
                self._journal.unlink(missing_ok=True)

    def note(self, change: Mapping[str, Any]) -> None:
        """Write a change to the journal, if a new version is being filled."""
        if self._journal.exists():
            with self._journal.open("a", encoding="utf-8") as journal:
                journal.write(json.dumps(change, ensure_ascii=False) + "\n")

    def noted(self) -> list[dict[str, Any]]:
        """The changes in the journal."""
        return [json.loads(line) for line in self._journal.read_text("utf-8").splitlines()]

    def _lock(self, name: str) -> FileLock:
        self.folder.mkdir(parents=True, exist_ok=True)
        return FileLock(self.folder / name, mode=0o600, fallback_to_soft=False)


def replace_file(path: Path, text: str) -> None:
    """Replace a file in one step, so that readers and a crash find the old or the new one."""
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
