"""Search latency over generated passages: casebook and its rivals in one run.

    python -m benchmarks.search [--passages 100000] [--rounds 3] [--only casebook]
                                [--folder FOLDER] [--cpu]

All engines are queried in turn, each in a process of its own, so that other load slows them
alike; ``--cpu`` counts CPU time alone, of all but PostgreSQL, whose work is done in a server.
PostgreSQL takes part where DATABASE_URL names a server or its programs are found: then a
temporary server runs meanwhile. Indexes built in ``--folder`` stay there and are used again.
"""

import argparse
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.engines import BareTantivy, Engine, Fts5, Product
from benchmarks.passages import Generator, Question
from benchmarks.postgres import Postgres
from search.text.analyzer import make_analyzer, read_stop_words
from tests.databases import postgres_programs, postgres_server

Times = dict[str, dict[str, list[float]]]
"""Milliseconds by engine and class of query."""


def main() -> None:
    arguments = parse_arguments()
    generator = Generator(arguments.passages)
    questions = generator.questions(read_stop_words())
    with ExitStack() as stack:
        folder = arguments.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        kinds = engines(arguments, stack)
        for kind in kinds:
            build(kind, folder, generator)
        clock = time.process_time if arguments.cpu else time.perf_counter
        askers = [stack.enter_context(apart(kind, folder, clock)) for kind in kinds]
        report(measure(askers, questions, arguments.rounds))
        for asker in askers:
            own, mapped = asker.memory()
            print(f"{asker.name}: {own:,.0f} MB of its own, {mapped:,.0f} MB of files mapped")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", help="an engine by its name; may be repeated")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--cpu", action="store_true")
    return parser.parse_args()


def engines(arguments: argparse.Namespace, stack: ExitStack) -> list[type[Engine]]:
    """The requested engines that are available."""
    known: list[type[Engine]] = [Product, BareTantivy, Fts5]
    if not arguments.cpu:
        known.append(Postgres)
    wanted = [kind for kind in known if not arguments.only or kind.name in arguments.only]
    if Postgres in wanted and not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        if programs := postgres_programs():
            os.environ["DATABASE_URL"] = stack.enter_context(postgres_server(programs))
        else:
            wanted.remove(Postgres)
            print("PostgreSQL: no server programs found")
    return wanted


def build(kind: type[Engine], folder: Path, generator: Generator) -> None:
    engine = kind(folder, make_analyzer(folder / "jieba"))
    started = time.perf_counter()
    told = "found"
    if engine.count() != generator.count:
        engine.build(generator.passages())
        seconds = time.perf_counter() - started
        told = f"built {generator.count / seconds:,.0f} passages/s ({seconds:.1f} s)"
    print(f"{engine.name}: {told}, {engine.size() / 1e6:,.0f} MB on disk", flush=True)
    engine.close()


# --- Queries --------------------------------------------------------------------------------

Clock = Callable[[], float]

opened: list[tuple[Engine, Clock]] = []
"""The engine and the clock of a worker process."""


def open_engine(kind: type[Engine], folder: Path, clock: Clock) -> None:
    opened.append((kind(folder, make_analyzer(folder / "jieba")), clock))


def ask(questions: list[Question]) -> list[tuple[int, float]]:
    """The total of each query, and the milliseconds that it took."""
    [(engine, clock)] = opened
    answers = []
    for question in questions:
        started = clock()
        total = engine.ask(question)
        answers.append((total, (clock() - started) * 1000))
    return answers


def resident_memory() -> tuple[float, float]:
    """Resident memory of this process in MB: anonymous, and mapped from files (shareable)."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    status = dict(line.split(":", 1) for line in lines if ":" in line)
    own, mapped = (int(status[name].split()[0]) / 1024 for name in ("RssAnon", "RssFile"))
    return own, mapped


@dataclass(frozen=True)
class Asker:
    """An engine in a worker process of its own."""

    name: str
    process: ProcessPoolExecutor

    def ask(self, questions: list[Question]) -> list[tuple[int, float]]:
        return self.process.submit(ask, questions).result()

    def memory(self) -> tuple[float, float]:
        return self.process.submit(resident_memory).result()


@contextmanager
def apart(kind: type[Engine], folder: Path, clock: Clock) -> Iterator[Asker]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, open_engine, (kind, folder, clock)) as process:
        yield Asker(kind.name, process)


def measure(askers: list[Asker], questions: dict[str, list[Question]], rounds: int) -> Times:
    """Run every query on one engine after the other, after a warm-up round."""
    times: Times = {asker.name: {} for asker in askers}
    for name, asked in questions.items():
        totals = {asker.name: [total for total, _ in asker.ask(asked)] for asker in askers}
        taken: dict[str, list[float]] = {asker.name: [] for asker in askers}
        for _ in range(rounds):
            for asker in askers:
                taken[asker.name] += [milliseconds for _, milliseconds in asker.ask(asked)]
        for asker in askers:
            times[asker.name][name] = taken[asker.name]
            tell(asker.name, name, totals[asker.name], taken[asker.name])
    return times


# --- Output ---------------------------------------------------------------------------------


def tell(engine: str, question: str, totals: list[int], times: list[float]) -> None:
    print(
        f"  {question:16} {engine:14} {statistics.median(totals):>9,.0f} hits  "
        f"p50 {p(times, 50):8.2f}  p95 {p(times, 95):8.2f} ms",
        flush=True,
    )


def report(times: Times) -> None:
    """Print a table of each engine's p50 and p95, and casebook's divided by each rival's."""
    rivals = [name for name in times if name != Product.name]
    heads = [f"{name}, p50 / p95 ms" for name in times]
    if Product.name in times:
        heads += [f"casebook ÷ {name}" for name in rivals]
    print("\n| question | " + " | ".join(heads) + " |")
    print("|---|" + "---:|" * len(heads))
    for question in next(iter(times.values()), {}):
        taken = {name: asked[question] for name, asked in times.items()}
        cells = [f"{p(each, 50):.1f} / {p(each, 95):.1f}" for each in taken.values()]
        if own := taken.get(Product.name):
            cells += [f"{ratio(own, taken[name])}" for name in rivals]
        print(f"| {question} | " + " | ".join(cells) + " |")


def ratio(own: list[float], rival: list[float]) -> str:
    """How many times as long casebook takes as a rival: ``1.30 / 1.21``, by p50 and p95."""
    return " / ".join(f"{p(own, share) / p(rival, share):.2f}" for share in (50, 95))


def p(values: list[float], share: int) -> float:
    """The percentile ``share`` of the values."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


if __name__ == "__main__":
    main()
