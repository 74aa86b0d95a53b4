"""Load fixtures into the database; may be repeated, and preserves what editors changed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import DatabaseError

from cases.importing.load import ProgressCallback, load_files
from cases.importing.objects import LoadError
from cases.importing.report import Report
from cases.parsing.tokens.lines import SourceError

INTERRUPTED = 130


class LoadingCommand(BaseCommand):
    """A loading command, with progress on standard error, that can be interrupted at any time."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--restore", action="store_true", help="bring back rows that were deleted by hand"
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="put the book in the place of another one that has its ISBN, or title and editor",
        )

    def load(self, options: dict[str, Any], report_progress: ProgressCallback) -> Report:
        raise NotImplementedError

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Run the load, print its report; errors raise ``CommandError``, with nothing changed."""

        def report_progress(message: str) -> None:
            if options["verbosity"] >= 1:
                self.stderr.write(message)
                self.stderr.flush()

        try:
            report = self.load(options, report_progress)
        except (LoadError, SourceError) as error:
            raise CommandError(str(error)) from None
        except KeyboardInterrupt:
            raise CommandError(
                "Interrupted: nothing was changed.", returncode=INTERRUPTED
            ) from None
        except DatabaseError as error:
            raise CommandError(
                f"The database refuses ({str(error).splitlines()[0]}): nothing was changed; "
                "run migrate, or wait until no other load is running."
            ) from None
        self.stdout.write(self.style.SUCCESS(str(report)))
        if options["verbosity"] >= 1:
            for note in report.notes():
                self.stdout.write(note)


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
