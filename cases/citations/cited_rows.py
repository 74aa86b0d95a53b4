"""Rows as the citations take them: who edited the book, where a piece of it stands.

The contents print no authors of cases, so a case has none here either. A critique's title is
ours, in brackets, for the book prints 专家点评 over all of them.
"""

from typing import Any

from django.db.models import Min
from django.utils.translation import gettext as _

from casebook.core.provenance import Origin
from casebook.core.web.requests import Problem, nearest
from cases.citations.formats import DEFAULT_STYLE, STYLES, Name, Volume, Work
from cases.models import Book, Case, Contribution, Critique, Part, Passage

PREFACE = {True: "前言", False: "Preface"}
CRITIQUE = {True: "[“{}”专家点评]", False: "[Critique of “{}”]"}
COLON = "："


def work_of(record: Any) -> Work | None:
    """What a reference manager would store of a page; None for pages that are no book or piece."""
    match record:
        case Book():
            return of_book(record)
        case Case():
            return of_case(record)
        case Part():
            return of_part(record)
    return None


def of_book(book: Book) -> Work:
    """The book as a whole."""
    return Work(book.slug, volume_of(book))


def of_case(case: Case, book: Book | None = None) -> Work:
    """A case as a chapter of its book, which may be at hand already."""
    title, _colon, subtitle = case.title.partition(COLON)
    return Work(
        case.slug,
        volume_of(book or case.book),
        title,
        subtitle,
        first_page=page(case.start_page),
        last_page=page(case.end_page),
    )


def of_critique(critique: Critique, book: Book | None = None) -> Work:
    """A critique; its page is known only where its text was imported with page marks.

    Several critiques of one case may share its ``book``, which is then asked once.
    """
    volume = volume_of(book or critique.case.book)
    return Work(
        critique.slug,
        volume,
        CRITIQUE[volume.is_chinese].format(critique.case.title),
        authors=(Name(critique.expert.name),),
        first_page=page(first_page(critique)),
    )


def first_page(critique: Critique) -> int | None:
    """Where its text begins, unless the query has brought it along."""
    if hasattr(critique, "first_page"):
        found: int | None = critique.first_page
    else:
        found = critique.text_sections.aggregate(page=Min("start_page"))["page"]
    return found


def of_part(part: Part, book: Book | None = None) -> Work:
    """The text of a part, as the introduction."""
    return Work(
        part.slug,
        volume_of(book or part.book),
        part.title,
        first_page=page(part.start_page),
        last_page=page(part.end_page),
    )


def of_preface(book: Book) -> Work:
    volume = volume_of(book)
    return Work(f"{book.slug}-preface", volume, PREFACE[volume.is_chinese])


def of_passage(passage: Passage, url: str = "") -> Work:
    """What is quoted from a paragraph: its piece of the book, with the page if known.

    With a ``url`` it was read there; without one, in the printed book.
    """
    piece = piece_of(passage)
    first, last = piece.first_page, piece.last_page
    if passage.source_page:
        first, last = page(passage.source_page), ""
    return Work(
        f"{passage.book.slug}-{passage.anchor}",
        piece.volume,
        piece.title,
        piece.subtitle,
        piece.authors,
        first_page=first,
        last_page=last,
        url=url,
    )


def piece_of(passage: Passage) -> Work:
    """The case, critique, part or preface in which a paragraph stands."""
    section = passage.section
    if section and section.critique:
        return of_critique(section.critique, passage.book)
    if section and section.case:
        return of_case(section.case, passage.book)
    if section and section.part:
        return of_part(section.part, passage.book)
    return of_preface(passage.book)


def volume_of(book: Book) -> Volume:
    """The printed book: the chief editors and the first publisher of its title page."""
    is_publisher = Contribution.Role.PUBLISHER
    people = book.cited_contributions
    editors = tuple(name_of(row) for row in people if row.role != is_publisher)
    publishers = [name_of(row) for row in people if row.role == is_publisher]
    date = book.edition_date or book.printing_date
    return Volume(
        book.title,
        book.subtitle,
        editors,
        book.edition,
        book.place_of_publication,
        publishers[0].text if publishers else "",
        (date.year, date.month) if date else None,
        book.isbn,
        book.language,
    )


def name_of(row: Contribution) -> Name:
    """The name without the spaces that print sets in it."""
    if row.organisation:
        return Name(row.organisation.name, is_body=True)
    return Name(row.expert.name if row.expert else row.name_as_printed)


def page(number: int | None) -> str:
    return str(number) if number else ""


def has_derived_last_page(row: Case | Part) -> bool:
    """Whether the last page follows from where the next piece begins; the book prints none."""
    return row.end_page is not None and row.source_of("end_page").origin == Origin.DERIVED


def style_problems(style: str) -> list[Problem]:
    """One for a style that there is not, with the nearest that there is."""
    if style in STYLES:
        return []
    message = _("没有“%(style)s”这种引用格式。") % {"style": style}
    return [Problem("style", style, message, nearest(style, STYLES) or DEFAULT_STYLE)]
