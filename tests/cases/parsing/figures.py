"""Figures and dates in running text: 超过1.5万篇, 2.3万~4.1万亿元, 3/4, 2016年10月.

A figure keeps the multiplier that is printed with its unit (1.5, 万篇), so that it reads as
in the source. Numbers without a unit (codes, document numbers, item marks) are not figures.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from cases.models import Fact
from cases.parsing.tokens.numerals import to_int

FRACTION_PLACES = Decimal("0.0001")
SMALLEST_IN_WORDS = 2
"""Smallest value in 汉字 that counts as a figure; 一个 is an article."""

Qualifier = Fact.Qualifier


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

    @property
    def end(self) -> int:
        """Position after the last character."""
        return self.start + len(self.text)


BEFORE = {
    **dict.fromkeys(("约", "大约"), Qualifier.ABOUT),
    **dict.fromkeys(("超过", "超", "过", "逾"), Qualifier.OVER),
    **dict.fromkeys(("近", "接近"), Qualifier.NEARLY),
    **dict.fromkeys(("至少", "不少于"), Qualifier.AT_LEAST),
    **dict.fromkeys(("不超过", "最多"), Qualifier.AT_MOST),
}
WITHIN = dict.fromkeys("余多", Qualifier.OVER)
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
    """All quantities and dates in text order; of overlapping matches, the first pattern's."""
    taken: list[Figure] = []
    for figure in _candidates(text):
        if all(figure.end <= other.start or other.end <= figure.start for other in taken):
            taken.append(figure)
    return tuple(sorted(taken, key=lambda figure: figure.start))


def _candidates(text: str) -> Iterator[Figure]:
    """All matches: dates before quantities, so that 2016年 is a year and 10年 a span."""
    for pattern, to_period in PERIODS:
        for match in pattern.finditer(text):
            yield Figure(match[0], match.start(), period=to_period(match))
    for pattern in (FRACTION, QUANTITY, IN_WORDS, ROUND_SUM):
        for match in pattern.finditer(text):
            groups = match.groupdict("")
            if (value := _value(groups)) is not None:
                yield Figure(
                    match[0],
                    match.start(),
                    value,
                    value_to=_decimal(groups["to"]) if groups.get("to") else None,
                    unit=groups.get("unit", "").replace("％", "%"),
                    qualifier=_qualifier(groups),
                )


def _years(match: re.Match[str]) -> str:
    """``1990—2009年`` → 1990/2009."""
    return f"{match['from']}/{match['to']}"


def _day(match: re.Match[str]) -> str:
    """``2016年10月`` → 2016-10, ``2010年以来`` → 2010/.. ."""
    numbers = [int(number) for number in match.group("month", "day") if number]
    date = "-".join([match["year"], *(f"{number:02}" for number in numbers)])
    return f"{date}/.." if match["open"] else date


def _decade(match: re.Match[str]) -> str:
    """``20世纪90年代`` → 199X."""
    return f"{int(match['century']) - 1}{match['decade']}X"


def _plan(match: re.Match[str]) -> str:
    """``“十三五”`` → 2016/2020; five-year plans begin in years that end in 1 and 6."""
    first = 1951 + 5 * (to_int(match["number"]) or 0)
    return f"{first}/{first + 4}"


PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (YEARS, _years),
    (DAY, _day),
    (DECADE, _decade),
    (PLAN, _plan),
)


def _value(groups: dict[str, str]) -> Decimal | None:
    """``1.5`` → 1.5, ``1/10`` → 0.1, ``七`` → 7, ``百`` (余) → 100; 1 for a sum without a number.

    None for words that are no count: 一 is an article.
    """
    if "whole" in groups:
        value = Decimal(groups["part"]) / Decimal(groups["whole"])
        return value.quantize(FRACTION_PLACES).normalize()
    numeral = groups.get("value", "1")
    if numeral[0].isdigit():
        return _decimal(numeral)
    count = to_int(f"一{numeral}" if numeral in ("百", "千") else numeral)
    return None if count is None or count < SMALLEST_IN_WORDS else Decimal(count)


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _qualifier(groups: dict[str, str]) -> Qualifier | None:
    """The word before the number counts first: 约700多个 is 约."""
    return (
        BEFORE.get(groups["before"])
        or WITHIN.get(groups.get("within", ""))
        or AFTER.get(groups["after"])
    )
