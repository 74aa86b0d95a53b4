"""Time of suggestions for each keystroke: over the shipped book, then with generated titles.

    python -m benchmarks.suggest [--titles 50000]

Every name is typed from its first character to its last, in 汉字, in pinyin, by its
initials and with typing errors; each prefix is one request.
"""

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

NAMES = (
    *("智慧深圳", "深圳智慧交通", "大数据", "闵行区", "徐振强", "武漢", "智惠城市", "PPP模式"),
    *("zhihuijiaotong", "shenzhen", "minhang", "changsanjiao", "xuzhenqiang", "lianyungang"),
    *("zhsz", "zhjt", "dsj", "lyg", "wh", "smart transport", "tencent", "big data"),
    *("zhihuijiaoton", "shenzheng", "zhihiujiaotong", "wuhn", "tencant", "桥口区", "智慧灯竿"),
    *("qwertyuiop", "不存在的名字"),
)
TITLE_WORDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--titles", type=int, default=50_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="casebook-suggest-") as folder:
        Path(folder, "static").mkdir()
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "casebook.settings"}
        measure(arguments.titles)


def measure(titles: int) -> None:
    import django

    django.setup()

    from django.core.management import call_command

    from casebook.management.commands.prepare import FIXTURES

    call_command("migrate", verbosity=0)
    call_command("load_book", *(str(ROOT / "fixtures" / name) for name in FIXTURES), verbosity=0)
    print(f"{'names':>8} {'build s':>8} {'p50 ms':>8} {'p95 ms':>8} {'worst':>8}  through")
    report()
    make_titles(titles)
    report()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {memory:.0f} MB")


def report() -> None:
    """Print one line for the function, one for the whole request with its JSON."""
    from django.test import Client

    from search.suggest.suggest import current, suggest

    current.forget()
    started = time.perf_counter()
    count = len(current.get().entries)
    build = time.perf_counter() - started
    client = Client(headers={"host": "localhost"})
    for through, ask in (
        ("suggest()", suggest),
        ("/api/v1/suggest/", lambda typed: client.get("/api/v1/suggest/", {"q": typed})),
    ):
        ask("a")
        times = sorted(timed(ask, typed) for name in NAMES for typed in states(name))
        p95 = quantiles(times, n=20)[-1]
        p50 = times[len(times) // 2]
        print(f"{count:8} {build:8.2f} {p50:8.2f} {p95:8.2f} {times[-1]:8.2f}  {through}")


def states(name: str) -> list[str]:
    """The prefixes of a name, as the search box has them while it is typed."""
    return [name[:length] for length in range(1, len(name) + 1)]


def timed(ask: Callable[[str], object], typed: str) -> float:
    started = time.perf_counter()
    ask(typed)
    return (time.perf_counter() - started) * 1000


def make_titles(count: int) -> None:
    """Titles of common words, half of them beginning with 智慧 as titles here do."""
    import jieba

    from cases.models import Book, Case

    lines = Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines()
    rows = [(word, int(often)) for word, often, _ in map(str.split, lines) if len(word) > 1]
    words, frequencies = zip(*rows, strict=True)
    drawn = iter(random.Random(2019).choices(words, frequencies, k=count * TITLE_WORDS))
    book = Book.objects.create(slug="made-up", title="编造的书", origin="book")
    cases = []
    for number in range(1, count + 1):
        first, second, *rest = (next(drawn) for _ in range(TITLE_WORDS))
        name = f"{'智慧' if number % 2 else ''}{first}{second}"
        title = f"{name}：{''.join(rest)}"
        slug = f"made-up-{number}"
        cases.append(
            Case(book=book, number=number, slug=slug, title=title, name=name, origin="book")
        )
    Case.objects.bulk_create(cases, batch_size=1_000)


if __name__ == "__main__":
    main()
