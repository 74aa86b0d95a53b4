"""Compare the search index with the database."""

import logging
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from casebook.core.errors.error_line import error_line
from search.indexing.rebuild import check, repair

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Compare the search index with the database, both ways; exit status 1 if they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="cure what is found")
        parser.add_argument(
            "--quick", action="store_true", help="compare documents only if their number is wrong"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = check(quick=options["quick"])
            if options["verbosity"] >= 1:
                for line in found.lines():
                    self.stderr.write(line)
            if options["repair"] and not found.is_clean:
                repair(found)
                found = check()
        except Exception as error:
            log.debug("The check failed.", exc_info=True)
            raise CommandError(
                f"The index cannot be checked or made ({error_line(error)})."
            ) from None
        if not found.is_clean:
            sys.exit(1)
        if options["verbosity"] >= 1:
            self.stdout.write(self.style.SUCCESS("The index holds what the database holds."))
