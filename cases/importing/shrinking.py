"""Refuse a source that lost most of its book: it is more often a broken file than an edition."""

from cases.models import Book, Critique
from cases.parsing.book_records import BookRecord, CaseRecord

from .objects import LoadError


def refuse_a_fragment(record: BookRecord, book: Book) -> None:
    """Raise LoadError where fewer than half of the cases or critiques known are in the text."""
    found = every_case(record)
    critiques = sum(len(case.critiques) for case in found)
    known = book.cases.count()
    reviewed = Critique.objects.filter(case__book=book).count()
    for word, before, now in (("cases", known, len(found)), ("critiques", reviewed, critiques)):
        if now * 2 < before:
            raise LoadError(
                f"The source has {now} {word} where {before} are loaded: check that the file is "
                "whole, or say --shrink to take the others out."
            )


def every_case(book: BookRecord) -> list[CaseRecord]:
    return [*book.cases, *(case for part in book.parts for case in part.cases)]
