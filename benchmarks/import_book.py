"""Time and memory of importing a generated casebook: first, unchanged, and with one insertion.

    python -m benchmarks.import_book [--characters 900000]

Runs in a database of its own, made for the run: SQLite, or what DATABASE_URL names.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

PROMISE = 30.0
"""Seconds for a book of 900,000 characters."""


def prepare(folder: str) -> None:
    """Point Django at an empty database."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "casebook.settings", "DATA_DIR": folder}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def import_text(text: str) -> tuple[float, str]:
    """Parse and load; return the seconds and the report."""
    from cases.importing.load import load_book
    from cases.importing.report import no_progress
    from cases.parsing.book import parse_book

    started = time.perf_counter()
    report = load_book(parse_book(text), no_progress, slug="benchmark")
    return time.perf_counter() - started, str(report)


def with_insertion(text: str) -> str:
    """The same book with one new paragraph in the middle of its text."""
    lines = text.split("\n\n")
    place = len(lines) // 2
    while not lines[place].endswith("。"):
        place += 1
    return "\n\n".join(
        [*lines[: place + 1], "这一段是后来补上的，别处一字未改。", *lines[place + 1 :]]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=900_000)
    characters = parser.parse_args().characters
    from benchmarks.parse_book import casebook

    text = casebook(characters)
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        runs = (("first", text), ("again", text), ("one paragraph more", with_insertion(text)))
        print(f"{len(text)} characters; promised: under {PROMISE:.0f} s for 900,000")
        for name, source in runs:
            seconds, account = import_text(source)
            print(f"{name:>20} {seconds:>7.2f} s  {account}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
