"""Places: where in the books a stretch stands, with its address and its printed page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from cases.models import Book, Case, Critique, Fact, Part, Passage, Section

from .texts import Text


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands in one piece of a text; ``anchor`` is the address of a paragraph."""

    text: str
    url: str
    page: int | None = None
    anchor: str | None = None


Stretches = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text, and of what it is the text.

    ``is_printed`` says that the book prints these words; statements of facts are our own.
    """

    kind: str
    stretches: Stretches
    book: Book | None = None
    part: Part | None = None
    case: Case | None = None
    critique: Critique | None = None
    fact: Fact | None = None
    heading: str = ""

    @property
    def text(self) -> str:
        """The words as they stand there."""
        return "\n".join(stretch.text for stretch in self.stretches)

    @property
    def page(self) -> int | None:
        """The printed page on which the stretch begins, as far as it is known."""
        return self.stretches[0].page

    @property
    def url(self) -> str:
        return self.stretches[0].url

    @property
    def is_printed(self) -> bool:
        return self.fact is None

    def __str__(self) -> str:
        """Where it is, in words: 《数字乡镇》 · 案例 3 智慧高青 · 基本情况 · 第 21 页."""
        names = [f"《{self.book.full_title}》"] if self.book else []
        if self.case:
            names.append(
                _("案例 %(number)s %(title)s")
                % {"number": self.case.number, "title": self.case.title}
            )
        elif self.part:
            names.append(str(self.part))
        elif self.kind in {"passage", "section"}:
            names.append(_("前言"))
        if self.critique:
            names.append(_("%(name)s点评") % {"name": self.critique.expert.name})
        if self.fact:
            names.append(_("事实"))
        if self.heading:
            names.append(self.heading)
        if self.page:
            names.append(_("第 %(page)s 页") % {"page": self.page})
        return " · ".join(names)


def place(text: Text, start: int, end: int) -> Place:
    """What stands at a stretch of a plain text."""
    found = list(text.stretches(start, end))
    stretches = tuple(
        stretch(text.rows[position], text.originals[position][begin:stop])
        for position, begin, stop in found
    )
    first = text.rows[found[0][0]]
    return MAKERS[type(first)](first, stretches)


def whole(row: Model, words: str) -> Place:
    """All of a row's words."""
    return MAKERS[type(row)](row, (stretch(row, words),))


def stretch(row: Any, words: str) -> Stretch:
    """The words with the address and the page of the row that has them."""
    page = row.source_page if isinstance(row, Passage | Fact) else getattr(row, "start_page", None)
    anchor = row.anchor if isinstance(row, Passage) else None
    return Stretch(words, row.get_absolute_url(), page, anchor)


def of_passage(passage: Passage, stretches: Stretches) -> Place:
    section = passage.section
    if section is None:
        return Place("passage", stretches, passage.book)
    kind = "critique" if section.critique else "passage"
    return Place(kind, stretches, passage.book, heading=section.title, **owners(section))


def of_section(section: Section, stretches: Stretches) -> Place:
    return Place("section", stretches, section.book, **owners(section))


def owners(section: Section) -> dict[str, Any]:
    """The part, case and critique that a section is of."""
    case = section.critique.case if section.critique else section.case
    part = case.part if case else section.part
    return {"part": part, "case": case, "critique": section.critique}


def of_fact(fact: Fact, stretches: Stretches) -> Place:
    case = fact.case
    part = case.part if case else None
    book = case.book if case else fact.book
    return Place("fact", stretches, book, part, case, fact=fact, heading=fact.section_title)


MAKERS: dict[type[Model], Callable[[Any, Stretches], Place]] = {
    Passage: of_passage,
    Section: of_section,
    Fact: of_fact,
    Case: lambda case, stretches: Place("case", stretches, case.book, case.part, case),
    Part: lambda part, stretches: Place("part", stretches, part.book, part),
    Book: lambda book, stretches: Place("book", stretches, book),
}
