"""Snippets: the stretch of an original text that shows best why it was found."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from search.query.results import Snippet, Span
from search.text.normalisation import Folded, fold

LENGTH = 120
LEAD = 24
"""How much is shown, and how much of it before the first mark."""

MAX_MARKS = 400
LEAST_MARKS = 8
"""More places than this, or of each of many stretches than this, are not looked at."""

WANTED = 3
"""What is shown nowhere else is worth so many times as much."""

SENTENCE_END = re.compile("[。！？；!?;\n]")


class Alone(str):
    """A stretch that counts only where no Latin letter stands beside it: AI, but not in Shanghai."""

    __slots__ = ()

    def places(self, literal: str) -> Iterator[Span]:
        """Every place of it in a folded text."""
        for found in re.finditer(f"(?<![a-z]){re.escape(self)}(?![a-z])", literal):
            yield found.span()


class Printed(NamedTuple):
    """A text as printed with its folded form at hand, since folding takes longer than finding.

    ``moved`` says that folding moved characters: a place in the one is another in the other.
    """

    text: str
    literal: str
    moved: bool = False

    @classmethod
    def of(cls, text: str, folded: Folded | None = None) -> "Printed":
        folded = folded or fold(text)
        return cls(text, folded.literal, folded.starts is not None)

    def original(self, places: Sequence[Span]) -> Sequence[Span]:
        """Where places of the folded form stand in the text."""
        if not self.moved:
            return places
        folded = fold(self.text)
        return [folded.original(*place) for place in places]

    def line(self, at: int) -> tuple["Printed", int]:
        """The line around a place of the folded form, and where it begins in the text."""
        start = self.literal.rfind("\n", 0, at) + 1
        end = end if (end := self.literal.find("\n", at)) >= 0 else len(self.literal)
        literal = self.literal[start:end]
        if not self.moved:
            return Printed(self.text[start:end], literal), start
        lines = self.text.splitlines(keepends=True)
        number = self.literal.count("\n", 0, at)
        begin = sum(map(len, lines[:number]))
        return Printed(lines[number], literal, moved=True), begin


def highlights(printed: Printed, literals: Sequence[str]) -> tuple[Span, ...]:
    """Where an original text has any of the folded stretches, joined where they touch."""
    places = _places(printed.literal, literals)
    return _joined(printed.original(places)) if places else ()


def snippet(printed: Printed, literals: Sequence[str], wanted: Collection[str] = ()) -> Snippet:
    """The best stretch within one line, for two statements must not run together in it.

    Of the ``literals`` that may be marked, those ``wanted`` are shown nowhere else.
    """
    worth: dict[str, int] = {}
    if len(literals) > 1:  # of one stretch any place is as good as the others
        worth = {each: len(each) * (WANTED if each in wanted else 1) for each in literals}
    places = _places(printed.literal, literals)
    line, begin = printed, 0
    if "\n" in printed.literal:
        line, begin = printed.line(_best_start(printed.literal, places, worth))
        places = _places(line.literal, literals)
    if not places:
        return _stretch(line.text, 0, (), begin)
    start = _best_start(line.literal, places, worth)
    (at, _), *spans = line.original([(start, start + 1), *places])
    return _stretch(line.text, at, _joined(spans), begin)


def _stretch(text: str, at: int, spans: Sequence[Span], offset: int) -> Snippet:
    """What is shown of a line, around a place, with the marks in it."""
    start = _begin(text, at)
    end = min(len(text), start + LENGTH)
    shown = text[start:end].rstrip()
    stop = start + len(shown)
    lead = "…" if text[:start].strip() else ""
    tail = "…" if text[stop:].strip() else ""
    shift = len(lead) - start
    seen = spans[bisect_right(spans, (start, start)) : bisect_left(spans, (stop, 0))]
    marks = tuple([(span[0] + shift, min(span[1], stop) + shift) for span in seen])
    words = shown.replace("\n", " ").replace("\r", " ")
    return Snippet(f"{lead}{words}{tail}", marks, offset + start)


def stands_in(stretch: str, literal: str) -> bool:
    """Whether a folded text has the stretch."""
    if stretch not in literal:
        return False
    return not isinstance(stretch, Alone) or any(stretch.places(literal))


def _places(literal: str, literals: Sequence[str]) -> list[Span]:
    """Every place of every stretch, in order; longer before shorter at one place."""
    places: list[Span] = []
    for stretch in literals:
        if not stretch or stretch not in literal:
            continue
        room = max(LEAST_MARKS, MAX_MARKS // len(literals))
        if isinstance(stretch, Alone):
            places += islice(stretch.places(literal), room)
            continue
        at = literal.find(stretch)
        most = len(places) + room
        while at >= 0 and len(places) < most:
            places.append((at, at + len(stretch)))
            at = literal.find(stretch, at + 1)
    if len(places) > 1:
        places.sort(key=lambda place: (place[0], -place[1]))
    return places


def _best_start(literal: str, places: Sequence[Span], worth: Mapping[str, int]) -> int:
    """Where the stretch of a line begins in which different marks are worth most together."""
    if len(places) <= 1 or not worth:
        return places[0][0] if places else 0
    most = sum(worth.values())
    best, best_worth, line_end = 0, 0, -1
    for number, (start, _) in enumerate(places):
        if start > line_end:
            line_end = end if (end := literal.find("\n", start)) >= 0 else len(literal)
        last = min(start + LENGTH - LEAD, line_end)
        seen = set()
        for place in places[number:]:
            if place[0] >= last:
                break
            if place[1] <= last:
                seen.add(literal[place[0] : place[1]])
        together = sum([worth[mark] for mark in seen])
        if together > best_worth:
            best, best_worth = start, together
            if best_worth == most:
                break
    return best


def _begin(text: str, at: int) -> int:
    """Begin a little before the mark, at a sentence where one begins there."""
    if at + LENGTH // 2 >= len(text) and len(text) <= LENGTH:
        return 0
    start = max(0, min(at - LEAD, len(text) - LENGTH))
    for end in SENTENCE_END.finditer(text, start, at):
        start = end.end()
    while start < at and text[start].isspace():
        start += 1
    return start


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans, given in order, of which those that touch are made one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
