"""Search speed over generated passages: the product's own code and its rivals in one run.

python -m benchmarks.search [--passages 100000] [--rounds 3] [--only casebook]
"""

import argparse
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.engines import BareTantivy, Engine, Fts5, Product
from benchmarks.passages import Generator, Question
from benchmarks.postgres import Postgres
from search.analysis import make_analyzer, read_stop_words


def main() -> None:
    arguments = parse_arguments()
    generator = Generator(arguments.passages)
    questions = generator.questions(read_stop_words())
    times: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        analyzer = make_analyzer(folder / "jieba")
        for kind in engines(arguments.only):
            engine = kind(folder, analyzer)
            build(engine, generator)
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
                asked = apart.submit(measure, kind, folder, questions, arguments.rounds)
                times[engine.name] = asked.result()
            engine.close()
    report(times)


def engines(only: list[str] | None) -> list[type[Engine]]:
    """Those that were asked for; PostgreSQL wherever a server is named."""
    known: list[type[Engine]] = [Product, BareTantivy, Fts5]
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        known.append(Postgres)
    return [kind for kind in known if not only or kind.name in only]


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append")
    return parser.parse_args()


def build(engine: Engine, generator: Generator) -> None:
    started = time.perf_counter()
    engine.build(generator.passages())
    seconds = time.perf_counter() - started
    rate = generator.count / seconds
    size = engine.size() / 1e6
    print(
        f"{engine.name}: built {rate:,.0f} passages/s ({seconds:.1f} s), {size:,.0f} MB on disk",
        flush=True,
    )


def measure(
    kind: type[Engine], folder: Path, questions: dict[str, list[Question]], rounds: int
) -> dict[str, list[float]]:
    """Milliseconds of every question, in a process of its own, after a round to warm up."""
    engine = kind(folder, make_analyzer(folder / "jieba"))
    found: dict[str, list[float]] = {}
    for name, asked in questions.items():
        totals = [engine.ask(question) for question in asked]
        found[name] = []
        for _ in range(rounds):
            for question in asked:
                started = time.perf_counter()
                engine.ask(question)
                found[name].append((time.perf_counter() - started) * 1000)
        print(
            f"  {engine.name:14} {name:16} {statistics.median(totals):>9,.0f} hits  "
            f"p50 {p(found[name], 50):8.2f}  p95 {p(found[name], 95):8.2f} ms",
            flush=True,
        )
    own, mapped = resident_memory()
    print(
        f"  {engine.name}: {own:,.0f} MB of its own, {mapped:,.0f} MB of files mapped", flush=True
    )
    return found


def report(times: dict[str, dict[str, list[float]]]) -> None:
    """Each rival's p95 beside the product's."""
    if Product.name not in times:
        return
    print(
        "\n| question | "
        + " | ".join(f"{name}, p50 / p95 ms" for name in times)
        + " | "
        + " | ".join(f"{name} ÷ casebook" for name in times if name != Product.name)
        + " |"
    )
    for kind, own in times[Product.name].items():
        cells = [f"{p(taken[kind], 50):.1f} / {p(taken[kind], 95):.1f}" for taken in times.values()]
        ratios = [
            f"{p(taken[kind], 95) / p(own, 95):.2f}"
            for name, taken in times.items()
            if name != Product.name
        ]
        print(f"| {kind} | " + " | ".join(cells + ratios) + " |")


def p(values: list[float], share: int) -> float:
    """The value below which so many per cent of the values lie."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def resident_memory() -> tuple[float, float]:
    """What this process holds now, in MB: its own, and pages of files that others may share."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    status = {
        name: value.split()[0]
        for name, _, value in (line.partition(":") for line in lines)
        if value.strip()
    }
    return int(status["RssAnon"]) / 1024, int(status["RssFile"]) / 1024


if __name__ == "__main__":
    main()
