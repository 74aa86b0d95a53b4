"""Cited works made of database rows: books, cases, critiques, parts and paragraphs.

The contents list prints no authors of cases, so a case has none here either. The title of a
critique is our own, in brackets, because the book prints 专家点评 above every critique.
"""

from dataclasses import replace

from django.db.models import Min
from django.utils.translation import gettext as _

from casebook.core.provenance import Origin
from casebook.core.web.requests import ParameterError, nearest
from cases.models import Book, Case, Contribution, Critique, Part, Passage

from .cited_works import Name, Volume, Work
from .gbt7714 import DEFAULT_STYLE, STYLES

PREFACE = {True: "前言", False: "Preface"}
CRITIQUE = {True: "[“{}”专家点评]", False: "[Critique of “{}”]"}
COLON = "："


def of_book(book: Book) -> Work:
    """The book as a whole."""
    return Work(book.slug, volume_of(book))


def of_case(case: Case, book: Book | None = None) -> Work:
    """A case as a chapter of its book; ``book`` saves a query where it is loaded already."""
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

    Critiques of one case can share its ``book``, so that its editors are queried once. The page
    is the annotation ``first_page``, or else queried.
    """
    volume = volume_of(book or critique.case.book)
    title = CRITIQUE[volume.is_chinese].format(critique.case.title)
    if hasattr(critique, "first_page"):
        first_page = critique.first_page
    else:
        first_page = critique.text_sections.aggregate(page=Min("start_page"))["page"]
    authors = (Name(critique.expert.name),)
    return Work(critique.slug, volume, title, authors=authors, first_page=page(first_page))


def of_part(part: Part, book: Book | None = None) -> Work:
    """The text of a part, as the introduction."""
    return Work(
        part.slug,
        volume_of(book or part.book),
        part.title,
        first_page=page(part.start_page),
        last_page=page(part.end_page),
    )


def of_passage(passage: Passage, url: str = "") -> Work:
    """A paragraph as a cited work: its piece of the book, with its own page if known.

    With a ``url`` the online text is cited, without one the printed book.
    """
    piece = piece_of(passage)
    if passage.source_page:
        piece = replace(piece, first_page=page(passage.source_page), last_page="")
    return replace(piece, key=f"{passage.book.slug}-{passage.anchor}", url=url)


def piece_of(passage: Passage) -> Work:
    """The case, critique, part or preface that contains a paragraph."""
    book, section = passage.book, passage.section
    if section and section.critique:
        return of_critique(section.critique, book)
    if section and section.case:
        return of_case(section.case, book)
    if section and section.part:
        return of_part(section.part, book)
    volume = volume_of(book)
    return Work(f"{book.slug}-preface", volume, PREFACE[volume.is_chinese])


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
    """The normalised name, without the spaces of the printed one."""
    if row.organisation:
        return Name(row.organisation.name, is_body=True)
    return Name(row.expert.name if row.expert else row.name_as_printed)


def page(number: int | None) -> str:
    return str(number) if number else ""


def has_derived_last_page(row: Case | Part) -> bool:
    """Whether the last page is derived from the first page of the next piece, not printed."""
    return row.end_page is not None and row.source_of("end_page").origin == Origin.DERIVED


def style_errors(style: str) -> list[ParameterError]:
    """An error for an unknown citation style, with the nearest known one."""
    if style in STYLES:
        return []
    message = _("没有“%(style)s”这种引用格式。") % {"style": style}
    return [ParameterError("style", style, message, nearest(style, STYLES) or DEFAULT_STYLE)]
