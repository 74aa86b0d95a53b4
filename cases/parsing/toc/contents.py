"""The table of contents: parts, their sections and cases, and the critics of each case."""

import re
from dataclasses import dataclass, field, replace
from typing import ClassVar

from cases.parsing.text.essay import ParsedSection
from cases.parsing.toc.entries import (
    CONTENTS_HEADING,
    Entry,
    read_entries,
    read_lone_page,
    split_page,
)
from cases.parsing.tokens.lines import Line, LineAccount, is_only, single_spaced
from cases.parsing.tokens.marks import (
    LONGEST_HEADING,
    Kind,
    Mark,
    comparable,
    is_roman_number,
    is_sentence,
)
from cases.parsing.tokens.people import Person, read_people, read_person

OPEN_BRACKETS = "（(“‘《〈【「『"
CLOSE_BRACKETS = "）)”’》〉】」』"


@dataclass(slots=True)
class Claim:
    """Experts named by one label; ``is_after_noise`` if lines before it were not recognised."""

    source_line: int
    is_after_noise: bool
    people: list[Person] = field(default_factory=list)


@dataclass(slots=True)
class Remark:
    """Lines of a critique and the experts who wrote them; empty if the source names none."""

    people: list[Person] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class ParsedUnit:
    """A part or a case, with the sections that the contents list and the lines of its own text."""

    kind: ClassVar[Kind]

    number: int
    title: str
    source_line: int
    page: int | None = None
    sections: list[ParsedSection] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    is_entered: bool = False
    """Whether its heading occurred in the body."""


@dataclass(slots=True)
class ParsedCase(ParsedUnit):
    """A case, its critics, and the remarks in its body.

    ``claims`` are the experts under its line; those certainly its own become its ``critics``.
    A case is displaced where neither numbers nor pages confirm its position.
    """

    kind = Kind.CASE

    claims: list[Claim] = field(default_factory=list)
    is_displaced: bool = False
    not_its_critics: frozenset[str] = frozenset()
    critics: list[Person] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class ParsedPart(ParsedUnit):
    """A part and its cases."""

    kind = Kind.PART

    cases: list[ParsedCase] = field(default_factory=list)


@dataclass(slots=True)
class Contents:
    """The parsed table of contents; ``cases`` and ``sections`` are those outside any part."""

    parts: list[ParsedPart] = field(default_factory=list)
    cases: list[ParsedCase] = field(default_factory=list)
    sections: list[ParsedSection] = field(default_factory=list)

    def add_unit(
        self, mark: Mark, source_line: int, page: int | None = None, *, part: ParsedPart | None
    ) -> ParsedCase | ParsedPart:
        """Add a part, or a case of this part or of none."""
        if mark.kind is Kind.PART:
            self.parts.append(ParsedPart(mark.number, mark.title, source_line, page))
            return self.parts[-1]
        cases = (part or self).cases
        cases.append(ParsedCase(mark.number, mark.title, source_line, page))
        return cases[-1]

    def units(self) -> list[ParsedUnit]:
        """Every part, then every case."""
        return [*self.parts, *self.all_cases()]

    def all_cases(self) -> list[ParsedCase]:
        """Every case in the order of the lines."""
        cases = [*self.cases, *(case for part in self.parts for case in part.cases)]
        return sorted(cases, key=lambda case: case.source_line)


@dataclass(slots=True)
class ContentsReader:
    """Reads line by line; its state is what the next line may continue."""

    account: LineAccount
    contents: Contents = field(default_factory=Contents)
    part: ParsedPart | None = None
    case: ParsedCase | None = None
    last: ParsedUnit | ParsedSection | None = None
    is_fresh: bool = False
    """Whether the line before was recognised, so that this one may complete it."""

    claim: Claim | None = None
    """The experts' label that the next lines may continue."""

    is_noisy: bool = False
    """Whether a line since the current case was not recognised."""

    loose_page: int | None = None
    seen: dict[tuple[Kind, int, str, int | None], int] = field(default_factory=dict)

    def read(self, lines: list[Line]) -> Contents:
        """Read the lines of all blocks of contents."""
        for line in lines:
            self.is_fresh = self.read_line(line)
            if self.is_fresh:
                self.account.place(line)
            else:
                self.is_noisy = True
        return self.contents

    def read_line(self, line: Line) -> bool:
        """Read a line as entries, or as the rest of the last one; return whether it was placed."""
        if entries := read_entries(line):
            added = [self.add(entry) for entry in entries]
            return all(added)
        return (
            is_only(CONTENTS_HEADING, line.text)
            or is_roman_number(line.text)
            or self.complete_page(line)
            or self.complete_title(line)
            or self.complete_critics(line)
        )

    def add(self, entry: Entry) -> bool:
        """Add one entry to the contents; return whether it was placed."""
        if self.loose_page is not None and entry.page is None:
            entry = replace(entry, page=self.loose_page)
        self.loose_page = None
        if entry.is_unit and self.is_repeated(entry):
            self.last = None
            return True
        self.claim = None
        if entry.kind is Kind.SECTION:
            return self.add_section(entry)
        if entry.kind is Kind.CRITICS:
            return self.add_critics(entry)
        self.last = self.add_unit(entry) if entry.is_unit else None
        return True

    def is_repeated(self, entry: Entry) -> bool:
        """Whether an entry equals an earlier one, with a warning; it is not added again."""
        key = (entry.kind, entry.number, comparable(entry.title), entry.page)
        first = self.seen.setdefault(key, entry.source_line)
        if first == entry.source_line:
            return False
        self.account.warn(entry.source_line, f"repeats the entry of line {first}")
        return True

    def add_unit(self, entry: Entry) -> ParsedUnit:
        """Open a part, or a case in the current part or outside any."""
        unit = self.contents.add_unit(entry, entry.source_line, entry.page, part=self.part)
        if isinstance(unit, ParsedPart):
            self.part, self.case = unit, None
        else:
            self.case, self.is_noisy = unit, False
        return unit

    def add_section(self, entry: Entry) -> bool:
        """Add a section to the current case or part, unless its page is before theirs."""
        unit = self.case or self.part
        start = unit.page if unit else None
        if entry.page is not None and start is not None and entry.page < start:
            self.account.warn(entry.source_line, f"its page lies before page {start} of its unit")
            return False
        self.last = ParsedSection(
            entry.rank, entry.marker, entry.title, entry.source_line, entry.page
        )
        (unit or self.contents).sections.append(self.last)
        return True

    def add_critics(self, entry: Entry) -> bool:
        """Add an experts' label to the current case; after an empty one the names follow."""
        if self.case is None:
            self.account.warn(entry.source_line, "an expert without a case to belong to")
            return False
        people = read_people(Line(entry.source_line, entry.title)) if entry.title else []
        self.claim = Claim(entry.source_line, self.is_noisy, people)
        self.case.claims.append(self.claim)
        if entry.title and not people:
            self.account.warn(entry.source_line, "no name is recognised after the expert's label")
            return False
        return True

    def complete_page(self, line: Line) -> bool:
        """Assign a page number alone on its line to the entry before, or to the one after."""
        page = read_lone_page(line.text)
        if page is None or self.last is None:
            return False
        if self.last.page is None:
            self.last.page = page
        elif self.loose_page is None:
            self.loose_page = page
        else:
            return False
        return True

    def complete_title(self, line: Line) -> bool:
        """Join the second half of a title split over two lines, mostly with its page."""
        text = single_spaced(line.text)
        if self.last is None or self.last.page is not None or len(text) > LONGEST_HEADING:
            return False
        paged = split_page(text)
        is_end = paged.explicit or (paged.page is not None and " " in text)
        if self.claim or not (self.is_fresh and (_is_open(self.last.title) or is_end)):
            return False
        if not paged.text or is_sentence(paged.text):
            return False
        self.last.title += paged.text
        self.last.page = paged.page
        return True

    def complete_critics(self, line: Line) -> bool:
        """Read names under the experts' label, or the rest of an affiliation."""
        if not (self.claim and self.is_fresh) or is_sentence(line.text):
            return False
        critics = self.claim.people
        if critics and (whole := critics[-1].continued(line.text)):
            critics[-1] = whole
            return True
        person = read_person(line)
        if person and person.has_title:
            critics.append(person)
            return True
        people = [] if critics else read_people(line)
        critics += people
        return bool(people)


def _is_open(title: str) -> bool:
    """Whether a title cannot end here: it is empty, ends in a colon, or has an open bracket."""
    opened = sum(title.count(bracket) for bracket in OPEN_BRACKETS)
    closed = sum(title.count(bracket) for bracket in CLOSE_BRACKETS)
    return not title or bool(re.search("[:：、，—–-]$", title)) or opened > closed
