"""Match headings in the body to the units of the contents, and detect running headers."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate

from cases.parsing.toc.contents import ParsedUnit
from cases.parsing.tokens.lines import Line
from cases.parsing.tokens.marks import (
    Kind,
    Mark,
    comparable,
    heading_text,
    is_sentence,
    read_unit_mark,
)

LIKENESS = 0.6
MOST_NAMESAKES = 8
OUTER_NUMBER = re.compile(r"^[0-9０-９]{1,4}\s+|\s+[0-9０-９]{1,4}$")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a listed unit in the body, on ``count`` lines."""

    unit: ParsedUnit
    count: int
    printed: str = ""
    """The title in the body, where it differs from that in the contents."""


@dataclass(slots=True)
class HeadingFinder:
    """Looks units up by kind and number, and by title."""

    book_titles: set[str]
    """The titles of the book, normalised for comparison."""
    by_number: dict[tuple[Kind, int], list[ParsedUnit]] = field(default_factory=dict)
    by_title: dict[str, ParsedUnit] = field(default_factory=dict)

    def add(self, unit: ParsedUnit) -> None:
        """Add a unit to both lookup tables."""
        self.by_number.setdefault((unit.kind, unit.number), []).append(unit)
        if title := comparable(unit.title):
            self.by_title.setdefault(title, unit)

    def find(self, lines: list[Line]) -> Heading | None:
        """The heading of a listed unit that begins on the first of these lines, or None."""
        text = heading_text(lines[0])
        if mark := read_unit_mark(text):
            return self._by_mark(mark, lines)
        unit = self.by_title.get(comparable(text))
        return Heading(unit, 1) if unit else None

    def is_running_header(self, line: Line) -> bool:
        """Whether a line repeats the title of the book or of a unit, perhaps with the page."""
        text = OUTER_NUMBER.sub("", heading_text(line), count=1)
        mark = read_unit_mark(text)
        title = comparable(mark.title if mark else text)
        return bool(text) and (title in self.by_title or title in self.book_titles)

    def _by_mark(self, mark: Mark, lines: list[Line]) -> Heading | None:
        """The unit of this number whose title is the same, on one line or more, or similar."""
        units = self.by_number.get((mark.kind, mark.number), [])[:MOST_NAMESAKES]
        following = (comparable(heading_text(line)) for line in lines[1:])
        printed = list(accumulate(following, initial=comparable(mark.title)))
        for unit in units:
            if comparable(unit.title) in printed:
                return Heading(unit, printed.index(comparable(unit.title)) + 1)
        for unit in units:
            if not mark.title:
                return Heading(unit, 1)
            titles = SequenceMatcher(None, printed[0], comparable(unit.title), autojunk=False)
            if titles.ratio() >= LIKENESS and not is_sentence(mark.title):
                return Heading(unit, 1, printed=mark.title)
        return None
