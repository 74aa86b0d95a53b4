"""Generations: one folder for each built index, and a pointer to the living one.

A rebuild fills a new folder beside the living one; renaming the pointer swaps it in for
all processes at once. Changes made meanwhile go to the living one and to a journal, which
the new one reads before it is swapped in.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from search.backends.base import IndexBusyError
from search.backends.index_schema_version import layout

MANIFEST = "casebook.json"


@dataclass(frozen=True, slots=True)
class Generation:
    """One built index and the analyzer that made it."""

    path: Path
    analyzer_version: str

    @property
    def name(self) -> str:
        return self.path.name


class Generations:
    """The folder of a search index, shared by all processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pointer = folder / "current"
        self.journal = folder / "journal.jsonl"

    @property
    def is_rebuilding(self) -> bool:
        """Whether a new generation is being filled, which has to learn of changes."""
        return self.journal.exists()

    def stamp(self) -> tuple[int, int] | None:
        """Changes whenever another generation is swapped in."""
        try:
            status = self._pointer.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def current(self) -> Generation | None:
        """The living generation, if there is one and this code can read it.

        A pointer or manifest that is cut off or holds anything else counts as none.
        """
        with suppress(OSError, ValueError, KeyError, TypeError):
            path = self.folder / self._pointer.read_text("utf-8").strip()
            manifest = json.loads((path / MANIFEST).read_text("utf-8"))
            if manifest["layout"] == layout():
                return Generation(path, manifest["analyzer_version"])
        return None

    def begin(self, analyzer_version: str) -> Generation:
        """An empty folder for a new generation."""
        path = self.folder / f"{time.time_ns():x}-{os.getpid()}"
        path.mkdir(parents=True)
        manifest = {"analyzer_version": analyzer_version, "layout": layout()}
        (path / MANIFEST).write_text(json.dumps(manifest), "utf-8")
        return Generation(path, analyzer_version)

    def swap_in(self, generation: Generation) -> None:
        """Point every process to a generation; the step is done wholly or not at all."""
        new = self.folder / "current.new"
        with new.open("w", encoding="utf-8") as file:
            file.write(generation.name)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._pointer)

    def clear_away(self, keep: set[str]) -> None:
        """Delete what other generations, or a rebuild that was cut short, have left."""
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in keep:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def writing(self, *, wait: bool = True) -> Iterator[None]:
        """Let no other process or thread change the living index; wait for one, or IndexBusyError."""
        with self._locked("writing.lock", wait=wait):
            yield

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """Wait until no other process rebuilds; keep a journal of changes made meanwhile."""
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
        with (self.folder / name).open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise IndexBusyError from None
            yield
