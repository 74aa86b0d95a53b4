"""N-grams: characters (unigrams) and bigrams as terms, which find any span of a text exactly.

A text is indexed by its single characters and by its bigrams of neighbours, each bigram at its
position; a span is then a phrase query of the bigrams that cover it. Bigrams are far rarer than
characters, so that such a phrase is found as fast as one of words. Of short texts, each
character is marked with the field it stands in, so that one index field serves all of them.
Spaces have stand-ins, since they separate the terms.
"""

from array import array
from collections.abc import Iterable
from itertools import pairwise

CODE = "utf-32-le"
BIGRAM = 2
SPACE = array("I", " ".encode(CODE))


def unigrams(characters: str) -> str:
    """智慧城 → ``智 慧 城``."""
    return _spread(visible(characters), 1)


def bigrams(characters: str) -> str:
    """智慧城 → ``智慧 慧城 城␤``."""
    return _spread(f"{visible(characters)}␤", BIGRAM)


def _spread(text: str, size: int) -> str:
    """The n-grams of a text, n being ``size``, separated by spaces."""
    # A rebuild does this with every character there is; slices are five times faster than a loop.
    codes = array("I", text.encode(CODE))
    count = len(codes) - size + 1
    spread = SPACE * (count * (size + 1))
    for place in range(size):
        spread[place :: size + 1] = codes[place : place + count]
    return spread.tobytes().decode(CODE)


def covering_bigrams(characters: str) -> list[tuple[int, str]]:
    """The fewest bigrams that cover a span, with their places: 智慧城市群 → 智慧, 城市, 市群."""
    text = visible(characters)
    last = len(text) - 2
    starts = [*range(0, last, 2), last]
    return [(start, text[start : start + 2]) for start in starts]


def all_bigrams(characters: str) -> list[tuple[int, str]]:
    """All bigrams of a span, with their places: 智慧城市 → 智慧, 慧城, 城市."""
    return [(start, "".join(bigram)) for start, bigram in enumerate(pairwise(visible(characters)))]


def field_unigrams(field: str, literals: Iterable[str]) -> str:
    """``place``, 武汉 → ``place:武 place:汉 ␤``."""
    return " ".join(f"{field_phrase(field, characters)} ␤" for characters in literals)


def field_phrase(field: str, characters: str) -> str:
    return " ".join(f"{field}:{character}" for character in visible(characters))


def exact_name(characters: str) -> str:
    """A whole name as one term, distinct from the words in it."""
    return f"={visible(characters)}"


def visible(characters: str) -> str:
    return characters.replace(" ", "␣").replace("\n", "␤")
