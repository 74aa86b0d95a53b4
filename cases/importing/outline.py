"""The outline of a book: its headings in reading order, and the last pages of parts and cases."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, zip_longest

from cases.importing.anchors import UniqueNames, anchor_stem
from cases.parsing.book_records import BookRecord, CaseRecord, PartRecord, SectionRecord

Chapter = PartRecord | CaseRecord
STRIDE = 10_000
"""Step of ``order`` between text blocks, which leaves numbers for the headings inside."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A sequence of sections: a contents heading with all below it, or the text of an owner.

    The owner is a part, a case, or a critique of the case by its number from 1; the preface and the
    back matter have none.
    """

    sections: Sequence[SectionRecord]
    part: PartRecord | None = None
    case: CaseRecord | None = None
    critique: int | None = None
    in_contents: bool = False

    @property
    def path(self) -> str:
        """The owner as text, with which the paths of its headings begin."""
        numbers = {
            "part": self.part and self.part.number,
            "case": self.case and self.case.number,
            "critique": self.critique,
        }
        return "-".join(
            f"{name}-{number}" for name, number in numbers.items() if number is not None
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """A section with its order in the book; ``parent`` is the anchor of its parent heading."""

    block: TextBlock
    section: SectionRecord
    anchor: str
    order: int
    parent: str | None
    in_contents: bool


def headings(book: BookRecord) -> Iterator[Heading]:
    """Every heading; those of the contents list are the same with and without running text.

    The contents list has a heading as a block's own, or below one in it and with a page. Anchors
    are computed from the path of titles.
    """
    anchors = UniqueNames()
    for number, block in enumerate(_blocks(book)):
        orders = count(number * STRIDE)
        waiting: list[tuple[SectionRecord, Heading | None, str]]
        waiting = [(section, None, block.path) for section in reversed(block.sections)]
        while waiting:
            section, above, path = waiting.pop()
            path = f"{path}/{section.title}"
            heading = Heading(
                block=block,
                section=section,
                anchor=anchors.give(anchor_stem("s", path)),
                order=next(orders),
                parent=above.anchor if above else None,
                in_contents=above.in_contents and section.start_page is not None
                if above
                else block.in_contents,
            )
            yield heading
            waiting += [(below, heading, path) for below in reversed(section.sections)]


def _blocks(book: BookRecord) -> Iterator[TextBlock]:
    for preface in [*filter(None, [book.preface]), *book.more_prefaces]:
        section = SectionRecord(
            level=1,
            marker="",
            title=preface.title,
            source_line=preface.source_line,
            passages=preface.passages,
        )
        yield TextBlock([section])
    yield from (TextBlock([section], in_contents=True) for section in book.sections)
    for part in book.parts:
        yield TextBlock(part.text, part)
        yield from (TextBlock([section], part, in_contents=True) for section in part.sections)
        yield from _case_blocks(part.cases)
    yield from _case_blocks(book.cases)
    yield TextBlock(book.back_matter)


def _case_blocks(cases: Iterable[CaseRecord]) -> Iterator[TextBlock]:
    for case in cases:
        yield TextBlock(case.text, case=case)
        for number, critique in enumerate(case.critiques, start=1):
            yield TextBlock(critique.text, case=case, critique=number)


def every_case(book: BookRecord) -> list[CaseRecord]:
    """The cases of all parts, then those outside any part."""
    return [case for part in book.parts for case in part.cases] + list(book.cases)


def end_pages(book: BookRecord) -> dict[tuple[str, int], int | None]:
    """The last page of each part and case, as ``("part", 2)``; None where it is not known."""
    chapters: list[Chapter] = []
    for part in book.parts:
        chapters += [part, *part.cases]
    chapters += book.cases
    after_parts: list[Chapter] = [*book.parts[1:], *book.cases[:1]]
    ends = {
        ("case", chapter.number): last_page(chapter, following)
        for chapter, following in zip_longest(chapters, chapters[1:])
        if isinstance(chapter, CaseRecord)
    }
    for part, following in zip_longest(book.parts, after_parts):
        ends["part", part.number] = last_page(part, following)
    return ends


def last_page(chapter: Chapter, following: Chapter | None) -> int | None:
    """The page before the next start (下一标题起始页减一).

    None at the end of the book, and beside a missing or a smaller page.
    """
    if following is None or chapter.start_page is None or following.start_page is None:
        return None
    last = following.start_page - 1
    return last if last >= chapter.start_page else None
