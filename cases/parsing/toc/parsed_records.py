"""Mutable records of the contents during parsing: parts, cases, sections, critiques."""

import re
from dataclasses import dataclass, field

from cases.parsing.tokens.lines import Line
from cases.parsing.tokens.people import Person

COLON = re.compile("[：:]")


@dataclass(slots=True)
class ParsedSection:
    """A section that the contents list; ``rank`` is the depth of its form of mark."""

    marker: str
    title: str
    source_line: int
    rank: int
    page: int | None = None


@dataclass(slots=True)
class Claim:
    """Experts named by one label; ``is_after_noise`` if lines before it were not recognised."""

    source_line: int
    is_after_noise: bool
    people: list[Person] = field(default_factory=list)


@dataclass(slots=True)
class Remark:
    """Lines of a critique, and the experts named in its heading or signature."""

    people: list[Person] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class ParsedCase:
    """A case, its critics, the sections that the contents list, and the lines of its body.

    ``claims`` are the experts under its line; those certainly its own become its ``critics``.
    A case is displaced where neither numbers nor pages confirm its position.
    """

    number: int
    title: str
    source_line: int
    page: int | None = None
    claims: list[Claim] = field(default_factory=list)
    is_displaced: bool = False
    not_its_critics: frozenset[str] = frozenset()
    critics: list[Person] = field(default_factory=list)
    sections: list[ParsedSection] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The title before its first colon."""
        return COLON.split(self.title, maxsplit=1)[0].strip()

    @property
    def subtitle(self) -> str:
        """The title after its first colon."""
        return "".join(COLON.split(self.title, maxsplit=1)[1:]).strip()


@dataclass(slots=True)
class ParsedPart:
    """A part with its sections and cases, and the lines of its own text."""

    number: int
    title: str
    source_line: int
    page: int | None = None
    sections: list[ParsedSection] = field(default_factory=list)
    cases: list[ParsedCase] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
