"""Matches of a search for cases: keys of the cases, matched texts, and pages of rows.

The search by name here uses the database; ``CaseSearchFilter`` uses the index.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

from django.db.models import Q, QuerySet

from cases.models import Case

from .text_match import conditions

MOST_WORDS = 32
"""The number of terms searched for; further terms of a text are ignored."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the matched spans, ``[start, end)``."""

    text: str
    marks: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An excerpt of a case with matches: its label, its marked text and its URL."""

    label: str
    words: Marked
    url: str = ""


@dataclass(frozen=True, slots=True)
class MatchedTexts:
    """The matched texts of a found case: its title, and excerpts."""

    title: Marked
    excerpts: Sequence[Excerpt] = ()


@dataclass(frozen=True, slots=True)
class SearchMatches:
    """The keys of found cases, best first: those that match every term, then those with some.

    ``also`` are the synonyms searched for too; ``is_limited`` is a search of names only.
    """

    full: Sequence[int] = ()
    partial: Sequence[int] = ()
    also: Sequence[str] = ()
    is_limited: bool = False

    @property
    def keys(self) -> list[int]:
        return [*self.full, *self.partial]


def matches_by_name(texts: Sequence[str]) -> SearchMatches:
    """Cases whose names contain every word of any of the texts, in the order of the book."""
    wanted = Q()
    for condition in conditions([" ".join(text.split()[:MOST_WORDS]) for text in texts]):
        wanted |= condition
    cases = Case.objects.filter(wanted).order_by("book__slug", "number")
    return SearchMatches(full=list(cases.values_list("pk", flat=True)), is_limited=True)


class MatchedCases(Sequence[Case]):
    """The found cases that match the filters, full matches first; loaded a page at a time."""

    def __init__(self, cases: QuerySet[Case], found: SearchMatches, *, by_relevance: bool) -> None:
        self._cases = cases
        self._found = found
        self._by_relevance = by_relevance

    @cached_property
    def keys(self) -> list[int]:
        """The keys of all these cases, in their order."""
        left = list(self._cases.values_list("pk", flat=True))
        if self._by_relevance:
            kept = set(left)
            return [key for key in self._found.keys if key in kept]
        return sorted(left, key=lambda key: key not in self._full)

    @cached_property
    def _full(self) -> frozenset[int]:
        return frozenset(self._found.full)

    @cached_property
    def full_count(self) -> int:
        """The number of cases that match every term."""
        return sum(key in self._full for key in self.keys)

    def is_full(self, case: Case) -> bool:
        return case.pk in self._full

    def count(self, value: Any = None) -> int:  # noqa: ARG002
        """The number of cases, as ``QuerySet.count()`` returns it."""
        return len(self)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Case: ...
    @overload
    def __getitem__(self, at: slice) -> list[Case]: ...
    def __getitem__(self, at: int | slice) -> Case | list[Case]:
        if isinstance(at, int):
            return self._cases.get(pk=self.keys[at])
        keys = self.keys[at]
        rows = {case.pk: case for case in self._cases.filter(pk__in=keys)}
        return [rows[key] for key in keys if key in rows]
