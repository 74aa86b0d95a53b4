"""Running text: sections under their headings, and the passages in each."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from cases.parsing.book_records import PassageKind, PassageRecord, SectionRecord
from cases.parsing.line_account import LineAccount
from cases.parsing.text.passages import (
    is_table_row,
    read_caption,
    read_heading,
    read_item_marker,
    without_marker,
)
from cases.parsing.tokens.lines import Line, single_spaced
from cases.parsing.tokens.marks import Marked

LEVELS = (1, 2, 1, 2, 3, 4)
SENTENCE_FINAL = re.compile("[。！？；：…!?;:]$")
CLOSERS = "”’）)】》」』\"'"
FIRST_LIST_RANK = 4
SHORTEST_CUT = 15
"""Minimum characters of a line that, without final punctuation, counts as cut by a page end."""


@dataclass(slots=True)
class OpenPassage:
    """A passage under construction; its pieces are joined once, at the end."""

    kind: PassageKind
    marker: str
    pieces: list[str]
    first: Line
    last_line: int

    def to_record(self) -> PassageRecord:
        """The record: table rows on lines of their own, cut sentences joined."""
        if self.kind is PassageKind.TABLE:
            text = "\n".join(self.pieces)
        else:
            text = join_chunks(self.pieces)
        return PassageRecord(
            self.kind, text, self.first.number, self.last_line, self.marker, self.first.page
        )

    def is_cut(self) -> bool:
        """Whether the text stops in the middle of a sentence."""
        last = self.pieces[-1].rstrip(CLOSERS)
        is_text = self.kind in (PassageKind.PARAGRAPH, PassageKind.ITEM)
        return is_text and len(self.pieces[-1]) >= SHORTEST_CUT and not SENTENCE_FINAL.search(last)


@dataclass(slots=True)
class OpenSection:
    """A heading and what has been read under it."""

    rank: int
    level: int
    marker: str
    title: str
    line: Line
    passages: list[OpenPassage] = field(default_factory=list)
    sections: list["OpenSection"] = field(default_factory=list)

    def to_record(self) -> SectionRecord:
        """The record with its subsections; ranks limit the depth to seven."""
        return SectionRecord(
            level=self.level,
            marker=self.marker,
            title=self.title,
            source_line=self.line.number,
            start_page=self.line.page if self.title else None,
            passages=tuple(passage.to_record() for passage in self.passages),
            sections=tuple(section.to_record() for section in self.sections),
        )


@dataclass(slots=True)
class EssayReader:
    """Reads lines into sections; ``path`` is the stack of open sections."""

    account: LineAccount
    top: list[OpenSection] = field(default_factory=list)
    path: list[OpenSection] = field(default_factory=list)
    cut: OpenPassage | None = None
    list_rank: int = -1

    def read(self, lines: list[Line]) -> None:
        """Read the lines of one unit."""
        for line in lines:
            self.read_line(line)
            self.account.place(line.number)

    def read_line(self, line: Line) -> None:
        """Classify a line as heading, caption, table row, item or paragraph, and add it."""
        caption = read_caption(line.text)
        heading = None if caption else read_heading(line.text)
        if heading and not self.is_list(heading):
            self.open_section(heading, line)
        elif caption:
            self.add(OpenPassage(caption, "", [single_spaced(line.text)], line, line.number))
        elif is_table_row(line, in_table=self.in_table()):
            self.add_row(line)
        else:
            self.add_text(line)

    def is_list(self, heading: Marked) -> bool:
        """Whether a marked line is a list item: such lines follow one another without text."""
        last = self.path[-1] if self.path else None
        if last and last.rank == heading.rank >= FIRST_LIST_RANK and not last.passages:
            self.demote(last)
        return self.list_rank == heading.rank

    def demote(self, section: OpenSection) -> None:
        """Turn the last section, which seemed to be a heading, into a list item."""
        self.path.pop()
        siblings = self.path[-1].sections if self.path else self.top
        siblings.pop()
        pieces, line = [section.title], section.line
        self.add(OpenPassage(PassageKind.ITEM, section.marker, pieces, line, line.number))
        self.list_rank = section.rank

    def open_section(self, heading: Marked, line: Line) -> None:
        """Close open sections of the same or a deeper rank, and open one below the rest."""
        self.cut, self.list_rank = None, -1
        while self.path and not 0 <= self.path[-1].rank < heading.rank:
            self.path.pop()
        above = self.path[-1].level if self.path else 0
        level = min(max(LEVELS[heading.rank], above + 1), 4)
        section = OpenSection(heading.rank, level, heading.marker, heading.title, line)
        (self.path[-1].sections if self.path else self.top).append(section)
        self.path.append(section)

    def add(self, passage: OpenPassage) -> None:
        """Add a passage to the open section; text before the first heading has level 0."""
        if not self.path:
            self.path = [OpenSection(-1, 0, "", "", passage.first)]
            self.top += self.path
        self.path[-1].passages.append(passage)

    def add_row(self, line: Line) -> None:
        """Add a row to the table above it, or begin one."""
        table = self.last_passage()
        if table and table.kind is PassageKind.TABLE:
            table.pieces.append(line.text)
            table.last_line = line.number
        else:
            self.add(OpenPassage(PassageKind.TABLE, "", [line.text], line, line.number))

    def add_text(self, line: Line) -> None:
        """Complete the sentence that a page end cut, or begin a paragraph or an item."""
        marker = read_item_marker(line.text)
        if not marker:
            self.list_rank = -1
        if self.cut and not marker:
            self.cut.pieces.append(line.text)
            self.cut.last_line = line.number
        else:
            kind = PassageKind.ITEM if marker else PassageKind.PARAGRAPH
            text = without_marker(line.text, marker) if marker else line.text
            self.cut = OpenPassage(kind, marker, [text], line, line.number)
            self.add(self.cut)
        if not self.cut.is_cut():
            self.cut = None

    def in_table(self) -> bool:
        """Whether the line before was a row or the caption of a table."""
        last = self.last_passage()
        return last is not None and last.kind in (PassageKind.TABLE, PassageKind.TABLE_CAPTION)

    def last_passage(self) -> OpenPassage | None:
        """The passage read last in the open section."""
        passages = self.path[-1].passages if self.path else []
        return passages[-1] if passages else None


def read_sections(lines: list[Line], account: LineAccount) -> tuple[SectionRecord, ...]:
    """Read a unit's text: sections nested by the form of their headings."""
    reader = EssayReader(account)
    reader.read(lines)
    return tuple(section.to_record() for section in reader.top)


def join_chunks(pieces: list[str]) -> str:
    """Join pieces cut by page ends: Chinese without a space, Latin words with one."""
    joined = [pieces[0]]
    for before, after in pairwise(pieces):
        latin = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii()
        joined.append(" " + after if latin and after[:1].isalnum() else after)
    return "".join(joined)
