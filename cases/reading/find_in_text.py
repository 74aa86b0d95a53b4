"""Words looked for within one running text: where they stand, and in which paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.filters.matches import Marked
from cases.models import Passage, Section

LONGEST = 100
BEFORE, AROUND = 16, 60
"""Characters shown before the first word found, and in all."""


@dataclass(frozen=True, slots=True)
class Find:
    """A paragraph that has one of the words, and how it reads around the first."""

    passage: Passage
    excerpt: Marked


def words_of(typed: str) -> list[str]:
    """What is looked for: the words between spaces."""
    return typed[:LONGEST].split()


def marked_text(text: str, words: Iterable[str]) -> Marked:
    """The text with every occurrence of the words, whatever their case."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not pattern:
        return Marked(text)
    return Marked(text, [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)])


def finds(sections: Iterable[Section], words: Sequence[str]) -> list[Find]:
    """The paragraphs with one of the words, in reading order."""
    found = []
    for section in sections:
        for passage in section.passages.all():
            text = marked_text(passage.text, words)
            if text.marks:
                found.append(Find(passage, excerpt(text)))
    return found


def excerpt(text: Marked) -> Marked:
    """A stretch around the first mark, with dots where it was cut."""
    start = max(text.marks[0][0] - BEFORE, 0)
    end = start + AROUND
    before, after = "…" if start else "", "…" if end < len(text.text) else ""
    shift = len(before) - start
    marks = [(a + shift, b + shift) for a, b in text.marks if b <= end]
    return Marked(f"{before}{text.text[start:end]}{after}", marks)
