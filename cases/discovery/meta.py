"""Metadata of a book and its chapters in Highwire and Dublin Core names.

Zotero, other reference managers and scholarly search engines read them in the head of a page.
"""

from collections.abc import Iterator
from typing import Any

from cases import citations
from cases.citing import Work
from cases.models import Book, Case, Part

Tag = tuple[str, str]


def tags(row: Any, url: str) -> list[Tag]:
    """Name and content of each tag; none for pages that are no bibliographic record."""
    work = work_of(row)
    return [*highwire(work, url), *dublin_core(work, url)] if work else []


def work_of(row: Any) -> Work | None:
    """What a reference manager would keep of a page."""
    match row:
        case Book():
            return citations.of_book(row)
        case Case():
            return citations.of_case(row)
        case Part():
            return citations.of_part(row)
    return None


def highwire(work: Work, url: str) -> Iterator[Tag]:
    volume = work.volume
    date = volume.year_and_month
    pairs = [
        ("citation_title", work.full_title()),
        # Scholarly search engines know the one, older reference managers the other.
        ("citation_inbook_title", volume.full_title() if work.is_piece else ""),
        ("citation_book_title", volume.full_title() if work.is_piece else ""),
        *(("citation_author", name.text) for name in work.authors),
        *(("citation_editor", name.text) for name in volume.editors),
        ("citation_publication_date", "{}/{:02}".format(*date) if date else ""),
        ("citation_publisher", volume.publisher),
        ("citation_isbn", volume.isbn),
        ("citation_firstpage", work.first_page),
        ("citation_lastpage", work.last_page),
        ("citation_language", volume.language),
        ("citation_abstract_html_url", url),
    ]
    return (pair for pair in pairs if pair[1])


def dublin_core(work: Work, url: str) -> Iterator[Tag]:
    """Without a type: reference managers would take a chapter for what Dublin Core calls it."""
    volume = work.volume
    date = volume.year_and_month
    pairs = [
        ("DC.title", work.full_title()),
        *(("DC.creator", name.text) for name in work.authors),
        *(("DC.contributor", name.text) for name in volume.editors),
        ("DC.publisher", volume.publisher),
        ("DC.date", "{}-{:02}".format(*date) if date else ""),
        ("DC.language", volume.language),
        ("DC.identifier", f"urn:isbn:{volume.isbn}" if volume.isbn and not work.is_piece else url),
        ("DCTERMS.isPartOf", f"urn:isbn:{volume.isbn}" if volume.isbn and work.is_piece else ""),
    ]
    return (pair for pair in pairs if pair[1])
