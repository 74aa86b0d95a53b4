"""Search within one running text: the paragraphs that contain the words, with excerpts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.filters.matches import Marked
from cases.models import Passage, Section

LONGEST = 100
BEFORE, AROUND = 16, 60
"""Characters of an excerpt before the first match, and in all."""


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A paragraph that contains one of the words, with an excerpt around the first match."""

    passage: Passage
    excerpt: Marked


def words_of(typed: str) -> list[str]:
    """The words to search for, separated by spaces."""
    return typed[:LONGEST].split()


def marked_text(text: str, words: Iterable[str]) -> Marked:
    """The text with every occurrence of the words marked, case-insensitively."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not pattern:
        return Marked(text)
    return Marked(text, [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)])


def find_in_text(sections: Iterable[Section], words: Sequence[str]) -> list[TextMatch]:
    """The paragraphs that contain one of the words, in reading order."""
    found = []
    for section in sections:
        for passage in section.passages.all():
            text = marked_text(passage.text, words)
            if text.marks:
                found.append(TextMatch(passage, excerpt(text)))
    return found


def excerpt(text: Marked) -> Marked:
    """An excerpt around the first mark, with an ellipsis where it was cut."""
    start = max(text.marks[0][0] - BEFORE, 0)
    end = start + AROUND
    before, after = "…" if start else "", "…" if end < len(text.text) else ""
    shift = len(before) - start
    marks = [(a + shift, b + shift) for a, b in text.marks if b <= end]
    return Marked(f"{before}{text.text[start:end]}{after}", marks)
