"""The folder of an export: it is there whole or not at all, and can prove it."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
FORMAT = "casebook-export"
VERSION = 1


class ExportError(Exception):
    """A folder that cannot be written or read; the message names the file and the remedy."""


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
    except OSError as error:
        raise ExportError(f"{error.filename} cannot be written ({error.strerror}).") from error
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
    listed = {PurePosixPath(name) for name in (*read_sums(folder), SUMS)}
    if strange := sorted(set(files_in(folder)) - listed):
        raise ExportError(
            f"{folder / strange[0]} is no part of the export there: take it away, or name another folder."
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


def files_in(folder: Path) -> list[PurePosixPath]:
    """Every file of a folder, by its path in there."""
    paths = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(PurePosixPath(path.relative_to(folder).as_posix()) for path in paths)


def write_sums(folder: Path) -> None:
    """The sums of all files, as ``sha256sum --check`` reads them."""
    lines = [f"{sum_of(folder / name)}  {name}\n" for name in files_in(folder)]
    (folder / SUMS).write_text("".join(lines), "utf-8")


def sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_export(folder: Path) -> bool:
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.get("format") == FORMAT


def read_manifest(folder: Path) -> dict[str, Any]:
    """What the export says of itself, after a look that it is whole and of a kind we know."""
    if not is_export(folder):
        raise ExportError(f"{folder} is no export: give a folder made by export_all.")
    check_sums(folder)
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    if manifest["version"] != VERSION:
        raise ExportError(
            f"{folder} is an export of version {manifest['version']}, this program reads "
            f"{VERSION}: load it with the program that wrote it."
        )
    return manifest


def check_sums(folder: Path) -> None:
    """Refuse an export of which a file is damaged, missing or not listed."""
    sums = read_sums(folder)
    for name, expected in sums.items():
        path = folder / name
        if not path.is_file():
            raise ExportError(f"{path} is missing: copy the export again.")
        if sum_of(path) != expected:
            raise ExportError(
                f"{path} is damaged (its SHA-256 sum differs): copy the export again."
            )
    if str(MANIFEST) not in sums:
        raise ExportError(f"{folder / SUMS} does not list {MANIFEST}: copy the export again.")


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
