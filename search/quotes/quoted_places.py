"""Places: where in the books a span of text stands, with its URL and its printed page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cases.models import Book, Case, Critique, Fact, Part, Passage, Section

PASSAGES = Passage.objects.select_related(
    *("book", "section__book", "section__part__book", "section__case__book"),
    *("section__case__part", "section__critique__case__book"),
    *("section__critique__case__part", "section__critique__expert"),
)
"""Paragraphs, loaded with the rows that name their place."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The excerpt from one piece of a text; of a paragraph, with its address."""

    text: str
    url: str
    page: int | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a text, and the record that the text belongs to."""

    kind: str
    excerpts: tuple[Excerpt, ...]
    book: Book | None = None
    part: Part | None = None
    case: Case | None = None
    critique: Critique | None = None
    fact: Fact | None = None
    section: str | None = None

    @property
    def text(self) -> str:
        """The excerpts, one a line."""
        return "\n".join(excerpt.text for excerpt in self.excerpts)

    @property
    def page(self) -> int | None:
        """The printed page on which the span begins, if it is known."""
        return self.excerpts[0].page

    @property
    def url(self) -> str:
        return self.excerpts[0].url

    @property
    def is_printed(self) -> bool:
        """Whether the book prints these words; statements of facts are our own."""
        return self.fact is None

    @property
    def expert(self) -> str | None:
        """The name of the expert whose critique it is."""
        return self.critique.expert.name if self.critique else None

    @property
    def label(self) -> str:
        """The place in one line: 《数字乡镇》 · 案例 3 智慧高青 · 基本情况 · 第 21 页."""
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
        if self.expert:
            names.append(_("%(name)s点评") % {"name": self.expert})
        if self.fact:
            names.append(_("事实"))
        if self.section:
            names.append(self.section)
        if self.page:
            names.append(_("第 %(page)s 页") % {"page": self.page})
        return " · ".join(names)


def place_of(words_of_rows: Iterable[tuple[Any, str]]) -> Place:
    """The place of words of rows; it is named by the first row."""
    rows = list(words_of_rows)
    row = rows[0][0]
    owners = owners_of(row)
    is_critique = isinstance(row, Passage) and owners.get("critique")
    kind = "critique" if is_critique else row._meta.model_name
    return Place(kind, tuple(excerpt_of(*each) for each in rows), **owners)


def excerpt_of(row: Any, words: str) -> Excerpt:
    """The words with the URL and the printed page of the row that has them."""
    page = row.source_page if isinstance(row, Passage | Fact) else getattr(row, "start_page", None)
    address = address_of(row) if isinstance(row, Passage) else None
    return Excerpt(words, row.get_absolute_url(), page, address)


def address_of(passage: Passage) -> str:
    """The address of a paragraph: ``sample/p-55vbrzvz``."""
    return f"{passage.book.slug}/{passage.anchor}"


def owners_of(row: Any) -> dict[str, Any]:
    """The book, part, case, critique and section that a row stands in, as ``Place`` takes them."""
    owners = {"book": row if isinstance(row, Book) else row.book}
    match row:
        case Part():
            owners |= {"part": row}
        case Case():
            owners |= {"part": row.part, "case": row}
        case Section():
            case = row.owning_case
            part = case.part if case else row.part
            owners |= {"part": part, "case": case, "critique": row.critique}
        case Passage() if row.section:
            owners |= owners_of(row.section) | {"section": row.section.title or None}
        case Fact():
            owners |= owners_of(row.case) if row.case else {}
            owners |= {"fact": row, "section": row.section_title or None}
    return owners
