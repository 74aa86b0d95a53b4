"""Alignment: where in a text a quotation is nearest, and what differs there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .plain_text import FIGURES

UNLIKE, REACH_UNLIKE = 0.7, 4
"""From this share of changed characters on, a span was not quoted: its ends are moved by at most
four characters, those of others by up to a third of the pattern."""


class Change(StrEnum):
    """How the quotation changed the text."""

    INSERTED = "inserted"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Alignment:
    """The span of a text that is nearest to a pattern, and its edit distance.

    ``cut`` counts the further characters at its ends that belong to it: figures, 约, 没有.
    """

    start: int
    end: int
    distance: int = 0
    cut: int = 0


@dataclass(slots=True)
class Edit:
    """A span of the text, and what stands in its place in the quotation."""

    start: int
    end: int
    quote_start: int
    quote_end: int
    is_figure: bool = False

    @property
    def change(self) -> Change:
        if self.start == self.end:
            return Change.INSERTED
        return Change.REMOVED if self.quote_start == self.quote_end else Change.CHANGED


def align(pattern: str, text: str) -> Alignment:
    """The span of the text with the smallest edit distance (Levenshtein) to the pattern.

    Takes rapidfuzz's ``partial_ratio_alignment`` and moves its end, then its start, to where the
    distance is smallest. Among equals, a span that ends or begins with the pattern's character
    wins: what is missing near an end is then missing, and not another character replaced.
    """
    seed = fuzz.partial_ratio_alignment(pattern, text) if len(pattern) <= len(text) else None
    start, end = (seed.dest_start, seed.dest_end) if seed else (0, len(text))
    most = Levenshtein.distance(text[start:end], pattern)
    reach = min(most, len(pattern) // 3) if most < UNLIKE * len(pattern) else REACH_UNLIKE

    def rank(start: int, end: int) -> tuple[int, bool, bool]:
        edits = Levenshtein.distance(text[start:end], pattern, score_cutoff=most)
        return edits, text[end - 1 : end] != pattern[-1], text[start : start + 1] != pattern[0]

    ends = range(max(start, end - reach), min(end + reach, len(text)) + 1)
    end = min(ends, key=lambda at: rank(start, at))
    starts = range(min(start + reach, end), max(start - reach, 0) - 1, -1)
    start = min(starts, key=lambda at: rank(at, end))
    return Alignment(start, end, rank(start, end)[0])


def edits(text: str, quote: str) -> list[Edit]:
    """The edits (Levenshtein), in order; figures as wholes: 120 became 130, not 2 became 3."""
    codes = Levenshtein.opcodes(text, quote)
    found = [
        Edit(code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in codes
        if code.tag != "equal"
    ]
    for edit in found:
        if _is_about_figures(text[edit.start : edit.end], quote[edit.quote_start : edit.quote_end]):
            edit.is_figure = True
            _widen(edit, text, quote)
    return _joined(found)


def counterpart(text: str, quote: str, at: int) -> int:
    """The offset in the quotation that corresponds to an offset in the text."""
    for code in Levenshtein.opcodes(text, quote):
        if at <= code.src_end:
            return min(code.dest_start + at - code.src_start, code.dest_end)
    return len(quote)


def _is_about_figures(text: str, quote: str) -> bool:
    """Whether figures are what differs: 120 and 130, 九 and 八, but not 统一 and 统筹."""
    return any(map(str.isdecimal, text + quote)) or FIGURES.issuperset(text + quote)


def _widen(edit: Edit, text: str, quote: str) -> None:
    """Take in the characters on both sides that belong to the figure."""
    before = zip(text[: edit.start][::-1], quote[: edit.quote_start][::-1], strict=False)
    after = zip(text[edit.end :], quote[edit.quote_end :], strict=False)
    wider = _shared_figures(before)
    edit.start, edit.quote_start = edit.start - wider, edit.quote_start - wider
    wider = _shared_figures(after)
    edit.end, edit.quote_end = edit.end + wider, edit.quote_end + wider


def _shared_figures(pairs: Iterable[tuple[str, str]]) -> int:
    """How many characters of a figure both have alike, from the first pair on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0] in FIGURES, pairs))


def _joined(found: Iterable[Edit]) -> list[Edit]:
    """Edits that touch, or leave a lone character between them, as one."""
    joined: list[Edit] = []
    for edit in found:
        if joined and edit.start - joined[-1].end <= 1:
            joined[-1].end = max(joined[-1].end, edit.end)
            joined[-1].quote_end = max(joined[-1].quote_end, edit.quote_end)
            joined[-1].is_figure |= edit.is_figure
        else:
            joined.append(edit)
    return joined
