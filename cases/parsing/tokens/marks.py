"""The marks of headings and entries (第一篇, 案例一, 一、, （一）, 1., （1）), and page numbers."""

import re
from dataclasses import dataclass
from enum import Enum

from cases.parsing.tokens.lines import LONGEST_MARK, Line, is_only, single_spaced, squeeze
from cases.parsing.tokens.numerals import NUMERAL, to_int


class Kind(Enum):
    """What a heading, or an entry of the contents, stands for."""

    PART = "part"
    CASE = "case"
    SECTION = "section"
    CRITICS = "critics"
    MATTER = "front or back matter"


PART = re.compile(
    rf"第\s*(?P<number>{NUMERAL}{{1,6}}|{NUMERAL}(?: {NUMERAL}){{1,3}})\s*"
    r"(?:篇|部分|编|部(?![门委队署级]))(?:[\s:：、.．·—-]+(?P<title>.*))?"
)
CASE = re.compile(
    rf"案\s*例\s*(?P<number>{NUMERAL}{{1,6}}+)"
    r"(?![览般些样定致律个项类种则所中的是与和及里者年月日次家篇])[\s:：、.．·—–-]*(?P<title>.*)"
)
BRACKETED_CASE = re.compile(
    rf"[【\[（(]\s*案\s*例\s*(?P<number>{NUMERAL}{{1,6}})\s*[】\]）)][\s:：、.]*(?P<title>.*)"
)
SECTION_FORMS = tuple(
    re.compile(rf"(?P<marker>{marker}){separator}\s*(?P<title>.*)")
    for marker, separator in (
        (rf"第\s*{NUMERAL}{{1,6}}\s*章", r"\s*[:：、.]?"),
        (rf"第\s*{NUMERAL}{{1,6}}\s*节", r"\s*[:：、.]?"),
        (r"[一二三四五六七八九十百]{1,4}\s*[、．.]", ""),
        (r"[（(]\s*[一二三四五六七八九十]{1,4}\s*[）)]", "[、.]?"),
        (r"[0-9０-９]{1,2}\s*[.．、](?![0-9０-９])", ""),
        (r"[（(]\s*[0-9０-９]{1,2}\s*[）)]", "[、.]?"),
    )
)
"""The forms of section marks by rank, from 0 for 第一章 to 5 for （1）."""

BULLET = re.compile(r"^[-–—*•●○◆◇■□▪·‧➢✓]\s*(?=\S)")
SENTENCE_END = re.compile("[。！？；!?;，,、：:…]$")
LONGEST_HEADING = 120
NUMBERS = range(1, 1000)

PAGE_NUMBER = re.compile(r"[-–—~·•.\s]*第?\s*([0-9０-９]{1,4})\s*页?[-–—~·•.\s]*")
ROMAN_NUMBER = re.compile(r"[-–—·\s]*(?:[ivxl]{1,7}|[IVXL]{1,7}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,3})[-–—·\s]*")
LAST_PAGE = 3000
"""Maximum plausible page number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and the title after it: a part or a case has a number, a section marker and rank."""

    kind: Kind
    title: str
    number: int = 0
    marker: str = ""
    rank: int = 0


def read_unit_mark(text: str) -> Mark | None:
    """Read the mark of a part or a case: ``第二篇 标题``, ``第1编``, ``案例一 标题``.

    ``案例一览表`` and ``案例12个`` are not cases.
    """
    for kind, form in ((Kind.PART, PART), (Kind.CASE, CASE), (Kind.CASE, BRACKETED_CASE)):
        if match := form.fullmatch(text):
            number = to_int(squeeze(match["number"])) or 0
            if number in NUMBERS:
                return Mark(kind, single_spaced(match["title"] or ""), number)
    return None


def read_section_mark(text: str) -> Mark | None:
    """Read ``（一）标题``, or a mark of the other five forms."""
    for rank, form in enumerate(SECTION_FORMS):
        if match := form.fullmatch(text):
            marker = squeeze(match["marker"])
            return Mark(Kind.SECTION, match["title"].strip(), marker=marker, rank=rank)
    return None


def is_sentence(text: str) -> bool:
    """Whether a line is running text: it is long, contains 。 or ends in punctuation."""
    return len(text) > LONGEST_HEADING or "。" in text or bool(SENTENCE_END.search(text))


def comparable(text: str) -> str:
    """Normalise a title for comparison: without spaces and punctuation."""
    return re.sub(r"[\W_]+", "", text)


def heading_text(line: Line) -> str:
    """The line in single spaces and without a list mark; empty if it is too long for a heading."""
    if len(line.text) > 2 * LONGEST_HEADING:
        return ""
    return BULLET.sub("", single_spaced(line.text), count=1)


def read_page_number(text: str) -> int | None:
    """The page number of a line like ``— 12 —``, or None."""
    match = PAGE_NUMBER.fullmatch(text) if len(text) <= LONGEST_MARK else None
    return to_int(match[1]) if match else None


def is_roman_number(text: str) -> bool:
    """Whether a line is a Roman page number, as in front matter: ``iv``."""
    return is_only(ROMAN_NUMBER, text)
