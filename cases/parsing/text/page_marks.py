"""Printed page numbers alone on a line, and the page of each source line."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from cases.parsing.toc.plausibility import LAST_PAGE
from cases.parsing.tokens.lines import LONGEST_MARK, is_only
from cases.parsing.tokens.numerals import to_int

PAGE_NUMBER = re.compile(r"[-–—~·•.\s]*第?\s*([0-9０-９]{1,4})\s*页?[-–—~·•.\s]*")
ROMAN_NUMBER = re.compile(r"[-–—·\s]*(?:[ivxl]{1,7}|[IVXL]{1,7}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,3})[-–—·\s]*")
FARTHEST_JUMP = 60
"""Pages without a printed number (figures, blank sides) that may lie between two numbers."""


@dataclass(slots=True)
class PageMarks:
    """The page numbers read so far, by source line, and the first lines of units.

    A number may be printed above or below its page; the units whose first page the contents
    give decide which (votes). Next to a page without a printed number the page of a line may
    be ambiguous; such a line has no page.
    """

    lines: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    opening_lines: list[int] = field(default_factory=list)
    opening_pages: list[int] = field(default_factory=list)
    on_titles: set[int] = field(default_factory=set)
    votes_below: int = 0
    votes_above: int = 0

    def accept(self, page: int, line: int, *, on_title: bool = False) -> bool:
        """Record a page number if it can follow the last one; return whether it was recorded.

        A number directly under a title (``on_title``) does not vote for numbers below pages.
        """
        last = self.pages[-1] if self.pages else None
        if not 0 < page <= LAST_PAGE:
            return False
        if last is not None and not last <= page <= last + FARTHEST_JUMP:
            return False
        self.lines.append(line)
        self.pages.append(page)
        if on_title:
            self.on_titles.add(len(self.pages) - 1)
        return True

    def note_opening(self, page: int | None, line: int) -> None:
        """Record the line on which a unit begins whose first page the contents give."""
        if page is not None:
            self.opening_lines.append(line)
            self.opening_pages.append(page)

    def count_votes(self) -> None:
        """Count the openings whose page is printed below and above their text."""
        for line, page in zip(self.opening_lines, self.opening_pages, strict=True):
            after = bisect_right(self.lines, line)
            self.votes_below += self._is(after, page) and after not in self.on_titles
            self.votes_above += self._is(after - 1, page)

    def page_of(self, line: int) -> int | None:
        """The page of a line, or None where the numbers around it are ambiguous."""
        after = bisect_right(self.lines, line)
        if self.votes_below > self.votes_above and after < len(self.pages):
            page = self.pages[after]
            return page if self._earliest(line, after) == page else None
        if self.votes_above > self.votes_below and self._is(after, self._at(after - 1) + 1):
            return self.pages[after - 1]
        return None

    def _earliest(self, line: int, after: int) -> int:
        """The first possible page of a line: after the last number and the last opening."""
        opening = bisect_right(self.opening_lines, line) - 1
        page = self.opening_pages[opening] if opening >= 0 else 0
        behind = self._at(after - 1)
        return max(page, behind if after - 1 in self.on_titles else behind + 1)

    def _at(self, position: int) -> int:
        return self.pages[position] if 0 <= position < len(self.pages) else 0

    def _is(self, position: int, page: int) -> bool:
        return page > 0 and self._at(position) == page


def read_page_number(text: str) -> int | None:
    """The page number of a line like ``— 12 —``, or None."""
    match = PAGE_NUMBER.fullmatch(text) if len(text) <= LONGEST_MARK else None
    return to_int(match[1]) if match else None


def is_roman_number(text: str) -> bool:
    """Whether a line is a Roman page number, as in front matter: ``iv``."""
    return is_only(ROMAN_NUMBER, text)
