"""What every search test may ask for."""

from pathlib import Path

import pytest
from django.test import override_settings

from search.indexing.rebuild import rebuild
from search.service.active_index import current
from search.suggest import suggest as suggesting
from search.text.analyzer import Analyzer, make_analyzer


@pytest.fixture(scope="session")
def analyzer(tmp_path_factory) -> Analyzer:
    return make_analyzer(Path(tmp_path_factory.mktemp("jieba")))


@pytest.fixture(scope="module")
def shipped_folder(shipped_rows, tmp_path_factory, django_db_blocker):
    """A data folder with an index of the shipped book, for one module's tests."""
    folder = tmp_path_factory.mktemp("shipped")
    with django_db_blocker.unblock(), override_settings(DATA_DIR=folder):
        current.forget()
        rebuild()
    current.forget()
    return folder


@pytest.fixture
def shipped_index(shipped_folder, shipped_book, settings):
    """The shipped book, found by its index."""
    settings.DATA_DIR = shipped_folder
    current.forget()
    yield current
    current.forget()


@pytest.fixture(autouse=True)
def own_names():
    """Names of one test are none of another's."""
    suggesting.current.forget()
