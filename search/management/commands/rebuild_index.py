"""Build the search index anew."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand

from search.backends.base import IndexDocument
from search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Build the search index anew beside the living one and swap it in."

    def handle(self, *args: Any, **options: Any) -> None:
        self.show_progress = options["verbosity"] >= 1
        count = rebuild(self.track)
        self.stdout.write(self.style.SUCCESS(f"Indexed {count} documents."))

    def track(self, documents: Iterable[IndexDocument]) -> Iterator[IndexDocument]:
        """Pass documents through, naming each hundredth as it goes by."""
        for position, document in enumerate(documents, start=1):
            if self.show_progress and position % 100 == 0:
                self.stderr.write(f"{position}: {document.title[:40]}")
            yield document
