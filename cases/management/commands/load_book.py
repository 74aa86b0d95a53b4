"""Load fixtures into the database; may be repeated, and preserves what editors changed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from cases.importing.load import ProgressCallback, load_files
from cases.importing.report import Report

from ._loading import LoadingCommand


class Command(LoadingCommand):
    help = "Load fixture files: books, places, themes, errata. All of them or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fixture", nargs="+", type=Path, help="a fixture file")
        super().add_arguments(parser)

    def load(self, options: dict[str, Any], report_progress: ProgressCallback) -> Report:
        return load_files(
            options["fixture"],
            report_progress,
            restore=options["restore"],
            replace=options["replace"],
        )
