"""Run the worker, which does beside the web server what no request waits for."""

import signal
import sys
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from filelock import Timeout

from casebook.background_worker import Worker
from casebook.core.file_locks import file_lock
from casebook.core.jobs import run_waiting


class Command(BaseCommand):
    help = (
        "Keep the search index up to date, and run jobs, until stopped; one such process runs for "
        "a data folder."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")
        parser.add_argument("--jobs", action="store_true", help="run the waiting jobs, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (options["once"] or options["jobs"]):
            Worker().run()
            return
        signal.signal(signal.SIGTERM, self.stop)
        if problems := run_waiting() if options["jobs"] else self.work_once():
            raise CommandError("; ".join(problems))

    def work_once(self) -> list[str]:
        try:
            with file_lock("worker", timeout=0):
                return Worker().work()
        except Timeout:
            raise CommandError("Another worker runs on this data folder.") from None

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """End by an exception, so that a job is put back."""
        sys.exit(128 + signum)
