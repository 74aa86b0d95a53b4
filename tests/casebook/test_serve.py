"""`make serve`: the web server with the worker beside it, and what each does without the other."""

import fcntl
import http.client
import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.paths import ROOT
from tests.server import SERVE, environment_of, manage, running_site

CHANGE = """
from cases.models import Place
from search.models import OutboxEntry
place = Place.objects.get(slug="wuchang")
Place.objects.filter(pk=place.pk).update(name="新昌区", short_name="新昌")
OutboxEntry.objects.create(kind="place", object_id=place.pk)
"""
"""A change that its own process did not bring to the index."""

SPOIL = """
from experts.models import Organisation
body = Organisation.objects.first()
body.aliases = [7]
body.save()
"""
"""Another name of an organisation that is no text, as a JSON field accepts it."""


@pytest.fixture
def folder(prepared_folder, tmp_path):
    return shutil.copytree(prepared_folder, tmp_path / "data")


def get(port: int, address: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", address)
    response = connection.getresponse()
    answer = response.status, response.read().decode()
    connection.close()
    return answer


def count(port: int, text: str) -> int:
    return json.loads(get(port, f"/api/v1/search/?kind=place&q={quote(text)}")[1])["full_count"]


def until(ask, seconds: int = 60):
    """The first answer that is not empty; what was asked for last is the failure's cause."""
    deadline = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < deadline
    return answer


def test_a_worker_that_dies_is_started_again_and_goes_on(folder):
    with running_site(folder) as site:
        (first,) = until(lambda: site.running("worker"))
        os.kill(first, signal.SIGKILL)
        (second,) = until(lambda: [pid for pid in site.running("worker") if pid != first])
        site.manage("shell", "--no-imports", "--command", CHANGE)

        until(lambda: count(site.port, "新昌区"))
        assert second != first
        assert get(site.port, "/readyz") == (200, "ready\n")


def is_locked(path: Path) -> bool:
    """Whether some process holds the lock of this file."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_a_second_worker_waits_for_its_turn(folder):
    with running_site(folder) as site:
        until(lambda: is_locked(folder / "worker.lock"))
        command = [*SERVE[:1], "manage.py", "worker"]
        second = subprocess.Popen(
            command, cwd=ROOT, env=site.environment, stderr=subprocess.PIPE, text=True
        )
        said = second.stderr.readline()
        second.terminate()
        rest = second.communicate()[1]

    assert "Another worker runs on this data folder" in said
    assert (second.returncode, rest) == (0, "")


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({}, "migrations: "),
        ({"DATABASE_URL": "postgres://nobody:none@127.0.0.1:1/none"}, "OperationalError: "),
    ],
)
def test_a_worker_waits_for_a_database_that_is_not_ready(tmp_path, settings, reason):
    command = [*SERVE[:1], "manage.py", "worker"]
    environment = environment_of(tmp_path, **settings)
    worker = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)

    said = [worker.stderr.readline() for _ in range(2)]
    worker.terminate()
    worker.communicate()

    assert all("The worker waits: " in line for line in said)
    assert reason in said[0]
    assert worker.returncode == 0


def test_it_ends_with_the_web_server_and_as_that(folder):
    with running_site(folder) as site:
        (worker,) = until(lambda: site.running("worker"))
        (web,) = site.running("gunicorn")
        os.kill(web, signal.SIGKILL)
        status = site.process.wait()

    assert status == 128 + signal.SIGKILL
    assert not Path(f"/proc/{worker}").exists()


def test_a_site_whose_index_cannot_be_made_serves_without_and_makes_it_when_it_can(folder):
    shutil.rmtree(folder / "index")
    (folder / "index").write_text("此处本应是文件夹")

    with running_site(folder) as site:
        page, search, ready = (get(site.port, path) for path in ("/cases/", "/search/", "/readyz"))
        (folder / "index").unlink()
        until(lambda: get(site.port, "/readyz")[0] == 200)
        found = count(site.port, "武昌区")

    assert (page[0], search[0], ready[0]) == (200, 503, 503)
    assert "index: missing; manage.py worker makes it anew" in ready[1]
    assert found == 1


def prepare(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*SERVE[:1], "manage.py", "prepare"],
        cwd=ROOT,
        env=environment_of(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_row_that_cannot_be_indexed_does_not_keep_the_site_from_starting(folder):
    manage(environment_of(folder), "shell", "--no-imports", "--command", SPOIL)

    start = prepare(folder)
    errors = start.communicate()[1]

    assert start.returncode == 0
    assert "Search is not up to date: see /readyz or manage.py check_index." in errors


def test_two_first_starts_in_an_empty_folder_wait_for_each_other(tmp_path):
    starts = [prepare(tmp_path), prepare(tmp_path)]

    said = [start.communicate() for start in starts]

    assert [start.returncode for start in starts] == [0, 0]
    assert [errors for _, errors in said] == ["", ""]
