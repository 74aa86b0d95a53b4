"""Pinyin of texts and names, for suggestions and spelling proposals, never for matching.

A text is romanised word by word, so that 吉林省长春市 is not read as if it had 省长 in it;
``data/pinyin.txt`` holds the words that pypinyin reads wrongly.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from .analyzer import Analyzer
from .normalisation import normalize_line, read_rows

LATIN = re.compile(r"[a-z0-9]+")
TONE = re.compile("(?<=[a-z])(\u0308?)[\u0300\u0301\u0304\u030c]")
LOOSE = (
    (re.compile("(?<=[ZCS])h"), ""),
    (re.compile("ng(?![a-z])"), "n"),
    (re.compile("N"), "L"),
)
"""Syllables that many people say, and so type, alike: zh and z, -ng and -n, n and l."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The pinyin of a name, in full and as initials: 深圳交通 as ShenZhenJiaoTong and SzJt.

    Capitals mark where a syllable, and in the initials where a word, begins.
    """

    full: str
    initials: str

    @property
    def loose(self) -> str:
        """The full spelling with similar sounds merged: SenZen for 深圳."""
        spelled = self.full
        for pattern, instead in LOOSE:
            spelled = pattern.sub(instead, spelled)
        return spelled

    @classmethod
    def of_syllables(cls, syllables: Iterable[str]) -> "Spelling":
        """The spelling of one word of 汉字 from its syllables: zhi, hui."""
        syllables = list(syllables)
        initials = "".join(syllable[0] for syllable in syllables)
        return cls("".join(map(str.capitalize, syllables)), initials.capitalize())


def spell(text: str, analyzer: Analyzer) -> Spelling:
    """The spelling of a text; marks are dropped, Latin words and figures stay."""
    parts = list[Spelling]()
    for at, piece in enumerate(_overrides_pattern().split(normalize_line(text).text)):
        if at % 2:
            parts.append(Spelling.of_syllables(_overrides()[piece]))
        else:
            parts += (_word(token.term) for token in analyzer.tokens(piece))
    return Spelling("".join(each.full for each in parts), "".join(each.initials for each in parts))


def spell_person(name: str) -> Spelling:
    """The spelling of a person's name, with the readings of surnames: 仇保兴 as QiuBaoXing."""
    from cases.importing.romanisation import person_pinyin

    return Spelling.of_syllables(person_pinyin(name).split())


def letters_of(typed: str) -> str:
    """The typed text as bare letters and figures (``xi'an`` → xian); empty if there are 汉字."""
    bare = re.sub(r"[\s'’\-.]", "", without_tones(normalize_line(typed).text))
    return bare if LATIN.fullmatch(bare) and not bare.isdecimal() else ""


def without_tones(normalized: str) -> str:
    """Letters as keyboards have them: wǔhàn → wuhan, nǚ → nv."""
    if normalized.isascii():
        return normalized
    bare = TONE.sub(r"\1", unicodedata.normalize("NFD", normalized)).replace("u\u0308", "v")
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=100_000)
def _word(word: str) -> Spelling:
    """The spelling of one token: of 汉字, or of other characters."""
    if latin := "".join(LATIN.findall(word)):
        return Spelling(latin.capitalize(), latin.capitalize())
    from pypinyin import lazy_pinyin

    return Spelling.of_syllables(lazy_pinyin(word, errors="ignore"))


@cache
def _overrides() -> dict[str, tuple[str, ...]]:
    return {word: tuple(syllables) for word, *syllables in read_rows("pinyin.txt")}


@cache
def _overrides_pattern() -> re.Pattern[str]:
    longest_first = sorted(_overrides(), key=len, reverse=True)
    return re.compile(f"({'|'.join(longest_first)})")
