"""The folder of an export: it is there whole or not at all, and can prove it."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from casebook.control_characters import IN_ONE_LINE, replace_controls

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
FORMAT = "casebook-export"
VERSION = 1
MAX_LEVELS = 10
"""Of lists and objects in a record; what ours hold needs four, and a program can follow no thousand."""


class ExportError(Exception):
    """A folder that cannot be written or read; one line names the file and the remedy."""

    def __init__(self, message: str) -> None:
        super().__init__(replace_controls(message, IN_ONE_LINE))


@contextmanager
def filled(folder: Path) -> Iterator[Path]:
    """An empty folder beside the wanted one, whose place it takes once it is filled and summed."""
    check_place(folder)
    partial = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        yield partial
        write_sums(partial)
        take_place(partial, folder)
    except (OSError, sqlite3.Error) as error:
        place, reason = getattr(error, "filename", None), getattr(error, "strerror", None)
        raise ExportError(
            f"{place or folder} cannot be written ({reason or error}): make room there, or name "
            "another folder."
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def check_place(folder: Path) -> None:
    """Refuse a place where something stands that is no export of ours."""
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder} is no folder: name another one.")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not is_export(folder):
        raise ExportError(f"{folder} holds files that are no export: name another folder.")
    strange = set(files_in(folder)) - {*read_sums(folder), SUMS}
    if strange:
        raise ExportError(
            f"{folder / min(strange)} is no part of the export there: take it away, or name another "
            "folder."
        )


def take_place(partial: Path, folder: Path) -> None:
    """Put the new folder where the old one was; the old one comes back should that fail."""
    if not folder.exists():
        partial.rename(folder)
        return
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    try:
        partial.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)


def files_in(folder: Path) -> list[str]:
    """Every file of a folder, by its path in there; links and pipes may lead anywhere or never end."""
    paths = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    for path in paths:
        if path.is_symlink() or not path.is_file():
            raise ExportError(f"{path} is no plain file: copy the export again, without links.")
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def write_sums(folder: Path) -> None:
    """The sums of all files, as ``sha256sum --check`` reads them."""
    lines = [f"{sum_of(folder / name)}  {name}\n" for name in files_in(folder)]
    (folder / SUMS).write_text("".join(lines), "utf-8")


def sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_export(folder: Path) -> bool:
    path = folder / MANIFEST
    try:
        return path.is_file() and json_object(path.read_bytes(), "")["format"] == FORMAT
    except (OSError, ExportError, KeyError):
        return False


def read_counts(folder: Path) -> dict[str, int]:
    """How many records of each model an export holds, if it is whole and of a kind we know."""
    if not is_export(folder):
        raise ExportError(f"{folder} is no export: give a folder made by export_all.")
    check_sums(folder)
    manifest = json_object((folder / MANIFEST).read_bytes(), str(folder / MANIFEST))
    if manifest.get("version") != VERSION:
        raise ExportError(
            f"{folder} is an export of version {manifest.get('version')!r}, this program reads "
            f"{VERSION}: load it with the program that wrote it."
        )
    counts = manifest.get("records")
    if not isinstance(counts, dict) or not all(type(each) is int for each in counts.values()):
        raise ExportError(f"{folder / MANIFEST} counts no records: copy the export again.")
    return counts


def check_sums(folder: Path) -> None:
    """Refuse an export of which a file is damaged, missing or not listed."""
    present = set(files_in(folder))
    sums = read_sums(folder)
    if lacking := sums.keys() - present:
        raise ExportError(f"{folder / min(lacking)} is not in the folder: copy the export again.")
    if strange := present - sums.keys() - {SUMS}:
        raise ExportError(
            f"{folder / min(strange)} is not listed in {SUMS}: take it away, or copy the export "
            "again."
        )
    for name, expected in sums.items():
        if sum_of(folder / name) != expected:
            raise ExportError(
                f"{folder / name} is damaged (its SHA-256 sum differs): copy the export again."
            )


def read_sums(folder: Path) -> dict[str, str]:
    """The sum of each file by its path."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ExportError(
            f"{folder / SUMS} is missing or damaged: copy the export again."
        ) from None
    pairs = (line.partition("  ") for line in lines)
    return {name: digest for digest, _blanks, name in pairs}


def json_object(data: bytes, position: str) -> dict[str, Any]:
    """Read a JSON object; the position names the file, and the line, of what cannot be read."""
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ExportError(f"{position} is no JSON ({error}): copy the export again.") from None
    if not isinstance(value, dict):
        raise ExportError(f"{position} is no JSON object: copy the export again.")
    if is_deep(value, MAX_LEVELS):
        raise ExportError(
            f"{position} has lists in each other more than {MAX_LEVELS} deep: copy the export again."
        )
    return value


def is_deep(value: Any, levels: int) -> bool:
    """Whether lists and objects stand in each other on more than so many levels."""
    if not isinstance(value, dict | list):
        return False
    items = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(is_deep(item, levels - 1) for item in items)
