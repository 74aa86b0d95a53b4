"""Clauses: the spans of a text between punctuation marks, with their qualifiers."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from search.text.analyzer import Analyzer

from .plain_text import PlainText
from .qualifier_words import UNIT
from .qualifiers import Qualifier, find_qualifiers

CLAUSE_END = re.compile(rf"(?i)[,，.。;；:：!！?？…⋯—―|\n]+|(?<=\d)\s+(?![万亿\s]|{UNIT})")
"""Marks that end a clause, not 、 or brackets; and the space of 图1 架构."""

BRACKET = re.compile(r"[()（）\[\]【】〔〕]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of a plain text between marks that end clauses, with its qualifiers."""

    start: int
    end: int
    qualifiers: tuple[Qualifier, ...]

    def moved(self, by: int) -> "Clause":
        """The same clause with its offsets raised by so many characters."""
        qualifiers = tuple(replace(each, start=each.start + by) for each in self.qualifiers)
        return Clause(self.start + by, self.end + by, qualifiers)


def clauses_of(plain: PlainText, original: str, analyzer: Analyzer) -> Iterator[Clause]:
    """The clauses of a text in their order; their qualifiers may overlap."""
    for start, end in pairwise(_clause_ends(plain, original)):
        found = find_qualifiers(plain.text[start:end], analyzer)
        clause = Clause(0, end - start, tuple(found)).moved(start)
        yield replace(
            clause,
            qualifiers=tuple(_within_brackets(each, plain, original) for each in clause.qualifiers),
        )


def _within_brackets(qualifier: Qualifier, plain: PlainText, original: str) -> Qualifier:
    """A qualifier governs nothing beyond a bracket, and a number such as ① nothing at all."""
    return replace(
        qualifier,
        governs_next=qualifier.governs_next and _is_joined(plain, original, qualifier.end),
        governs_previous=qualifier.governs_previous
        and _is_joined(plain, original, qualifier.start),
    )


def _is_joined(plain: PlainText, original: str, at: int) -> bool:
    if not 0 < at < len(plain.text):
        return True
    start, end = plain.ends[at - 1], plain.starts[at]
    is_label = any(
        unicodedata.category(each) == "No"
        for each in original[start - 1 : start] + original[end : end + 1]
    )
    return not is_label and BRACKET.search(original, start, end) is None


def qualifiers_in(clauses: Iterable[Clause], start: int, end: int) -> tuple[Qualifier, ...]:
    """The qualifiers that overlap a span."""
    found = (qualifier for clause in clauses for qualifier in clause.qualifiers)
    return tuple(qualifier for qualifier in found if qualifier.overlaps(start, end))


def _clause_ends(plain: PlainText, original: str) -> list[int]:
    ends = {0, len(plain.text)}
    for marks in CLAUSE_END.finditer(original):
        at = bisect_left(plain.starts, marks.start())
        # A mark that stays in the plain text belongs to a figure: 3.5.
        if at < len(plain.text) and plain.starts[at] >= marks.end():
            ends.add(at)
    return sorted(ends)
