"""Split a source into blocks: title page, colophon, board, preface, contents, body."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from cases.parsing.front.board import BOARD_HEADING
from cases.parsing.front.colophon import CIP_HEADING
from cases.parsing.toc.entries import CONTENTS_HEADING, Entry, read_entries, split_page
from cases.parsing.tokens.isbn import find_isbn
from cases.parsing.tokens.lines import Line, is_only, squeeze
from cases.parsing.tokens.marks import Kind, comparable, heading_text, is_sentence

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


HEADINGS = {
    BlockKind.COLOPHON: CIP_HEADING,
    BlockKind.BOARD: BOARD_HEADING,
    BlockKind.PREFACE: re.compile(
        "(?:前言|序言|序|序[一二三]|自序|代序|总序|代前言)(?:PREFACE|FOREWORD)?", re.IGNORECASE
    ),
    BlockKind.CONTENTS: CONTENTS_HEADING,
}


Block = tuple[BlockKind, list[Line]]
"""Consecutive lines of one kind."""


@dataclass(slots=True)
class BlockSplitter:
    """State machine over the lines: the current kind of block, and the entries listed so far."""

    lines: list[Line]
    state: BlockKind = BlockKind.TITLE
    announced: dict[tuple[Kind, int], set[str]] = field(default_factory=dict)

    def cut(self) -> list[Block]:
        """The blocks in the order of the source; a kind may occur more than once."""
        blocks: list[Block] = [(self.state, [])]
        for position, line in enumerate(self.lines):
            kind, lines = blocks[-1]
            self.state = self.next_state(position, line)
            if self.state is not kind or self.opens_preface(line, lines):
                lines = []
                blocks.append((self.state, lines))
            lines.append(line)
        return blocks

    def next_state(self, position: int, line: Line) -> BlockKind:
        """The block that a line belongs to."""
        entries = read_entries(line) if heading_text(line) or "案例" in line.text else []
        if self.state is BlockKind.BODY:
            state = self.in_body(line, entries)
        elif self.state is BlockKind.CONTENTS:
            state = self.in_contents(position, line, entries)
        else:
            state = self.in_front_matter(position, line, entries)
        if state is BlockKind.CONTENTS:
            self.announce(entries)
        return state

    def in_front_matter(self, position: int, line: Line, entries: list[Entry]) -> BlockKind:
        """Headings open blocks; the first entry, or 目录, opens the contents."""
        if self.announced and self.opens_body(line, entries):
            return BlockKind.BODY
        if self.opens_contents(position, entries):
            return BlockKind.CONTENTS
        is_imprint = self.state is BlockKind.TITLE and find_isbn(line.text[:100])
        return heading_kind(line) or (BlockKind.COLOPHON if is_imprint else self.state)

    def in_contents(self, position: int, line: Line, entries: list[Entry]) -> BlockKind:
        """Running text, or a heading printed again, ends the contents unless new entries follow."""
        if self.opens_body(line, entries) and not self.entries_follow(position):
            return BlockKind.BODY
        heading = heading_kind(line)
        following = self.lines[position + 1 : position + 5]
        if (
            heading is BlockKind.COLOPHON
            or (heading is BlockKind.BOARD and not self.entries_follow(position))
            or (heading is BlockKind.PREFACE and any(map(is_running_text, following)))
        ):
            return heading
        return BlockKind.CONTENTS

    def in_body(self, line: Line, entries: list[Entry]) -> BlockKind:
        """Only a new entry with an explicit page mark returns to the contents."""
        if is_only(CIP_HEADING, line.text):
            return BlockKind.COLOPHON
        is_listed = any(self.is_new(entry) and entry.explicit for entry in entries)
        return BlockKind.CONTENTS if is_listed else BlockKind.BODY

    def opens_preface(self, line: Line, lines: list[Line]) -> bool:
        """Whether a second preface begins inside the block of the first."""
        if self.state is not BlockKind.PREFACE or heading_kind(line) is not BlockKind.PREFACE:
            return False
        return squeeze(line.text) != squeeze(lines[0].text)

    def opens_contents(self, position: int, entries: list[Entry]) -> bool:
        """Whether an entry occurs only in contents lists, or is a bare mark above a paged title."""
        if not entries or any(entry.opens_contents for entry in entries):
            return bool(entries)
        following = self.lines[position + 1 : position + 2]
        titles = (split_page(heading_text(line)) for line in following if not read_entries(line))
        return entries[0].is_unit and any(title.explicit for title in titles)

    def opens_body(self, line: Line, entries: list[Entry]) -> bool:
        """Whether a line is a chapter mark, running text, or a listed part or case without page."""
        if is_only(CHAPTER, line.text):
            return bool(self.announced)
        if not entries:
            return is_running_text(line)
        first = entries[0]
        return first.is_unit and first.page is None and not self.is_new(first)

    def is_new(self, entry: Entry) -> bool:
        """Whether this part or case is not listed yet; a bare number repeats any title."""
        if not entry.is_unit:
            return False
        titles = self.announced.get((entry.kind, entry.number))
        return titles is None or (bool(entry.title) and comparable(entry.title) not in titles)

    def announce(self, entries: list[Entry]) -> None:
        """Record the parts and cases that the contents list."""
        for entry in entries:
            if entry.is_unit:
                titles = self.announced.setdefault((entry.kind, entry.number), set())
                titles.add(comparable(entry.title))

    def entries_follow(self, position: int) -> bool:
        """Whether one of the next lines lists a new part or case with its page."""
        ahead = self.lines[position + 1 : position + 1 + LOOK_AHEAD]
        entries = (entry for line in ahead for entry in read_entries(line))
        return any(self.is_new(entry) and entry.page is not None for entry in entries)


def is_running_text(line: Line) -> bool:
    """Whether a line is a paragraph rather than an entry, a name or a note."""
    return len(line.text) >= SHORTEST_PARAGRAPH and is_sentence(line.text)


def heading_kind(line: Line) -> BlockKind | None:
    """The kind of block whose heading this line is, and nothing else: ``前 言``, ``目 录``."""
    return next((kind for kind, form in HEADINGS.items() if is_only(form, line.text)), None)
