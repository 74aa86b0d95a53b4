"""Split a source into blocks: title page, colophon, board, preface, contents, body."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from cases.parsing.front.board import is_board_heading
from cases.parsing.front.colophon import is_cip_heading
from cases.parsing.toc.entries import Entry, Kind, is_contents_heading, read_entries, split_page
from cases.parsing.tokens.isbn import find_isbn
from cases.parsing.tokens.lines import Line, is_only, squeeze
from cases.parsing.tokens.marks import comparable, heading_text, is_sentence

PREFACE_HEADING = re.compile(
    "(?:前言|序言|序|序[一二三]|自序|代序|总序|代前言)(?:PREFACE|FOREWORD)?",
    re.IGNORECASE,
)
CHAPTER = re.compile("CHAPTER(?:[0-9]{1,3}|[A-Z]{1,10})?", re.IGNORECASE)
SHORTEST_PARAGRAPH = 40
LOOK_AHEAD = 12
"""Number of lines searched for new entries before the contents count as ended."""


class BlockKind(Enum):
    """Kinds of blocks, each parsed by its own reader."""

    TITLE = auto()
    COLOPHON = auto()
    BOARD = auto()
    PREFACE = auto()
    CONTENTS = auto()
    BODY = auto()


@dataclass(slots=True)
class Block:
    """Consecutive lines of one kind."""

    kind: BlockKind
    lines: list[Line]


@dataclass(slots=True)
class BlockSplitter:
    """State machine over the lines: the current kind of block, and the entries listed so far."""

    lines: list[Line]
    state: BlockKind = BlockKind.TITLE
    announced: dict[tuple[Kind, int], set[str]] = field(default_factory=dict)

    def cut(self) -> list[Block]:
        """The blocks in the order of the source; a kind may occur more than once."""
        blocks = [Block(self.state, [])]
        for position, line in enumerate(self.lines):
            self.state = self.next_state(position, line)
            if self.state is not blocks[-1].kind or self.opens_preface(line, blocks[-1]):
                blocks.append(Block(self.state, []))
            blocks[-1].lines.append(line)
        return blocks

    def next_state(self, position: int, line: Line) -> BlockKind:
        """The block that a line belongs to."""
        entries = read_entries(line) if heading_text(line) or "案例" in line.text else []
        if self.state is BlockKind.BODY:
            return self.in_body(line, entries)
        if self.state is BlockKind.CONTENTS:
            return self.in_contents(position, line, entries)
        return self.in_front_matter(position, line, entries)

    def in_front_matter(self, position: int, line: Line, entries: list[Entry]) -> BlockKind:
        """Headings open blocks; the first entry, or 目录, opens the contents."""
        if self.announced and self.opens_body(line, entries):
            return BlockKind.BODY
        if is_contents_heading(line) or self.opens_contents(position, entries):
            self.announce(entries)
            return BlockKind.CONTENTS
        if self.state is BlockKind.TITLE and find_isbn(line.text[:100]):
            return BlockKind.COLOPHON
        headings = (kind for is_heading, kind in FRONT_HEADINGS if is_heading(line))
        return next(headings, self.state)

    def in_contents(self, position: int, line: Line, entries: list[Entry]) -> BlockKind:
        """Running text, or a heading printed again, ends the contents unless new entries follow."""
        if self.opens_body(line, entries) and not self.entries_follow(position):
            return BlockKind.BODY
        if is_cip_heading(line):
            return BlockKind.COLOPHON
        if is_board_heading(line) and not self.entries_follow(position):
            return BlockKind.BOARD
        if is_preface_heading(line) and self.text_follows(position):
            return BlockKind.PREFACE
        self.announce(entries)
        return BlockKind.CONTENTS

    def in_body(self, line: Line, entries: list[Entry]) -> BlockKind:
        """Only a new entry with an explicit page mark returns to the contents."""
        if is_cip_heading(line):
            return BlockKind.COLOPHON
        if any(self.is_new(entry) and entry.explicit for entry in entries):
            self.announce(entries)
            return BlockKind.CONTENTS
        return BlockKind.BODY

    def opens_preface(self, line: Line, block: Block) -> bool:
        """Whether a second preface begins inside the block of the first."""
        if self.state is not BlockKind.PREFACE or not is_preface_heading(line):
            return False
        return bool(block.lines) and squeeze(line.text) != squeeze(block.lines[0].text)

    def opens_contents(self, position: int, entries: list[Entry]) -> bool:
        """Whether an entry occurs only in contents lists, or is a bare mark above a paged title."""
        if not entries or any(entry.opens_contents for entry in entries):
            return bool(entries)
        following = self.lines[position + 1 : position + 2]
        titles = (split_page(heading_text(line)) for line in following if not read_entries(line))
        is_mark = entries[0].kind in (Kind.PART, Kind.CASE)
        return is_mark and any(title.explicit for title in titles)

    def opens_body(self, line: Line, entries: list[Entry]) -> bool:
        """Whether a line is a chapter mark, running text, or a listed part or case without page."""
        if is_only(CHAPTER, line.text):
            return bool(self.announced)
        if not entries:
            return is_running_text(line)
        first = entries[0]
        return (
            first.page is None and first.kind in (Kind.PART, Kind.CASE) and not self.is_new(first)
        )

    def is_new(self, entry: Entry) -> bool:
        """Whether this part or case is not listed yet; a bare number repeats any title."""
        titles = self.announced.get((entry.kind, entry.number))
        if entry.kind not in (Kind.PART, Kind.CASE):
            return False
        return titles is None or (bool(entry.title) and comparable(entry.title) not in titles)

    def announce(self, entries: list[Entry]) -> None:
        """Record the parts and cases that the contents list."""
        for entry in entries:
            if entry.kind in (Kind.PART, Kind.CASE):
                titles = self.announced.setdefault((entry.kind, entry.number), set())
                titles.add(comparable(entry.title))

    def entries_follow(self, position: int) -> bool:
        """Whether one of the next lines lists a new part or case with its page."""
        ahead = self.lines[position + 1 : position + 1 + LOOK_AHEAD]
        entries = (entry for line in ahead for entry in read_entries(line))
        return any(self.is_new(entry) and entry.page is not None for entry in entries)

    def text_follows(self, position: int) -> bool:
        """Whether one of the next lines is running text."""
        ahead = self.lines[position + 1 : position + 5]
        return any(map(is_running_text, ahead))


def cut_blocks(lines: list[Line]) -> list[Block]:
    """Split the lines of a source into blocks."""
    return BlockSplitter(lines).cut()


def is_running_text(line: Line) -> bool:
    """Whether a line is a paragraph rather than an entry, a name or a note."""
    return len(line.text) >= SHORTEST_PARAGRAPH and is_sentence(line.text)


def is_preface_heading(line: Line) -> bool:
    """Whether a line is only a preface heading: ``前 言``."""
    return is_only(PREFACE_HEADING, line.text)


FRONT_HEADINGS = (
    (is_cip_heading, BlockKind.COLOPHON),
    (is_board_heading, BlockKind.BOARD),
    (is_preface_heading, BlockKind.PREFACE),
)
