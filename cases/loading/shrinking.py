"""A text that lost most of its book is a broken file more often than a new edition."""

from cases.models import Case, Critique
from cases.parsing.records import BookRecord, CaseRecord

from .objects import LoadError


def refuse_a_fragment(book: BookRecord, slug: str) -> None:
    """Raise LoadError where fewer than half of the cases or critiques known are in the text."""
    found = every_case(book)
    critiques = sum(len(case.critiques) for case in found)
    known = Case.objects.filter(book__slug=slug).count()
    reviewed = Critique.objects.filter(case__book__slug=slug).count()
    for word, before, now in (("cases", known, len(found)), ("critiques", reviewed, critiques)):
        if now * 2 < before:
            raise LoadError(
                f"The source has {now} {word} where {before} are loaded: check that the file is "
                "whole, or say --shrink to take the others out."
            )


def every_case(book: BookRecord) -> list[CaseRecord]:
    return [*book.cases, *(case for part in book.parts for case in part.cases)]
