"""Match headings in the body to the units of the contents, and detect running headers."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from cases.parsing.toc.contents import Contents
from cases.parsing.toc.parsed_records import ParsedCase, ParsedPart
from cases.parsing.tokens.lines import Line
from cases.parsing.tokens.marks import (
    Numbered,
    comparable,
    heading_text,
    is_sentence,
    read_case_mark,
    read_part_mark,
)

Unit = ParsedPart | ParsedCase
LONGEST_BREAK = 4
"""A heading is printed on at most this many lines."""

LIKENESS = 0.6
MOST_NAMESAKES = 8
OUTER_NUMBER = re.compile(r"^[0-9０-９]{1,4}\s+|\s+[0-9０-９]{1,4}$")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a listed unit in the body, on ``count`` lines."""

    unit: Unit
    count: int
    printed: str = ""
    """The title in the body, where it differs from that in the contents."""


@dataclass(slots=True)
class HeadingFinder:
    """Looks units up by kind and number, and by title."""

    contents: Contents
    book_titles: list[str]
    by_number: dict[tuple[type, int], list[Unit]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[str, Unit] = field(default_factory=dict)
    furniture: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for unit in self.contents.units():
            self.add(unit)
        self.furniture |= {comparable(title) for title in self.book_titles if title}

    def add(self, unit: Unit) -> None:
        """Add a unit to both lookup tables."""
        self.by_number[type(unit), unit.number].append(unit)
        if comparable(unit.title):
            self.by_title.setdefault(comparable(unit.title), unit)

    def find(self, lines: list[Line]) -> Heading | None:
        """The heading of a listed unit that begins on the first of these lines, or None."""
        text = heading_text(lines[0])
        if not text:
            return None
        for kind, mark in ((ParsedPart, read_part_mark(text)), (ParsedCase, read_case_mark(text))):
            if mark:
                return self._by_mark(
                    self.by_number.get((kind, mark.number), [])[:MOST_NAMESAKES], mark, lines
                )
        return self._by_title(lines)

    def is_running_header(self, line: Line) -> bool:
        """Whether a line repeats the title of the book or of a unit, perhaps with the page."""
        text = OUTER_NUMBER.sub("", heading_text(line), count=1)
        if not text:
            return False
        mark = read_part_mark(text) or read_case_mark(text)
        title = comparable(mark.title if mark else text)
        return title in self.furniture or title in self.by_title

    def _by_mark(self, units: list[Unit], mark: Numbered, lines: list[Line]) -> Heading | None:
        """The unit of this number whose title is the same, over up to four lines, or similar."""
        for unit in units:
            count = _lines_of_title(comparable(unit.title), comparable(mark.title), lines)
            if count:
                return Heading(unit, count)
        for unit in units:
            if not mark.title:
                return Heading(unit, 1)
            if _is_alike(mark.title, unit.title) and not is_sentence(mark.title):
                return Heading(unit, 1, printed=mark.title)
        return None

    def _by_title(self, lines: list[Line]) -> Heading | None:
        unit = self.by_title.get(comparable(heading_text(lines[0])))
        return Heading(unit, 1) if unit else None


def _lines_of_title(title: str, begun: str, lines: list[Line]) -> int:
    """Number of lines that print the whole title, the first with ``begun``; 0 if they do not."""
    for count in range(1, min(LONGEST_BREAK, len(lines)) + 1):
        if count > 1:
            begun += comparable(heading_text(lines[count - 1]))
        if begun == title:
            return count
        if not title.startswith(begun):
            return 0
    return 0


def _is_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, comparable(one), comparable(other), autojunk=False)
    return matcher.ratio() >= LIKENESS
