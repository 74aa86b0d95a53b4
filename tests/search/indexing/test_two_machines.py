"""Two machines on one PostgreSQL database: each index learns of every change, whoever makes it."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

import psycopg2
import pytest

from search.backends.base import IndexMissingError
from search.backends.tantivy.backend import TantivyBackend
from search.query.query import Query
from search.query.query_runner import QueryRunner
from tests.databases import postgres_programs, postgres_server
from tests.paths import ROOT
from tests.server import environment_of, manage

NEW = """
import uuid
from django.db import transaction
from tests.factories import make_place
with transaction.atomic():
    make_place("{name}", slug=uuid.uuid4().hex)
    {then}
"""
WAIT = "print('saved', flush=True); input()"
READY = """
from django.test import Client
answer = Client(headers={"host": "localhost"}).get("/readyz")
print(answer.status_code, answer.text)
"""


def until(ask, seconds: int = 60):
    """The first answer that is not empty."""
    deadline = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < deadline
    return answer


@dataclass
class Machine:
    """A data folder, and the worker that feeds its index."""

    environment: dict[str, str]
    index: TantivyBackend
    runner: QueryRunner
    worker: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self.worker = self.run("worker")

    def end(self, number: int = signal.SIGTERM) -> None:
        self.worker.send_signal(number)
        self.worker.communicate()

    def run(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def manage_shell(self, code: str) -> str:
        return manage(self.environment, "shell", "--no-imports", "--command", code)

    def shell(self, code: str) -> subprocess.Popen[str]:
        return self.run("shell", "--no-imports", "--command", code)

    def make_place(self, name: str) -> None:
        self.manage_shell(NEW.format(name=name, then=""))

    def finds(self, name: str) -> bool:
        try:
            return bool(self.runner.search(Query(f'"{name}"')).hits)
        except IndexMissingError:
            return False

    def version(self) -> str:
        return self.index.info().version

    def ready(self) -> str:
        return self.manage_shell(READY).strip()


@pytest.fixture(scope="module")
def database_url():
    programs = postgres_programs()
    if programs is None:
        pytest.skip("there are no server programs of PostgreSQL")
    with postgres_server(programs) as url:
        yield url


@pytest.fixture(scope="module")
def database(database_url):
    connection = psycopg2.connect(database_url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        yield cursor
    connection.close()


@pytest.fixture(scope="module")
def machines(database_url, tmp_path_factory, analyzer):
    """Two machines, their workers running, their indexes made."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    environments = [environment_of(folder, DATABASE_URL=database_url) for folder in folders]
    manage(environments[0], "migrate", "--verbosity", "0")
    indexes = [TantivyBackend(folder / "index", analyzer) for folder in folders]
    machines = [
        Machine(environment, index, QueryRunner(index, analyzer))
        for environment, index in zip(environments, indexes, strict=True)
    ]
    for machine in machines:
        machine.start()
    until(lambda: all(machine.version() for machine in machines))
    yield machines
    for machine in machines:
        machine.end()


@pytest.fixture
def both(machines):
    """The machines, whose workers run again after the test."""
    yield machines
    for machine in machines:
        if machine.worker.poll() is not None:
            machine.start()


@pytest.fixture
def first(both) -> Machine:
    return both[0]


@pytest.fixture
def second(both) -> Machine:
    return both[1]


def test_an_edit_on_either_is_found_on_both(first, second):
    first.make_place("甲州市")
    second.make_place("乙州市")

    until(lambda: first.finds("甲州市") and first.finds("乙州市"))
    until(lambda: second.finds("甲州市") and second.finds("乙州市"))


@pytest.mark.parametrize(
    ("number", "name"), [(signal.SIGTERM, "丙州市"), (signal.SIGKILL, "丁州市")]
)
def test_an_index_that_was_away_catches_up(first, second, number, name):
    before = second.version()
    second.end(number)
    first.make_place(name)
    until(lambda: first.finds(name))

    ready = second.ready()
    second.start()

    assert ready.startswith("200 ready\noutbox: ")
    assert "change(s) wait for the index since " in ready
    until(lambda: second.finds(name))
    assert second.version() == before


def test_an_index_that_was_away_for_too_long_is_made_anew(first, second, database):
    before = first.version(), second.version()
    second.end()
    first.make_place("戊州市")
    until(lambda: first.finds("戊州市"))
    database.execute(
        "UPDATE search_searchindex SET seen_at = seen_at - interval '8 days' WHERE name LIKE %s",
        [f"%{second.environment['DATA_DIR']}"],
    )
    first.make_place("己州市")
    until(lambda: first.finds("己州市"))

    ready = second.ready()
    second.start()

    assert "index: lacks changes that are no longer in the outbox" in ready
    until(lambda: second.finds("戊州市") and second.finds("己州市"))
    until(lambda: second.version() != before[1])
    assert first.version() == before[0]


def test_what_every_index_holds_leaves_the_outbox(first, second, database):
    for name in ("庚州市", "辛州市", "壬州市"):
        first.make_place(name)
    until(lambda: second.finds("壬州市") and first.finds("壬州市"))

    def entries() -> int:
        database.execute("SELECT count(*) FROM search_outboxentry")
        return database.fetchone()[0]

    until(lambda: entries() == 1)


def test_jobs_of_the_site_are_done_once_by_either(first, second, database, tmp_path):
    first.end()
    second.end()
    pipes = [tmp_path / "first", tmp_path / "second"]
    lines = [f"job {number:03}" for number in range(200)]
    for pipe in pipes:
        os.mkfifo(pipe)
    first.manage_shell(
        "from casebook.core.jobs import enqueue; from tests import jobs\n"
        f"for path in {list(map(str, pipes))}: enqueue(jobs.wait, path=path)\n"
        f"for line in {lines}: enqueue(jobs.write, path='{tmp_path / 'lines'}', text=line)"
    )

    def waiters() -> set[str]:
        database.execute("SELECT worker FROM casebook_job WHERE progress = 'waits'")
        return {worker for (worker,) in database.fetchall()}

    processes = [machine.run("worker", "--jobs") for machine in (first, second)]
    until(lambda: len(waiters()) == 2)
    for pipe in pipes:
        pipe.write_text("go on")
    for process in processes:
        process.communicate()

    assert sorted((tmp_path / "lines").read_text().splitlines()) == lines


def test_a_change_that_commits_after_a_rebuild_began_is_not_lost(first, second, database):
    """The rebuild waits for it; else it would count an entry that it did not read as applied."""
    first.end()
    second.end()
    editor = first.shell(NEW.format(name="癸州市", then=WAIT))
    assert editor.stdout.readline() == "saved\n"

    rebuild = second.run("rebuild_index")

    def is_waiting() -> bool:
        database.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        return bool(database.fetchall()) or rebuild.poll() is not None

    until(is_waiting)
    editor.communicate("\n")
    rebuild.communicate()
    second.start()
    until(lambda: second.finds("癸州市"))
