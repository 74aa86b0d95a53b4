"""The embedded engine fulfils the contract; its own folders and processes."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from search.backends.base import IndexMissingError
from search.backends.tantivy.backend import TantivyBackend
from search.backends.tantivy.searcher import MAX_TIES
from search.query.query import Query
from search.text.analyzer import Analyzer, load_tokenizer, read_dictionary
from tests.paths import ROOT
from tests.search.backend_contract import BackendContract
from tests.search.documents import CASES, make_document
from tests.search.searched_backend import SearchedBackend

WRITER = """
import django; django.setup()
import sys, time
from pathlib import Path
from search.text.analyzer import make_analyzer
from search.backends.tantivy.backend import TantivyBackend
from tests.search.documents import make_document

folder, first, last, then = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
backend = TantivyBackend(folder / "index", make_analyzer(folder / "jieba"))

def documents():
    for number in range(first, last):
        yield make_document(number, "外来的标题", order=number)
    if then == "hang":
        print("hanging", flush=True)
        time.sleep(600)

if then == "one by one":
    for document in documents():
        backend.add([document])
else:
    getattr(backend, "rebuild" if then == "rebuild" else "add")(documents())
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path


@pytest.fixture
def make_backend(folder, analyzer):
    return lambda: SearchedBackend(TantivyBackend(folder / "index", analyzer), analyzer)


def start_writer(folder, first, last, then="add") -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first), str(last), then],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": ".", "DATA_DIR": str(folder)},
        stdout=subprocess.PIPE,
        text=True,
    )


def finish(*writers) -> None:
    for writer in writers:
        writer.communicate(timeout=120)
        assert writer.returncode == 0


class TestEmbedded(BackendContract):
    @pytest.fixture
    def engine(self, folder, analyzer):
        return TantivyBackend(folder / "index", analyzer)


def test_what_another_process_writes_is_seen_at_once(folder, make_backend):
    backend = make_backend()
    backend.rebuild(CASES)
    assert backend.search(Query("外来")).total == 0

    finish(start_writer(folder, 101, 104))

    assert backend.search(Query("外来")).total == 3


def test_a_rebuild_in_another_process_is_seen_at_once(folder, make_backend):
    backend = make_backend()
    backend.rebuild(CASES)
    assert backend.search(Query("")).total == len(CASES)

    finish(start_writer(folder, 1, 6, "rebuild"))

    assert backend.search(Query("")).total == 5


def test_writers_in_several_processes_wait_for_each_other(folder, make_backend):
    backend = make_backend()
    backend.rebuild(CASES)

    finish(*(start_writer(folder, at, at + 8, "one by one") for at in (100, 200, 300)))

    assert backend.search(Query("外来")).total == 24


def test_a_killed_writer_leaves_the_index_as_it_was(folder, make_backend):
    backend = make_backend()
    backend.rebuild(CASES)
    writer = start_writer(folder, 101, 104, "hang")
    assert writer.stdout.readline() == "hanging\n"

    writer.send_signal(signal.SIGKILL)
    writer.communicate()

    assert backend.search(Query("外来")).total == 0
    backend.add([make_document(101, "外来")])
    assert backend.search(Query("外来")).total == 1


def test_changes_made_during_a_rebuild_are_not_lost(make_backend):
    backend, other = make_backend(), make_backend()
    backend.rebuild(CASES)
    began, changed = threading.Event(), threading.Event()

    def slowly():
        yield from CASES[:5]
        began.set()
        assert changed.wait(30)
        yield from CASES[5:]

    rebuilding = threading.Thread(target=backend.rebuild, args=[slowly()])
    rebuilding.start()
    assert began.wait(30)
    other.add([make_document(17, "路灯改造")])
    other.remove(["case-1"])
    during = other.search(Query("路灯")).total
    changed.set()
    rebuilding.join(60)

    assert during == 1
    assert backend.search(Query("路灯")).total == 1
    assert backend.document_ids() == {case.id for case in CASES} - {"case-1"}


def test_a_rebuild_that_fails_leaves_the_old_index(make_backend):
    backend = make_backend()
    backend.rebuild(CASES)

    def broken():
        yield CASES[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        backend.rebuild(broken())

    assert backend.document_ids() == {case.id for case in CASES}


def test_old_index_versions_are_pruned(folder, make_backend):
    backend = make_backend()

    for _ in range(4):
        backend.rebuild(CASES[:2])

    generations = [path for path in (folder / "index").iterdir() if path.is_dir()]
    assert len(generations) <= 2


def test_a_deleted_folder_is_a_clear_state(folder, make_backend):
    import shutil

    backend = make_backend()
    backend.rebuild(CASES)
    backend.search(Query("智慧"))

    shutil.rmtree(folder / "index")

    assert not backend.info().is_ready
    with pytest.raises(IndexMissingError):
        backend.search(Query("智慧"))
    assert backend.rebuild(CASES) == len(CASES)
    assert backend.info().is_ready


def test_an_index_of_another_analyzer_is_searched_but_not_ready(folder, make_backend):
    make_backend().rebuild(CASES)
    words = [*read_dictionary(), ("数聚高新", 3)]
    newer = Analyzer(lambda: load_tokenizer(words, folder / "jieba"), (), words)
    backend = SearchedBackend(TantivyBackend(folder / "index", newer), newer)

    assert not backend.info().is_ready
    assert backend.info().document_count == len(CASES)
    assert backend.search(Query("大数据")).total > 0


def test_pages_of_more_equal_hits_than_are_put_in_order_share_none(make_backend):
    equal = MAX_TIES + 300
    backend = make_backend()
    backend.rebuild(make_document(100 + n, "灯杆", order=equal - n) for n in range(equal))

    pages = [
        backend.search(Query("灯杆", page=page, page_size=100)).hits
        for page in (1, 2, 3, equal // 100)
    ]

    assert len({hit.document_id for hits in pages for hit in hits}) == 400
