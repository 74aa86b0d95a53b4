"""Load the shipped synonyms into a new site; later the editors change them."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from search.models import Synonym, VocabularyRevision


class Command(BaseCommand):
    help = "Add the shipped synonyms, unless an editor has changed any word yet."

    def handle(self, *args: Any, **options: Any) -> None:
        count = add_synonyms()
        if options["verbosity"] >= 1:
            self.stdout.write(self.style.SUCCESS(f"Added {count} synonyms."))


def add_synonyms() -> int:
    """Add the shipped synonyms unless any word was ever changed; return how many."""
    path = Path(settings.BASE_DIR) / "fixtures" / "synonyms.json"
    with transaction.atomic():
        if VocabularyRevision.objects.exists():
            return 0
        rows = [Synonym(**row) for row in json.loads(path.read_text("utf-8"))]
        Synonym.objects.bulk_create(rows)
        VocabularyRevision.advance()
    return len(rows)
