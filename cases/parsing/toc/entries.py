"""Entries of a contents list: a mark, a title, and the page number in any printed form."""

import re
from dataclasses import dataclass
from enum import Enum

from cases.parsing.tokens.lines import Line, is_only, single_spaced, squeeze
from cases.parsing.tokens.marks import (
    BULLET,
    LONGEST_HEADING,
    is_sentence,
    read_case_mark,
    read_part_mark,
    read_section_mark,
)
from cases.parsing.tokens.numerals import NUMERAL, to_int

DIGIT = "[0-9０-９]"
LEADERS = "./·•・‥⋯…．。_—–-／ \t"
PAGE_TAIL = re.compile(
    rf"(?P<open>[（(\[【]\s*)?(?P<p>[pP第]\.?\s*)?(?P<page>{DIGIT}{{1,6}})\s*页?\s*(?P<close>[)）\]】])?$"
)
PAGE_HEAD = re.compile(rf"(?P<page>{DIGIT}{{1,6}})\s+(?=第\s*{NUMERAL}|[【\[（(]?\s*案\s*例)")
LEADING_NUMBER = re.compile(f"{DIGIT}{{1,6}}")
LONE_PAGE = re.compile(rf"[./·…（(\s]*(?P<page>{DIGIT}{{1,6}})[)）\s]*")
LEADER_RUN = re.compile(r"(?:[/／]+|(?:[.．·•・‥⋯…_]\s*){2,}|…|[—–-]{2,})\s*$")
CRITIC_LABEL = re.compile(
    r"(?:特约|特邀)?(?:专家\s*点评(?:人)?|点评\s*(?:专家|嘉宾|人|者)|点评)\s*(?:[:：]\s*|\s+|$)"
)
NEXT_ENTRY = re.compile(
    rf"\s+(?=(?:特约|特邀)?(?:专家\s?点评|点评\s?(?:专家|嘉宾|人|者)\s?[:：]))"
    rf"|\s+(?=案\s?例\s?{NUMERAL}{{1,6}}[\s:：、.．])"
    rf"|(?<=[0-9０-９)）])\s+(?=(?:{DIGIT}{{1,5}}\s+)?第\s?{NUMERAL}{{1,4}}\s?(?:篇|部分|编|章|节)\s)"
    rf"|\s+(?=[一二三四五六七八九十]{{1,3}}、)"
    rf"|(?<=[0-9０-９)）])\s+(?=[（(][一二三四五六七八九十]{{1,3}}[)）])"
)
MATTER = re.compile(
    "前言|序言?|代序|自序|总序|序[一二三四五六]|出版说明|编写说明|后记|跋|附录.{0,40}|参考文献|索引|致谢|结语|编后记"
    "|本书编委会|编委会名单|作者简介|PREFACE|FOREWORD|CONTENTS|目录|目次",
    re.IGNORECASE,
)
CONTENTS_HEADING = re.compile("(?:目录|目次|总目录|CONTENTS|TABLEOFCONTENTS)+", re.IGNORECASE)
YEARS = range(1900, 2100)
LONGEST_ROW = 6000


class Kind(Enum):
    """What an entry of the contents refers to."""

    PART = "part"
    CASE = "case"
    SECTION = "section"
    CRITICS = "critics"
    MATTER = "front or back matter"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``explicit`` when the page is set off by a mark such as ``//`` or dots."""

    kind: Kind
    title: str
    source_line: int
    number: int = 0
    marker: str = ""
    rank: int = 0
    page: int | None = None
    explicit: bool = False

    @property
    def opens_contents(self) -> bool:
        """Whether this entry certainly belongs to a contents list."""
        if self.kind in (Kind.PART, Kind.CASE):
            return bool(self.title) or self.explicit
        return self.kind is Kind.SECTION and self.explicit


@dataclass(frozen=True, slots=True)
class Paged:
    """A text and the page number that was printed beside it."""

    text: str
    page: int | None = None
    explicit: bool = False


def read_entries(line: Line) -> list[Entry]:
    """The entries of a line in order, if the whole line is made of entries; else none."""
    if len(line.text) > LONGEST_ROW:
        return []
    text = BULLET.sub("", single_spaced(line.text), count=1)
    entries = [read_entry(piece, line.number) for piece in _pieces(text)]
    return [entry for entry in entries if entry] if all(entries) else []


def read_entry(text: str, source_line: int) -> Entry | None:
    """Read one entry like ``案例一 智慧某市：一种实践 // 12``."""
    if len(text) > 2 * LONGEST_HEADING:
        return None
    label = CRITIC_LABEL.match(text)
    if label:
        return Entry(Kind.CRITICS, split_critics_page(text[label.end() :]), source_line)
    paged = split_page(text)
    if paged.page is None and is_sentence(text.rstrip("：:—–，、 ")):
        return None
    return _numbered_entry(paged, source_line) or _matter_entry(paged, source_line)


def split_page(text: str) -> Paged:
    """Split the page number off an entry, from before its mark or from its end."""
    head = PAGE_HEAD.match(text)
    if head:
        return Paged(text[head.end() :].strip(), to_int(head["page"]), explicit=True)
    tail = PAGE_TAIL.search(text[-16:])
    if tail is None or (tail["open"] is None) != (tail["close"] is None):
        return Paged(text)
    before = text[: len(text) - len(text[-16:]) + tail.start()]
    return _judge_tail(text, before, tail)


def read_lone_page(text: str) -> int | None:
    """The page of a line that holds nothing else: ``// 12``."""
    match = LONE_PAGE.fullmatch(text) if len(text) <= LONGEST_HEADING else None
    return to_int(match["page"]) if match else None


def split_critics_page(text: str) -> str:
    """The text after ``专家点评：``, without a page number set off by dots or strokes."""
    paged = split_page(text)
    return paged.text if paged.explicit else text


def is_contents_heading(line: Line) -> bool:
    """Whether a line is only a contents heading: ``目 录``."""
    return is_only(CONTENTS_HEADING, line.text)


def _pieces(text: str) -> list[str]:
    """Split a line before each entry; a page number before a mark remains with it."""
    pieces: list[str] = []
    number = ""
    for piece in filter(None, NEXT_ENTRY.split(text)):
        if LEADING_NUMBER.fullmatch(piece):
            number = f"{piece} "
            continue
        pieces.append(number + piece)
        number = ""
    return [*pieces, number] if number else pieces


def _judge_tail(text: str, before: str, tail: re.Match[str]) -> Paged:
    """Decide whether the digits at the end are a page or belong to the title, as in 3.0 or 2018."""
    page = to_int(tail["page"])
    leader = LEADER_RUN.search(before[-120:])
    if leader:
        return Paged(before.rstrip(LEADERS), page, explicit=True)
    year_like = page in YEARS
    if year_like or not before or re.search(r"[0-9０-９.．A-Za-z%/~～—–：:、，（(“《-]$", before):
        return Paged(text)
    return Paged(before.rstrip(), page, explicit=bool(tail["open"]))


def _numbered_entry(paged: Paged, source_line: int) -> Entry | None:
    if part := read_part_mark(paged.text):
        return Entry(
            Kind.PART, part.title, source_line, part.number, "", 0, paged.page, paged.explicit
        )
    if case := read_case_mark(paged.text):
        return Entry(
            Kind.CASE, case.title, source_line, case.number, "", 0, paged.page, paged.explicit
        )
    section = read_section_mark(paged.text)
    if section and section.title:
        return Entry(
            Kind.SECTION,
            section.title,
            source_line,
            0,
            section.marker,
            section.rank,
            paged.page,
            paged.explicit,
        )
    return None


def _matter_entry(paged: Paged, source_line: int) -> Entry | None:
    if not MATTER.fullmatch(squeeze(paged.text)):
        return None
    return Entry(Kind.MATTER, paged.text, source_line, page=paged.page, explicit=paged.explicit)
