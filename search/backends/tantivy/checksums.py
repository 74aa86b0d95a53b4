"""Checksums of an index's files, kept beside them: the engine offers no way to compare its own."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

CHECKSUMS = "checksums.json"


def write_checksums(folder: Path) -> None:
    """Note what has been committed. Files with data never change, so only new ones are read.

    The list replaces the one before in one step; readers take that for the sign of a commit.
    """
    known = read_checksums(folder) or {}
    files = [file for file in folder.iterdir() if file.suffix not in {".json", ".lock"}]
    sums = {file.name: known.get(file.name) or checksum(file) for file in files}
    new = folder / f"new-{CHECKSUMS}"
    new.write_text(json.dumps(sums), "utf-8")
    new.replace(folder / CHECKSUMS)


def damaged_files(folder: Path) -> list[str]:
    """The files that are not as they were written; one that is missing the engine notices."""
    known = read_checksums(folder)
    if known is None:
        return [CHECKSUMS]
    present = [name for name in sorted(known) if (folder / name).exists()]
    return [name for name in present if checksum(folder / name) != known[name]]


def read_checksums(folder: Path) -> dict[str, str] | None:
    """What was written of each file; None where there is no list that can be read."""
    with suppress(OSError, ValueError, TypeError):
        return dict(json.loads((folder / CHECKSUMS).read_text("utf-8")))
    return None


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
