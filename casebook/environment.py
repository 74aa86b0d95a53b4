"""What the settings need of the machine: a folder to write in, a secret, who may call."""

import contextlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "::1", ".localhost"}


def loopback_only(hosts: Iterable[str]) -> bool:
    """Whether every host is this very machine, so that plain HTTP is safe."""
    return set(hosts) <= LOOPBACK


def one_writable_folder(folder: Path) -> Path:
    """The folder, made if need be; raises OSError if it cannot be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OSError(f'Environment variable "DATA_DIR" invalid: {error}') from error
    if not os.access(folder, os.W_OK):
        raise OSError(f'Environment variable "DATA_DIR" invalid: cannot write to {folder}')
    return folder.resolve()


def one_secret(path: Path) -> str:
    """The secret kept in a private file, made by whichever process comes first."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64))
        # A link appears whole or not at all, and never over another process's secret.
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text().strip()
