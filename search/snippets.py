"""Snippets: the stretch of an original text that shows best why it was found."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .folding import Folded, fold
from .results import Snippet, Span

LENGTH = 120
LEAD = 24
"""How much is shown, and how much of it before the first mark."""

MAX_MARKS = 400
"""More places than this are not looked at: a snippet needs only the best few."""

SENTENCE_END = re.compile("[。！？；!?;\n]")


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


def highlights(printed: Printed, literals: Iterable[str]) -> tuple[Span, ...]:
    """Where an original text has any of the folded stretches, joined where they touch."""
    places = _places(printed.literal, literals)
    return _joined(printed.original(places)) if places else ()


def snippet(printed: Printed, literals: Sequence[str]) -> Snippet:
    """The best stretch within one line, for two statements must not run together in it."""
    places = _places(printed.literal, literals)
    line, begin = printed, 0
    if "\n" in printed.literal:
        line, begin = printed.line(_best_start(places))
        places = _places(line.literal, literals)
    if not places:
        return _stretch(line.text, 0, (), begin)
    start = _best_start(places)
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


def _places(literal: str, literals: Iterable[str]) -> list[Span]:
    """Every place of every stretch, in order; longer before shorter at one place."""
    places: list[Span] = []
    for stretch in literals:
        at = literal.find(stretch) if stretch else -1
        while at >= 0 and len(places) < MAX_MARKS:
            places.append((at, at + len(stretch)))
            at = literal.find(stretch, at + 1)
    if len(places) > 1:
        places.sort(key=lambda place: (place[0], -place[1]))
    return places


def _best_start(places: Sequence[Span]) -> int:
    """Where the stretch begins that covers the most different marked characters."""
    if len(places) == 1:
        return places[0][0]
    best, best_worth = 0, -1
    for number, (start, _) in enumerate(places):
        seen: dict[int, int] = {}
        for place in places[number:]:
            if place[1] > start + LENGTH - LEAD:
                break
            seen[place[1] - place[0]] = seen.get(place[1] - place[0], 0) + 1
        worth = sum(length * min(count, 2) for length, count in seen.items())
        if worth > best_worth:
            best, best_worth = start, worth
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
