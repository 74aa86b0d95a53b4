"""What every search test may ask for."""

from pathlib import Path

import pytest

from search.analysis import Analyzer, make_analyzer
from search.index import current
from search.suggesting import vocabulary


@pytest.fixture(scope="session")
def analyzer(tmp_path_factory) -> Analyzer:
    return make_analyzer(Path(tmp_path_factory.mktemp("jieba")))


@pytest.fixture
def index(settings, tmp_path):
    """An index of our own, not yet built: the folder is empty, the process knows of none."""
    settings.DATA_DIR = tmp_path
    current.forget()
    yield current
    current.forget()


@pytest.fixture(autouse=True)
def own_names():
    """Names of one test are none of another's."""
    vocabulary.current.forget()
