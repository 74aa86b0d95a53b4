"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from cases.loading.load import load_files
from cases.models import Book

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHIPPED = ("places", "themes", "digital_china_2019", "errata_digital_china_2019")


@pytest.fixture(scope="module")
def shipped_rows(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The shipped book in the database for as long as one module's tests run."""
    with django_db_blocker.unblock():
        load_files([FIXTURES / f"{name}.json" for name in SHIPPED], lambda _message: None)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def shipped_book(shipped_rows, db) -> Book:
    """The book that the site comes with, loaded as an operator loads it."""
    return Book.objects.get(slug="digital-china-2019")
