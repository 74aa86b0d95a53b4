"""The site as `make serve` runs it: a real server of two processes, with a folder for its data."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.databases import free_port
from tests.paths import ROOT

SERVE = [sys.executable, "-m", "gunicorn", "--config", "casebook/gunicorn.py", "casebook.wsgi"]


@dataclass(frozen=True)
class Site:
    """A running site: where it answers, the process that leads it, how its commands are run."""

    port: int
    pid: int
    environment: dict[str, str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments: str) -> str:
        """What a management command prints."""
        return manage(self.environment, *arguments)

    def workers(self) -> list[int]:
        """The processes that answer, where the system has ``/proc``."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        return [int(pid) for pid in children.read_text().split()]


def environment_of(folder: Path, **settings: str) -> dict[str, str]:
    """Nothing but where programs are, where the data lies, and the settings given."""
    return {"PATH": os.environ["PATH"], "DATA_DIR": str(folder), **settings}


def manage(environment: dict[str, str], *arguments: str) -> str:
    """What a management command prints; a failure of it is an error."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@contextmanager
def running_site(folder: Path, **settings: str) -> Iterator[Site]:
    """What the folder holds, the shipped book in an empty one, served until the end of the block."""
    port = free_port()
    address = {"CASEBOOK_BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "2"}
    environment = environment_of(folder, **address | settings)
    server = subprocess.Popen(SERVE, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert any(line.startswith("Casebook serves") for line in server.stdout)
        yield Site(port, server.pid, environment)
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate()
