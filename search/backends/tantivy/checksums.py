"""Checksums of an index's files, stored beside them: the engine cannot compare its own."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

CHECKSUMS = "checksums.json"


def write_checksums(folder: Path) -> None:
    """Write the checksums of committed files. Files with data never change: only new ones are read.

    The list replaces the one before atomically; readers take that as the sign of a commit.
    """
    known = read_checksums(folder) or {}
    files = [file for file in folder.iterdir() if file.suffix not in {".json", ".lock"}]
    sums = {file.name: known.get(file.name) or checksum(file) for file in files}
    new = folder / f"new-{CHECKSUMS}"
    new.write_text(json.dumps(sums), "utf-8")
    new.replace(folder / CHECKSUMS)


def damaged_files(folder: Path) -> list[str]:
    """The files that differ from their checksums; the engine itself notices missing ones."""
    known = read_checksums(folder)
    if known is None:
        return [CHECKSUMS]
    present = [name for name in sorted(known) if (folder / name).exists()]
    return [name for name in present if checksum(folder / name) != known[name]]


def read_checksums(folder: Path) -> dict[str, str] | None:
    """The written checksums by file name; None where there is no list that can be read."""
    with suppress(OSError, ValueError, TypeError):
        return dict(json.loads((folder / CHECKSUMS).read_text("utf-8")))
    return None


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
