"""Figures and dates in running text: 超过1.5万篇, 2.3万~4.1万亿元, 3/4, 2016年10月.

A figure keeps the multiplier that is printed with its unit (1.5, 万篇), so that it reads as
in the source. Numbers without a unit (codes, document numbers, item marks) are not figures.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cases.parsing.tokens.numerals import to_int

FRACTION_PLACES = Decimal("0.0001")
SMALLEST_IN_WORDS = 2
"""Smallest value in 汉字 that counts as a figure; 一个 is an article."""


class Qualifier(StrEnum):
    """Qualifier of a figure, normalised: 约 and 左右 are both ``ABOUT``."""

    ABOUT = "about"
    OVER = "over"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity (``value``, ``unit``) or a date (``period``, without a value).

    ``period`` is written as in EDTF: ``2016-10``, ``1990/2009``, ``2010/..``, ``199X``.
    """

    text: str
    start: int
    value: Decimal | None = None
    value_to: Decimal | None = None
    unit: str = ""
    qualifier: Qualifier | None = None
    period: str = ""


BEFORE = {
    "约": Qualifier.ABOUT,
    "大约": Qualifier.ABOUT,
    "超过": Qualifier.OVER,
    "超": Qualifier.OVER,
    "过": Qualifier.OVER,
    "逾": Qualifier.OVER,
    "近": Qualifier.NEARLY,
    "接近": Qualifier.NEARLY,
    "至少": Qualifier.AT_LEAST,
    "不少于": Qualifier.AT_LEAST,
    "不超过": Qualifier.AT_MOST,
    "最多": Qualifier.AT_MOST,
}
WITHIN = {"余": Qualifier.OVER, "多": Qualifier.OVER}
AFTER = {
    "以上": Qualifier.AT_LEAST,
    "左右": Qualifier.ABOUT,
    "以内": Qualifier.AT_MOST,
    "以下": Qualifier.AT_MOST,
}
UNITS = (
    "平方公里", "平方米", "公里", "欧元", "美元", "元", "省份", "省市", "个", "家", "所", "篇",
    "次", "倍", "项", "类", "种", "位", "名", "人", "件", "张", "条", "座", "套", "户", "亩",
    "年", "月", "天", "%", "％",
)  # fmt: skip
UNITS_OF_WORDS = ("个", "大", "项", "类", "位", "家", "所", "种", "条", "年(?!代)")

DASH = "[—–~～-]{1,2}|至|到"
NUMBER = r"\d[\d,]*(?:\.\d+)?"
MULTIPLIER = "万亿|千万|百万|亿|万"
LEAD = (
    rf"(?:(?P<before>{'|'.join(sorted(BEFORE, key=len, reverse=True))})"
    r"(?:为|占)?(?:[\u4e00-\u9fff]{1,10}的)?)?"
)
TAIL = f"(?P<after>{'|'.join(AFTER)})?"

YEARS = re.compile(rf"(?P<from>\d{{4}})年?(?:{DASH})(?P<to>\d{{4}})年")
DAY = re.compile(
    r"(?<!\d)(?P<year>\d{4})年"
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?)?"
    r"(?P<open>以来|起)?"
)
DECADE = re.compile(r"(?P<century>\d{2})世纪(?P<decade>\d)0年代")
PLAN = re.compile("“(?P<number>十[一二三四五])五”")
FRACTION = re.compile(rf"{LEAD}(?<![\d/])(?P<part>\d+)/(?P<whole>[1-9]\d*)(?![\d/]){TAIL}")
QUANTITY = re.compile(
    rf"{LEAD}(?P<value>{NUMBER})(?:(?:{MULTIPLIER})?(?:{DASH})(?P<to>{NUMBER}))?"
    rf"(?P<within>余|多)?(?P<unit>(?:{MULTIPLIER})?(?:{'|'.join(UNITS)})){TAIL}"
)
IN_WORDS = re.compile(
    rf"{LEAD}(?<![第一二两三四五六七八九十百千])"
    rf"(?P<value>[百千](?=[余多])|[一二两三四五六七八九十百千]{{1,7}})"
    rf"(?P<within>余|多)?(?P<unit>{'|'.join(UNITS_OF_WORDS)}){TAIL}"
)
ROUND_SUM = re.compile(
    rf"{LEAD}(?<![\d十百千万亿余多])(?P<unit>(?:万亿|千万|百万|亿)(?:欧元|美元|元)){TAIL}"
)


def find_figures(text: str) -> tuple[Figure, ...]:
    """All quantities and dates in text order; of overlapping matches, the first reader's."""
    taken: list[Figure] = []
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            figure = read(match)
            if figure and not any(_overlap(figure, other) for other in taken):
                taken.append(figure)
    return tuple(sorted(taken, key=lambda figure: figure.start))


def _overlap(one: Figure, other: Figure) -> bool:
    return one.start < other.start + len(other.text) and other.start < one.start + len(one.text)


def _years(match: re.Match[str]) -> Figure:
    """``1990—2009年`` → 1990/2009."""
    return Figure(match[0], match.start(), period=f"{match['from']}/{match['to']}")


def _day(match: re.Match[str]) -> Figure:
    """``2016年10月`` → 2016-10, ``2010年以来`` → 2010/.. ."""
    numbers = [int(number) for number in match.group("month", "day") if number]
    date = "-".join([match["year"], *(f"{number:02}" for number in numbers)])
    return Figure(match[0], match.start(), period=f"{date}/.." if match["open"] else date)


def _decade(match: re.Match[str]) -> Figure:
    """``20世纪90年代`` → 199X."""
    return Figure(match[0], match.start(), period=f"{int(match['century']) - 1}{match['decade']}X")


def _plan(match: re.Match[str]) -> Figure:
    """``“十三五”`` → 2016/2020; five-year plans begin in years that end in 1 and 6."""
    first = 1951 + 5 * (to_int(match["number"]) or 0)
    return Figure(match[0], match.start(), period=f"{first}/{first + 4}")


def _fraction(match: re.Match[str]) -> Figure:
    """``约1/10`` → 0.1."""
    value = (Decimal(match["part"]) / Decimal(match["whole"])).quantize(FRACTION_PLACES)
    return Figure(match[0], match.start(), value.normalize(), qualifier=_qualifier(match))


def _quantity(match: re.Match[str]) -> Figure:
    """``超过1.5万篇`` → 1.5 万篇; a range may print its unit after the second number only."""
    return Figure(
        match[0],
        match.start(),
        _decimal(match["value"]),
        _decimal(match["to"]) if match["to"] else None,
        match["unit"].replace("％", "%"),
        _qualifier(match),
    )


def _in_words(match: re.Match[str]) -> Figure | None:
    """``至少七类`` → 7 类, ``百余位`` → 100 位."""
    numeral = match["value"]
    value = to_int(f"一{numeral}" if numeral in ("百", "千") else numeral)
    if value is None or value < SMALLEST_IN_WORDS:
        return None
    return Figure(
        match[0],
        match.start(),
        Decimal(value),
        unit=match["unit"],
        qualifier=_qualifier(match),
    )


def _round_sum(match: re.Match[str]) -> Figure:
    """``千万元以上`` → 1 千万元, ``过亿元`` → 1 亿元."""
    return Figure(
        match[0], match.start(), Decimal(1), unit=match["unit"], qualifier=_qualifier(match)
    )


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Figure | None]], ...] = (
    (YEARS, _years),
    (DAY, _day),
    (DECADE, _decade),
    (PLAN, _plan),
    (FRACTION, _fraction),
    (QUANTITY, _quantity),
    (IN_WORDS, _in_words),
    (ROUND_SUM, _round_sum),
)
"""Dates before quantities, so that 2016年 is a year and 10年 a span."""


def _qualifier(match: re.Match[str]) -> Qualifier | None:
    """The word before the number counts first: 约700多个 is 约."""
    groups = match.groupdict()
    return (
        BEFORE.get(groups["before"] or "")
        or WITHIN.get(groups.get("within") or "")
        or AFTER.get(groups["after"] or "")
    )


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
