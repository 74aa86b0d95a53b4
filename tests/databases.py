"""Run the whole suite on each database: ``python -m tests.databases [pytest arguments]``.

SQLite always; what stands in ``ONCE`` has nothing to do with the database and runs there
only. PostgreSQL where ``DATABASE_URL`` names one, or where its server programs are found:
then a server of our own runs for the length of the tests, on a private port, as an
unprivileged user. With ``CI`` set, a missing PostgreSQL is a failure.
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SPREAD = ("--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
"""On every core; a file's tests stay together, for the rows that its tests share. Files in their
order: the default begins with those of many tests, and a slow test in a file of its own is last."""

ONCE = (
    *(
        "tests/browser",
        "tests/agents/test_server.py",
        "tests/casebook/core/api/test_api_examples.py",
    ),
    *(
        "tests/casebook/core/api/test_running_api.py",
        "tests/casebook/core/api/test_schema_holds.py",
    ),
    *("tests/casebook/test_serve.py", "tests/casebook/test_server.py"),
    "tests/casebook/test_settings.py",
    *("tests/casebook/test_translations.py", "tests/casebook/test_weight.py"),
    *("tests/casebook/test_site_script.py", "tests/cases/views/test_list_swap.py"),
    *("tests/cases/comparing/test_comparison_basket.py", "tests/search/test_search_swap.py"),
    *(
        "tests/cases/parsing",
        "tests/cases/citations/test_formats.py",
        "tests/search/text/test_analyzer.py",
    ),
    *("tests/search/backends/test_tantivy.py", "tests/search/indexing/test_killed.py"),
    "tests/search/indexing/test_two_machines.py",
    *("tests/search/test_queries.py", "tests/search/query/test_parser.py"),
    *("tests/search/quotes/test_quotes.py", "tests/search/test_relevance.py"),
    "tests/search/suggest/test_suggest_box.py",
)
"""What asks no database, sites with a database file of their own, scripts, and how good the engine
finds: the same rows give the same index, and other tests hold that either database gives them."""


def main(arguments: list[str]) -> int:
    """Return the exit status: 0 when the suite passed on every database."""
    given = os.environ.pop("DATABASE_URL", "")
    failed = run_pytest("SQLite", "", arguments)
    if given.startswith("postgres"):
        return run_pytest("PostgreSQL (DATABASE_URL)", given, arguments) or failed
    programs = postgres_programs()
    if programs is None:
        print("PostgreSQL: no server programs found, so this suite ran on SQLite only.", flush=True)
        return failed or (1 if os.environ.get("CI") else 0)
    with postgres_server(programs) as url:
        return run_pytest("PostgreSQL", url, arguments) or failed


def run_pytest(label: str, database_url: str, arguments: list[str]) -> int:
    """Run pytest in a process of its own against one database."""
    print(f"== {label}", flush=True)
    with tempfile.TemporaryDirectory(prefix="casebook-tests-") as data:
        environment = {**os.environ, "DATA_DIR": data}
        if database_url:
            environment["DATABASE_URL"] = database_url
        ignored = [f"--ignore={folder}" for folder in ONCE] if database_url else []
        command = [sys.executable, "-m", "pytest", *SPREAD, *ignored, *arguments]
        return subprocess.run(command, env=environment, check=False).returncode


def postgres_programs() -> Path | None:
    """The folder with ``initdb`` and ``postgres``: Debian keeps them off the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    return newest.parent if newest else None


@contextmanager
def postgres_server(programs: Path) -> Iterator[str]:
    """A fresh server on a free loopback port; yields its address, ends and removes it."""
    user = unprivileged_user()
    with tempfile.TemporaryDirectory(prefix="casebook-postgres-") as name:
        folder = Path(name)
        password = secrets.token_urlsafe(16)
        (folder / "password").write_text(password)
        if user:
            for path in (folder, folder / "password"):
                shutil.chown(path, user)
        port = free_port()
        make_cluster(programs, folder, user)
        control = [programs / "pg_ctl", "--pgdata", folder / "data", "--wait", "--silent"]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        start = [*control, "--log", folder / "log", "--options", options, "start"]
        subprocess.run(start, check=True, user=user, stdout=subprocess.DEVNULL)
        try:
            yield f"postgres://casebook:{password}@127.0.0.1:{port}/postgres"
        finally:
            stop = [*control, "--mode", "immediate", "stop"]
            subprocess.run(stop, check=True, user=user)


def make_cluster(programs: Path, folder: Path, user: str | None) -> None:
    """Initialise the data folder: UTF-8, byte order, a password even on loopback."""
    subprocess.run(
        [
            programs / "initdb",
            *("--pgdata", folder / "data", "--username", "casebook"),
            *("--pwfile", folder / "password", "--auth", "scram-sha-256"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        ],
        check=True,
        user=user,
        stdout=subprocess.DEVNULL,
    )


def unprivileged_user() -> str | None:
    """Somebody who is not root, or None where we are not root ourselves."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
