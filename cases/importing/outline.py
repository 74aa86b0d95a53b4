"""The headings of a book in reading order, each with its owner, its order and its anchor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count

from cases.importing.anchors import Anchors
from cases.parsing.book_records import (
    BookRecord,
    CaseRecord,
    PartRecord,
    PrefaceRecord,
    SectionRecord,
)

STRIDE = 10_000
"""Step of ``order`` between text blocks, which leaves numbers for the headings inside."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The part, case or critique of a heading; empty for the preface and the back matter."""

    part: int | None = None
    case: int | None = None
    critique: int | None = None

    def __str__(self) -> str:
        names = (("part", self.part), ("case", self.case), ("critique", self.critique))
        return "-".join(f"{name}-{number}" for name, number in names if number is not None)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section with its order in the book; ``parent`` is the anchor of its parent heading."""

    owner: Owner
    section: SectionRecord
    anchor: str
    order: int
    parent: str | None
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A sequence of sections: a contents heading with all below it, or the text of an owner."""

    owner: Owner
    sections: tuple[SectionRecord, ...]
    in_contents: bool = False


def headings(book: BookRecord) -> Iterator[Heading]:
    """Every heading; those of the contents list are the same with and without running text."""
    anchors = Anchors("s")
    for number, unit in enumerate(_units(book)):
        walk = Walk(unit, anchors, count(number * STRIDE))
        for section in unit.sections:
            yield from walk.down(section, None, str(unit.owner))


@dataclass(frozen=True, slots=True)
class Walk:
    """Depth-first traversal of one text block."""

    unit: TextBlock
    anchors: Anchors
    orders: Iterator[int]

    def down(self, section: SectionRecord, above: Heading | None, path: str) -> Iterator[Heading]:
        """The headings of a section and its subsections; the anchor is computed from ``path``."""
        path = f"{path}/{section.title}"
        heading = Heading(
            owner=self.unit.owner,
            section=section,
            anchor=self.anchors.give(path),
            order=next(self.orders),
            parent=above.anchor if above else None,
            in_contents=self._is_listed(section, above),
        )
        yield heading
        for below in section.sections:
            yield from self.down(below, heading, path)

    def _is_listed(self, section: SectionRecord, above: Heading | None) -> bool:
        """Whether the contents list the heading: as a unit's own, or below one and with a page."""
        if above is None:
            return self.unit.in_contents
        return above.in_contents and section.start_page is not None


def _units(book: BookRecord) -> Iterator[TextBlock]:
    for preface in _prefaces(book):
        yield TextBlock(Owner(), (_preface_section(preface),))
    yield from _contents_units(Owner(), book.sections)
    for part in book.parts:
        yield from _part_units(part)
    yield from chain.from_iterable(_case_units(case) for case in book.cases)
    yield TextBlock(Owner(), book.back_matter)


def _part_units(part: PartRecord) -> Iterator[TextBlock]:
    owner = Owner(part=part.number)
    yield TextBlock(owner, part.text)
    yield from _contents_units(owner, part.sections)
    yield from chain.from_iterable(_case_units(case) for case in part.cases)


def _contents_units(owner: Owner, sections: Iterable[SectionRecord]) -> Iterator[TextBlock]:
    for section in sections:
        yield TextBlock(owner, (section,), in_contents=True)


def _case_units(case: CaseRecord) -> Iterator[TextBlock]:
    yield TextBlock(Owner(case=case.number), case.text)
    for order, critique in enumerate(case.critiques, start=1):
        yield TextBlock(Owner(case=case.number, critique=order), critique.text)


def _prefaces(book: BookRecord) -> tuple[PrefaceRecord, ...]:
    return ((book.preface,) if book.preface else ()) + book.more_prefaces


def _preface_section(preface: PrefaceRecord) -> SectionRecord:
    return SectionRecord(
        level=1,
        marker="",
        title=preface.title,
        source_line=preface.source_line,
        passages=preface.passages,
    )
