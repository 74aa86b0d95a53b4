"""The body of a full casebook: assign each line to its part, case or critique."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from operator import itemgetter

from cases.parsing.blocks import CHAPTER
from cases.parsing.book_records import ErratumRecord
from cases.parsing.text.headings import OUTER_NUMBER, Heading, HeadingFinder
from cases.parsing.toc.contents import Contents, ParsedCase, ParsedPart, ParsedUnit, Remark
from cases.parsing.toc.entries import CRITIC_LABEL
from cases.parsing.tokens.lines import Line, LineAccount, is_only
from cases.parsing.tokens.marks import (
    LAST_PAGE,
    Kind,
    heading_text,
    is_sentence,
    read_page_number,
    read_section_mark,
    read_unit_mark,
)
from cases.parsing.tokens.people import read_people

BACK_MATTER = re.compile("后记|编后记|跋|附录.{0,30}|索引|致谢|缩略语")
SECTION_LIKE = re.compile(r"第\S{1,6}部")
"""第一部分 inside a case is a section of it, unless the contents list it as a part."""

SIGNATURE_LABEL = re.compile(r"点评\s*(?:专家|嘉宾|人|者)")
BRACKETS = re.compile(r"^[【\[（(]\s*(.*?)\s*[】\]）)]$")
OTHER_TITLE = "目录与正文的标题不一致"
LONGEST_BREAK = 4
"""A heading is printed on at most this many lines."""

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
    openings: list[tuple[int, int]] = field(default_factory=list)
    """The line on which a unit begins, and the page that the contents give it."""

    on_titles: set[int] = field(default_factory=set)
    votes: int = 0
    """Votes for numbers below pages, less those for numbers above."""

    def accept(self, page: int, line: int, *, on_title: bool = False) -> bool:
        """Record a page number if it can follow the last one; return whether it was recorded.

        A number directly under a title (``on_title``) does not vote for numbers below pages.
        """
        is_next = not self.pages or self.pages[-1] <= page <= self.pages[-1] + FARTHEST_JUMP
        if not (is_next and 0 < page <= LAST_PAGE):
            return False
        self.lines.append(line)
        self.pages.append(page)
        if on_title:
            self.on_titles.add(len(self.pages) - 1)
        return True

    def note_opening(self, page: int | None, line: int) -> None:
        """Record where a unit begins whose first page the contents give."""
        if page is not None:
            self.openings.append((line, page))

    def count_votes(self) -> None:
        """Count the openings whose page is printed below and above their text."""
        for line, page in self.openings:
            after = bisect_right(self.lines, line)
            self.votes += self._is(after, page) and after not in self.on_titles
            self.votes -= self._is(after - 1, page)

    def page_of(self, line: int) -> int | None:
        """The page of a line, or None where the numbers around it are ambiguous."""
        after = bisect_right(self.lines, line)
        if self.votes > 0 and after < len(self.pages):
            page = self.pages[after]
            return page if self._earliest(line, after) == page else None
        if self.votes < 0 and self._is(after, self._at(after - 1) + 1):
            return self.pages[after - 1]
        return None

    def _earliest(self, line: int, after: int) -> int:
        """The first possible page of a line: after the last number and the last opening."""
        opened = bisect_right(self.openings, line, key=itemgetter(0))
        page = self.openings[opened - 1][1] if opened else 0
        behind = self._at(after - 1)
        return max(page, behind if after - 1 in self.on_titles else behind + 1)

    def _at(self, position: int) -> int:
        return self.pages[position] if 0 <= position < len(self.pages) else 0

    def _is(self, position: int, page: int) -> bool:
        return page > 0 and self._at(position) == page


@dataclass(slots=True)
class BodyReader:
    """Assigns the body's lines; ``sink`` is the list of lines of the current unit or critique."""

    contents: Contents
    finder: HeadingFinder
    account: LineAccount
    back_matter: list[Line] = field(default_factory=list)
    errata: list[ErratumRecord] = field(default_factory=list)
    """Where the titles of the body differ from those of the contents."""

    marks: PageMarks = field(default_factory=PageMarks)
    unit: ParsedUnit | None = None
    latest: dict[Kind, int] = field(default_factory=dict)
    sink: list[Line] | None = None
    kept: list[tuple[list[Line], Line]] = field(default_factory=list)
    kept_at_opening: int = -1

    def read(self, lines: list[Line]) -> None:
        """Read all lines, then add them to their units with page numbers.

        The text of the last listed unit may follow the contents, if it has no page.
        """
        for unit in self.contents.units():
            self.finder.add(unit)
        last = max(self.contents.units(), key=lambda unit: unit.source_line, default=None)
        if last and last.page is None:
            self.unit, self.sink = last, last.lines
            self.latest[last.kind] = last.number
        position = 0
        while position < len(lines):
            position += self.read_at(lines, position)
        self.marks.count_votes()
        for sink, line in self.kept:
            sink.append(replace(line, page=self.marks.page_of(line.number)))

    def read_at(self, lines: list[Line], position: int) -> int:
        """Read what begins at ``position``; return the number of lines consumed."""
        line = lines[position]
        heading = self.finder.find(lines[position : position + LONGEST_BREAK])
        if heading and not heading.unit.is_entered:
            self.enter(heading, line)
            self.account.place(*lines[position : position + heading.count])
            return heading.count
        if heading or self.is_furniture(line) or self.adopt(line) or self.open_remark(line):
            self.account.place(line)
        elif read_page_number(line.text) is not None:
            self.account.warn(line.number, f"{line.text} cannot be the page number here")
        elif self.sink is not None:
            self.open_back_matter(line)
            self.kept.append((self.sink, line))
        return 1

    def enter(self, heading: Heading, line: Line) -> None:
        """Make the heading's unit the current one; note an erratum where its title differs."""
        unit = heading.unit
        self.unit, self.sink = unit, unit.lines
        unit.is_entered = True
        self.latest[unit.kind] = unit.number
        self.kept_at_opening = len(self.kept)
        self.marks.note_opening(unit.page, line.number)
        if heading.printed:
            erratum = ErratumRecord(
                unit.title, unit.title, unit.source_line, heading.printed, line.number, OTHER_TITLE
            )
            self.errata.append(erratum)

    def is_furniture(self, line: Line) -> bool:
        """Whether a line is a chapter mark, a page number (recorded) or a running header."""
        if is_only(CHAPTER, line.text):
            return True
        page = read_page_number(line.text)
        if page is not None:
            on_title = len(self.kept) == self.kept_at_opening
            return self.marks.accept(page, line.number, on_title=on_title)
        if not self.finder.is_running_header(line):
            return False
        if number := OUTER_NUMBER.search(heading_text(line)):
            self.marks.accept(int(number[0]), line.number)
        return True

    def adopt(self, line: Line) -> bool:
        """Add a case or part that the contents lack, if its number is the next one."""
        text = heading_text(line)
        mark = None if is_sentence(text) else read_unit_mark(text)
        if mark is None or not mark.title or SECTION_LIKE.match(text):
            return False
        word, number = mark.kind.value, mark.number
        if (
            number != self.latest.get(mark.kind, 0) + 1
            or (mark.kind, number) in self.finder.by_number
        ):
            self.account.warn(line.number, f"looks like the heading of {word} {number}")
            return False
        self.account.warn(line.number, f"{word} {number} is not in the contents")
        unit = self.contents.add_unit(mark, line.number, part=self.present_part())
        self.finder.add(unit)
        self.enter(Heading(unit, 1), line)
        return True

    def present_part(self) -> ParsedPart | None:
        """The part that contains the current unit."""
        for part in self.contents.parts:
            if any(unit is self.unit for unit in (part, *part.cases)):
                return part
        return None

    def open_remark(self, line: Line) -> bool:
        """Begin a critique at a line like ``专家点评：徐振强 …``; return whether it is one."""
        text = BRACKETS.sub(r"\1", heading_text(line))
        section = read_section_mark(text)
        text = section.title if section else text
        label = CRITIC_LABEL.match(text)
        if label is None or not isinstance(self.unit, ParsedCase):
            return False
        rest = text[label.end() :]
        people = [] if is_sentence(rest) else read_people(Line(line.number, rest))
        if people and SIGNATURE_LABEL.match(label[0]) and self.in_unnamed_remark(self.unit):
            return False
        if rest and not people and not label[0].rstrip().endswith((":", "：")):
            return False
        remark = Remark(people)
        self.unit.remarks.append(remark)
        self.sink = remark.lines
        if rest and not people:
            self.kept.append((remark.lines, replace(line, text=rest)))
        return True

    def in_unnamed_remark(self, case: ParsedCase) -> bool:
        """Whether the current critique of a case has text and no author yet."""
        is_open = bool(case.remarks) and case.remarks[-1].lines is self.sink
        has_text = bool(self.kept) and self.kept[-1][0] is self.sink
        return is_open and has_text and not case.remarks[-1].people

    def open_back_matter(self, line: Line) -> None:
        """Begin the back matter at 后记, 附录 or the like, once all cases have begun."""
        if is_only(BACK_MATTER, line.text) and all(
            case.is_entered for case in self.contents.all_cases()
        ):
            self.unit, self.sink = None, self.back_matter
