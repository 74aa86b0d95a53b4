"""Printed page numbers alone on a line, and which lines stand on which page."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from cases.parsing.numerals import to_int
from cases.parsing.plausibility import LAST_PAGE

PAGE_NUMBER = re.compile(r"[-–—~·•.\s]*第?\s*([0-9０-９]{1,4})\s*页?[-–—~·•.\s]*")
ROMAN_NUMBER = re.compile(r"[-–—·\s]*(?:[ivxl]{1,7}|[IVXL]{1,7}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,3})[-–—·\s]*")
FARTHEST_JUMP = 60
"""Pages without a printed number (figures, blank sides) that may lie between two numbers."""


@dataclass(slots=True)
class PageMarks:
    """The page numbers met so far, by source line, and where units are known to begin."""

    lines: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    openings: list[tuple[int, int]] = field(default_factory=list)

    def accept(self, page: int, line: int) -> bool:
        """Note a number if it can be the next page's."""
        last = self.pages[-1] if self.pages else None
        if not 0 < page <= LAST_PAGE:
            return False
        if last is not None and not last <= page <= last + FARTHEST_JUMP:
            return False
        self.lines.append(line)
        self.pages.append(page)
        return True

    def note_opening(self, page: int | None, line: int) -> None:
        """Note that a unit whose first page the contents give begins on this line."""
        if page is not None:
            self.openings.append((line, page))

    def page_of(self, line: int) -> int | None:
        """The page of a line, where the numbers show it."""
        if self.stand_below:
            position = bisect_left(self.lines, line)
            return self.pages[position] if position < len(self.pages) else None
        if self.stand_above:
            position = bisect_right(self.lines, line)
            return self.pages[position - 1] if position else None
        return None

    @property
    def stand_below(self) -> bool:
        """Whether numbers follow their page's text: the next one after an opening is its page."""
        return self._votes(after=True) > self._votes(after=False)

    @property
    def stand_above(self) -> bool:
        """Whether numbers precede their page's text."""
        return self._votes(after=False) > self._votes(after=True)

    def _votes(self, *, after: bool) -> int:
        positions = [(bisect_right(self.lines, line), page) for line, page in self.openings]
        shift = 0 if after else -1
        return sum(
            0 <= position + shift < len(self.pages) and self.pages[position + shift] == page
            for position, page in positions
        )


def read_page_number(text: str) -> int | None:
    """The number of a line like ``— 12 —``."""
    match = PAGE_NUMBER.fullmatch(text) if len(text) <= 20 else None
    return to_int(match[1]) if match else None


def is_roman_number(text: str) -> bool:
    """The page numbers of front matter: ``iv``."""
    return len(text) <= 12 and bool(ROMAN_NUMBER.fullmatch(text))
