"""The marks of headings and entries: 第一篇, 案例一, 一、, （一）, 1., （1）."""

import re
from dataclasses import dataclass

from cases.parsing.tokens.lines import Line, single_spaced, squeeze
from cases.parsing.tokens.numerals import NUMERAL, to_int

PART = re.compile(
    rf"第\s*(?P<number>{NUMERAL}{{1,6}}|{NUMERAL}(?: {NUMERAL}){{1,3}})\s*"
    r"(?:篇|部分|编|部(?![门委队署级]))(?P<gap>[\s:：、.．·—-]*)(?P<title>.*)"
)
CASE = re.compile(rf"案\s*例\s*(?P<number>{NUMERAL}{{1,6}})(?P<gap>[\s:：、.．·—–-]*)(?P<title>.*)")
BRACKETED_CASE = re.compile(
    rf"[【\[（(]\s*案\s*例\s*(?P<number>{NUMERAL}{{1,6}})\s*[】\]）)](?P<gap>[\s:：、.]*)(?P<title>.*)"
)
NOT_A_NUMBERED_CASE = re.compile("[览般些样定致律个项类种则所中的是与和及里者年月日次家篇]")
SECTION_FORMS = (
    (0, re.compile(rf"(?P<marker>第\s*{NUMERAL}{{1,6}}\s*章)\s*[:：、.]?\s*(?P<title>.*)")),
    (1, re.compile(rf"(?P<marker>第\s*{NUMERAL}{{1,6}}\s*节)\s*[:：、.]?\s*(?P<title>.*)")),
    (2, re.compile(r"(?P<marker>[一二三四五六七八九十百]{1,4}\s*[、．.])\s*(?P<title>.*)")),
    (
        3,
        re.compile(
            r"(?P<marker>[（(]\s*[一二三四五六七八九十]{1,4}\s*[）)])[、.]?\s*(?P<title>.*)"
        ),
    ),
    (4, re.compile(r"(?P<marker>[0-9０-９]{1,2}\s*(?:[.．、](?![0-9０-９])))\s*(?P<title>.*)")),
    (5, re.compile(r"(?P<marker>[（(]\s*[0-9０-９]{1,2}\s*[）)])[、.]?\s*(?P<title>.*)")),
)

BULLET = re.compile(r"^[-–—*•●○◆◇■□▪·‧➢✓]\s*(?=\S)")
SENTENCE_END = re.compile("[。！？；!?;，,、：:…]$")
LONGEST_HEADING = 120
NUMBERS = range(1, 1000)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A part's or a case's mark: the number, and the title after it."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A section's mark: the rank of its form (0 for 第一章 to 5 for （1）), marker and title."""

    rank: int
    marker: str
    title: str


def read_part_mark(text: str) -> Numbered | None:
    """Read ``第二篇 标题``; also 第1编, 第三部分."""
    match = PART.fullmatch(text)
    if match is None or (match["title"] and not match["gap"]):
        return None
    return _numbered(match)


def read_case_mark(text: str) -> Numbered | None:
    """Read ``案例一 标题``; ``案例一览表`` and ``案例12个`` are not cases."""
    match = CASE.fullmatch(text) or BRACKETED_CASE.fullmatch(text)
    if match is None:
        return None
    glued = match["title"] and not match["gap"] and match.re is CASE
    if glued and NOT_A_NUMBERED_CASE.match(match["title"]):
        return None
    return _numbered(match)


def read_section_mark(text: str) -> Marked | None:
    """Read ``（一）标题``, or a mark of the other five forms."""
    for rank, form in SECTION_FORMS:
        match = form.fullmatch(text)
        if match:
            return Marked(rank, squeeze(match["marker"]), match["title"].strip())
    return None


def is_sentence(text: str) -> bool:
    """Whether a line is running text: it is long, contains 。 or ends in punctuation."""
    return len(text) > LONGEST_HEADING or "。" in text or bool(SENTENCE_END.search(text))


def _numbered(match: re.Match[str]) -> Numbered | None:
    number = to_int(squeeze(match["number"]))
    if number is None or number not in NUMBERS:
        return None
    return Numbered(number, single_spaced(match["title"]))


def comparable(text: str) -> str:
    """Normalise a title for comparison: without spaces and punctuation."""
    return re.sub(r"[\W_]+", "", text)


def heading_text(line: Line) -> str:
    """The line in single spaces and without a list mark; empty if it is too long for a heading."""
    if len(line.text) > 2 * LONGEST_HEADING:
        return ""
    return BULLET.sub("", single_spaced(line.text), count=1)
