"""Did you mean: what may have been meant by a search that finds little or nothing.

Proposals only, never a replacement: each puts a known word in the place of a wrong one,
keeps all the rest as typed, and finds something.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice

from .folding import HAN, fold_line
from .query_parser import PIECE
from .suggesting.terms import LONGEST
from .suggesting.vocabulary import Vocabulary, current

FEW = 2
"""With so many full hits or fewer, another spelling may be worth a try."""

MOST = 3
TRIED = 10
"""So many of the likeliest slips are tried; each try is a search."""

CLEARLY = 5
"""A proposal this much likelier than another for the same characters leaves no doubt."""

LOOKED_AT = 60
"""Slips are sought among so many characters; who types more has pasted a text."""

RUN = re.compile(rf"[{HAN}]{{2,}}|[a-z]{{4,}}")
"""What may be misspelt: 汉字 without a break, a Latin word."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of what was typed, and the word that is proposed for it."""

    start: int
    end: int
    word: str
    score: int


def did_you_mean(typed: str, has_hits: Callable[[str], bool]) -> list[str]:
    """Up to three proposals, likeliest first: 智惠城市 → 智慧城市.

    ``has_hits`` tells whether a query, as a reader would type it, finds anything. A word
    that is known, or that finds something as it stands, is left alone; so are words of the
    dictionary that are found apart (深圳交通 is no slip for 深圳交警).
    """
    finds = cache(has_hits)
    vocabulary = current.get()

    def is_right(stretch: str) -> bool:
        return finds(f'"{stretch}"') or (vocabulary.is_words(stretch) and finds(stretch))

    slips = [
        slip for slip in find_slips(typed, vocabulary) if not is_right(typed[slip.start : slip.end])
    ]
    everywhere = without_overlaps(slips)
    if len(everywhere) > 1 and finds(corrected(typed, everywhere)):
        return [corrected(typed, everywhere)]
    proposals = dict.fromkeys(corrected(typed, [slip]) for slip in likeliest(slips))
    return list(islice(filter(finds, proposals), MOST))


def find_slips(typed: str, vocabulary: Vocabulary) -> list[Slip]:
    """The likeliest slips in a query, wherever they stand; what must not occur is left alone."""
    slips = [
        slip
        for piece in PIECE.finditer(typed[:LOOKED_AT])
        if not piece["minus"] and piece.lastgroup
        for slip in slips_between(*piece.span(piece.lastgroup), typed, vocabulary)
    ]
    return sorted(slips, key=lambda slip: (-slip.score, slip.start - slip.end))[:TRIED]


def slips_between(start: int, end: int, typed: str, vocabulary: Vocabulary) -> Iterator[Slip]:
    """The slips in one piece of a query, with their places in the whole."""
    folded = fold_line(typed[start:end])
    for run in RUN.finditer(folded.text):
        for first, last in stretches(run[0], vocabulary):
            left, right = folded.original(run.start() + first, run.start() + last)
            for near in vocabulary.terms.near(run[0][first:last]):
                yield Slip(start + left, start + right, near.word, near.score)


def stretches(run: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where a wrong word may stand: between ends of words, and never in or through a known one."""
    ends = vocabulary.word_ends(run)
    known = list(known_words(run, vocabulary))
    for first, last in combinations(ends, 2):
        if not 1 < last - first <= LONGEST or (first, last) in known:
            continue
        if vocabulary.is_stop_word(without(known, run, first, last)):
            continue
        if all(
            first <= left and right <= last
            for left, right in known
            if first < right and left < last
        ):
            yield first, last


def without(known: Iterable[tuple[int, int]], run: str, first: int, last: int) -> str:
    """What is left of a stretch beside the known words in it: of 武昌的 the 的, which is no slip."""
    inside = [at for at in known if first <= at[0] and at[1] <= last]
    ends = [first, *(end for at in inside for end in at), last]
    return "".join(run[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))


def known_words(run: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The known words in a run, from the left the longest that goes on from there."""
    done = 0
    for first, last in sorted(
        combinations(vocabulary.word_ends(run), 2), key=lambda at: (at[0], -at[1])
    ):
        if first >= done and run[first:last] in vocabulary.terms:
            yield first, last
            done = last


def without_overlaps(slips: Iterable[Slip]) -> list[Slip]:
    """The likeliest slip wherever several overlap."""
    kept: list[Slip] = []
    for slip in slips:
        if all(slip.end <= other.start or other.end <= slip.start for other in kept):
            kept.append(slip)
    return kept


def likeliest(slips: list[Slip]) -> list[Slip]:
    """The slips beside which no overlapping one is clearly likelier."""
    return [
        slip
        for slip in slips
        if not any(
            other.score >= slip.score + CLEARLY
            for other in slips
            if slip.start < other.end and other.start < slip.end
        )
    ]


def corrected(typed: str, slips: Iterable[Slip]) -> str:
    """What was typed, with the proposed words in their places."""
    for slip in sorted(slips, key=lambda slip: slip.start, reverse=True):
        typed = f"{typed[: slip.start]}{slip.word}{typed[slip.end :]}"
    return typed
