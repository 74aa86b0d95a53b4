"""Editions as books print them: 第三版, 3rd edition, Fifth edition, Rev. ed."""

import re

CHINESE = re.compile(r"第?([一二三四五六七八九十]|\d+)版")
ENGLISH = re.compile(r"(\w+) ed(?:ition|\.)?", re.IGNORECASE)
DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", start=1)}
WORDS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ],
        start=1,
    )
}
SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
TEENS = (11, 12, 13)


def edition_number(printed: str) -> int | None:
    """第三版 → 3; None for an edition that is no number: 修订版."""
    if chinese := CHINESE.fullmatch(printed.strip()):
        return DIGITS.get(chinese[1]) or int(chinese[1])
    if english := ENGLISH.fullmatch(printed.strip()):
        word = english[1].lower()
        digits = re.match(r"\d+", word)
        return int(digits[0]) if digits else WORDS.get(word)
    return None


def later_edition(printed: str) -> str:
    """``3`` or 修订版; empty for a first edition, which citations do not mention."""
    number = edition_number(printed)
    if number is None:
        return printed.strip()
    return "" if number == 1 else str(number)


def ordinal(number: int) -> str:
    """``2nd``, ``12th``, as foreign books are cited."""
    is_teen = number % 100 in TEENS
    return f"{number}{'th' if is_teen else SUFFIXES.get(number % 10, 'th')}"
