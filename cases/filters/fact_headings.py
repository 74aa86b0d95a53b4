"""The headings of facts: the nearest one, and its ancestors up to the part."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from casebook.core.filters.value_resolver import ResolvedValue, ValueResolver
from cases.models import Fact, Section

MARKER = re.compile(r"^([一二三四五六七八九十]+、|\d+[.．])\s*")
ABOVE = ("", "parent__", "parent__parent__", "parent__parent__parent__")
"""Lookup prefixes of a heading and its ancestors: there are four levels."""


@dataclass(frozen=True)
class FactHeadings(ValueResolver):
    """Resolver of headings, as printed or without number; each selects all facts below it."""

    example = "一、建设背景"

    def named(self, values: list[str]) -> list[ResolvedValue]:
        return [choice for choice in self.everything() if choice.value in values]

    def everything(self) -> list[ResolvedValue]:
        facts = Fact.objects.order_by().values_list("section_title", "part__title").distinct()
        nearest = {title for titles in facts for title in titles if title}
        titles = sorted(nearest.union(*titles_above().values()))
        return [ResolvedValue(title, title, (MARKER.sub("", title),), title) for title in titles]

    def labels(self, values: Iterable[str]) -> dict[str, str]:
        return {title: title for title in values}


def headings_of(fact: Fact) -> set[str]:
    """The headings that a fact is under: the nearest, that of its part, and their ancestors."""
    found = {fact.section_title, fact.part.title if fact.part else ""}
    section = fact.section
    while section:
        found.add(f"{section.marker}{section.title}" if section.title else "")
        section = section.parent
    return found - {""}


def under(titles: Iterable[str]) -> Q:
    """The condition that a fact is under any of the headings."""
    wanted = set(titles)
    sections = [section for section, chain in titles_above().items() if chain & wanted]
    nearest = Q(section_title__in=wanted) | Q(part__title__in=wanted)
    return nearest | Q(section__in=sections)


def titles_above() -> dict[int, set[str]]:
    """The titles of each section with facts and of its ancestors, by the section's key."""
    columns = [f"{above}{name}" for above in ABOVE for name in ("marker", "title")]
    rows = Section.objects.filter(facts__isnull=False).order_by().values_list("pk", *columns)
    found: dict[int, set[str]] = {}
    for key, *words in rows.distinct():
        pairs = zip(words[::2], words[1::2], strict=True)
        found[key] = {f"{marker}{title}" for marker, title in pairs if title}
    return found
