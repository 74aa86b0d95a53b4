"""Hits from stored values: snippets, highlights and reasons.

A snippet is the excerpt of an original text that shows best why it was found.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from search.query.query import Hit, Reason, Snippet, Span
from search.query.query_plan import QueryPlan
from search.text.normalisation import NormalizedText, half_width, is_han, normalize

from .base import FoundDocument

KEY_BITS = 32
"""Bits of the row's key within the number that orders ties, so that no two documents tie."""

LENGTH = 120
LEAD = 24
"""Characters of a snippet, and of its part before the first highlight."""

MAX_MARKS = 400
LEAST_MARKS = 8
"""Maximum places that are looked at: of all targets, or at least so many of each."""

WANTED = 3
"""Factor of the worth of targets that are shown nowhere else."""

SENTENCE_END = re.compile("[。！？；!?;\n]")

read_json = json.JSONDecoder().raw_decode


class Alone(str):
    """A target that matches only where no Latin letter is beside it: AI, but not in Shanghai."""

    __slots__ = ()


class Printed(NamedTuple):
    """A text as printed, with its normalised form.

    Both are stored, since normalisation takes longer than a search. ``moved`` means that
    normalisation moved characters: a place in the one is another in the other.
    """

    text: str
    characters: str
    moved: bool = False

    @classmethod
    def of(cls, text: str, normalized: NormalizedText | None = None) -> "Printed":
        normalized = normalized or normalize(text)
        return cls(text, normalized.characters, normalized.starts is not None)

    @classmethod
    def read_all(cls, stored: Sequence["str | list[Any]"], *, is_han: bool) -> list["Printed"]:
        """Stored texts; those stored alone are not normalised where only 汉字 are looked for.

        A text that is stored alone contains no NUL, so they are normalised as one.
        """
        halves: Sequence[Any] = stored
        if not is_han:
            plain = "\0".join([text if isinstance(text, str) else "" for text in stored])
            halves = half_width(plain).split("\0")
        return [
            cls(text, half) if isinstance(text, str) else cls(*text)
            for text, half in zip(stored, halves, strict=True)
        ]

    def to_store(self) -> "str | Printed":
        """The text alone, where its half-width form is its normalised form; else all."""
        return self.text if self.characters == half_width(self.text) else self

    def original(self, places: Sequence[Span]) -> Sequence[Span]:
        """Where places of the normalised form stand in the text."""
        if not self.moved:
            return places
        normalized = normalize(self.text)
        return [normalized.original(*place) for place in places]

    def line(self, at: int) -> tuple["Printed", int]:
        """The line around a place of the normalised form, and where it begins in the text."""
        start = self.characters.rfind("\n", 0, at) + 1
        end = end if (end := self.characters.find("\n", at)) >= 0 else len(self.characters)
        characters = self.characters[start:end]
        if not self.moved:
            return Printed(self.text[start:end], characters), start
        lines = self.text.splitlines(keepends=True)
        number = self.characters.count("\n", 0, at)
        begin = sum(map(len, lines[:number]))
        return Printed(lines[number], characters, moved=True), begin


class HitMaker:
    """Makes hits for one query plan, of what was read: keys, records, texts for excerpts."""

    def __init__(self, plan: QueryPlan) -> None:
        asked = [
            Alone(term.characters) if term.is_alone else term.characters for term in plan.terms
        ]
        phrases = [query_term.characters for query_term in plan.phrases]
        self._asked = tuple(dict.fromkeys(asked))
        self._targets = tuple(dict.fromkeys([*phrases, *asked]))
        self._is_han = all(map(is_han, "".join(self._targets)))

    def hit(self, document: FoundDocument, *, is_full: bool) -> Hit:
        if not document.stored:
            key = document.order & (1 << KEY_BITS) - 1
            return Hit(key=key, score=document.score, is_full=is_full)
        record, *texts = [read_json(stored.decode())[0] for stored in document.stored]
        values = [*record, document.score, is_full]
        if texts:
            values += self._excerpts(*texts[0])
        return Hit(*values)

    def _excerpts(
        self, title: Any, body: Any, names: Mapping[str, Sequence[Any]]
    ) -> tuple[Snippet, tuple[Span, ...], Reason | None]:
        """The snippet of the body, the highlights of the title, and the reason."""
        stored = [title, body, *chain(*names.values())]
        title, body, *values = Printed.read_all(stored, is_han=self._is_han)
        fields = [field for field, found in names.items() for _ in found]
        in_title = highlights(title, self._targets)
        missing = _lacking(title, self._asked)
        reason, wanted = self._named(fields, values, missing)
        in_body = snippet(body, self._targets, wanted)
        if not reason and in_body.highlights:
            spans = in_body.highlights if in_title else ()
            marked = [normalize(in_body.text[slice(*span)]).characters for span in spans]
            # It tells more than the title does, if that has any word at all.
            if not in_title or any(each in text for text in marked for each in missing):
                reason = Reason("body", in_body)
        return in_body, in_title, reason

    def _named(
        self, fields: Sequence[str], values: Sequence[Printed], missing: Sequence[str]
    ) -> tuple[Reason | None, Sequence[str]]:
        """The name that has most of what the title lacks, and what it lacks, too."""
        best: Reason | None = None
        least = missing
        for field, value in zip(fields, values, strict=True):
            if not least:
                break
            still = _lacking(value, missing)
            if len(still) < len(least):
                best = Reason(field, Snippet(value.text, highlights(value, self._targets)))
                least = still
        return best, least


def highlights(printed: Printed, targets: Sequence[str]) -> tuple[Span, ...]:
    """The spans of an original text that match normalised targets, joined where they touch."""
    places = _places(printed.characters, targets)
    return _joined(printed.original(places)) if places else ()


def snippet(printed: Printed, targets: Sequence[str], wanted: Collection[str] = ()) -> Snippet:
    """The best excerpt within one line, for two statements must not run together in it.

    Of the ``targets`` to highlight, those ``wanted`` are shown nowhere else.
    """
    worth: dict[str, int] = {}
    if len(targets) > 1:  # of one target any place is as good as the others
        worth = {each: len(each) * (WANTED if each in wanted else 1) for each in targets}
    places = _places(printed.characters, targets)
    line, begin = printed, 0
    if "\n" in printed.characters:
        line, begin = printed.line(_best_start(printed.characters, places, worth))
        places = _places(line.characters, targets)
    if not places:
        return _stretch(line.text, 0, (), begin)
    start = _best_start(line.characters, places, worth)
    (at, _), *spans = line.original([(start, start + 1), *places])
    return _stretch(line.text, at, _joined(spans), begin)


def _stretch(text: str, at: int, spans: Sequence[Span], offset: int) -> Snippet:
    """The snippet of a line around a place, with the highlights in it.

    It begins a little before the place, at a sentence if one begins there.
    """
    start = max(0, min(at - LEAD, len(text) - LENGTH))
    if at + LENGTH // 2 < len(text) or len(text) > LENGTH:
        for sentence_end in SENTENCE_END.finditer(text, start, at):
            start = sentence_end.end()
        while start < at and text[start].isspace():
            start += 1
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


def _lacking(printed: Printed, targets: Sequence[str]) -> list[str]:
    """The targets that a text does not have."""
    text = printed.characters
    return [each for each in targets if each not in text or not any(_spans(each, text))]


def _spans(target: str, characters: str) -> Iterator[Span]:
    """Every place of a target in a normalised text."""
    if isinstance(target, Alone):
        pattern = f"(?<![a-z]){re.escape(target)}(?![a-z])"
        yield from (found.span() for found in re.finditer(pattern, characters))
        return
    at = characters.find(target)
    while at >= 0:
        yield at, at + len(target)
        at = characters.find(target, at + 1)


def _places(characters: str, targets: Sequence[str]) -> list[Span]:
    """Every place of every target, in order."""
    places: list[Span] = []
    for target in targets:
        if target and target in characters:
            room = max(LEAST_MARKS, MAX_MARKS // len(targets))
            places += islice(_spans(target, characters), room)
    places.sort()
    return places


def _best_start(characters: str, places: Sequence[Span], worth: Mapping[str, int]) -> int:
    """The start of the span in one line whose distinct targets are worth most together."""
    if len(places) <= 1 or not worth:
        return places[0][0] if places else 0
    most = sum(worth.values())
    best, best_worth, line_end = 0, 0, -1
    for number, (start, _) in enumerate(places):
        if start > line_end:
            line_end = end if (end := characters.find("\n", start)) >= 0 else len(characters)
        last = min(start + LENGTH - LEAD, line_end)
        seen = set()
        for place in places[number:]:
            if place[0] >= last:
                break
            if place[1] <= last:
                seen.add(characters[place[0] : place[1]])
        together = sum([worth[mark] for mark in seen])
        if together > best_worth:
            best, best_worth = start, together
            if best_worth == most:
                break
    return best


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans, given in order, with those merged that touch."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
