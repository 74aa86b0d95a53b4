"""The code version: responses of an older release are stale, though no row has changed."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

FOLDERS = ("casebook", "cases", "experts", "search", "templates", "locale")
PACKAGES = ("django", "djangorestframework", "drf-spectacular", "tantivy")


@cache
def code_version() -> str:
    """A digest of the files and package versions that affect responses, 16 hex digits."""
    digest = hashlib.sha256("".join(map(version, PACKAGES)).encode())
    for path in files():
        digest.update(f"{path}".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def in_place_since() -> dt.datetime:
    """The newest change time (ctime) of the files, that is, when they came to this machine."""
    newest = max(path.stat().st_ctime for path in files())
    return dt.datetime.fromtimestamp(newest, dt.UTC)


def files() -> Iterator[Path]:
    """The project's own files, in a fixed order."""
    for folder in FOLDERS:
        for path in sorted((Path(settings.BASE_DIR) / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
