"""Build the search index anew."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casebook.core.errors.error_line import error_line
from casebook.core.records import IndexDocument
from search.indexing.rebuild import rebuild

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Build a new version of the search index beside the active one, then activate it."

    def handle(self, *args: Any, **options: Any) -> None:
        self.show_progress = options["verbosity"] >= 1
        try:
            count = rebuild(self.track)
        except Exception as error:
            log.debug("The rebuild failed.", exc_info=True)
            raise CommandError(f"The index cannot be made ({error_line(error)}).") from None
        self.stdout.write(self.style.SUCCESS(f"Indexed {count} documents."))

    def track(self, documents: Iterable[IndexDocument]) -> Iterator[IndexDocument]:
        """Pass documents through, writing the title of each hundredth to stderr."""
        for position, document in enumerate(documents, start=1):
            if self.show_progress and position % 100 == 0:
                self.stderr.write(f"{position}: {document.title[:40]}")
            yield document
