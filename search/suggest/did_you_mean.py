"""Did you mean: spelling proposals for a search that finds little or nothing.

The query is never replaced. Each proposal puts a known word in the place of a wrong one,
leaves all the rest as typed, and has hits.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice, pairwise

from search.query.parser import piece_pattern
from search.text.analyzer import Analyzer
from search.text.normalisation import HAN, normalize_line

from .spelling_index import MAX_LENGTH
from .suggest import Lexicon, current

FEW_HITS = 2
"""With so many full hits or fewer, other spellings are proposed."""

MAX_PROPOSALS = 3
MAX_TRIED = 10
"""Maximum slips that are tried, the likeliest first; each try is a search."""

CLEARLY_LIKELIER = 5
"""Score difference from which a proposal displaces another for the same characters."""

MAX_CHARACTERS = 60
"""Characters of a query in which slips are looked for; a longer one is a pasted text."""

RUN = re.compile(rf"[{HAN}]{{2,}}|[a-z]{{4,}}")
"""What may be misspelt: 汉字 without a break, a Latin word."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A span of what was typed, and the word that is proposed for it."""

    start: int
    end: int
    word: str
    score: int

    def overlaps(self, other: "Slip") -> bool:
        return self.start < other.end and other.start < self.end


def did_you_mean(typed: str, has_hits: Callable[[str], bool]) -> list[str]:
    """Up to three proposals, likeliest first: 智惠城市 → 智慧城市.

    ``has_hits`` returns whether a query, as a reader would type it, has hits. A word that is
    known, or that has hits as it stands, is left unchanged; so are words of the dictionary
    that are found separately (深圳交通 is no slip for 深圳交警).
    """
    finds = cache(has_hits)
    lexicon = current.get()

    def is_right(text: str) -> bool:
        return finds(f'"{text}"') or (is_words(text, lexicon.analyzer) and finds(text))

    slips = [
        slip for slip in find_slips(typed, lexicon) if not is_right(typed[slip.start : slip.end])
    ]
    everywhere = without_overlaps(slips)
    if len(everywhere) > 1 and finds(corrected(typed, everywhere)):
        return [corrected(typed, everywhere)]
    proposals = dict.fromkeys(corrected(typed, [slip]) for slip in likeliest(slips))
    return list(islice(filter(finds, proposals), MAX_PROPOSALS))


def find_slips(typed: str, lexicon: Lexicon) -> list[Slip]:
    """The likeliest slips in a query, wherever they stand; excluded words are skipped."""
    slips = [
        slip
        for piece in piece_pattern().finditer(typed[:MAX_CHARACTERS])
        if not piece["minus"] and piece.lastgroup
        for slip in slips_between(*piece.span(piece.lastgroup), typed, lexicon)
    ]
    return sorted(slips, key=lambda slip: (-slip.score, slip.start - slip.end))[:MAX_TRIED]


def slips_between(start: int, end: int, typed: str, lexicon: Lexicon) -> Iterator[Slip]:
    """The slips in one piece of a query, with their places in the whole."""
    normalized = normalize_line(typed[start:end])
    for run in RUN.finditer(normalized.text):
        for first, last in stretches(run[0], lexicon):
            left, right = normalized.original(run.start() + first, run.start() + last)
            for word, score in lexicon.spelling_index.near(run[0][first:last]):
                yield Slip(start + left, start + right, word, score)


def stretches(run: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Spans that may be a wrong word: between token boundaries, none in or across a known word.

    Nor a span of known words and a stop word: 武昌的 is no slip.
    """
    ends = word_ends(run, lexicon.analyzer)
    known = list(known_words(run, ends, lexicon))
    for first, last in combinations(ends, 2):
        if not 1 < last - first <= MAX_LENGTH or (first, last) in known:
            continue
        touched = [(left, right) for left, right in known if first < right and left < last]
        if any(left < first or last < right for left, right in touched):
            continue
        edges = [first, *(end for word in touched for end in word), last]
        rest = "".join(run[at:end] for at, end in zip(edges[::2], edges[1::2], strict=True))
        if not lexicon.analyzer.is_stop_word(rest):
            yield first, last


def known_words(run: str, ends: list[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of known words in a run, from the left the longest at each place."""
    done = 0
    for first, last in sorted(combinations(ends, 2), key=lambda at: (at[0], -at[1])):
        if first >= done and run[first:last] in lexicon.spelling_index:
            yield first, last
            done = last


def word_ends(text: str, analyzer: Analyzer) -> list[int]:
    """The token boundaries of a normalised text."""
    tokens = analyzer.tokens(text)
    return sorted({0, *(end for token in tokens for end in (token.start, token.end))})


def is_words(text: str, analyzer: Analyzer) -> bool:
    """Whether a text is made of words of more than one character."""
    ends = word_ends(normalize_line(text).text, analyzer)
    return all(end - start > 1 for start, end in pairwise(ends))


def without_overlaps(slips: Iterable[Slip]) -> list[Slip]:
    """The likeliest slip wherever several overlap."""
    kept: list[Slip] = []
    for slip in slips:
        if not any(map(slip.overlaps, kept)):
            kept.append(slip)
    return kept


def likeliest(slips: list[Slip]) -> list[Slip]:
    """The slips beside which no overlapping one is clearly likelier."""
    return [
        slip
        for slip in slips
        if all(
            other.score < slip.score + CLEARLY_LIKELIER for other in slips if slip.overlaps(other)
        )
    ]


def corrected(typed: str, slips: Iterable[Slip]) -> str:
    """What was typed, with the proposed words in their places."""
    for slip in sorted(slips, key=lambda slip: slip.start, reverse=True):
        typed = f"{typed[: slip.start]}{slip.word}{typed[slip.end :]}"
    return typed
