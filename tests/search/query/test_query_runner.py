"""What a query asks of the engine: few round trips, bounded pages, one plan for its pages."""

import pytest

from search.query.query import MAX_PAGE_SIZE, Query
from search.query.query_runner import QueryRunner
from tests.search.documents import CASES, make_document
from tests.search.memory_backend import MemoryBackend


class CountedBackend(MemoryBackend):
    """An engine that counts its round trips."""

    batches = 0

    def snapshot(self):
        return CountedSnapshot(self, super().snapshot())


class CountedSnapshot:
    def __init__(self, backend, snapshot):
        self.backend, self.snapshot = backend, snapshot

    def search(self, requests):
        self.backend.batches += 1
        return self.snapshot.search(requests)


@pytest.fixture
def backend(tmp_path, analyzer):
    backend = CountedBackend(tmp_path, analyzer)
    backend.rebuild(CASES)
    return backend


@pytest.fixture
def runner(backend, analyzer):
    return QueryRunner(backend, analyzer)


@pytest.mark.parametrize(
    ("query", "batches"),
    [
        (Query(""), 1),
        (Query("大数据", facets=("city", "theme")), 1),
        (Query("大数据", facets=("city", "theme"), filters={"city": ("武汉",)}), 1),
        (Query("智慧 数据", page_size=3), 1),
        (Query("智慧 数据"), 2),
        (Query("智慧 数据", page=2, page_size=4), 2),
        (Query("数字农业县"), 2),
        (Query("数字农业县", filters={"city": ("武汉", "淄博")}, facets=("city",)), 2),
    ],
)
def test_a_search_takes_at_most_two_round_trips(runner, backend, query, batches):
    runner.search(query)

    assert backend.batches == batches


def test_other_pages_and_filters_of_a_text_have_one_plan(runner):
    for page in (1, 2, 3):
        for city in ("武汉", "北京"):
            runner.search(Query("智慧 数据", page=page, filters={"city": (city,)}))

    assert runner._plan.cache_info().misses == 1


def test_words_that_only_a_filter_hides_are_not_replaced_by_parts_of_them(runner):
    assert runner.search(Query("数字农业县", filters={"city": ("淄博",)})).total == 1
    assert runner.search(Query("智慧农业", filters={"city": ("淄博",)})).total == 0


def test_a_page_has_a_maximum_size_and_a_cursor_leads_further(runner, backend):
    backend.rebuild(make_document(number, "灯杆") for number in range(MAX_PAGE_SIZE + 1))

    with pytest.raises(ValueError, match=str(MAX_PAGE_SIZE)):
        runner.search(Query("灯杆", page_size=MAX_PAGE_SIZE + 1))
    pages = [len(page.hits) for page in runner.pages(Query("灯杆", page_size=MAX_PAGE_SIZE))]

    assert pages == [MAX_PAGE_SIZE, 1]
