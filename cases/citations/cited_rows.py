"""Cited works made of database rows: books, cases, critiques, parts and paragraphs.

The contents list prints no authors of cases, so a case has none here either. The title of a
critique is our own, in brackets, because the book prints 专家点评 above every critique.
"""

from django.db.models import Min
from django.utils.translation import gettext as _

from casebook.core.provenance import Origin
from casebook.core.web.requests import ParameterError, nearest
from cases.citations.formats import DEFAULT_STYLE, STYLES, Name, Volume, Work
from cases.models import Book, Case, Contribution, Critique, Part, Passage

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

    Critiques of one case can share its ``book``, so that its editors are queried once.
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
    """The first page of its text, from the annotation ``first_page`` or else by a query."""
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
    """A paragraph as a cited work: its piece of the book, with its own page if known.

    With a ``url`` the online text is cited, without one the printed book.
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
    """The case, critique, part or preface that contains a paragraph."""
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
