"""Running text: sections under their headings, and the passages in each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cases.parsing.book_records import PassageKind, PassageRecord, SectionRecord
from cases.parsing.tokens.lines import Line, LineAccount, single_spaced, squeeze
from cases.parsing.tokens.marks import (
    BULLET,
    LONGEST_HEADING,
    Kind,
    Mark,
    is_sentence,
    read_section_mark,
)

LEVELS = (1, 2, 1, 2, 3, 4)
"""The level of a heading by the rank of its mark."""
FIRST_LIST_RANK = 4
HEADING_LIMIT = 50
UNMARKED = re.compile("参考文献|结语|结束语|小结|引言|后记|编后记|跋|致谢|索引|缩略语|附录.{0,30}")
"""Headings without a mark, of the same rank as 一、."""

TABLE_KINDS = (PassageKind.TABLE, PassageKind.TABLE_CAPTION)
CAPTION = re.compile(
    r"(?P<kind>[图表])\s?"
    r"(?P<number>[0-9０-９]{1,3}(?:\s?[-－–—.．]\s?[0-9０-９]{1,3}){0,2}|[一二三四五六七八九十]{1,3})"
    r"(?P<gap>[\s:：、.．]*)(?P<title>.{0,80})"
)
REFERRING = re.compile("[所中显为是给表列可反展的和与至到、，]")
LONGEST_ROW = 2000
STROKES = re.compile("[|｜][^|｜]*[|｜]")
COLUMN_GAP = re.compile(r" {2,}")
LONGEST_CELL = 40

SENTENCE_FINAL = re.compile("[。！？；：…!?;:]$")
CLOSERS = "”’）)】》」』\"'"
BETWEEN_LATIN = re.compile(r"(?<=[0-9A-Za-z])\n(?=[0-9A-Za-z])")
SHORTEST_CUT = 15
"""Minimum characters of a line that, without final punctuation, counts as cut by a page end."""


@dataclass(slots=True)
class ParsedPassage:
    """A passage under construction; its lines are joined once, at the end."""

    kind: PassageKind
    marker: str
    lines: list[Line]

    def to_record(self) -> PassageRecord:
        """The record: table rows on lines of their own, cut sentences joined."""
        first, last = self.lines[0], self.lines[-1]
        text = "\n".join(line.text for line in self.lines)
        if self.kind is not PassageKind.TABLE:
            text = BETWEEN_LATIN.sub(" ", text).replace("\n", "")
        return PassageRecord(self.kind, text, first.number, last.number, self.marker, first.page)

    def is_cut(self) -> bool:
        """Whether the text of a paragraph or an item stops in the middle of a sentence."""
        last = self.lines[-1].text
        return len(last) >= SHORTEST_CUT and not SENTENCE_FINAL.search(last.rstrip(CLOSERS))


@dataclass(slots=True)
class ParsedSection:
    """A heading, of the contents or of running text, and what has been read under it.

    ``rank`` is the depth of its form of mark; -1 is text before the first heading.
    """

    rank: int
    marker: str
    title: str
    source_line: int
    page: int | None = None
    level: int = 0
    passages: list[ParsedPassage] = field(default_factory=list)
    sections: list["ParsedSection"] = field(default_factory=list)

    def to_record(self) -> SectionRecord:
        """The record with its subsections; ranks limit the depth to seven."""
        return SectionRecord(
            level=self.level,
            marker=self.marker,
            title=self.title,
            source_line=self.source_line,
            start_page=self.page,
            passages=tuple(passage.to_record() for passage in self.passages),
            sections=to_records(self.sections),
        )


@dataclass(slots=True)
class Outline:
    """Nests sections by the rank of their marks; ``path`` is the stack of open sections."""

    top: list[ParsedSection] = field(default_factory=list)
    path: list[ParsedSection] = field(default_factory=list)

    def open(self, section: ParsedSection) -> None:
        """Close open sections of the same or a deeper rank, and open one below the rest."""
        while self.path and not 0 <= self.path[-1].rank < section.rank:
            self.path.pop()
        above = self.path[-1].level if self.path else 0
        section.level = min(max(LEVELS[section.rank], above + 1), 4)
        self.siblings().append(section)
        self.path.append(section)

    def siblings(self) -> list[ParsedSection]:
        """The list in which the next section stands."""
        return self.path[-1].sections if self.path else self.top


@dataclass(slots=True)
class EssayReader(Outline):
    """Reads lines into sections and passages."""

    cut: ParsedPassage | None = None
    list_rank: int = -1

    def read(self, line: Line) -> None:
        """Classify a line as heading, caption, table row, item or paragraph, and add it."""
        caption = read_caption(line.text)
        heading = None if caption else read_heading(line.text)
        if heading and self.is_list(heading):
            heading = None
        passages = self.path[-1].passages if self.path else []
        last = passages[-1] if passages else None
        if heading:
            self.cut, self.list_rank = None, -1
            self.open(
                ParsedSection(heading.rank, heading.marker, heading.title, line.number, line.page)
            )
        elif caption:
            self.begin(caption, replace(line, text=single_spaced(line.text)))
        elif not is_table_row(line, in_table=last is not None and last.kind in TABLE_KINDS):
            self.add_text(line)
        elif last and last.kind is PassageKind.TABLE:
            last.lines.append(line)
        else:
            self.begin(PassageKind.TABLE, line)

    def is_list(self, heading: Mark) -> bool:
        """Whether a marked line is a list item: such lines follow one another without text."""
        last = self.path[-1] if self.path else None
        if last and last.rank == heading.rank >= FIRST_LIST_RANK and not last.passages:
            self.demote(last)
        return self.list_rank == heading.rank

    def demote(self, section: ParsedSection) -> None:
        """Turn the last section, which seemed to be a heading, into a list item."""
        self.path.pop()
        self.siblings().pop()
        line = Line(section.source_line, section.title, section.page)
        self.begin(PassageKind.ITEM, line, section.marker)
        self.list_rank = section.rank

    def begin(self, kind: PassageKind, line: Line, marker: str = "") -> ParsedPassage:
        """Begin a passage in the open section; text before the first heading has level 0."""
        if not self.path:
            self.path = [ParsedSection(-1, "", "", line.number)]
            self.top += self.path
        passage = ParsedPassage(kind, marker, [line])
        self.path[-1].passages.append(passage)
        return passage

    def add_text(self, line: Line) -> None:
        """Complete the sentence that a page end cut, or begin a paragraph or an item."""
        marker, text = split_marker(line.text)
        if not marker:
            self.list_rank = -1
        if self.cut and not marker:
            self.cut.lines.append(line)
        else:
            kind = PassageKind.ITEM if marker else PassageKind.PARAGRAPH
            self.cut = self.begin(kind, replace(line, text=text), marker)
        if not self.cut.is_cut():
            self.cut = None


def read_sections(lines: Iterable[Line], account: LineAccount) -> tuple[SectionRecord, ...]:
    """Read a unit's text: sections nested by the form of their headings."""
    reader = EssayReader()
    for line in lines:
        reader.read(line)
        account.place(line)
    return to_records(reader.top)


def nest_sections(listed: Iterable[ParsedSection]) -> tuple[SectionRecord, ...]:
    """The sections of a contents list, nested by the form of their marks."""
    outline = Outline()
    for section in listed:
        outline.open(section)
    return to_records(outline.top)


def to_records(sections: Iterable[ParsedSection]) -> tuple[SectionRecord, ...]:
    """The records of sections and their subsections."""
    return tuple(section.to_record() for section in sections)


def read_caption(text: str) -> PassageKind | None:
    """The kind of a caption of a table or a figure, or None; ``图1-1所示`` begins a sentence."""
    if len(text) > LONGEST_HEADING or is_sentence(text):
        return None
    match = CAPTION.fullmatch(single_spaced(text))
    if match is None or (not match["gap"] and REFERRING.match(match["title"])):
        return None
    return PassageKind.FIGURE_CAPTION if match["kind"] == "图" else PassageKind.TABLE_CAPTION


def is_table_row(line: Line, *, in_table: bool) -> bool:
    """Whether a line is a table row: strokes, tabs, or three columns (two inside a table)."""
    text = line.text
    if len(text) > LONGEST_ROW:
        return False
    if "\t" in text or STROKES.search(text):
        return True
    cells = COLUMN_GAP.split(text)
    wanted = 2 if in_table else 3
    return len(cells) >= wanted and all(len(cell) <= LONGEST_CELL for cell in cells)


def read_heading(text: str) -> Mark | None:
    """A mark and a short title that is not a sentence; ``（1）数据汇聚；`` is an item."""
    if len(text) > 2 * HEADING_LIMIT:
        return None
    if UNMARKED.fullmatch(squeeze(text)):
        return Mark(Kind.SECTION, single_spaced(text), rank=2)
    mark = read_section_mark(single_spaced(text))
    if mark and 0 < len(mark.title) <= HEADING_LIMIT and not is_sentence(mark.title):
        return mark
    return None


def split_marker(text: str) -> tuple[str, str]:
    """The number or bullet of a list item and the text after it; a paragraph has no marker."""
    if bullet := BULLET.match(text):
        return bullet[0].strip(), text[bullet.end() :]
    mark = read_section_mark(single_spaced(text[:60]))
    if mark is None or mark.rank <= 1:
        return "", text
    match = re.match(r"\s*".join(map(re.escape, mark.marker)), text)
    return mark.marker, text[match.end() :].lstrip() if match else text
