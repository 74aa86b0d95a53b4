"""Matching: the span of one text that a quotation was taken from, or that is nearest to it.

Places are offsets in the plain text of a ``Text``. A span includes the figures at its ends, and
what governs its first and last words: negations and hedges of the same clause.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .quoted_places import Place, place_of
from .texts import Clause, Piece, Quote, Span, Text, qualifiers_in

MOST_OCCURRENCES = 100
"""Maximum occurrences of a quotation's last piece that are tried in one text."""

LONGEST_LEFT_OUT = 30
"""Characters that may be missing before the last words of a quotation, or behind its first."""

UNLIKE, REACH_UNLIKE = 0.7, 4
"""From this share of changed characters on, a span was not quoted: its ends are moved by at most
four characters, those of others by up to a third of the pattern."""

DIGITS = "0-9"
ONES = "零〇一二两三四五六七八九"
TENS = "十百千万亿"
CUT_FIGURE = re.compile(
    rf"[{DIGITS}.][{DIGITS}.]|[{DIGITS}][%‰{TENS}]|(?<![{DIGITS}])-[{DIGITS}]"
    rf"|[{ONES}{TENS}][{TENS}]|[{TENS}][{ONES}]|之[{DIGITS}{ONES}{TENS}]"
)
"""Two characters of one figure; between them no quotation begins or ends."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The span of a text that is nearest to a pattern, and its edit distance.

    ``cut`` counts the further characters at its ends that belong to it: figures, 约, 没有.
    """

    start: int
    end: int
    distance: int = 0
    cut: int = 0


@dataclass(frozen=True)
class Match:
    """Where the pieces of a quotation stand in one text, or come nearest to it."""

    quote: Quote
    text: Text
    alignments: Sequence[Alignment]

    @property
    def distance(self) -> int:
        """The edit distance, in characters."""
        return sum(each.distance for each in self.alignments)

    @property
    def cut(self) -> int:
        """How many further characters at the ends of the spans belong to them."""
        return sum(each.cut for each in self.alignments)

    @property
    def is_in_order(self) -> bool:
        starts = [each.start for each in self.alignments]
        return starts == sorted(starts)

    @property
    def is_exact(self) -> bool:
        """Whether the words are the same, and none is left out that governs those that stay."""
        severs = any(span for each in self.left_out for span in severed(self.text, *each))
        return not (self.distance or self.cut or severs)

    @cached_property
    def left_out(self) -> list[Span]:
        """The span of the text that is left out behind each piece; behind the last it is empty."""
        following = [*(each.start for each in self.alignments[1:]), 0]
        pairs = zip(self.alignments, following, strict=True)
        return [(each.end, max(each.end, start)) for each, start in pairs]

    @property
    def omitted(self) -> int:
        """How many characters the ellipses stand for."""
        return sum(end - start for start, end in self.left_out)

    @property
    def parts(self) -> Iterator[tuple[Piece, Alignment, Span, Span]]:
        """Each piece, its place in the text, and what is left out behind it with its ellipsis."""
        return zip(
            self.quote.pieces, self.alignments, self.left_out, self.quote.ellipses, strict=True
        )

    @property
    def place(self) -> Place:
        start = min(each.start for each in self.alignments)
        return place_of(self.text.excerpts(start, max(each.end for each in self.alignments)))

    @property
    def similarity(self) -> float:
        """The share of the quotation's characters that are unchanged, 0 to 1."""
        return max(0.0, 1 - (self.distance + self.cut) / self.quote.length)


def exact_match(quote: Quote, text: Text) -> Match | None:
    """Where a text has every piece of a quotation, in order; an exact match if there is one."""
    found = list[Match]()
    for alignments in islice(placements(quote, text), MOST_OCCURRENCES):
        match = Match(quote, text, whole_spans(text, alignments))
        if match.is_exact:
            return match
        found.append(match)
    return min(found, key=lambda match: (match.cut, match.omitted), default=None)


def placements(quote: Quote, text: Text) -> Iterator[list[Alignment]]:
    """For each occurrence of the last piece the nearest occurrences of those before it."""
    *before, last = (piece.plain for piece in quote.pieces)
    after = 0
    for words in before:
        start = next(occurrences(words, text, after), None)
        if start is None:
            return
        after = start + len(words)
    for start in occurrences(last, text, after):
        found = [Alignment(start, start + len(last))]
        for words in reversed(before):
            nearest = last_occurrence(words, text, found[0].start)
            found.insert(0, Alignment(nearest, nearest + len(words)))
        yield found


def occurrences(words: str, text: Text, after: int) -> Iterator[int]:
    """The places of the words where neither end cuts a figure."""
    at = text.plain.find(words, after)
    while at >= 0:
        if not (is_cut(text, at) or is_cut(text, at + len(words))):
            yield at
        at = text.plain.find(words, at + 1)


def last_occurrence(words: str, text: Text, before: int) -> int:
    """The last of these places that ends before another; there has to be one."""
    at = text.plain.rfind(words, 0, before)
    while is_cut(text, at) or is_cut(text, at + len(words)):
        at = text.plain.rfind(words, 0, at + len(words) - 1)
    return at


def nearest_match(quote: Quote, text: Text) -> Match:
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


def whole_spans(text: Text, found: Sequence[Alignment]) -> list[Alignment]:
    """The spans, widened to whole figures and the outer ends to what governs them."""
    last = len(found) - 1
    wider = []
    for at, each in enumerate(found):
        start = figure_end(text, each.start, -1) if at else whole_start(text, each.start)
        end = figure_end(text, each.end, 1) if at < last else whole_end(text, each.end)
        cut = end - start - (each.end - each.start)
        wider.append(Alignment(start, end, each.distance, cut))
    return wider


def is_cut(text: Text, at: int) -> bool:
    """Whether a figure goes on over a place in a text; it ends where a paragraph ends."""
    if at <= 0 or at in text.borders:
        return False
    return CUT_FIGURE.match(text.plain, at - 1) is not None


def figure_end(text: Text, at: int, step: int) -> int:
    """Where the figure that a place lies in begins (step -1) or ends (1); else the place itself."""
    while is_cut(text, at):
        at += step
    return at


def clause_over(text: Text, at: int) -> Clause | None:
    """The clause that a place lies inside, if any."""
    clauses = text.clauses(at - 1, at + 1)
    return next((clause for clause in clauses if clause.start < at < clause.end), None)


def whole_start(text: Text, at: int) -> int:
    """Where a quotation has to begin so that no figure, negation or hedge before it is lost."""
    first = figure_end(text, at, -1)
    clause = clause_over(text, at) if first == at else None
    while clause and (lost := [q.start for q in clause.qualifiers if q.is_lost_before(first)]):
        first = min(lost)
    return first


def whole_end(text: Text, at: int) -> int:
    """Where a quotation has to end so that no figure, negation or hedge behind it is lost."""
    last = figure_end(text, at, 1)
    clause = clause_over(text, at) if last == at else None
    while clause and (lost := [q.end for q in clause.qualifiers if q.is_lost_behind(last)]):
        last = max(lost)
    return last


def severed(text: Text, start: int, end: int) -> Iterator[Span]:
    """Spans with a qualifier that an omission removes from clauses of which words stay.

    A whole clause may be left out: that changes nothing about the words that stay.
    """
    if start == end:
        return
    for clause in dict.fromkeys((*text.clauses(start, start + 1), *text.clauses(end - 1, end))):
        first, last = max(clause.start, start), min(clause.end, end)
        is_whole = start <= clause.start and clause.end <= end
        if not is_whole and qualifiers_in([clause], first, last):
            yield first, last
