"""Mutable records of the contents during parsing: parts, cases, sections, critiques."""

from dataclasses import dataclass, field
from typing import ClassVar

from cases.parsing.text.essay import ParsedSection
from cases.parsing.tokens.lines import Line
from cases.parsing.tokens.marks import Kind
from cases.parsing.tokens.people import Person


@dataclass(slots=True)
class Claim:
    """Experts named by one label; ``is_after_noise`` if lines before it were not recognised."""

    source_line: int
    is_after_noise: bool
    people: list[Person] = field(default_factory=list)


@dataclass(slots=True)
class Remark:
    """Lines of a critique and the experts who wrote them; empty if the source names none."""

    people: list[Person] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class ParsedUnit:
    """A part or a case, with the sections that the contents list and the lines of its own text."""

    kind: ClassVar[Kind]

    number: int
    title: str
    source_line: int
    page: int | None = None
    sections: list[ParsedSection] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class ParsedCase(ParsedUnit):
    """A case, its critics, and the remarks in its body.

    ``claims`` are the experts under its line; those certainly its own become its ``critics``.
    A case is displaced where neither numbers nor pages confirm its position.
    """

    kind = Kind.CASE

    claims: list[Claim] = field(default_factory=list)
    is_displaced: bool = False
    not_its_critics: frozenset[str] = frozenset()
    critics: list[Person] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class ParsedPart(ParsedUnit):
    """A part and its cases."""

    kind = Kind.PART

    cases: list[ParsedCase] = field(default_factory=list)


@dataclass(slots=True)
class Contents:
    """The parsed table of contents; ``cases`` and ``sections`` are those outside any part."""

    parts: list[ParsedPart] = field(default_factory=list)
    cases: list[ParsedCase] = field(default_factory=list)
    sections: list[ParsedSection] = field(default_factory=list)

    def units(self) -> list[ParsedUnit]:
        """Every part, then every case."""
        return [*self.parts, *self.all_cases()]

    def all_cases(self) -> list[ParsedCase]:
        """Every case in the order of the lines."""
        cases = [*self.cases, *(case for part in self.parts for case in part.cases)]
        return sorted(cases, key=lambda case: case.source_line)
