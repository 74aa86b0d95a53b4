"""Which places a title names: the longest names, the deepest places."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.models import Place


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
