"""Read a casebook's text and load it with its running text: parse and load in one step."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from cases.importing.load import ProgressCallback, load_book
from cases.importing.report import Report
from cases.parsing.book import parse_book
from cases.parsing.tokens.lines import read_source
from cases.parsing.tree import summary

from .load_book import LoadingCommand


class Command(LoadingCommand):
    help = "Import a book from its text; a later import keeps every paragraph's address."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path, help="the book as a text file")
        parser.add_argument(
            "--slug",
            default="",
            help="the name in addresses of a new book; with --replace, of the book to be replaced",
        )
        parser.add_argument(
            "--shrink", action="store_true", help="load it though most of the known book is gone"
        )
        super().add_arguments(parser)

    def load(self, options: dict[str, Any], report_progress: ProgressCallback) -> Report:
        report_progress(f"Reading {options['source']}")
        book = parse_book(read_source(options["source"]))
        report_progress(summary(book))
        return load_book(
            book,
            report_progress,
            slug=options["slug"],
            restore=options["restore"],
            shrink=options["shrink"],
            replace=options["replace"],
        )
