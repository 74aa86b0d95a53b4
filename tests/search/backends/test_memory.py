"""An engine of one small module fulfils the contract, and a setting puts it into the site."""

import pytest

from search.query.query import Query
from search.service.active_index import get_index
from tests.factories import make_case
from tests.search.backend_contract import BackendContract
from tests.search.memory_backend import MemoryBackend


class TestMemory(BackendContract):
    @pytest.fixture
    def engine(self, tmp_path, analyzer):
        return MemoryBackend(tmp_path, analyzer)


@pytest.mark.django_db
def test_the_site_searches_with_the_engine_that_a_setting_names(settings, build):
    settings.SEARCH_BACKEND = "tests.search.memory_backend.MemoryBackend"
    make_case(title="智慧灯杆")
    build()

    results = get_index().search(Query("灯杆"))

    assert isinstance(get_index().backend, MemoryBackend)
    assert [hit.title for hit in results.hits] == ["智慧灯杆"]
