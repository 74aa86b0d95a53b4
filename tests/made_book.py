"""Small casebooks written for a test: a title page, an imprint, contents, and text if asked for."""

from collections.abc import Sequence
from pathlib import Path

TITLES = (
    "智慧停车：老街的车位",
    "海绵公园：雨水的去处",
    "一网通办：窗口的减法",
    "数字菜场：秤的账本",
)
ISBN, OTHER_ISBN = "978-7-0000-1234-9", "978-7-0000-5678-7"
WRONG_ISBN = "978-7-0000-1234-5"
"""The check digit of the last is wrong."""

Case = tuple[str, str]
"""A case's title, and the line that names its critic."""


def made_book(
    *cases: Case | str,
    title: str = "数字村镇案例",
    editors: str = "林示例",
    board: Sequence[str] = (),
    isbn: str = "",
    year: int = 2021,
    text: str = "",
) -> str:
    """The source text of a book of one part; with ``text`` each case has that paragraph."""
    listed = [(case, "") if isinstance(case, str) else case for case in cases or TITLES]
    lines = [title, f"{editors} 主编", "示例出版社", "图书在版编目 (CIP) 数据"]
    lines += [f"ISBN {isbn}"] if isbn else []
    lines += [f"{year} 年 5 月第一版 {year} 年 5 月第一次印刷", "本书编委会"]
    lines += ["编 委：", *board] if board else []
    lines += ["目 录", "1 第一篇 总论"]
    for number, (name, critic) in enumerate(listed, start=1):
        lines.append(f"案例{numeral(number)} {name} // {number * 10}")
        lines += [f"专家点评：{critic}"] if critic else []
    if text:
        lines.append("第一篇 总论")
        for number, (name, _) in enumerate(listed, start=1):
            lines += [f"案例{numeral(number)} {name}", text]
    return "\n\n".join(lines) + "\n"


def numeral(number: int) -> str:
    return "〇一二三四五六七八九十"[number]


def write_book(path: Path, *cases: Case | str, **options: object) -> Path:
    path.write_text(made_book(*cases, **options), "utf-8")
    return path
