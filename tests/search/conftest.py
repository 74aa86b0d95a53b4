"""What every search test may ask for."""

from pathlib import Path

import pytest

from search.analysis import Analyzer, make_analyzer


@pytest.fixture(scope="session")
def analyzer(tmp_path_factory) -> Analyzer:
    return make_analyzer(Path(tmp_path_factory.mktemp("jieba")))
