"""Load what export_all wrote into an empty site."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations

from casebook.exports.export_folder import ExportError
from casebook.exports.export_loader import load_export
from cases.importing.objects import LoadError


class Command(BaseCommand):
    help = "Load an export into an empty site, after a look at its sums. All of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder made by export_all")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        def progress(message: str) -> None:
            if options["verbosity"] >= 1:
                self.stderr.write(message)

        try:
            counts = load_export(options["folder"], progress)
        except (ExportError, LoadError) as error:
            raise CommandError(str(error)) from None
        message = f"Loaded {sum(counts.values())} records from {options['folder']}."
        self.stdout.write(self.style.SUCCESS(message))
