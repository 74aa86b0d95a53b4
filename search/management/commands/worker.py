"""Run the worker, which keeps the search index up to date beside the web server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from filelock import Timeout

from casebook.core.file_locks import file_lock
from search.indexing.index_worker import Worker


class Command(BaseCommand):
    help = (
        "Keep the search index up to date until stopped; one such process runs for a data folder."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["once"]:
            Worker().run()
            return
        try:
            with file_lock("worker", timeout=0):
                problems = Worker().work()
        except Timeout:
            raise CommandError("Another worker runs on this data folder.") from None
        if problems:
            raise CommandError("; ".join(problems))
