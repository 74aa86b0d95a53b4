"""Places mentioned in titles (longest names, deepest places), and seats in organisations' names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cases.models import Place

SCHOOL = re.compile("大学|学院")
"""A school is no evidence of a place: its name may have a place where it is not."""
IN_BRACKETS = re.compile(r"[（(]([\u3400-\u9fff]{2,8})[)）]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place mentioned in a text: its name, and the start position."""

    place: Place
    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


class Gazetteer:
    """Lookup of all names of all places, at any position of a text.

    The time grows with the length of the text, not with the number of places.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_name: dict[str, list[Place]] = {}
        self.position: dict[str, int] = {}
        for position, place in enumerate(places):
            self.position[place.path] = position
            for name in place.known_names:
                self.by_name.setdefault(name, []).append(place)
        self.lengths = sorted({len(name) for name in self.by_name}, reverse=True)

    def named_at(self, text: str, start: int) -> Iterator[tuple[str, Place]]:
        """The names that begin at a position, longest first, each with a place of that name."""
        for length in self.lengths:
            name = text[start : start + length]
            if len(name) == length:
                yield from ((name, place) for place in self.by_name.get(name, ()))

    def mentions(self, text: str) -> list[Mention]:
        """The places named in a text, in the gazetteer's order, each by its longest name."""
        found: dict[str, Mention] = {}
        for start in range(len(text)):
            for name, place in self.named_at(text, start):
                known = found.get(place.path)
                if known is None or len(name) > len(known.words):
                    found[place.path] = Mention(place, start, name)
        return [found[path] for path in sorted(found, key=self.position.__getitem__)]


def places_in(title: str, gazetteer: Gazetteer) -> list[Mention]:
    """The places of a title, deepest first, without ancestors of other ones."""
    mentions = gazetteer.mentions(title)
    clear = [mention for mention in mentions if not _is_overshadowed(mention, mentions)]
    lowest = [
        mention
        for mention in clear
        if not any(_lies_in(other.place, mention.place) for other in clear)
    ]
    return sorted(lowest, key=lambda mention: (-mention.place.path.count("/"), mention.start))


def seat_in(name: str, gazetteer: Gazetteer) -> Mention | None:
    """The place at the start of an organisation's name, or in brackets: 山东省高青县人大常委会 → 高青县."""
    if SCHOOL.search(name):
        return None
    seat = _opening(name, gazetteer)
    brackets = IN_BRACKETS.search(name)
    if seat or brackets is None:
        return seat
    named = gazetteer.by_name.get(brackets[1], [])
    return Mention(named[0], brackets.start(1), brackets[1]) if len(named) == 1 else None


def _opening(name: str, gazetteer: Gazetteer) -> Mention | None:
    """The last of the nested places at the start of a name, each inside the one before."""
    seat: Mention | None = None
    while True:
        start = seat.end if seat else 0
        found = [
            Mention(place, start, words)
            for words, place in gazetteer.named_at(name, start)
            if seat is None or _lies_in(place, seat.place)
        ]
        best = max(found, key=_length_and_height, default=None)
        if best is None:
            return seat and Mention(seat.place, 0, name[: seat.end])
        seat = best


def _length_and_height(mention: Mention) -> tuple[int, int]:
    return len(mention.words), -len(mention.place.path)


def _lies_in(place: Place, other: Place) -> bool:
    return place.path != other.path and place.path.startswith(other.path)


def _is_overshadowed(mention: Mention, mentions: list[Mention]) -> bool:
    """Whether a longer name covers this one, or another place of the name is more likely."""
    return any(
        other.start <= mention.start
        and mention.end <= other.end
        and (len(other.words) > len(mention.words) or _is_likelier(other, mention, mentions))
        for other in mentions
        if other.place.path != mention.place.path
    )


def _is_likelier(other: Mention, mention: Mention, mentions: list[Mention]) -> bool:
    """Of two places with one name: 吉林 alone is the province; 北京朝阳 is not 辽宁朝阳."""
    if _lies_in(mention.place, other.place) or _lies_in(other.place, mention.place):
        return _lies_in(mention.place, other.place)
    return _has_ancestor(other, mentions) and not _has_ancestor(mention, mentions)


def _has_ancestor(mention: Mention, mentions: list[Mention]) -> bool:
    return any(_lies_in(mention.place, other.place) for other in mentions)
