"""Export all content to a folder: records, tables, a SQLite database, schemas."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casebook.exports.export_folder import ExportError
from casebook.exports.export_writer import export_all


class Command(BaseCommand):
    help = "Export everything to a folder: JSON Lines, CSV, SQLite, schemas and SHA-256 sums."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a new folder, or that of an older export")
        parser.add_argument(
            "--with-text",
            action="store_true",
            help="also the running text of books; such an export is not for others",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        def progress(message: str) -> None:
            if options["verbosity"] >= 1:
                self.stderr.write(message)

        folder = options["folder"].absolute()
        try:
            counts = export_all(folder, progress, with_text=options["with_text"])
        except ExportError as error:
            raise CommandError(str(error)) from None
        message = f"Exported {sum(counts.values())} records to {folder}."
        self.stdout.write(self.style.SUCCESS(message))
