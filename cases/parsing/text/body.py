"""The body of a full casebook: assign each line to its part, case or critique."""

import re
from dataclasses import dataclass, field, replace

from cases.parsing.blocks import CHAPTER
from cases.parsing.book_records import ErratumRecord
from cases.parsing.line_account import LineAccount
from cases.parsing.text.headings import OUTER_NUMBER, Heading, HeadingFinder, Unit
from cases.parsing.text.page_marks import PageMarks, read_page_number
from cases.parsing.toc.contents import Contents
from cases.parsing.toc.entries import CRITIC_LABEL
from cases.parsing.toc.parsed_records import ParsedCase, ParsedPart, Remark
from cases.parsing.tokens.lines import Line, is_only
from cases.parsing.tokens.marks import (
    heading_text,
    is_sentence,
    read_case_mark,
    read_part_mark,
    read_section_mark,
)
from cases.parsing.tokens.people import read_people

BACK_MATTER = re.compile("后记|编后记|跋|附录.{0,30}|索引|致谢|缩略语")
SECTION_LIKE = re.compile(r"第\S{1,6}部")
"""第一部分 inside a case is a section of it, unless the contents list it as a part."""

SIGNATURE_LABEL = re.compile(r"点评\s*(?:专家|嘉宾|人|者)")
BRACKETS = re.compile(r"^[【\[（(]\s*(.*?)\s*[】\]）)]$")


@dataclass(slots=True)
class Body:
    """Result of reading the body: back matter, and errata where titles differ from the contents."""

    back_matter: list[Line] = field(default_factory=list)
    errata: list[ErratumRecord] = field(default_factory=list)


@dataclass(slots=True)
class BodyReader:
    """Assigns the body's lines; ``sink`` is the list of lines of the current unit or critique."""

    contents: Contents
    finder: HeadingFinder
    account: LineAccount
    body: Body = field(default_factory=Body)
    marks: PageMarks = field(default_factory=PageMarks)
    unit: Unit | None = None
    entered: set[int] = field(default_factory=set)
    latest: dict[type[Unit], int] = field(default_factory=dict)
    sink: list[Line] | None = None
    kept: list[tuple[list[Line], Line]] = field(default_factory=list)
    kept_at_opening: int = -1

    def resume(self) -> None:
        """Start in the last listed unit if it has no page: its text follows the contents."""
        last = max(self.contents.units(), key=lambda unit: unit.source_line, default=None)
        if last and last.page is None:
            self.unit, self.sink = last, last.lines
            self.latest[type(last)] = last.number

    def read(self, lines: list[Line]) -> None:
        """Read all lines, then add them to their units with page numbers."""
        position = 0
        while position < len(lines):
            position += self.read_at(lines, position)
        self.marks.count_votes()
        for sink, line in self.kept:
            sink.append(replace(line, page=self.marks.page_of(line.number)))

    def read_at(self, lines: list[Line], position: int) -> int:
        """Read what begins at ``position``; return the number of lines consumed."""
        line = lines[position]
        heading = self.finder.find(lines[position : position + 4])
        if heading and id(heading.unit) not in self.entered:
            self.enter(heading, line)
            self.account.place(
                *(line.number for line in lines[position : position + heading.count])
            )
            return heading.count
        if heading or self.is_furniture(line) or self.adopt(line) or self.open_remark(line):
            self.account.place(line.number)
        elif read_page_number(line.text) is not None:
            self.account.warn(line.number, f"{line.text} cannot be the page number here")
        elif self.sink is not None and not self.open_back_matter(line):
            self.kept.append((self.sink, line))
        return 1

    def enter(self, heading: Heading, line: Line) -> None:
        """Make the heading's unit the current one; note an erratum where its title differs."""
        unit = heading.unit
        self.unit, self.sink = unit, unit.lines
        self.entered.add(id(unit))
        self.latest[type(unit)] = unit.number
        self.kept_at_opening = len(self.kept)
        self.marks.note_opening(unit.page, line.number)
        if heading.printed:
            erratum = ErratumRecord(
                subject=unit.title,
                reading=unit.title,
                source_line=unit.source_line,
                other_reading=heading.printed,
                other_line=line.number,
                note="目录与正文的标题不一致",
            )
            self.body.errata.append(erratum)

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
        number = OUTER_NUMBER.search(heading_text(line))
        page = read_page_number(number[0].strip()) if number else None
        if page is not None:
            self.marks.accept(page, line.number)
        return True

    def adopt(self, line: Line) -> bool:
        """Add a case or part that the contents lack, if its number is the next one."""
        text = heading_text(line)
        if not text or is_sentence(text):
            return False
        case, part = read_case_mark(text), read_part_mark(text)
        mark, word = (case, "case") if case else (part, "part")
        if mark is None or not mark.title or SECTION_LIKE.match(text):
            return False
        kind = ParsedCase if case else ParsedPart
        if (
            mark.number != self.latest.get(kind, 0) + 1
            or (kind, mark.number) in self.finder.by_number
        ):
            self.account.warn(line.number, f"looks like the heading of {word} {mark.number}")
            return False
        self.account.warn(line.number, f"{word} {mark.number} is not in the contents")
        self.enter(Heading(self.add_unit(kind, mark.number, mark.title, line.number), 1), line)
        return True

    def add_unit(self, kind: type[Unit], number: int, title: str, source_line: int) -> Unit:
        """Create a unit that the contents lack, and add it to them."""
        if kind is ParsedPart:
            part = ParsedPart(number, title, source_line)
            self.contents.parts.append(part)
            self.finder.add(part)
            return part
        case = ParsedCase(number, title, source_line)
        (self.present_part() or self.contents).cases.append(case)
        self.finder.add(case)
        return case

    def present_part(self) -> ParsedPart | None:
        """The part that contains the current unit."""
        if isinstance(self.unit, ParsedPart):
            return self.unit
        owners = (part for part in self.contents.parts if any(c is self.unit for c in part.cases))
        return next(owners, None)

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
        if people and SIGNATURE_LABEL.match(label[0]) and self.in_unnamed_remark():
            return False
        if rest and not people and not label[0].rstrip().endswith((":", "：")):
            return False
        remark = Remark(people)
        self.unit.remarks.append(remark)
        self.sink = remark.lines
        if rest and not people:
            self.kept.append((remark.lines, replace(line, text=rest)))
        return True

    def in_unnamed_remark(self) -> bool:
        """Whether the current critique has text and no author yet."""
        remarks = self.unit.remarks if isinstance(self.unit, ParsedCase) else []
        is_open = bool(remarks) and remarks[-1].lines is self.sink and not remarks[-1].people
        return is_open and bool(self.kept) and self.kept[-1][0] is self.sink

    def open_back_matter(self, line: Line) -> bool:
        """Begin the back matter at 后记, 附录 or the like, once all cases have begun."""
        if not is_only(BACK_MATTER, line.text):
            return False
        if any(id(case) not in self.entered for case in self.contents.all_cases()):
            return False
        self.unit, self.sink = None, self.body.back_matter
        self.kept.append((self.sink, line))
        return True


def read_body(
    lines: list[Line], contents: Contents, book_titles: list[str], account: LineAccount
) -> Body:
    """Assign the lines of the body to the parsed units of the contents."""
    reader = BodyReader(contents, HeadingFinder(contents, book_titles), account)
    reader.resume()
    reader.read(lines)
    return reader.body
