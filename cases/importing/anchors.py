"""Anchors (addresses) of paragraphs and headings, and their alignment on a re-import.

An anchor is computed from the text itself, so every install gives the same one. On a
re-import the old and the new text are aligned: text that is unchanged or lightly edited
between the same neighbours, or that moved or came back, keeps its anchor.
"""

import base64
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

ANCHOR_LENGTH = 8
FINGERPRINT_LENGTH = 16
SPACE = re.compile(r"\s+")

LIGHT_EDIT = 70.0
"""Minimum similarity (rapidfuzz ``ratio``, percent) of an edited paragraph and the old one."""
EDIT_WINDOW = 8
"""Number of old paragraphs that a new one is compared with."""

Pair = tuple[int, int]
"""An old position and a new one."""


class Text(NamedTuple):
    """A text to align: ``key``, compared for equality, and its text, empty if no longer known."""

    key: str
    words: str = ""


def digest(text: str, length: int = FINGERPRINT_LENGTH) -> str:
    """Fingerprint of a text: the first characters of its SHA-256 in lower-case base32."""
    return base64.b32encode(sha256(text.encode()).digest()).decode().lower()[:length]


def anchor_stem(prefix: str, text: str) -> str:
    """Prefix and eight characters of the digest; width and spaces are ignored (OCR errors)."""
    normal = SPACE.sub("", unicodedata.normalize("NFKC", text))
    return f"{prefix}-{digest(normal, ANCHOR_LENGTH)}"


class UniqueNames:
    """Makes names, as anchors and slugs, that are unique: the stem, else ``…-2``, ``…-3``."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self.times: Counter[str] = Counter()

    def give(self, stem: str) -> str:
        """A name that is neither taken nor given before."""
        while True:
            self.times[stem] += 1
            name = stem if self.times[stem] == 1 else f"{stem}-{self.times[stem]}"
            if name not in self.taken:
                self.taken.add(name)
                return name


def align(old: Sequence[Text], new: Sequence[Text]) -> dict[int, int]:
    """Align old and new texts, as ``{new position: old position}``.

    First equal texts in the same order, then lightly edited ones between them, then
    equal ones that moved.
    """
    old_keys, new_keys = [text.key for text in old], [text.key for text in new]
    pairs = same_order(old_keys, new_keys)
    for olds, news in _gaps(pairs, len(old), len(new)):
        pairs += _edited(old, new, olds, news)
    pairs += _moved(old_keys, new_keys, pairs)
    return {after: before for before, after in pairs}


def same_order(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Positions of equal items in a common order (patience diff).

    First items that occur once on both sides, then all others between them.
    """
    once = _singles(old) & _singles(new)
    olds = [place for place, item in enumerate(old) if item in once]
    news = [place for place, item in enumerate(new) if item in once]
    pairs = _common(old, new, olds, news)
    for olds_between, news_between in _gaps(pairs, len(old), len(new)):
        pairs += _common(old, new, olds_between, news_between)
    return sorted(pairs)


def _singles(items: Sequence[str]) -> set[str]:
    return {item for item, count in Counter(items).items() if count == 1}


def _common(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]
) -> list[Pair]:
    """The longest common subsequence of the items at these positions; of copies, the last."""
    olds, news = olds[::-1], news[::-1]
    codes = LCSseq.opcodes([old[place] for place in olds], [new[place] for place in news])
    pairs: list[Pair] = []
    for code in codes:
        if code.tag == "equal":
            pairs += zip(olds[code.src_start : code.src_end], news[code.dest_start :], strict=False)
    return sorted(pairs)


def _gaps(pairs: Sequence[Pair], old_length: int, new_length: int) -> list[tuple[range, range]]:
    """The old and the new positions before, between and after matched pairs."""
    borders = [(-1, -1), *pairs, (old_length, new_length)]
    return [(range(a + 1, c), range(b + 1, d)) for (a, b), (c, d) in pairwise(borders)]


def _edited(old: Sequence[Text], new: Sequence[Text], olds: range, news: range) -> list[Pair]:
    """Pairs of similar paragraphs between the same neighbours, in order."""
    pairs: list[Pair] = []
    first = olds.start
    for after in news:
        near = range(first, min(olds.stop, first + EDIT_WINDOW))
        likeness, best = max(
            ((_likeness(old[place], new[after]), -place) for place in near), default=(0.0, 0)
        )
        if likeness >= LIGHT_EDIT:
            pairs.append((-best, after))
            first = -best + 1
    return pairs


def _likeness(old: Text, new: Text) -> float:
    return ratio(old.words, new.words) if old.words else 0.0


def _moved(old: Sequence[str], new: Sequence[str], pairs: list[Pair]) -> list[Pair]:
    """Pairs of equal items that are not matched yet, in order."""
    used_old = {before for before, _ in pairs}
    used_new = {after for _, after in pairs}
    places: dict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(old))):
        if place not in used_old:
            places[old[place]].append(place)
    return [
        (places[item].pop(), after)
        for after, item in enumerate(new)
        if after not in used_new and places[item]
    ]
