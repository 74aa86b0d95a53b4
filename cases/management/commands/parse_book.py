"""Read a casebook's text: print its tree, or write it as a fixture."""

import json
import os
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations

from cases.importing.fixtures import make_fixture, to_json
from cases.parsing.book import parse_book
from cases.parsing.book_records import BookRecord
from cases.parsing.tokens.lines import SourceError, read_source
from cases.parsing.tree import summary, tree


class Command(BaseCommand):
    help = "Parse the text of a casebook; without --output, print its tree as JSON."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path, help="the book as a text file")
        parser.add_argument("--tree", action="store_true", help="print the tree as JSON")
        parser.add_argument("--output", type=Path, help="write the fixture to this file")
        parser.add_argument("--slug", default="", help="the book's name in addresses")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        book = read_book(options["source"])
        if options["output"]:
            write_whole(options["output"], to_json(make_fixture(book, options["slug"])))
        if options["tree"] or not options["output"]:
            self.stdout.write(json.dumps(tree(book), ensure_ascii=False, indent=1))
        self.stderr.write(summary(book), self.style.NOTICE)


def read_book(source: Path) -> BookRecord:
    """Read and parse a source; an error in it raises ``CommandError`` with one sentence."""
    try:
        return parse_book(read_source(source))
    except SourceError as error:
        raise CommandError(str(error)) from None


def write_whole(path: Path, text: str) -> None:
    """Write a file atomically, by replacing it with a temporary one; raises ``CommandError``."""
    temporary = path.parent / f".parse_book-{os.getpid()}"
    try:
        with temporary.open("x", encoding="utf-8") as file:
            file.write(text)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        reason = error.strerror or error
        raise CommandError(
            f"{path} cannot be written ({reason}): choose another --output."
        ) from None
