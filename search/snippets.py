"""Snippets: the stretch of an original text that shows best why it was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from .folding import Folded, fold
from .results import Snippet, Span

LENGTH = 120
LEAD = 24
"""How much is shown, and how much of it before the first mark."""

MAX_MARKS = 400
"""More places than this are not looked at: a snippet needs only the best few."""

SENTENCE_ENDS = "。！？；!?;\n"


def highlights(text: str, literals: Iterable[str]) -> tuple[Span, ...]:
    """Where an original text has any of the folded stretches, joined where they touch."""
    folded = fold(text)
    return _joined(folded.original(*span) for span in _places(folded.literal, literals))


def snippet(text: str, literals: Sequence[str], literal: str | None = None) -> Snippet:
    """The best stretch for the literals, which are given in order of weight.

    ``literal`` is the folded text where it is at hand, so that of a long text only the
    best line is folded again.
    """
    if literal is None:
        return _best_line(text, literals)
    places = _places(literal, literals)
    at = _best_start(places)
    number = literal.count("\n", 0, at)
    lines = text.splitlines(keepends=True)
    before = sum(map(len, lines[:number]))
    line = lines[number] if number < len(lines) else ""
    found = _best_stretch(line, fold(line), literals)
    return Snippet(found.text, found.highlights, found.offset + before)


def _best_line(text: str, literals: Sequence[str]) -> Snippet:
    """The stretch within one line: two statements do not run together in it."""
    folded = fold(text)
    if "\n" not in text:
        return _best_stretch(text, folded, literals)
    places = _places(folded.literal, literals)
    start = _best_start(places)
    at = folded.original(start, start + 1)[0] if places else 0
    begin = text.rfind("\n", 0, at) + 1
    line = text[begin : end if (end := text.find("\n", at)) >= 0 else len(text)]
    found = _best_stretch(line, fold(line), literals)
    return Snippet(found.text, found.highlights, found.offset + begin)


def _best_stretch(text: str, folded: Folded, literals: Sequence[str]) -> Snippet:
    places = _places(folded.literal, literals)
    spans = _joined(folded.original(*place) for place in places)
    at = 0
    if places:
        start = _best_start(places)
        at = folded.original(start, start + 1)[0]
    start = _begin(text, at)
    end = min(len(text), start + LENGTH)
    shown = text[start:end].rstrip()
    lead = "…" if text[:start].strip() else ""
    tail = "…" if text[start + len(shown) :].strip() else ""
    first = bisect_right(spans, (start, start))
    last = bisect_left(spans, (start + len(shown), 0))
    marks = tuple(
        (span[0] - start + len(lead), min(span[1], start + len(shown)) - start + len(lead))
        for span in spans[first:last]
    )
    return Snippet(lead + shown.replace("\n", " ").replace("\r", " ") + tail, marks, start)


def _places(literal: str, literals: Iterable[str]) -> list[Span]:
    """Every place of every stretch, in order; longer before shorter at one place."""
    places: list[Span] = []
    for stretch in literals:
        at = literal.find(stretch) if stretch else -1
        while at >= 0 and len(places) < MAX_MARKS:
            places.append((at, at + len(stretch)))
            at = literal.find(stretch, at + 1)
    return sorted(places, key=lambda place: (place[0], -place[1]))


def _best_start(places: Sequence[Span]) -> int:
    """Where the stretch begins that covers the most different marked characters."""
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
    for sign in range(start, at):
        if text[sign] in SENTENCE_ENDS:
            start = sign + 1
    while start < at and text[start].isspace():
        start += 1
    return start


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
