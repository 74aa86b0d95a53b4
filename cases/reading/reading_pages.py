"""Reading pages: the running text of preface, parts and cases, and the search within one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from casebook.core.web.languages import name_of, numeral
from casebook.core.web.marked_text import Marked
from cases.models import Book, Case, Part, Passage, Section
from cases.models.text import PREFACE, reading_page_slug

LONGEST = 100
BEFORE, AROUND = 16, 60
"""Characters of an excerpt before the first match, and in all."""


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """One reading page: the preface, the text of a part, or a case with its critiques."""

    book: Book
    slug: str
    part: Part | None = None
    case: Case | None = None
    is_imported: bool = False

    def __str__(self) -> str:
        return " ".join(filter(None, (self.label, self.title)))

    @property
    def label(self) -> str:
        """The label of the page: 前言, 第二篇, 案例 17."""
        if self.case:
            return _("案例 %(number)s") % {"number": self.case.number}
        if self.part:
            return _("第%(number)s篇") % {"number": numeral(self.part.number)}
        return _("前言")

    @property
    def title(self) -> str:
        """The title of the part or the case; empty for the preface."""
        owner = self.case or self.part
        return name_of(owner, "title") if owner else ""

    def get_absolute_url(self) -> str:
        return reverse("cases:reading-page", args=[self.book.slug, self.slug])


def reading_pages(book: Book) -> list[ReadingPage]:
    """Every reading page of a book in book order, whether its text is imported or not."""
    imported = imported_pages(book)
    pages = [ReadingPage(book, PREFACE, is_imported=PREFACE in imported)]
    for part in book.parts.prefetch_related("cases"):
        slug = reading_page_slug(part.number, None)
        pages.append(ReadingPage(book, slug, part=part, is_imported=slug in imported))
        for case in part.cases.all():
            slug = reading_page_slug(None, case.number)
            pages.append(ReadingPage(book, slug, case=case, is_imported=slug in imported))
    return pages


def imported_pages(book: Book) -> set[str]:
    """The slugs of the reading pages that have text."""
    with_text = Section.objects.filter(
        book=book, pk__in=Passage.objects.standing().values("section")
    )
    case_number = Coalesce("case__number", "critique__case__number")
    owners = with_text.order_by().values_list("part__number", case_number).distinct()
    return {reading_page_slug(part, case) for part, case in owners}


def sections_of(reading_page: ReadingPage) -> list[Section]:
    """The sections of a reading page in order, with their passages."""
    passages = Prefetch("passages", Passage.objects.standing())
    sections = Section.objects.filter(book=reading_page.book).with_owner()
    sections = sections.prefetch_related(passages)
    if reading_page.case:
        sections = sections.of_case(reading_page.case)
    else:
        sections = sections.filter(part=reading_page.part, case=None, critique=None)
    return ranked(sections)


def ranked(sections: Iterable[Section]) -> list[Section]:
    """The sections with the ``heading_rank`` of each: one below the section that encloses it.

    Books skip levels, from 一、 to 1.; HTML headings should not, for users of screen readers.
    """
    found, critique, enclosing = list(sections), None, list[int]()
    for section in found:
        if section.critique_id != critique:
            critique, enclosing = section.critique_id, []
        enclosing = [level for level in enclosing if level < section.level]
        section.heading_rank = 2 + len(enclosing) + (critique is not None)
        if section.title:
            enclosing.append(section.level)
    return found


def page_openers(sections: Iterable[Section]) -> set[int]:
    """The keys of the passages at which a new printed page of the book begins."""
    openers, page = set(), None
    for section in sections:
        for passage in section.passages.all():
            if passage.source_page and passage.source_page != page:
                openers.add(passage.pk)
                page = passage.source_page
    return openers


def neighbours(passage: Passage, reach: int = 2) -> tuple[list[Passage], list[Passage]]:
    """The passages before and after one, ``reach`` at most on each side, within the same text."""
    section = passage.section
    if section is None:
        return [], []
    around = Passage.objects.standing().filter(
        book=passage.book,
        section__part=section.part,
        section__case=section.case,
        section__critique=section.critique,
    )
    before = around.filter(order__lt=passage.order).order_by("-order")[:reach]
    return list(before)[::-1], list(around.filter(order__gt=passage.order)[:reach])


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A paragraph that contains one of the words, with an excerpt around the first match."""

    passage: Passage
    excerpt: Marked


def words_of(typed: str) -> list[str]:
    """The words to search for, separated by spaces."""
    return typed[:LONGEST].split()


def marked_text(text: str, words: Iterable[str]) -> Marked:
    """The text with every occurrence of the words marked, case-insensitively."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not pattern:
        return Marked(text)
    return Marked(text, [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)])


def find_in_text(sections: Iterable[Section], words: Sequence[str]) -> list[TextMatch]:
    """The paragraphs that contain one of the words, in reading order."""
    found = []
    for section in sections:
        for passage in section.passages.all():
            text = marked_text(passage.text, words)
            if text.marks:
                found.append(TextMatch(passage, excerpt(text)))
    return found


def excerpt(text: Marked) -> Marked:
    """An excerpt around the first mark, with an ellipsis where it was cut."""
    start = max(text.marks[0][0] - BEFORE, 0)
    end = start + AROUND
    before, after = "…" if start else "", "…" if end < len(text.text) else ""
    shift = len(before) - start
    marks = [(a + shift, b + shift) for a, b in text.marks if b <= end]
    return Marked(f"{before}{text.text[start:end]}{after}", marks)
