"""The worker: one process beside the web server does what no request waits for."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from types import FrameType

from django.db import Error, close_old_connections, connections
from filelock import FileLock, Timeout

from casebook.core import jobs
from casebook.core.errors.error_line import error_line
from casebook.core.file_locks import file_lock
from casebook.core.records import IndexDocument
from search.indexing.outbox import apply_batches, apply_waiting, left_to_worker
from search.indexing.readiness import in_the_database
from search.indexing.rebuild import is_rebuild_due, rebuild_if_due

log = logging.getLogger(__name__)

POLL_SECONDS = 0.5

MAX_DELAY_SECONDS = 30
"""Maximum delay between two tries after failures."""

REST_SECONDS = 60
"""After so long without work the worker restarts, to release the memory that the work took."""

APPLY_EVERY = 1000
"""After every so many documents of a rebuild, waiting changes are applied to the active index."""


class NotReadyError(Exception):
    """The site is not ready to be worked on yet."""


class StoppedError(Exception):
    """The worker was stopped in the middle of a rebuild."""


class Worker:
    """Feeds this machine's index, and runs jobs of the site."""

    def __init__(self) -> None:
        self.job_process: subprocess.Popen[bytes] | None = None
        self.is_stopping = False
        self.is_site_ready = False
        self.last_worked: float | None = None

    # --- The loop ----------------------------------------------------------------------------

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; failures are logged and retried with growing delays."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        lock = file_lock("worker")
        self.wait_for_turn(lock)
        delay = POLL_SECONDS
        while not self.is_stopping:
            problems = self.work(self.start_jobs)
            delay = min(delay * 2, MAX_DELAY_SECONDS) if problems else POLL_SECONDS
            self.sleep(delay)
            self.rest()
        lock.release()
        if self.job_process:
            self.job_process.terminate()
            self.job_process.wait()

    def stop(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self.is_stopping = True

    def sleep(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self.is_stopping and time.monotonic() < until:
            time.sleep(POLL_SECONDS)

    def wait_for_turn(self, lock: FileLock) -> None:
        """Wait until no other worker runs on this data folder, and log the wait."""
        try:
            lock.acquire(timeout=0)
        except Timeout:
            log.warning("Another worker runs on this data folder; this one waits for its end.")
            with suppress(Timeout):
                lock.acquire(poll_interval=POLL_SECONDS, cancel_check=lambda: self.is_stopping)

    def rest(self) -> None:
        """After ``REST_SECONDS`` without work, replace this process by the same command (exec)."""
        if self.last_worked is None or self.is_stopping or self.is_running_jobs():
            return
        if time.monotonic() - self.last_worked > REST_SECONDS:
            connections.close_all()
            os.execv(sys.executable, sys.orig_argv)  # noqa: S606

    # --- The work ----------------------------------------------------------------------------

    def work(self, run_jobs: Callable[[], list[str]] = jobs.run_waiting) -> list[str]:
        """Do all that is due now; return a line for each thing that failed."""
        problems: list[str] = []
        for step in (self.look_at_site, self.make_index, self.apply_changes, run_jobs):
            try:
                problems += step()
            except StoppedError:
                break
            except (NotReadyError, Timeout, Error) as error:
                connections.close_all()
                log.warning("The worker waits: %s", error_line(error))
                return [*problems, error_line(error)]
            except Exception as error:
                log.exception("The worker will try again.")
                problems.append(error_line(error))
        return problems

    def look_at_site(self) -> list[str]:
        """Check, once, that the site is prepared and its database migrated; else NotReadyError."""
        close_old_connections()
        if not self.is_site_ready:
            with file_lock("prepare", timeout=0):
                if lines := list(in_the_database()):
                    raise NotReadyError(lines[0])
            self.is_site_ready = True
        return []

    def make_index(self) -> list[str]:
        """Rebuild the index if none can be used, or it is too far behind the outbox."""
        if is_rebuild_due():
            log.info("The index is made anew.")
            rebuild_if_due(self.track, timeout=0)
            self.last_worked = time.monotonic()
        return []

    def track(self, documents: Iterable[IndexDocument]) -> Iterator[IndexDocument]:
        """Pass a rebuild's documents through, and apply changes made meanwhile."""
        for number, document in enumerate(documents, start=1):
            if self.is_stopping:
                raise StoppedError
            if number % APPLY_EVERY == 0:
                with left_to_worker():
                    apply_waiting()
            yield document

    def apply_changes(self) -> list[str]:
        """Apply what waits in the outbox; failures are retried when they are due."""
        problems: list[str] = []
        for failures in apply_batches():
            problems += failures.errors.values()
            self.last_worked = time.monotonic()
            if self.is_stopping:
                break
        return problems

    # --- Jobs --------------------------------------------------------------------------------

    def start_jobs(self) -> list[str]:
        """Run the waiting jobs in another process: edits are indexed meanwhile, its memory goes."""
        if self.is_running_jobs() or not jobs.are_due():
            return []
        has_failed = self.job_process is not None and self.job_process.returncode != 0
        self.job_process = subprocess.Popen([sys.executable, *sys.orig_argv[1:], "--jobs"])
        return ["The process of the jobs failed; it was started again."] if has_failed else []

    def is_running_jobs(self) -> bool:
        return self.job_process is not None and self.job_process.poll() is None
