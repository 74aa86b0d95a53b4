"""Bring everything that a running site needs up to date."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from casebook.core.cache.conditional_get import code_version
from casebook.core.file_locks import file_lock
from casebook.core.models import InputDigest
from cases.importing.load import assign_stale
from cases.importing.report import Report

FIXTURES = (
    "places.json",
    "places_evidence.json",
    "themes.json",
    "organisations.json",
    "digital_china_2019.json",
    "errata_digital_china_2019.json",
    "facts_digital_china_2019.json",
    "public_facts_digital_china_2019.json",
)
IGNORED = ("redoc", "rest_framework", "ext", "htm[ax]x-4*", "htmx-2.js", "django-htmx.js")
"""Files of packages that no page uses."""


class Command(BaseCommand):
    help = "Migrate the database, load the shipped book, collect the static files, mend the index."

    def handle(self, *args: Any, **options: Any) -> None:
        with file_lock("prepare"):
            self.stdout.write("Database …")
            call_command("migrate", verbosity=0, interactive=False)
            self.stdout.write("Shipped book …")
            load_shipped()
            call_command("load_synonyms", verbosity=0)
            self.stdout.write("Static files …")
            collect()
            self.stdout.write("Search index …")
            self.mend_index()

    def mend_index(self) -> None:
        """Bring the index up to date; a site can be served without, and the worker tries again."""
        try:
            call_command("check_index", repair=True, quick=True, verbosity=0)
        except CommandError as error:
            self.stderr.write(f"{error} The site is served without search until the worker can.")
        except SystemExit:
            self.stderr.write("Search is not up to date: see /readyz or manage.py check_index.")


def load_shipped() -> None:
    """Load the shipped book unless these very files were loaded by this very code before.

    Titles and vocabularies that editors changed since are assigned anew in either case.
    """
    fixtures = [Path(settings.BASE_DIR) / "fixtures" / name for name in FIXTURES]
    digest = hashlib.sha256(code_version().encode())
    for path in fixtures:
        digest.update(path.read_bytes())
    state = {"name": "shipped book", "digest": digest.hexdigest()}
    if not InputDigest.objects.filter(**state).exists():
        call_command("load_book", *map(str, fixtures), verbosity=0)
        InputDigest.note(**state)
    assign_stale(Report())


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
