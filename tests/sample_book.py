"""The sample casebook with its whole text, in the database and in an index of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.test import override_settings

from search.indexing.rebuild import rebuild
from search.service.active_index import current
from tests.cases.parsing.sources import SAMPLE

SLUG = "sample"


@contextmanager
def imported(folder: Path) -> Iterator[Path]:
    """For as long as it is entered; the index lies in the folder."""
    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    with override_settings(DATA_DIR=folder):
        call_command("import_book", str(SAMPLE), "--slug", SLUG, **quiet)
        current.forget()
        rebuild()
    current.forget()
    yield folder
    call_command("flush", interactive=False, verbosity=0)
