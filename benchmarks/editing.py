"""Time of an editor's save in the admin, and until two machines find the change.

    python -m benchmarks.editing [--rounds 30]

Prepares a site in a temporary folder (SQLite, unless DATABASE_URL names an empty database) and
starts the workers of two data folders. Then the change page of the case with the most critiques is
posted in this process, untouched and with another title, and both indexes are searched for that
title. The memory is that of the workers two minutes later.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.paths import ROOT

REST_SECONDS = 120


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="casebook-editing-") as name:
        folders = [Path(name) / "first", Path(name) / "second"]
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{name}/casebook.sqlite3")
        os.environ |= {"DATA_DIR": str(folders[0]), "DJANGO_SETTINGS_MODULE": "casebook.settings"}
        import django

        django.setup()
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        command = [sys.executable, "manage.py", "worker"]
        workers = [
            subprocess.Popen(command, cwd=ROOT, env={**os.environ, "DATA_DIR": str(folder)})
            for folder in folders
        ]
        try:
            measure(folders, rounds)
            time.sleep(REST_SECONDS)
            print(f"memory of the workers at rest {[resident(worker) for worker in workers]} MB")
        finally:
            for worker in workers:
                worker.terminate()
                worker.wait()


def measure(folders: list[Path], rounds: int) -> None:
    """Print the time and the queries of saves, and the time until their titles are found."""
    from django.contrib.auth.models import User
    from django.db.models import Count
    from django.test import Client
    from django.urls import reverse

    from cases.models import Case
    from search.backends.tantivy.backend import TantivyBackend
    from search.query.query_runner import QueryRunner
    from search.service.active_index import get_index
    from tests.forms import untouched

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.create_superuser("editor"))
    case = Case.objects.annotate(critics=Count("critiques")).latest("critics")
    url = reverse("admin:cases_case_change", args=[case.pk])
    form = untouched(client.get(url), "case_form")
    analyzer = get_index().analyzer
    indexes = [TantivyBackend(folder / "index", analyzer) for folder in folders]
    runners = [QueryRunner(index, analyzer) for index in indexes]
    waits: list[list[float]] = [[] for _ in indexes]
    while not all(index.info().version for index in indexes):
        time.sleep(0.1)

    for _ in range(2):
        saves = [save(client, url, form) for _ in range(rounds)]
    print(f"save untouched: {described(saves)}")
    saves = []
    for number in range(rounds):
        title = f"新标题{number:06}"
        saves.append(save(client, url, form | {"title": [title]}))
        start = time.perf_counter()
        for runner, times in zip(runners, waits, strict=True):
            while not holds(runner, case.pk, title):
                time.sleep(0.01)
            times.append((time.perf_counter() - start) * 1000)
    print(f"save another title: {described(saves)}")
    for name, times in zip(("first", "second"), waits, strict=True):
        print(f"found on the {name} machine: {spread(times)}")


def save(client: Any, url: str, form: dict[str, list[str]]) -> tuple[float, int]:
    """Post a change page; return the milliseconds and the number of queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        start = time.perf_counter()
        response = client.post(url, form)
        milliseconds = (time.perf_counter() - start) * 1000
    assert response.status_code == 302, response.context["errors"]
    return milliseconds, len(captured)


def holds(runner: Any, key: int, title: str) -> bool:
    from search.query.query import Query

    hits = runner.search(Query(f'"{title}"', filters={"kind": ("case",)})).hits
    return [hit.key for hit in hits] == [key]


def described(saves: list[tuple[float, int]]) -> str:
    times, queries = zip(*saves, strict=True)
    return f"{spread(list(times))}, {max(queries)} queries"


def spread(times: list[float]) -> str:
    return (
        f"p50 {statistics.median(times):.0f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.0f} ms"
    )


def resident(worker: subprocess.Popen[bytes]) -> int:
    """The resident memory of a process in MB."""
    status = Path(f"/proc/{worker.pid}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) // 1024


if __name__ == "__main__":
    main()
