"""Entries of a contents list: a mark, a title, and the page number in any printed form."""

import re
from dataclasses import asdict, dataclass

from cases.parsing.tokens.lines import Line, single_spaced, squeeze
from cases.parsing.tokens.marks import (
    BULLET,
    LONGEST_HEADING,
    Kind,
    Mark,
    is_sentence,
    read_section_mark,
    read_unit_mark,
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
BEFORE_DIGITS_OF_TITLE = re.compile(r"[0-9０-９.．A-Za-z%/~～—–：:、，（(“《-]$")
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
LONGEST_TAIL = 16


@dataclass(frozen=True, slots=True)
class Entry(Mark):
    """One entry; ``explicit`` when the page is set off by a mark such as ``//`` or dots."""

    source_line: int = 0
    page: int | None = None
    explicit: bool = False

    @property
    def is_unit(self) -> bool:
        """Whether this is the entry of a part or a case."""
        return self.kind in (Kind.PART, Kind.CASE)

    @property
    def opens_contents(self) -> bool:
        """Whether this entry certainly belongs to a contents list."""
        if self.is_unit:
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
    if label := CRITIC_LABEL.match(text):
        text = text[label.end() :]
        paged = split_page(text)
        title = paged.text if paged.explicit else text
        return Entry(Kind.CRITICS, title, source_line=source_line)
    paged = split_page(text)
    if paged.page is None and is_sentence(text.rstrip("：:—–，、 ")):
        return None
    mark = read_unit_mark(paged.text) or read_section_mark(paged.text)
    if mark is None or (mark.kind is Kind.SECTION and not mark.title):
        if not MATTER.fullmatch(squeeze(paged.text)):
            return None
        mark = Mark(Kind.MATTER, paged.text)
    return Entry(**asdict(mark), source_line=source_line, page=paged.page, explicit=paged.explicit)


def split_page(text: str) -> Paged:
    """Split the page number off an entry, from before its mark or from its end.

    Digits at the end that belong to the title, as in 3.0 or 2018, are no page.
    """
    if head := PAGE_HEAD.match(text):
        return Paged(text[head.end() :].strip(), to_int(head["page"]), explicit=True)
    tail = PAGE_TAIL.search(text, max(0, len(text) - LONGEST_TAIL))
    if tail is None or (tail["open"] is None) != (tail["close"] is None):
        return Paged(text)
    page, before = to_int(tail["page"]), text[: tail.start()]
    if LEADER_RUN.search(before[-LONGEST_HEADING:]):
        return Paged(before.rstrip(LEADERS), page, explicit=True)
    if page in YEARS or not before or BEFORE_DIGITS_OF_TITLE.search(before):
        return Paged(text)
    return Paged(before.rstrip(), page, explicit=bool(tail["open"]))


def read_lone_page(text: str) -> int | None:
    """The page of a line that holds nothing else: ``// 12``."""
    match = LONE_PAGE.fullmatch(text) if len(text) <= LONGEST_HEADING else None
    return to_int(match["page"]) if match else None


def _pieces(text: str) -> list[str]:
    """Split a line before each entry; a page number before a mark remains with it."""
    pieces: list[str] = []
    for piece in filter(None, NEXT_ENTRY.split(text)):
        if not (pieces and LEADING_NUMBER.fullmatch(pieces[-1])):
            pieces.append(piece)
        elif LEADING_NUMBER.fullmatch(piece):
            pieces[-1] = piece
        else:
            pieces[-1] += f" {piece}"
    return pieces
