"""Places: where in the books a span of text stands, with its URL and its printed page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from cases.models import Book, Case, Critique, Fact, Part, Passage, Section

from .texts import Text


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The excerpt from one piece of a text; ``anchor`` is that of a paragraph."""

    text: str
    url: str
    page: int | None = None
    anchor: str | None = None


Excerpts = tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a text, and the record that the text belongs to.

    ``is_printed`` means that the book prints these words; statements of facts are our own.
    """

    kind: str
    excerpts: Excerpts
    book: Book | None = None
    part: Part | None = None
    case: Case | None = None
    critique: Critique | None = None
    fact: Fact | None = None
    heading: str = ""

    @property
    def text(self) -> str:
        """The excerpts, one a line."""
        return "\n".join(excerpt_of.text for excerpt_of in self.excerpts)

    @property
    def page(self) -> int | None:
        """The printed page on which the span begins, if it is known."""
        return self.excerpts[0].page

    @property
    def url(self) -> str:
        return self.excerpts[0].url

    @property
    def is_printed(self) -> bool:
        return self.fact is None

    def __str__(self) -> str:
        """The place as a label: 《数字乡镇》 · 案例 3 智慧高青 · 基本情况 · 第 21 页."""
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


def place_of_span(text: Text, start: int, end: int) -> Place:
    """The place of a span of a plain text."""
    found = list(text.piece_spans(start, end))
    excerpts = tuple(
        excerpt_of(text.rows[position], text.originals[position][begin:stop])
        for position, begin, stop in found
    )
    first = text.rows[found[0][0]]
    return MAKERS[type(first)](first, excerpts)


def place_of_row(row: Model, words: str) -> Place:
    """The place of the whole text of a row."""
    return MAKERS[type(row)](row, (excerpt_of(row, words),))


def excerpt_of(row: Any, words: str) -> Excerpt:
    """The words with the URL and the printed page of the row that has them."""
    page = row.source_page if isinstance(row, Passage | Fact) else getattr(row, "start_page", None)
    anchor = row.anchor if isinstance(row, Passage) else None
    return Excerpt(words, row.get_absolute_url(), page, anchor)


def of_passage(passage: Passage, excerpts: Excerpts) -> Place:
    section = passage.section
    if section is None:
        return Place("passage", excerpts, passage.book)
    kind = "critique" if section.critique else "passage"
    return Place(kind, excerpts, passage.book, heading=section.title, **owners(section))


def of_section(section: Section, excerpts: Excerpts) -> Place:
    return Place("section", excerpts, section.book, **owners(section))


def owners(section: Section) -> dict[str, Any]:
    """The part, case and critique that a section is of."""
    case = section.owning_case
    part = case.part if case else section.part
    return {"part": part, "case": case, "critique": section.critique}


def of_fact(fact: Fact, excerpts: Excerpts) -> Place:
    case = fact.case
    part = case.part if case else None
    book = case.book if case else fact.book
    return Place("fact", excerpts, book, part, case, fact=fact, heading=fact.section_title)


MAKERS: dict[type[Model], Callable[[Any, Excerpts], Place]] = {
    Passage: of_passage,
    Section: of_section,
    Fact: of_fact,
    Case: lambda case, excerpts: Place("case", excerpts, case.book, case.part, case),
    Part: lambda part, excerpts: Place("part", excerpts, part.book, part),
    Book: lambda book, excerpts: Place("book", excerpts, book),
}
