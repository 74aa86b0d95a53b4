"""Load fixtures into the database; may be repeated, and preserves what editors changed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import no_translations

from cases.importing.load import load_files

from ._loading import LoadingCommand


class Command(LoadingCommand):
    help = "Load fixture files: books, places, themes, errata. All of them or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fixture", nargs="+", type=Path, help="a fixture file")
        super().add_arguments(parser)

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        self.run_load(
            options["verbosity"],
            lambda report_progress: load_files(
                options["fixture"],
                report_progress,
                restore=options["restore"],
                replace=options["replace"],
            ),
        )
