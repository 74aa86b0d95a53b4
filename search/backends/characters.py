"""Characters as terms: how any stretch of a text is found exactly, even inside a word.

A text is indexed character by character, each at its position, by Tantivy's own tokenizer;
a stretch is then a phrase of characters. Of short texts, each character is marked with the
field it stands in, so that one index field serves all of them; spaces have stand-ins there,
since they part the terms.
"""

from collections.abc import Iterable

TOKENIZER = "characters"
EVERY_CHARACTER = r"(?s)."
STAND_INS = str.maketrans({" ": "␣", "\n": "␤"})


def scoped(field: str, literals: Iterable[str]) -> str:
    """``place``, 武汉 → ``place:武 place:汉 ␤``."""
    texts = (literal.translate(STAND_INS) for literal in literals)
    return " ".join(f"{scoped_stretch(field, text)} ␤" for text in texts)


def scoped_stretch(field: str, literal: str) -> str:
    return " ".join(f"{field}:{character}" for character in literal.translate(STAND_INS))
