"""Classify lines of running text: table rows, captions, headings, items."""

import re

from cases.parsing.book_records import PassageKind
from cases.parsing.tokens.lines import Line, single_spaced, squeeze
from cases.parsing.tokens.marks import (
    BULLET,
    LONGEST_HEADING,
    Marked,
    is_sentence,
    read_section_mark,
)

CAPTION = re.compile(
    r"(?P<kind>[图表])\s?"
    r"(?P<number>[0-9０-９]{1,3}(?:\s?[-－–—.．]\s?[0-9０-９]{1,3}){0,2}|[一二三四五六七八九十]{1,3})"
    r"(?P<gap>[\s:：、.．]*)(?P<title>.{0,80})"
)
UNMARKED = re.compile("参考文献|结语|结束语|小结|引言|后记|编后记|跋|致谢|索引|缩略语|附录.{0,30}")
"""Headings without a mark, of the same rank as 一、."""

REFERRING = re.compile("[所中显为是给表列可反展的和与至到、，]")
LONGEST_ROW = 2000
STROKES = re.compile("[|｜][^|｜]*[|｜]")
COLUMN_GAP = re.compile(r" {2,}")
LONGEST_CELL = 40
HEADING_LIMIT = 50


def read_caption(text: str) -> PassageKind | None:
    """The kind of a caption of a table or a figure, or None; ``图1-1所示`` begins a sentence."""
    if len(text) > LONGEST_HEADING:
        return None
    match = CAPTION.fullmatch(single_spaced(text))
    if match is None or is_sentence(text):
        return None
    if match["title"] and not match["gap"] and REFERRING.match(match["title"]):
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


def read_heading(text: str) -> Marked | None:
    """A mark and a short title that is not a sentence; ``（1）数据汇聚；`` is an item."""
    if len(text) > 2 * HEADING_LIMIT:
        return None
    if UNMARKED.fullmatch(squeeze(text)):
        return Marked(2, "", single_spaced(text))
    marked = read_section_mark(single_spaced(text))
    if marked is None or not marked.title or len(marked.title) > HEADING_LIMIT:
        return None
    return None if is_sentence(marked.title) else marked


def read_item_marker(text: str) -> str:
    """The number or bullet that a list item begins with; empty for a plain paragraph."""
    bullet = BULLET.match(text)
    if bullet:
        return bullet[0].strip()
    marked = read_section_mark(single_spaced(text[:60]))
    return marked.marker if marked and marked.rank > 1 else ""


def without_marker(text: str, marker: str) -> str:
    """The text after its marker, however the marker was spaced."""
    position = matched = 0
    while position < len(text) and matched < len(marker):
        if not text[position].isspace():
            matched += 1
        position += 1
    return text[position:].lstrip() if squeeze(text[:position]) == marker else text
