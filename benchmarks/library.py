"""Time of importing generated books one by one, and how long an editor's save waits meanwhile.

    python -m benchmarks.library [--books 12] [--minutes 60] [--pause 0.5] [--gazetteer FIXTURE]

Each book is imported by ``import_book`` in a process of its own, which also indexes what the editor
changed, while an editor in this process saves a case of the shipped book repeatedly. The database
is made for the run, in a temporary folder: SQLite, unless DATABASE_URL names an empty one, whose
server's CPU time is not counted. Ctrl+C and the end of the minutes stop the imports; a summary of
what was imported follows.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made_books import MadeBook, made_book
from tests.paths import ROOT
from tests.server import environment_of


@dataclass(frozen=True)
class Command:
    """A finished management command: wall and CPU seconds, exit status, a line of output."""

    wall: float
    cpu: float
    status: int
    said: str


def manage(environment: dict[str, str], *arguments: str, timeout: float | None = None) -> Command:
    """Run a management command; raises TimeoutExpired after ``timeout`` seconds."""
    command = [sys.executable, "manage.py", *arguments]
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said = done.stderr.splitlines()[-1:] if done.returncode else done.stdout.splitlines()[:1]
    return Command(wall, cpu, done.returncode, "".join(said))


class Editor(threading.Thread):
    """Saves a case title of the shipped book repeatedly, and records the seconds of each save."""

    def __init__(self, pause: float) -> None:
        from cases.models import Case

        super().__init__(daemon=True)
        self.pause = pause
        self.case = Case.objects.earliest("pk")
        self.titles = (self.case.title, f"{self.case.title}（修订）")
        self.waits: list[float] = []
        self.failed = 0
        self.saving, self.ended = threading.Lock(), threading.Event()

    def run(self) -> None:
        while not self.ended.wait(self.pause):
            with self.saving:
                self.waits.append(self.save())

    def save(self) -> float:
        from django.db import DatabaseError

        started = time.perf_counter()
        self.case.title = self.titles[self.case.title == self.titles[0]]
        try:
            self.case.save()
        except DatabaseError:
            self.failed += 1
        return time.perf_counter() - started

    def longest_wait(self) -> float:
        """Seconds of the longest save since the last call, including the one in progress."""
        with self.saving:
            waits, self.waits = self.waits, []
        return max(waits, default=0.0)


def import_books(
    environment: dict[str, str], count: int, deadline: float, editor: Editor
) -> list[MadeBook]:
    """Import the books and print a row for each; return those imported."""
    from cases.models import Book

    taken = []
    source = Path(environment["DATA_DIR"]) / "book.txt"
    print(" book  there  wall, s  CPU, s  editor's CPU, s  longest save, s  result")
    for number in range(1, count + 1):
        book, there = made_book(number - 1), Book.objects.count()
        source.write_text(book.text, "utf-8")
        try:
            left, before = deadline - time.monotonic(), time.process_time()
            done = manage(environment, "import_book", str(source), timeout=left)
        except (KeyboardInterrupt, subprocess.TimeoutExpired):
            print(f"stopped during book {number}", file=sys.stderr)
            break
        longest = editor.longest_wait()
        own_cpu = time.process_time() - before
        seconds = f"{done.wall:>9.1f}{done.cpu:>8.1f}{own_cpu:>17.1f}{longest:>17.1f}"
        result = "failed" if done.status else "imported"
        print(f"{number:>5}{there:>7}{seconds}  {result}", flush=True)
        print(f"{number} of {count} {book.title}: {done.said}", file=sys.stderr)
        taken += [] if done.status else [book]
    return taken


def print_account(environment: dict[str, str], taken: list[MadeBook], before: int) -> None:
    """Print the contents of database and index, beside what is expected."""
    from cases.models import Book
    from experts.models import Expert

    people = {person for book in taken for person in (*book.board, *book.critics)}
    print(f"books imported {len(taken)}, in the database {Book.objects.count() - 1}")
    for book in taken:
        facts = {"isbn": book.isbn, "contributions__name_as_printed": book.editors[0]}
        if not Book.objects.filter(title=book.title, **facts).exists():
            print(f"  lost: {book.title} {book.isbn} {'、'.join(book.editors)}")
    print(f"people in them {len(people)}, in the database {Expert.objects.count() - before}")
    for name in ("check_index", "rebuild_index", "check_index"):
        done = manage(environment, name)
        print(f"{name}: {done.wall:.1f} s, CPU {done.cpu:.1f} s, status {done.status}: {done.said}")


def measure(
    environment: dict[str, str], books: int, minutes: float, pause: float, gazetteer: str
) -> None:
    from experts.models import Expert

    for command in ["prepare"], ["load_book", gazetteer]:
        if all(command) and (done := manage(environment, *command)).status:
            sys.exit(f"{command[0]}: {done.said}")
    start = manage(environment, "import_book", "--help")
    print(f"of each import {start.wall:.1f} s, CPU {start.cpu:.1f} s, is the start of Python")
    editor, before = Editor(pause), Expert.objects.count()
    alone = statistics.median(editor.save() for _ in range(5))
    editor.start()
    taken = import_books(environment, books, time.monotonic() + 60 * minutes, editor)
    editor.ended.set()
    editor.join()
    print_account(environment, taken, before)
    full = statistics.median(editor.save() for _ in range(5))
    print(f"a save {alone:.2f} s before, {full:.2f} s after; {editor.failed} saves failed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--books", type=int, default=12)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two saves")
    parser.add_argument("--gazetteer", default="", help="a fixture of more places")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="casebook-library-") as folder:
        named = {name: os.environ[name] for name in ("DATABASE_URL",) if name in os.environ}
        environment = environment_of(Path(folder), **named)
        os.environ |= environment | {"DJANGO_SETTINGS_MODULE": "casebook.settings"}
        import django

        django.setup()
        from django.db import connection

        if connection.introspection.table_names():
            sys.exit("DATABASE_URL names a database that has tables: name an empty one.")
        measure(environment, **vars(options))


if __name__ == "__main__":
    main()
