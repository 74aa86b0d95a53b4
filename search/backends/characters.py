"""Characters as terms: how any stretch of a text is found exactly, even inside a word.

A text is indexed as all its pairs of neighbouring characters, each at its position, and as
the set of its characters. A stretch is then a phrase of every second pair: 智慧城市 asks
for 智慧 with 城市 two places on. Line ends and spaces have stand-ins, since a space parts
the terms themselves.
"""

from collections.abc import Iterable
from itertools import pairwise

STAND_INS = str.maketrans({" ": "␣", "\n": "␤"})


def pairs(literal: str) -> str:
    """``智慧城`` → ``智慧 慧城``; term positions are character positions."""
    text = literal.translate(STAND_INS)
    return " ".join(map("".join, pairwise(text)))


def singles(literal: str) -> str:
    """Each character of a text once."""
    return " ".join(set(literal.translate(STAND_INS)))


def phrase_of_pairs(literal: str) -> list[tuple[int, str]]:
    """The pairs that hold a stretch of at least two characters together."""
    text = literal.translate(STAND_INS)
    last = len(text) - 2
    return [(at, text[at : at + 2]) for at in [*range(0, last, 2), last]]


def scoped(field: str, values: Iterable[str]) -> str:
    """Pairs and characters of short texts, each marked with the field it stands in."""
    terms: list[str] = []
    for literal in values:
        text = literal.translate(STAND_INS)
        terms += [f"{field}:{a}{b}" for a, b in pairwise(text)]
        terms.append("␤")
        terms += [f"{field}:{character}" for character in set(text)]
    return " ".join(terms)
