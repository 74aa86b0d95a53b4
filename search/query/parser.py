"""Query parser: typed text → an expression of words; no input is an error.

Words stand between spaces. ``"短语"`` is taken literally, ``-词`` must not occur, ``OR``
or ``｜`` joins its neighbours, ``地点:武汉`` looks in one field only. Everything else is
text: a lone quote, a colon after an unknown name, control characters, marks alone. Marks
around a word that is not quoted are not a part of it: 《智慧》 and 智慧？ ask for 智慧.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from casebook.core.filters.facets import prefixes
from search.text.normalisation import INVISIBLE

MAX_CHARACTERS = 2_000
MAX_WORDS = 32

SPACE = r"\s\x00-\x1f\x7f"
QUOTES = (('"', '"'), ("\uff02", "\uff02"), ("“", "”"), ("「", "」"), ("『", "』"))


def _quoted(number: int, start: str, end: str) -> str:
    """The pattern of a quoted phrase; marks common in print quote only between spaces or bars."""
    stretch = rf"{start}(?P<quoted{number}>[^{start}{end}]*){end}"
    if start == end:
        return stretch
    return rf"(?<![^{SPACE}\-－−:：|｜]){stretch}(?![^{SPACE}|｜])"


QUOTED = "|".join(_quoted(number, *marks) for number, marks in enumerate(QUOTES))


@cache
def fields() -> dict[str, str]:
    """The index field of each prefix, in both widths of colon: 城市:武汉."""
    return prefixes()


@cache
def piece_pattern() -> re.Pattern[str]:
    """The pattern of one piece of a query: a word with its prefix, a bar, a lone mark."""
    return re.compile(
        rf"""(?P<minus>[-－−])?
        (?:(?P<field>{"|".join(sorted(fields(), key=len, reverse=True))})\s?[:：]\s?)?
        (?:{QUOTED}|(?P<bare>[^{SPACE}"“”「」『』＂|｜]+))
        |(?P<bar>[|｜])
        |(?P<lone>[^{SPACE}])""",
        re.VERBOSE,
    )


HAS_CONTENT = re.compile(r"[^\W_]")
VISIBLE = re.compile(rf"[^{INVISIBLE}]")
PART_OF_A_WORD = frozenset("+#%‰°℃$¥€£＋＃％＄￥￡")
"""Marks that belong to a word: C#, 互联网+, 12%."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or phrase of a query; ``alternatives`` are synonyms, which have a lower weight."""

    text: str
    exact: bool = False
    field: str | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed query: OR groups, of each of which one word is wanted, and excluded words."""

    groups: tuple[tuple[Word, ...], ...] = ()
    excluded: tuple[Word, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups or self.excluded)

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word that may be found, in the order typed."""
        return tuple(word for group in self.groups for word in group)


def parse_expression(typed: str) -> Expression:
    """Parse a query; of a longer one the first ``MAX_CHARACTERS``."""
    groups: list[tuple[Word, ...]] = []
    excluded: list[Word] = []
    joining = False
    for position, piece in enumerate(piece_pattern().finditer(typed[:MAX_CHARACTERS])):
        if _is_or(piece):
            joining = bool(groups)
            continue
        word = _word(piece)
        if word is None:
            continue
        if piece["minus"] and (position == 0 or _begins(piece)):
            excluded.append(word)
        elif joining:
            groups[-1] = (*groups[-1], word)
        else:
            groups.append((word,))
        joining = False
    return _bounded(groups, excluded) or _marks_alone(typed)


def _marks_alone(typed: str) -> Expression:
    """The expression of marks without any word, as an exact phrase; empty for spaces."""
    marks = re.sub(rf"[{SPACE}]+", " ", typed[:MAX_CHARACTERS]).strip()
    return Expression(((Word(marks, exact=True),),)) if VISIBLE.search(marks) else Expression()


def _is_or(piece: re.Match[str]) -> bool:
    return bool(piece["bar"]) or piece[0] == "OR"


def _begins(piece: re.Match[str]) -> bool:
    """Whether a space stands before the piece, so that its minus is not a hyphen."""
    return piece.string[piece.start() - 1].isspace()


def _word(piece: re.Match[str]) -> Word | None:
    field = fields().get(piece["field"] or "")
    quoted = next((piece[f"quoted{n}"] for n in range(len(QUOTES)) if piece[f"quoted{n}"]), None)
    if quoted is not None:
        return Word(quoted, exact=True, field=field) if VISIBLE.search(quoted) else None
    bare = piece["bare"] or ""
    return Word(_without_marks(bare), field=field) if HAS_CONTENT.search(bare) else None


def _without_marks(bare: str) -> str:
    """A word without the marks around it."""
    return bare.strip("".join(filter(_is_mark, set(bare) - PART_OF_A_WORD)))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSC"


def _bounded(groups: list[tuple[Word, ...]], excluded: list[Word]) -> Expression:
    """At most ``MAX_WORDS`` words, each once."""
    kept: list[tuple[Word, ...]] = []
    room = MAX_WORDS
    for group in dict.fromkeys(groups):
        words = tuple(dict.fromkeys(group))[:room]
        room -= len(words)
        if words:
            kept.append(words)
    return Expression(tuple(kept), tuple(dict.fromkeys(excluded))[:MAX_WORDS])
