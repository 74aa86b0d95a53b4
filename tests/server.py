"""The site as `make serve` runs it: a real server of two processes, with a folder for its data."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.databases import free_port
from tests.paths import ROOT

SERVE = [sys.executable, "-m", "casebook.serve"]


@dataclass(frozen=True)
class Site:
    """A running site: its address, its parent process, and how to run its commands."""

    port: int
    process: subprocess.Popen[str]
    environment: dict[str, str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments: str) -> str:
        """What a management command prints."""
        return manage(self.environment, *arguments)

    def workers(self) -> list[int]:
        """The processes that answer, where the system has ``/proc``."""
        return [pid for child in self.running("gunicorn") for pid in children(child)]

    def running(self, name: str) -> list[int]:
        """The processes beside each other that run the web server or the worker."""
        return [pid for pid in children(self.process.pid) if name in command_of(pid)]


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def command_of(pid: int) -> list[str]:
    """The words of the command line that a process was started with; none of one that has ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    return []


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
    """The site of a data folder (the shipped book if empty), served until the block ends."""
    port = free_port()
    address = {"CASEBOOK_BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "2"}
    environment = environment_of(folder, **address | settings)
    server = subprocess.Popen(SERVE, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert any(line.startswith("Casebook serves") for line in server.stdout)
        yield Site(port, server, environment)
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate()
