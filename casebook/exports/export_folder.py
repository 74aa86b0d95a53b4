"""The folder of an export: written atomically, with checksums."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from casebook.core.control_characters import IN_ONE_LINE, replace_controls

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
FORMAT = "casebook-export"
VERSION = 1
MAX_LEVELS = 10
"""Maximum nesting of lists and objects in a record; ours need four, thousands would overflow."""
COPY_AGAIN = "copy the export again."


class ExportError(Exception):
    """A folder that cannot be written or read; a one-line message names the file and the remedy."""

    def __init__(self, message: str) -> None:
        super().__init__(replace_controls(message, IN_ONE_LINE))


def records_file(folder: Path, label: str) -> Path:
    return folder / "records" / f"{label}.jsonl"


@contextmanager
def new_export(folder: Path) -> Iterator[Path]:
    """An empty folder that replaces ``folder`` once it is filled and has its checksums."""
    partial, old = (folder.with_name(f".{folder.name}.{end}") for end in ("partial", "old"))
    try:
        check_destination(folder)
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        yield partial
        sums = [f"{sha256(partial / name)}  {name}\n" for name in files_in(partial)]
        (partial / SUMS).write_text("".join(sums), "utf-8")
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)
            folder.rename(old)
        partial.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except (OSError, sqlite3.Error) as error:
        place, reason = getattr(error, "filename", None), getattr(error, "strerror", None)
        raise ExportError(
            f"{place or folder} cannot be written ({reason or error}): make room there, or name "
            "another folder."
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def check_destination(folder: Path) -> None:
    """Raise ExportError if the folder contains anything but an export of ours."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    read_manifest(folder, "name another folder")
    if strange := set(files_in(folder)) - {*read_sums(folder), SUMS}:
        path = folder / min(strange)
        raise ExportError(
            f"{path} is no part of the export there: take it away, or name another folder."
        )


def read_manifest(folder: Path, remedy: str) -> dict[str, Any]:
    """The manifest; ExportError if the folder is no export."""
    path = folder / MANIFEST
    try:
        manifest = json_object(path.read_bytes(), str(path)) if path.is_file() else {}
    except ExportError:
        manifest = {}
    if manifest.get("format") != FORMAT:
        raise ExportError(f"{folder} is no export: {remedy}.")
    return manifest


def read_counts(folder: Path) -> dict[str, int]:
    """The number of records of each model; ExportError if damaged or of another version."""
    manifest = read_manifest(folder, "give a folder made by export_all")
    check_sums(folder)
    if manifest.get("version") != VERSION:
        raise ExportError(
            f"{folder} is an export of version {manifest.get('version')!r}, this program reads "
            f"{VERSION}: load it with the program that wrote it."
        )
    counts = manifest.get("records")
    if not isinstance(counts, dict) or not all(type(each) is int for each in counts.values()):
        raise ExportError(f"{folder / MANIFEST} counts no records: {COPY_AGAIN}")
    return counts


def check_sums(folder: Path) -> None:
    """Raise ExportError if a file is damaged, missing or not listed."""
    present = set(files_in(folder))  # before any is read: one may be a link to what never ends
    sums = read_sums(folder)
    check_names(folder, {*sums, SUMS}, present, f"listed in {SUMS}")
    for name, expected in sums.items():
        if sha256(folder / name) != expected:
            raise ExportError(f"{folder / name} is damaged (its SHA-256 sum differs): {COPY_AGAIN}")


def check_names(folder: Path, expected: set[str], present: set[str], where: str) -> None:
    """Raise ExportError if a folder contains other files than expected."""
    if lacking := expected - present:
        raise ExportError(f"{folder / min(lacking)} is not in the folder: {COPY_AGAIN}")
    if strange := present - expected:
        raise ExportError(f"{folder / min(strange)} is not {where}: take it away, or {COPY_AGAIN}")


def read_sums(folder: Path) -> dict[str, str]:
    """The SHA-256 sum of each file by its path."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ExportError(f"{folder / SUMS} is missing or damaged: {COPY_AGAIN}") from None
    pairs = (line.partition("  ") for line in lines)
    return {name: digest for digest, _blanks, name in pairs}


def files_in(folder: Path) -> list[str]:
    """Every file of a folder by its relative path; ExportError for links, pipes and the like."""
    paths = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    for path in paths:
        if path.is_symlink() or not path.is_file():
            raise ExportError(f"{path} is no plain file: copy the export again, without links.")
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def json_object(data: bytes, position: str) -> dict[str, Any]:
    """Parse a JSON object; ``position`` is its file and line for the error message."""
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ExportError(f"{position} is no JSON ({error}): {COPY_AGAIN}") from None
    if not isinstance(value, dict):
        raise ExportError(f"{position} is no JSON object: {COPY_AGAIN}")
    if is_deep(value, MAX_LEVELS):
        raise ExportError(
            f"{position} has lists over {MAX_LEVELS} deep in each other: {COPY_AGAIN}"
        )
    return value


def is_deep(value: Any, levels: int) -> bool:
    """Whether lists and objects are nested deeper than ``levels``."""
    if not isinstance(value, dict | list):
        return False
    items = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(is_deep(item, levels - 1) for item in items)
