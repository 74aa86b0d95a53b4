"""Approximate matching: the spans of a text nearest to a quotation that it does not have."""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from .alignment import Alignment, align
from .matching import Match, widened
from .quote import Quote
from .quote_ends import clause_over
from .texts import Text

LONGEST_LEFT_OUT = 30
"""Characters that may be missing before the last words of a quotation, or behind its first."""


def nearly(quote: Quote, text: Text) -> Match:
    """The nearest span of a text to each piece of a quotation, if possible in order."""
    windows = windows_about(text, quote.length)
    found = list[Alignment]()
    for words in (piece.plain.text for piece in quote.pieces):
        behind = found[-1].end if found else 0
        nearest = near(words, text, windows)
        ahead = [(max(start, behind), end) for start, end in windows if behind < end]
        if ahead and nearest.start < behind:
            nearest = min(near(words, text, ahead), nearest, key=lambda each: each.distance)
        found.append(with_true_ends(text, words, nearest))
    return widened(text, found)


def windows_about(text: Text, reach: int) -> list[tuple[int, int]]:
    """The windows around the likely pieces of a text, ``reach`` characters to each side."""
    windows: list[tuple[int, int]] = []
    for position in sorted(text.likely):
        start = max(0, text.start_of(position) - reach)
        end = min(len(text.plain), text.end_of(position) + reach)
        if windows and start <= windows[-1][1]:
            start, _ = windows.pop()
        windows.append((start, end))
    return windows


def near(words: str, text: Text, windows: Iterable[tuple[int, int]]) -> Alignment:
    """The nearest span within some windows of a text."""
    found = []
    for start, end in windows:
        stretch = align(words, text.plain[start:end])
        found.append(Alignment(start + stretch.start, start + stretch.end, stretch.distance))
    return min(found, key=lambda each: each.distance)


def with_true_ends(text: Text, words: str, found: Alignment) -> Alignment:
    """The span with its ends corrected where the quotation seems to insert characters there.

    They stand further on, behind words that are left out; or others of the clause are
    replaced by them.
    """
    if found.start == found.end:
        return found
    codes = Levenshtein.opcodes(text.plain[found.start : found.end], words)
    start, end = found.start, found.end
    if codes[0].tag == "insert":
        start = true_start(text, words[: codes[0].dest_end], start)
    if codes[-1].tag == "insert":
        end = true_end(text, words[codes[-1].dest_start :], end)
    return Alignment(start, end, found.distance)


def true_start(text: Text, words: str, at: int) -> int:
    first = text.plain.rfind(words, max(0, at - LONGEST_LEFT_OUT - len(words)), at)
    if first >= 0 and len(words) > 1:
        return first
    clause = clause_over(text, at)
    return max(clause.start, at - len(words)) if clause else at


def true_end(text: Text, words: str, at: int) -> int:
    last = text.plain.find(words, at, at + LONGEST_LEFT_OUT + len(words))
    if last >= 0 and len(words) > 1:
        return last + len(words)
    clause = clause_over(text, at)
    return min(clause.end, at + len(words)) if clause else at
