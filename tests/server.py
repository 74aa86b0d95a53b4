"""The site as `make serve` runs it: a real server with two processes, in a folder of its own."""

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

SERVE = ["-m", "gunicorn", "--config", "casebook/gunicorn.py", "casebook.wsgi"]


@dataclass(frozen=True)
class Site:
    """A running site: where it answers, and how its commands are run."""

    url: str
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """What a management command prints."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout


@contextmanager
def running_site(folder: Path, **settings: str) -> Iterator[Site]:
    """The shipped book, served until the end of the block."""
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(folder),
        "CASEBOOK_BIND": f"127.0.0.1:{port}",
        "WEB_CONCURRENCY": "2",
        **settings,
    }
    server = subprocess.Popen(
        [sys.executable, *SERVE], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert any(line.startswith("Casebook serves") for line in server.stdout)
        yield Site(f"http://127.0.0.1:{port}", environment)
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate()
