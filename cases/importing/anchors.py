"""Anchors (addresses) of paragraphs and headings, and their alignment on a re-import.

An anchor is computed from the text itself, so every install gives the same one. On a
re-import the old and the new text are aligned: text that is unchanged or lightly edited
between the same neighbours, or that moved or came back, keeps its anchor.
"""

import base64
import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

ANCHOR_LENGTH = 8
FINGERPRINT_LENGTH = 16
SPACE = re.compile(r"\s+")

LIGHT_EDIT = 70.0
"""Minimum similarity (rapidfuzz ``ratio``, percent) of an edited paragraph and the old one."""
EDIT_WINDOW = 8
"""Number of old paragraphs that a new one is compared with."""
EXACT_GAP = 250_000
"""Maximum of old times new paragraphs up to which a gap is aligned exactly."""

Pair = tuple[int, int]
"""An old position and a new one."""
Span = tuple[range, range]


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


class Anchors:
    """Generates anchors that are unique in the book."""

    def __init__(self, prefix: str, taken: Iterable[str] = ()) -> None:
        self.prefix = prefix
        self.taken = set(taken)
        self.times: Counter[str] = Counter()

    def give(self, text: str) -> str:
        """The stem; for a text that occurs again, the stem and ``-2``, ``-3``."""
        stem = anchor_stem(self.prefix, text)
        while True:
            self.times[stem] += 1
            anchor = stem if self.times[stem] == 1 else f"{stem}-{self.times[stem]}"
            if anchor not in self.taken:
                self.taken.add(anchor)
                return anchor


def align(old: Sequence[Text], new: Sequence[Text]) -> dict[int, int]:
    """Align old and new texts, as ``{new position: old position}``.

    First equal texts in the same order, then lightly edited ones between them, then
    equal ones that moved.
    """
    old_keys, new_keys = [text.key for text in old], [text.key for text in new]
    pairs = same_order(old_keys, new_keys)
    gaps = list(_gaps(pairs, len(old), len(new)))
    pairs += [pair for gap in gaps for pair in _edited(old, new, gap)]
    pairs += _moved(old_keys, new_keys, pairs)
    return {after: before for before, after in pairs}


def same_order(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Positions of equal items in a common order (patience diff); fast for long books."""
    pairs = _landmarks(old, new)
    gaps = list(_gaps(pairs, len(old), len(new)))
    return sorted(pairs + [pair for gap in gaps for pair in _within(old, new, gap)])


def _landmarks(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The longest increasing subsequence of the items that occur exactly once on both sides."""
    once = _singles(new)
    candidates = [(place, once[item]) for item, place in _singles(old).items() if item in once]
    return _longest_rising(sorted(candidates))


def _singles(items: Sequence[str]) -> dict[str, int]:
    counts = Counter(items)
    return {item: place for place, item in enumerate(items) if counts[item] == 1}


def _longest_rising(pairs: list[Pair]) -> list[Pair]:
    """The longest subsequence in which the second numbers increase too (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for place, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        back.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            piles.append(place)
        else:
            tops[pile], piles[pile] = value, place
    chain: list[Pair] = []
    place = piles[-1] if piles else -1
    while place >= 0:
        chain.append(pairs[place])
        place = back[place]
    return chain[::-1]


def _gaps(pairs: list[Pair], old_length: int, new_length: int) -> Iterator[Span]:
    """The spans before, between and after matched pairs."""
    first_old = first_new = 0
    for before, after in [*pairs, (old_length, new_length)]:
        yield range(first_old, before), range(first_new, after)
        first_old, first_new = before + 1, after + 1


def _within(old: Sequence[str], new: Sequence[str], gap: Span) -> list[Pair]:
    """Match one span: its equal beginning and end, then the items between them."""
    (olds, news), pairs = gap, []
    while olds and news and old[olds[-1]] == new[news[-1]]:
        pairs.append((olds[-1], news[-1]))
        olds, news = olds[:-1], news[:-1]
    while olds and news and old[olds[0]] == new[news[0]]:
        pairs.append((olds[0], news[0]))
        olds, news = olds[1:], news[1:]
    if not olds or not news:
        return pairs
    matcher = _exact if len(olds) * len(news) <= EXACT_GAP else _greedy
    return pairs + [(olds[a], news[b]) for a, b in matcher(_cut(old, olds), _cut(new, news))]


def _cut(items: Sequence[str], part: range) -> Sequence[str]:
    return items[part.start : part.stop]


def _exact(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(a + step, b + step) for a, b, size in blocks for step in range(size)]


def _greedy(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Match each item with the next equal old one: not optimal, but in near-linear time."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(old):
        places[item].append(place)
    pairs: list[Pair] = []
    first = 0
    for after, item in enumerate(new):
        found = bisect_left(places[item], first)
        if found < len(places[item]):
            pairs.append((places[item][found], after))
            first = places[item][found] + 1
    return pairs


def _edited(old: Sequence[Text], new: Sequence[Text], gap: Span) -> list[Pair]:
    """Pairs of similar paragraphs between the same neighbours, in order."""
    olds, news = gap
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
