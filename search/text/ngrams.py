"""Characters as terms: how any stretch of a text is found exactly, even inside a word.

A text is indexed by its single characters and by its pairs of neighbours, each pair at its
position; a stretch is then a phrase of pairs that cover it. Pairs are far rarer than
characters, so that such a phrase is found as fast as one of words. Of short texts, each
character is marked with the field it stands in, so that one index field serves all of them.
Spaces have stand-ins, since they part the terms.
"""

from array import array
from collections.abc import Iterable
from itertools import pairwise

CODE = "utf-32-le"
PAIR = 2
SPACE = array("I", " ".encode(CODE))


def single(literal: str) -> str:
    """智慧城 → ``智 慧 城``."""
    return _spread(visible(literal), 1)


def paired(literal: str) -> str:
    """智慧城 → ``智慧 慧城 城␤``."""
    return _spread(f"{visible(literal)}␤", PAIR)


def _spread(text: str, size: int) -> str:
    """Every so many neighbours as a term."""
    # A rebuild does this with every character there is; slices are five times faster than a loop.
    codes = array("I", text.encode(CODE))
    count = len(codes) - size + 1
    spread = SPACE * (count * (size + 1))
    for place in range(size):
        spread[place :: size + 1] = codes[place : place + count]
    return spread.tobytes().decode(CODE)


def covering_pairs(literal: str) -> list[tuple[int, str]]:
    """The fewest pairs that cover a stretch, with their places: 智慧城市群 → 智慧, 城市, 市群."""
    text = visible(literal)
    last = len(text) - 2
    starts = [*range(0, last, 2), last]
    return [(start, text[start : start + 2]) for start in starts]


def every_pair(literal: str) -> list[tuple[int, str]]:
    """All pairs of a stretch, with their places: 智慧城市 → 智慧, 慧城, 城市."""
    return [(start, "".join(pair)) for start, pair in enumerate(pairwise(visible(literal)))]


def scoped(field: str, literals: Iterable[str]) -> str:
    """``place``, 武汉 → ``place:武 place:汉 ␤``."""
    return " ".join(f"{scoped_stretch(field, literal)} ␤" for literal in literals)


def scoped_stretch(field: str, literal: str) -> str:
    return " ".join(f"{field}:{character}" for character in visible(literal))


def known_as(literal: str) -> str:
    """A whole name as one term, apart from the words in it."""
    return f"={visible(literal)}"


def visible(literal: str) -> str:
    return literal.replace(" ", "␣").replace("\n", "␤")
