"""Jobs of the site: each is run once, by one worker, and its row says what became of it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from casebook.core.file_locks import machine_name
from casebook.core.jobs import enqueue, run_waiting, take
from casebook.core.models import Job
from tests import jobs
from tests.paths import ROOT
from tests.server import environment_of, manage, running_site

pytestmark = pytest.mark.django_db(transaction=True)

KILLED = "Its process was killed; start it again."


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def state(job):
    job.refresh_from_db()
    return job.state, job.progress, job.error


def test_a_job_is_run_with_its_arguments_and_reports_its_progress(folder):
    job = enqueue(jobs.write, path=str(folder / "file"), text="武汉")
    before = state(job)

    assert run_waiting() == []

    assert before == ("waiting", "", "")
    assert state(job) == ("done", "writes 武汉", "")
    assert job.worker == machine_name()
    assert (folder / "file").read_text("utf-8") == "武汉\n"


def test_one_that_fails_keeps_its_error_and_holds_no_other_up(folder):
    first = enqueue(jobs.fail)
    second = enqueue(jobs.write, path=str(folder / "file"), text="武汉")

    problems = run_waiting()

    assert problems == [f"{first}: {first.error}" for first in Job.objects.filter(pk=first.pk)]
    assert state(first) == ("failed", "", "ValueError: there is no DATA_DIR/file")
    assert state(second)[0] == "done"
    assert run_waiting() == []


def test_one_whose_function_is_gone_fails():
    job = enqueue(jobs.fail)
    Job.objects.update(function="tests.jobs.gone")

    run_waiting()

    assert state(job)[0] == "failed"
    assert "gone" in job.error


def test_it_is_taken_once():
    job = enqueue(jobs.fail)

    assert take() == job
    assert take() is None


def test_the_command_runs_what_waits_and_says_what_failed(folder):
    enqueue(jobs.write, path=str(folder / "file"), text="武汉")
    call_command("worker", jobs=True)
    enqueue(jobs.fail)

    with pytest.raises(CommandError, match="ValueError: there is no DATA_DIR/file"):
        call_command("worker", jobs=True)

    assert (folder / "file").exists()


def test_one_that_a_killed_process_of_this_machine_left_failed():
    job = enqueue(jobs.fail)
    take()

    run_waiting()

    assert state(job) == ("failed", "", KILLED)


@pytest.mark.parametrize(("hours", "left"), [(1, "running"), (25, "failed")])
def test_one_of_another_machine_is_left_to_it_for_a_day(hours, left):
    job = enqueue(jobs.fail)
    take()
    Job.objects.update(worker="other", updated_at=timezone.now() - timedelta(hours=hours))

    run_waiting()

    assert state(job)[0] == left


# --- Processes ------------------------------------------------------------------------------


@pytest.fixture
def site(prepared_folder, tmp_path):
    """The environment of a site of its own on SQLite."""
    return environment_of(shutil.copytree(prepared_folder, tmp_path / "data"))


def shell(site, code):
    code = f"from tests import jobs; from casebook.core.jobs import enqueue; {code}"
    return manage(site, "shell", "--no-imports", "--command", code)


def rows(site):
    """The state, the progress and the error of each job."""
    with closing(sqlite3.connect(f"{site['DATA_DIR']}/casebook.sqlite3")) as database:
        return database.execute("SELECT state, progress, error FROM casebook_job").fetchall()


def until(ask, seconds=60):
    """The first answer that is not empty."""
    deadline = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < deadline
    return answer


@pytest.fixture
def pipe(tmp_path):
    """A named pipe, for which ``jobs.wait`` waits."""
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.fixture
def waiting_job(site, pipe):
    """A job that waits for the pipe, and the process that runs it."""
    shell(site, f"enqueue(jobs.wait, path='{pipe}')")
    command = [sys.executable, "manage.py", "worker", "--jobs"]
    process = subprocess.Popen(command, cwd=ROOT, env=site)
    until(lambda: rows(site) == [("running", "waits", "")])
    return process


def test_a_job_whose_process_is_killed_failed(site, waiting_job):
    waiting_job.kill()
    waiting_job.wait()

    manage(site, "worker", "--jobs")

    assert rows(site) == [("failed", "waits", KILLED)]


def test_a_job_whose_process_is_told_to_end_waits_again(site, waiting_job):
    waiting_job.send_signal(signal.SIGTERM)
    waiting_job.wait()

    assert rows(site) == [("waiting", "", "")]


def test_the_worker_indexes_while_a_job_runs_and_puts_it_back_when_it_ends(site, pipe):
    with running_site(site["DATA_DIR"]):
        shell(site, f"enqueue(jobs.wait, path='{pipe}')")
        until(lambda: rows(site) == [("running", "waits", "")])
        shell(site, "from tests.factories import make_place; make_place('甲州市', slug='jia')")
        until(lambda: "holds what" in manage(site, "check_index"))

    assert rows(site) == [("waiting", "", "")]
