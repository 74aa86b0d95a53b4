"""Compare the search index with the database."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.rebuilding import Check, check, repair


class Command(BaseCommand):
    help = "Compare the search index with the database, both ways; exit status 1 if they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="cure what is found")

    def handle(self, *args: Any, **options: Any) -> None:
        found = check()
        if options["verbosity"] >= 1:
            for line in findings(found):
                self.stderr.write(line)
        if options["repair"] and not found.is_clean:
            repair(found)
            found = check()
        if not found.is_clean:
            sys.exit(1)
        if options["verbosity"] >= 1:
            self.stdout.write(self.style.SUCCESS("The index holds what the database holds."))


def findings(found: Check) -> list[str]:
    """One line for each difference, with what cures it."""
    if not found.exists:
        return ["There is no index that can be read: run rebuild_index."]
    if found.damaged:
        return [f"Damaged on disk: {', '.join(found.damaged)}. Run rebuild_index."]
    lines = []
    if not found.analyzer_matches:
        lines.append("The index was made by another analyzer or dictionary: run rebuild_index.")
    if found.waiting:
        lines.append(f"{found.waiting} change(s) wait in the outbox.")
    for label, ids in (
        ("Missing in the index", found.missing),
        ("Only in the index", found.surplus),
    ):
        if ids:
            lines.append(f"{label}: {len(ids)} ({', '.join(ids[:5])}{', …' if ids[5:] else ''}).")
    return lines
