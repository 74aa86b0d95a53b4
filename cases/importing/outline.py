"""The headings of a book in reading order, each with its owner, its place and its address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count

from cases.importing.anchors import Anchors
from cases.parsing.records import BookRecord, CaseRecord, PartRecord, PrefaceRecord, SectionRecord

STRIDE = 10_000
"""Orders that each heading of the contents list leaves free for the headings below it."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What a heading belongs to; nothing at all for the preface and the back matter."""

    part: int | None = None
    case: int | None = None
    critique: int | None = None

    def __str__(self) -> str:
        names = (("part", self.part), ("case", self.case), ("critique", self.critique))
        return "-".join(f"{name}-{number}" for name, number in names if number is not None)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section with its place in the book; ``parent`` is the anchor of the one above."""

    owner: Owner
    section: SectionRecord
    anchor: str
    order: int
    parent: str | None
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """One run of sections: a contents heading with all below it, or the text of an owner."""

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
    """The way through one unit, top to bottom."""

    unit: Unit
    anchors: Anchors
    orders: Iterator[int]

    def down(self, section: SectionRecord, above: Heading | None, path: str) -> Iterator[Heading]:
        """A section and all below it; ``path`` is what makes its anchor."""
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
        """The contents list gives the units' own headings, and those below with their page."""
        if above is None:
            return self.unit.in_contents
        return above.in_contents and section.start_page is not None


def _units(book: BookRecord) -> Iterator[Unit]:
    for preface in _prefaces(book):
        yield Unit(Owner(), (_preface_section(preface),))
    yield from _contents_units(Owner(), book.sections)
    for part in book.parts:
        yield from _part_units(part)
    yield from chain.from_iterable(_case_units(case) for case in book.cases)
    yield Unit(Owner(), book.back_matter)


def _part_units(part: PartRecord) -> Iterator[Unit]:
    owner = Owner(part=part.number)
    yield Unit(owner, part.text)
    yield from _contents_units(owner, part.sections)
    yield from chain.from_iterable(_case_units(case) for case in part.cases)


def _contents_units(owner: Owner, sections: Iterable[SectionRecord]) -> Iterator[Unit]:
    for section in sections:
        yield Unit(owner, (section,), in_contents=True)


def _case_units(case: CaseRecord) -> Iterator[Unit]:
    yield Unit(Owner(case=case.number), case.text)
    for order, critique in enumerate(case.critiques, start=1):
        yield Unit(Owner(case=case.number, critique=order), critique.text)


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
