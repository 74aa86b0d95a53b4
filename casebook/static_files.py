"""Static files: collected and compressed once, and again only when one of them changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

IGNORED = ("redoc", "rest_framework", "ext", "htm[ax]x-4*", "htmx-2.js", "django-htmx.js")
"""Files of packages that no page uses."""


def collect() -> bool:
    """Collect, compress and fingerprint the static files; return whether there was need to."""
    stamp = Path(settings.STATIC_ROOT) / "collected"
    wanted = fingerprint()
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return False
    stamp.unlink(missing_ok=True)
    call_command(
        "collectstatic", ignore_patterns=list(IGNORED), clear=True, interactive=False, verbosity=0
    )
    stamp.write_text(wanted, "utf-8")
    return True


def fingerprint() -> str:
    """A digest of the path, the size and the modification time of every static file."""
    files = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list(list(IGNORED)), key=lambda found: found[0]):
            status = Path(storage.path(path)).stat()
            files.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return files.hexdigest()
