"""What every test may ask for."""

import fcntl
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.utils import translation
from playwright.sync_api import Browser, Page, sync_playwright

from casebook.core.cache import revision
from casebook.management.commands.prepare import FIXTURES as SHIPPED
from cases.importing.load import load_files
from cases.models import Book
from search.indexing.rebuild import rebuild
from search.service.active_index import current
from tests import sample_book
from tests.chromium import BROWSER_FLAGS, CHROMIUM
from tests.server import environment_of, manage

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; where it is absent its tests are skipped, in CI they fail."""
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_FLAGS)
        # The driver runs an event loop in this thread; Django would take our tests for async.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh browser window."""
    with window(browser) as page:
        yield page


@pytest.fixture
def page_without_script(browser: Browser) -> Iterator[Page]:
    """A fresh browser window in which no JavaScript runs."""
    with window(browser, java_script_enabled=False) as page:
        yield page


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[Page]:
    """A window; when it is closed, the live server has let go of the database."""
    context = browser.new_context(locale="zh-CN", **options)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=10)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """What a test began in the background ends while the test's database is still there."""
    for thread in threading.enumerate():
        if thread.name == revision.THREAD:
            thread.join(timeout=10)


OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The test database; it is dropped even if a thread outlives the last test."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) {OTHERS}")


@pytest.fixture(scope="session", autouse=True)
def data_folder(tmp_path_factory) -> Iterator[Path]:
    """A data folder of the tests' own, so that no test sees or writes the index of a site."""
    folder = tmp_path_factory.mktemp("data")
    with override_settings(DATA_DIR=folder):
        yield folder


@pytest.fixture(autouse=True)
def empty_response_cache() -> None:
    """Responses stored by one test may not serve the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def no_index_of_another_test(data_folder) -> None:
    """What an earlier test left in the common folder would answer for rows long gone."""
    if (data_folder / "index").exists():
        shutil.rmtree(data_folder / "index")
        current.forget()


@pytest.fixture
def index(settings, tmp_path):
    """An index of our own, not yet built: the folder is empty, the process knows of none."""
    settings.DATA_DIR = tmp_path
    current.forget()
    yield current
    current.forget()


@pytest.fixture
def build(index):
    """Call it when the rows are there: everything in the database goes into the index."""
    return rebuild


@pytest.fixture(scope="session")
def times() -> Callable[[int], int]:
    """How often a long test repeats: all of it in `make test-long`, a twentieth elsewhere."""
    return lambda count: count if os.environ.get("TEST_LONG") else max(1, count // 20)


class IndexedClient(Client):
    """A client of a site whose index has, at each request, what the database has."""

    mark: int | None = None
    is_settled = False

    def settle(self) -> None:
        """Bring the index up to date for the last time, so that requests ask for nothing more."""
        rebuild()
        self.is_settled = True

    def request(self, **request: Any) -> Any:
        if not self.is_settled and self.mark != revision.current().mark:
            rebuild()
            self.mark = revision.current().mark
        return super().request(**request)


@pytest.fixture
def indexed_client(index, db) -> IndexedClient:
    """For modules whose ``client`` it is: lists with facets and counts."""
    return IndexedClient()


@pytest.fixture(autouse=True)
def in_chinese() -> None:
    """A request for an English page leaves its language behind in the thread."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="module")
def shipped_rows(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The shipped book in the database for as long as one module's tests run."""
    with django_db_blocker.unblock():
        load_files([FIXTURES / name for name in SHIPPED], lambda _message: None)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def shipped_book(shipped_rows, db) -> Book:
    """The book that the site comes with, loaded as an operator loads it."""
    return Book.objects.get(slug="digital-china-2019")


@pytest.fixture(scope="session")
def prepared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as `make serve` leaves it, to be copied; the first worker makes it for all."""
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    folder = run / "prepared"
    with (run / "prepared.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "is-ready").exists():
            manage(environment_of(folder), "prepare")
            (folder / "is-ready").touch()
    return folder


@pytest.fixture(scope="module")
def site_folder(prepared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a module's own, for sites that tests start."""
    return shutil.copytree(prepared_folder, tmp_path_factory.mktemp("site") / "data")


@pytest.fixture(scope="module")
def sample_folder(django_db_setup, django_db_blocker, tmp_path_factory):
    """The data folder of the sample casebook, its text imported and indexed, for a module."""
    with (
        django_db_blocker.unblock(),
        sample_book.imported(tmp_path_factory.mktemp("sample")) as folder,
    ):
        yield folder


@pytest.fixture
def sample(sample_folder, db, settings):
    """The sample casebook, found by its index."""
    settings.DATA_DIR = sample_folder
    current.forget()
    yield
    current.forget()
