"""Environment checks for the settings: data folder, secret key, database, file permissions."""

import contextlib
import os
import secrets
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from environs import EnvError
from limits.errors import ConfigurationError
from limits.storage import storage_from_string

SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "::1", ".localhost"}

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OTHERS = 0o077
"""The permissions of everybody but the owner."""

SQLITE_SUFFIXES = ("", "-wal", "-shm", "-journal")
"""The database file and those that SQLite writes beside it, which take over its permissions."""


def loopback_only(hosts: Iterable[str]) -> bool:
    """Whether every host is this very machine, so that plain HTTP is safe."""
    return set(hosts) <= LOOPBACK


def one_writable_folder(folder: Path) -> Path:
    """The folder, created for its owner alone if need be.

    Raises OSError if it cannot be created or written to.
    """
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise OSError(f'Environment variable "DATA_DIR" invalid: {error}') from error
    if not os.access(folder, os.W_OK):
        raise OSError(f'Environment variable "DATA_DIR" invalid: cannot write to {folder}')
    return folder.resolve()


def one_secret(path: Path) -> str:
    """The secret in a private file, which the first process creates."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=PRIVATE_FILE)
        draft.write_text(secrets.token_urlsafe(64))
        # Creating a link is atomic, and never replaces another process's secret.
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text().strip()


def rate_limit_storage(uri: str) -> str:
    """The URI of a storage that ``limits`` can open here; EnvError for another."""
    try:
        storage_from_string(uri)
    except (ConfigurationError, ValueError) as error:
        raise EnvError(f'Environment variable "RATE_LIMIT_STORAGE_URI" invalid: {error}') from error
    return uri


def check_database(database: Mapping[str, Any]) -> None:
    """Restrict a SQLite database to its owner; a new one is made so, as SQLite lets everybody read.

    Raises EnvError for other engines than SQLite and PostgreSQL, OSError if it cannot be made.
    """
    if database["ENGINE"] not in {SQLITE, POSTGRESQL}:
        raise EnvError("DATABASE_URL must begin with sqlite:// or postgres://")
    if database["ENGINE"] == POSTGRESQL or database["NAME"] == ":memory:":
        return
    path = Path(database["NAME"]).resolve()
    try:
        if not path.exists():
            path.touch(mode=PRIVATE_FILE)
    except OSError as error:
        raise OSError(f'Environment variable "DATABASE_URL" invalid: {error}') from error
    for suffix in SQLITE_SUFFIXES:
        make_private(path.with_name(path.name + suffix))


def make_private(path: Path) -> None:
    """Restrict a file, if it exists, to its owner, and report that on standard error."""
    mode = stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0
    if not mode & OTHERS:
        return
    try:
        path.chmod(PRIVATE_FILE)
        done = f"was open to other users (mode {mode:o}); its mode is {PRIVATE_FILE:o} now"
    except PermissionError:
        done = f"is open to other users (mode {mode:o}); let its owner run chmod {PRIVATE_FILE:o}"
    print(f"Casebook: {path} {done}", file=sys.stderr)  # noqa: T201
