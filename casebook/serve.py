"""Runs the site: the web server, and the worker beside it for as long as that serves.

``python -m casebook.serve``. It ends with the web server and with its exit status.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

GUNICORN_CONFIG = str(Path(__file__).with_name("gunicorn.py"))
WEB = [sys.executable, "-m", "gunicorn", "--config", GUNICORN_CONFIG, "casebook.wsgi"]
WORKER = [sys.executable, "-m", "django", "worker", "--settings", "casebook.settings"]

PASSED_ON = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGHUP)

POLL_SECONDS = 0.2

SHORT_LIFE_SECONDS, MAX_DELAY_SECONDS = 10, 60
"""The restart delay doubles, up to its maximum, if a worker ended so soon after its start."""

GRACE_SECONDS = 10
"""Time for the worker to end before it is killed, which does no harm."""


class Supervisor:
    """Starts both processes, passes signals on, and starts the worker again where it ends."""

    def __init__(self) -> None:
        self.signals: list[int] = []
        self.is_web_ready = False
        self.worker: subprocess.Popen[bytes] | None = None
        self.started_at = self.start_at = 0.0
        self.delay = 0

    def run(self) -> int:
        """Serve until the web server ends; return the exit status."""
        for number in PASSED_ON:
            signal.signal(number, self.take_signal)
        signal.signal(signal.SIGUSR1, self.web_is_ready)
        environment = {**os.environ, "CASEBOOK_SUPERVISOR": str(os.getpid())}
        # In a group of its own, it does not get the terminal's signals a second time.
        web = subprocess.Popen(WEB, env=environment, process_group=0)
        while web.poll() is None:
            while self.signals:
                web.send_signal(self.signals.pop(0))
            if self.is_web_ready:
                self.look_after_worker()
            time.sleep(POLL_SECONDS)
        self.end_worker()
        return web.returncode if web.returncode >= 0 else 128 - web.returncode

    def take_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self.signals.append(number)

    def web_is_ready(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """The site is prepared and its settings are right, so that the worker can begin."""
        self.is_web_ready = True

    def look_after_worker(self) -> None:
        """Start the worker if none runs; one that ended soon after its start has to wait."""
        now = time.monotonic()
        if self.worker and self.worker.poll() is not None:
            is_short = now - self.started_at < SHORT_LIFE_SECONDS
            self.delay = min(self.delay * 2 or 1, MAX_DELAY_SECONDS) if is_short else 0
            self.start_at = now + self.delay
            status = self.worker.returncode
            sys.stderr.write(f"The worker ended ({status}); it starts again in {self.delay} s.\n")
            self.worker = None
        if self.worker is None and now >= self.start_at:
            self.worker = subprocess.Popen(WORKER, process_group=0)
            self.started_at = now

    def end_worker(self) -> None:
        if self.worker is None:
            return
        self.worker.terminate()
        try:
            self.worker.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.worker.pid, signal.SIGKILL)  # its group: the process of jobs, too
            self.worker.wait()


if __name__ == "__main__":
    sys.exit(Supervisor().run())
