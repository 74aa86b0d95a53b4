"""Search speed over generated passages: the product's own code and its rivals in one run.

python -m benchmarks.search [--passages 100000] [--rounds 3] [--only casebook]
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.engines import BareTantivy, Engine, Fts5, Product, folder_size
from benchmarks.passages import Generator, Question
from search.analysis import make_analyzer, read_stop_words


def main() -> None:
    arguments = parse_arguments()
    generator = Generator(arguments.passages)
    questions = generator.questions(read_stop_words())
    times: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        analyzer = make_analyzer(folder / "jieba")
        for kind in (Product, BareTantivy, Fts5):
            if arguments.only and kind.name not in arguments.only:
                continue
            engine = kind(folder, analyzer)
            build(engine, generator)
            times[engine.name] = measure(engine, questions, arguments.rounds)
    report(times)


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
    size = folder_size(engine.folder) / 1e6
    print(
        f"{engine.name}: built {rate:,.0f} passages/s ({seconds:.1f} s), {size:,.0f} MB, "
        f"resident memory at most {peak_memory():,.0f} MB"
    )


def measure(
    engine: Engine, questions: dict[str, list[Question]], rounds: int
) -> dict[str, list[float]]:
    """Milliseconds of every question, after one round to warm up."""
    found: dict[str, list[float]] = {}
    for kind, asked in questions.items():
        totals = [engine.ask(question) for question in asked]
        found[kind] = []
        for _ in range(rounds):
            for question in asked:
                started = time.perf_counter()
                engine.ask(question)
                found[kind].append((time.perf_counter() - started) * 1000)
        print(
            f"  {engine.name:14} {kind:16} {statistics.median(totals):>9,.0f} hits  "
            f"p50 {p(found[kind], 50):8.2f}  p95 {p(found[kind], 95):8.2f} ms",
            flush=True,
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


def peak_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
