"""The worker keeps the index up to date, also after damage and changes of the dictionary."""

import pytest
from django.core.management import CommandError, call_command

from casebook.background_worker import Worker
from casebook.core.file_locks import file_lock
from search.indexing.index_position import waiting
from search.indexing.rebuild import check
from search.models import DictionaryWord, StopWord
from search.query.query import Query
from search.service.active_index import get_backend, get_index
from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True)


def index_version() -> str:
    return get_backend().info().version


def test_it_makes_an_index_where_there_is_none(index):
    make_case(title="智慧云梦")

    assert Worker().work() == []

    assert check().is_clean
    assert not waiting().exists()


def test_it_leaves_an_index_that_is_in_order(build):
    make_case()
    build()
    before = index_version()

    Worker().work()

    assert index_version() == before


def test_it_tokenises_all_texts_anew_after_a_changed_dictionary_word(build, index):
    make_case(title="湖区预警网")
    build()
    worker = Worker()
    worker.work()
    DictionaryWord.objects.create(word="区预警网")

    index.refresh()
    before = check()
    worker.work()

    assert before.lines()[0].startswith("index: made by another analyzer; ")
    assert check().is_clean


def test_a_stop_word_needs_no_other_index(build):
    build()
    before = index_version()

    StopWord.objects.create(word="智慧")
    Worker().work()

    assert index_version() == before


def test_it_goes_on_after_what_cannot_be_done(index, tmp_path):
    make_case(title="智慧云梦")
    (tmp_path / "index").write_text("此处本应是文件夹")
    worker = Worker()

    problems = worker.work()
    (tmp_path / "index").unlink()

    assert [problem.partition(":")[0] for problem in problems] == ["FileExistsError"]
    assert worker.work() == []
    assert check().is_clean


def test_the_changes_that_wait_reach_the_old_index_while_a_new_one_is_made(build, monkeypatch):
    monkeypatch.setattr("casebook.background_worker.APPLY_EVERY", 1)
    make_case(title="湖区预警网")
    build()
    DictionaryWord.objects.create(word="区预警网")
    make_case(title="智慧云梦")
    old = index_version()
    found = []

    class Watching(Worker):
        def track(self, documents):
            for document in super().track(documents):
                hits = get_index().search(Query("云梦")).hits
                found.append((index_version() == old, len(hits)))
                yield document

    Watching().work()

    assert (True, 1) in found
    assert check().is_clean


def test_stopped_in_the_middle_of_a_rebuild_it_leaves_the_index_in_use(build):
    make_case(title="湖区预警网")
    build()
    before = index_version()
    DictionaryWord.objects.create(word="区预警网")
    worker = Worker()
    worker.stop(15, None)

    assert worker.work() == []
    assert index_version() == before


def test_it_waits_while_the_site_is_being_prepared(index):
    make_case()

    with file_lock("prepare"):
        problems = Worker().work()

    assert problems == ["Timeout: The file lock 'DATA_DIR/prepare.lock' could not be acquired."]
    assert not index_version()


def test_once_does_what_is_due(index):
    make_case()

    call_command("worker", once=True)

    assert check().is_clean


def test_once_says_what_failed(index, tmp_path):
    (tmp_path / "index").write_text("此处本应是文件夹")

    with pytest.raises(CommandError, match="FileExistsError"):
        call_command("worker", once=True)


def test_once_leaves_the_work_to_a_worker_that_runs(index):
    with file_lock("worker"), pytest.raises(CommandError, match="Another worker"):
        call_command("worker", once=True)
