"""Time and memory of the parser over a generated casebook; both should grow with its length.

    python -m benchmarks.parse_book [--characters 900000]

The text is generated from our own words: parts, cases, four levels of headings, tables, captions,
page numbers, running headers, sentences cut by page ends, and critiques.
"""

import argparse
import random
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cases.parsing.book import parse_book
from cases.parsing.tree import summary

CASES_PER_PART = 5
BOOK_TITLE = "性能样本集"
SHARES = (0.25, 0.5, 1.0, 2.0)
WORDS = [
    "城市",
    "平台",
    "数据",
    "社区",
    "街道",
    "感知",
    "调度",
    "服务",
    "治理",
    "市民",
    "水位",
    "路灯",
    "停车",
    "热线",
    "账本",
    "清单",
    "时限",
    "规则",
    "样本",
    "试点",
    "部门",
    "共享",
    "更新",
    "维护",
    "培训",
    "评估",
    "反馈",
    "流程",
    "标准",
    "接口",
    "安全",
    "成本",
    "收益",
    "设备",
    "网络",
    "模型",
    "预警",
    "协同",
    "公开",
    "档案",
]
NUMERALS = "一二三四五六七八九十"


def numeral(number: int) -> str:
    """Write a number below one thousand in Chinese numerals."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{NUMERALS[hundreds - 1]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else NUMERALS[tens - 1]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (NUMERALS[ones - 1] if ones else "")


def sentence(chance: random.Random) -> str:
    """A random sentence without meaning."""
    words = chance.choices(WORDS, k=chance.randint(8, 18))
    return "".join(words[:6]) + "，" + "".join(words[6:]) + "。"


def paragraph(chance: random.Random) -> str:
    return "".join(sentence(chance) for _ in range(chance.randint(4, 9)))


def case_body(
    chance: random.Random, number: int, page: int, book_title: str = BOOK_TITLE, sections: int = 5
) -> Iterator[str]:
    """Lines of a case, with all kinds of passages; a section has about 1,800 characters."""
    for section in range(1, sections + 1):
        yield f"{numeral(section)}、{''.join(chance.choices(WORDS, k=3))}"
        for subsection in range(1, 4):
            yield f"（{numeral(subsection)}）{''.join(chance.choices(WORDS, k=4))}"
            yield f"{subsection}. {''.join(chance.choices(WORDS, k=3))}"
            text = paragraph(chance)
            cut = text.index("，") + 1
            yield text[:cut]
            yield str(page + section)
            yield book_title
            yield text[cut:]
            yield paragraph(chance)
            yield f"（1）{sentence(chance)}"
            yield f"（2）{sentence(chance)}"
        yield f"表{number}-{section} {''.join(chance.choices(WORDS, k=2))}"
        for _ in range(6):
            yield " | ".join(chance.choices(WORDS, k=4))
        yield f"图{number}-{section} {''.join(chance.choices(WORDS, k=2))}"


def casebook(characters: int, seed: int = 7) -> str:
    """The source of a full book of about this many characters."""
    chance = random.Random(seed)
    bodies: list[tuple[str, int, str]] = []
    length = 0
    while length < characters:
        number = len(bodies) + 1
        page = 2 + (number - 1) * 8
        title = (
            "".join(chance.choices(WORDS, k=2))
            + f"{numeral(number)}："
            + "".join(chance.choices(WORDS, k=4))
        )
        body = "\n\n".join(case_body(chance, number, page))
        bodies.append((title, page, body))
        length += len(body)
    return "\n\n".join(_with_contents(bodies, chance))


def _with_contents(bodies: list[tuple[str, int, str]], chance: random.Random) -> Iterator[str]:
    yield BOOK_TITLE
    yield "目 录"
    for index, (title, page, _) in enumerate(bodies):
        if index % CASES_PER_PART == 0:
            yield f"{page - 1} 第{numeral(index // CASES_PER_PART + 1)}篇 样本之{numeral(index + 1)}"
        yield f"案例{numeral(index + 1)} {title} // {page}"
        yield "专家点评：林示例 示例大学教授"
    for index, (title, _, body) in enumerate(bodies):
        if index % CASES_PER_PART == 0:
            yield f"第{numeral(index // CASES_PER_PART + 1)}篇 样本之{numeral(index + 1)}"
        yield f"案例{numeral(index + 1)} {title}"
        yield body
        yield "专家点评：林示例 示例大学教授"
        yield paragraph(chance)


def measure(text: str) -> tuple[float, float, str]:
    """Seconds, peak MB (in a second run, with tracemalloc), and the summary of the book."""
    started = time.perf_counter()
    found = summary(parse_book(text))
    seconds = time.perf_counter() - started
    tracemalloc.start()
    parse_book(text)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return seconds, peak, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=900_000)
    whole = parser.parse_args().characters
    print(f"{'characters':>10} {'seconds':>8} {'µs/char':>8} {'peak MB':>8}  found")
    for share in SHARES:
        text = casebook(int(whole * share))
        seconds, peak, found = measure(text)
        each = seconds / len(text) * 1e6
        print(f"{len(text):>10} {seconds:>8.2f} {each:>8.2f} {peak:>8.1f}  {found}")


if __name__ == "__main__":
    main()
