"""The locks between the processes that share a data folder."""

import pytest
from filelock import Timeout

from casebook.core.file_locks import file_lock


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    return settings.DATA_DIR


def test_the_file_is_readable_by_its_owner_alone(folder):
    with file_lock("worker"):
        assert (folder / "worker.lock").stat().st_mode & 0o777 == 0o600


def test_who_comes_second_is_told_which_lock_another_holds(folder):
    with file_lock("worker"), pytest.raises(Timeout) as error:
        file_lock("worker", timeout=0).acquire()

    assert str(folder / "worker.lock") in str(error.value)


def test_it_can_be_taken_again_once_it_is_free():
    with file_lock("worker"):
        pass

    with file_lock("worker", timeout=0) as lock:
        assert lock.is_locked
