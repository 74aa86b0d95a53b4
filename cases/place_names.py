"""Which places a title names: the longest names, the deepest places; and where a body is by its name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cases.models import Place

SCHOOL = re.compile("大学|学院")
"""A school keeps the name of a place wherever it stands."""
IN_BRACKETS = re.compile(r"[（(]([\u3400-\u9fff]{2,8})[)）]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place and where in the title its name stands."""

    place: Place
    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def places_in(title: str, gazetteer: Iterable[Place]) -> list[Mention]:
    """The places a title is about, the deepest first; those above another are left out."""
    mentions = [mention for place in gazetteer if (mention := _mention(title, place))]
    clear = [mention for mention in mentions if not _is_overshadowed(mention, mentions)]
    paths = [mention.place.path for mention in clear]
    lowest = [mention for mention in clear if not _is_above(mention.place, paths)]
    return sorted(lowest, key=lambda mention: (-mention.place.path.count("/"), mention.start))


def seat_in(name: str, gazetteer: Iterable[Place]) -> Mention | None:
    """The place that a body's name opens with, or has in brackets: 山东省高青县人大常委会 → 高青县."""
    if SCHOOL.search(name):
        return None
    places = list(gazetteer)
    seat = _opening(name, places)
    brackets = IN_BRACKETS.search(name)
    if seat or brackets is None:
        return seat
    named = [place for place in places if brackets[1] in place.known_names]
    return Mention(named[0], brackets.start(1), brackets[1]) if len(named) == 1 else None


def _opening(name: str, places: list[Place]) -> Mention | None:
    """The last of the places that the name runs through from its beginning, each in the one before."""
    seat: Mention | None = None
    while True:
        start = seat.end if seat else 0
        inside = [place for place in places if seat is None or _lies_in(place, seat.place)]
        found = [
            Mention(place, start, words)
            for place in inside
            for words in place.known_names
            if name.startswith(words, start)
        ]
        best = max(found, key=_length_and_height, default=None)
        if best is None:
            return seat and Mention(seat.place, 0, name[: seat.end])
        seat = best


def _length_and_height(mention: Mention) -> tuple[int, int]:
    return len(mention.words), -len(mention.place.path)


def _lies_in(place: Place, other: Place) -> bool:
    return place.path != other.path and place.path.startswith(other.path)


def _mention(title: str, place: Place) -> Mention | None:
    """The longest name of a place that stands in the title."""
    found = [name for name in place.known_names if name in title]
    words = max(found, key=len, default="")
    return Mention(place, title.index(words), words) if words else None


def _is_overshadowed(mention: Mention, mentions: list[Mention]) -> bool:
    """Whether a longer name covers this one, or its name means another place sooner."""
    return any(
        other.start <= mention.start
        and mention.end <= other.end
        and (len(other.words) > len(mention.words) or _is_likelier(other, mention, mentions))
        for other in mentions
        if other.place.path != mention.place.path
    )


def _is_likelier(other: Mention, mention: Mention, mentions: list[Mention]) -> bool:
    """Of two places with one name: 吉林 alone is the province; 北京朝阳 is not 辽宁朝阳."""
    if mention.place.path.startswith(other.place.path):
        return True
    if other.place.path.startswith(mention.place.path):
        return False
    paths = [each.place.path for each in mentions]
    return _is_below(other.place, paths) and not _is_below(mention.place, paths)


def _is_below(place: Place, paths: list[str]) -> bool:
    return any(path != place.path and place.path.startswith(path) for path in paths)


def _is_above(place: Place, paths: list[str]) -> bool:
    return any(path != place.path and path.startswith(place.path) for path in paths)
