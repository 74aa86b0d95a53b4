"""Approximate matching: the spans of a text nearest to a quotation that it does not have."""

from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .matching import Alignment, Match, clause_over, whole_spans
from .texts import Quote, Text

LONGEST_LEFT_OUT = 30
"""Characters that may be missing before the last words of a quotation, or behind its first."""

UNLIKE, REACH_UNLIKE = 0.7, 4
"""From this share of changed characters on, a span was not quoted: its ends are moved by at most
four characters, those of others by up to a third of the pattern."""


def nearly(quote: Quote, text: Text) -> Match:
    """The nearest span of a text to each piece of a quotation, if possible in order."""
    windows = windows_about(text, quote.length)
    found = list[Alignment]()
    for words in (piece.plain for piece in quote.pieces):
        behind = found[-1].end if found else 0
        nearest = near(words, text, windows)
        ahead = [(max(start, behind), end) for start, end in windows if behind < end]
        if ahead and nearest.start < behind:
            nearest = min(near(words, text, ahead), nearest, key=lambda each: each.distance)
        found.append(with_true_ends(text, words, nearest))
    return Match(quote, text, whole_spans(text, found))


def windows_about(text: Text, reach: int) -> list[tuple[int, int]]:
    """The windows around the likely pieces of a text, ``reach`` characters to each side."""
    windows: list[tuple[int, int]] = []
    for position in sorted(text.likely):
        start = max(0, text.borders[position] - reach)
        end = min(len(text.plain), text.borders[position + 1] + reach)
        if windows and start <= windows[-1][1]:
            start, _ = windows.pop()
        windows.append((start, end))
    return windows


def near(words: str, text: Text, windows: Iterable[tuple[int, int]]) -> Alignment:
    """The nearest span within some windows of a text."""
    found = (align(words, text.plain[start:end], start) for start, end in windows)
    return min(found, key=lambda each: each.distance)


def align(pattern: str, text: str, offset: int) -> Alignment:
    """The span of the text with the smallest edit distance (Levenshtein) to the pattern.

    The text begins at ``offset`` of a longer one. Takes rapidfuzz's ``partial_ratio_alignment``
    and moves its end, then its start, to where the distance is smallest. Among equals, a span
    that ends or begins with the pattern's character wins: what is missing near an end is then
    missing, and not another character replaced.
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
    return Alignment(offset + start, offset + end, rank(start, end)[0])


def with_true_ends(text: Text, words: str, found: Alignment) -> Alignment:
    """The span with its ends corrected where the quotation seems to insert characters there.

    They stand further on, behind words that are left out; or others of the clause are
    replaced by them.
    """
    start, end = found.start, found.end
    if start == end:
        return found
    codes = Levenshtein.opcodes(text.plain[start:end], words)
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
