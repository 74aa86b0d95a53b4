"""Normalisation: one normal form for indexed and for typed text.

NFKC → lower case → traditional to simplified (OpenCC t2s) → a small table of variants
(沢 → 泽). Two strings of equal length come out: ``text``, which is tokenised, and
``characters``, in which every character is normalised alone (乾隆 → 干隆), so that any part of
a text is found by the same characters typed by themselves.

Spaces beside a 汉字 are removed (徐 明 is 徐明); between Latin words one stays.
Line ends stay and separate the lines.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import opencc

DATA = Path(__file__).parent / "data"

HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
INVISIBLE = r"\s\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff"
SPACE = re.compile(rf"[{INVISIBLE}]+")
GAP_OF_WORDS = re.compile(rf"[^\W{HAN}][{INVISIBLE}]*\s[{INVISIBLE}]*[^\W{HAN}]")
"""A gap between two Latin words, with the characters beside it; one space of it stays."""

USUAL_MARKS = [(mark, unicodedata.normalize("NFKC", mark)) for mark in "，：；（）？！"]
LAST_OF_FIRST_PLANE = 0xFFFF
HAN_CHARACTER = re.compile(f"[{HAN}]")
JAMO = range(0x1160, 0x1200)
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")

SHORT = 32
"""Maximum length of a text that is cached: names and typed words recur."""


class NormalizedText(NamedTuple):
    """A normalised text with the place of each of its characters in the original.

    ``starts`` and ``ends`` are ``None`` where normalisation moved nothing, which is usual.
    """

    text: str
    characters: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind ``characters[start:end]``."""
        if self.starts is None or self.ends is None or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]


def read_rows(name: str) -> Iterator[list[str]]:
    """The words of each line of a data file, without comments."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split()


class CharacterTable:
    """Replaces single characters by others; a text with none of them, as most are, is fast."""

    def __init__(self, replacements: Iterable[tuple[str, str]]) -> None:
        self._replacements = {ord(character): other for character, other in replacements}
        # All characters beyond the first plane: a class that lists many of them is slow.
        listed = "".join(chr(each) for each in self._replacements if each <= LAST_OF_FIRST_PLANE)
        self._pattern = re.compile(f"[{listed}\U00010000-\U0010ffff]")

    def apply(self, text: str) -> str:
        return text.translate(self._replacements) if self._pattern.search(text) else text


FULL_WIDTH = CharacterTable(
    (character, unicodedata.normalize("NFKC", character))
    for character in map(chr, (*range(0xFF01, 0xFF5F), 0x3000, 0xA0))
)
"""Full-width characters that NFKC maps one for one."""


def is_han(character: str) -> bool:
    return HAN_CHARACTER.match(character) is not None


def normalize(text: str) -> NormalizedText:
    """Normalise a text of any length; its line ends become line feeds.

    A lone surrogate, which no encoding can write, becomes U+FFFD.
    """
    return _normalize_cached(text) if len(text) <= SHORT else _normalize(text)


def _normalize(text: str) -> NormalizedText:
    text = LONE_SURROGATE.sub("\ufffd", text)
    lines = text.splitlines()
    if len(lines) <= 1:
        return normalize_line(lines[0] if lines else "")
    normalized = [normalize_line(line) for line in lines]
    joined = (
        "\n".join(line.text for line in normalized),
        "\n".join(line.characters for line in normalized),
    )
    if "\r\n" not in text and all(line.starts is None for line in normalized):
        return NormalizedText(*joined)
    starts: list[int] = []
    ends: list[int] = []
    offset = 0
    for line, raw in zip(normalized, text.splitlines(keepends=True), strict=True):
        starts += [offset + at for at in line.starts or range(len(line.text))]
        ends += [offset + at for at in line.ends or range(1, len(line.text) + 1)]
        offset += len(raw)
        starts.append(offset - 1)
        ends.append(offset)
    return NormalizedText(*joined, tuple(starts[:-1]), tuple(ends[:-1]))


_normalize_cached = lru_cache(maxsize=4096)(_normalize)


def normalize_line(raw: str) -> NormalizedText:
    """Normalise one line; faster where every character stays in its place."""
    wide = half_width(raw)
    if unicodedata.is_normalized("NFKC", wide):
        lower = wide.lower()
        if len(lower) == len(raw):
            return _without_spaces(lower, None)
    clusters = list(_clusters(raw))
    spans = [(start, end) for cluster, start, end in clusters for _ in cluster]
    return _without_spaces("".join(cluster for cluster, _, _ in clusters), spans)


def half_width(raw: str) -> str:
    """A text with half-width marks, letters and digits; most texts need no other normalisation."""
    # The usual marks one by one: that is five times faster than a translation.
    for wide, half in USUAL_MARKS:
        raw = raw.replace(wide, half)
    return FULL_WIDTH.apply(raw)


def _clusters(raw: str) -> Iterator[tuple[str, int, int]]:
    """Each character with its combining marks, normalised, with its span."""
    start = 0
    for at in range(1, len(raw) + 1):
        if at == len(raw) or not _joins(raw[at - 1], raw[at]):
            yield unicodedata.normalize("NFKC", raw[start:at]).lower(), start, at
            start = at


def _joins(before: str, mark: str) -> bool:
    """Whether normalisation combines a character with the one before it."""
    if mark < "\u0300":
        return False
    return (
        unicodedata.combining(unicodedata.normalize("NFKC", mark)[0]) != 0
        or ord(mark) in JAMO
        or len(unicodedata.normalize("NFC", before + mark)) == 1
    )


def _without_spaces(text: str, spans: list[tuple[int, int]] | None) -> NormalizedText:
    """Drop the spaces without meaning, then convert the characters to simplified ones."""
    if SPACE.search(text):
        dropped = set[int]()
        for gap in SPACE.finditer(text):
            start, end = gap.span()
            stays = GAP_OF_WORDS.fullmatch(text, max(start - 1, 0), end + 1)
            dropped.update(range(start + 1 if stays else start, end))
        kept = [at for at in range(len(text)) if at not in dropped]
        spans = [spans[at] if spans else (at, at + 1) for at in kept]
        text = SPACE.sub(" ", "".join(text[at] for at in kept))
    simplified = _converter().convert(text)
    if len(simplified) != len(text):
        simplified = _lone_characters().apply(text)
    simplified = _variants().apply(simplified)
    characters = _lone_characters().apply(simplified)
    if spans is None:
        return NormalizedText(simplified, characters)
    starts, ends = (tuple(span[side] for span in spans) for side in (0, 1))
    return NormalizedText(simplified, characters, starts, ends)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _variants() -> CharacterTable:
    return CharacterTable((variant, usual) for variant, usual in read_rows("variants.txt"))


@cache
def _lone_characters() -> CharacterTable:
    """What t2s makes of each character alone; inside a phrase it may leave it unchanged."""
    alone = [chr(code) for code in (*range(0x3400, 0xA000), *range(0x20000, 0x2A6E0))]
    simplified = _converter().convert("\n".join(alone)).split("\n")
    pairs = zip(alone, simplified, strict=True)
    return CharacterTable((a, b) for a, b in pairs if a != b and len(b) == 1)
