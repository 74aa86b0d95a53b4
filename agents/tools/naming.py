"""Rows by whatever an agent calls them: a slug, a number, a name, an address."""

import re
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from agents.site import RefusedError, refused
from casebook.http import Problem
from casebook.vocabulary import Rows, Vocabulary, resolve
from cases.models import Book, Case, Critique
from cases.vocabularies import BOOKS

ADDRESS = re.compile(r"(?:https?://[^/]+)?/(?P<kind>\w+)/(?P<slug>[\w-]+)/?(?:#.*)?$")
MOST_PROPOSED = 5
Slugged = TypeVar("Slugged", Book, Case, Critique)


def case_words(case: Case) -> tuple[str, ...]:
    return (case.name, str(case.number), f"案例{case.number}")


def critique_words(critique: Critique) -> tuple[str, ...]:
    return (f"{critique.expert.name}：{critique.case.title}",)


CASES = Rows(lambda: Case.objects.select_related("book"), lambda case: case.title, case_words)
CRITIQUES = Rows(
    lambda: Critique.objects.select_related("case__book", "expert"),
    str,
    critique_words,
)


def case_named(value: str, book: str = "") -> Case:
    """A case by slug, printed number, title, name or address."""
    cases: list[Case] = meanings(CASES, "case", value)
    if book:
        wanted = book_named(book)
        cases = [case for case in cases if case.book_id == wanted.pk]
    return the_only_one(cases, value)


def critique_named(value: str) -> Critique:
    """A critique by slug, or by who wrote on what."""
    critiques: list[Critique] = meanings(CRITIQUES, "critique", value)
    return the_only_one(critiques, value)


def book_named(value: str) -> Book:
    """A book by slug, title, ISBN or address."""
    books: list[Book] = meanings(BOOKS, "book", value)
    return the_only_one(books, value)


def meanings(vocabulary: Vocabulary, name: str, value: str) -> list[Any]:
    """The rows that a value may mean; an address means the last part of its path."""
    if address := ADDRESS.match(value):
        value = address["slug"]
    resolution = resolve(vocabulary, [value])
    for unknown, nearest in resolution.unknown.items():
        message = _("没有“%(value)s”。") % {"value": unknown}
        raise refused([Problem(name, unknown, message, nearest)])
    return [choice.target for choice in resolution.choices]


def the_only_one(rows: list[Slugged], value: str) -> Slugged:
    if len(rows) == 1:
        return rows[0]
    if not rows:
        raise RefusedError(_("这本书里没有“%(value)s”。") % {"value": value})
    slugs = "、".join(row.slug for row in rows[:MOST_PROPOSED])
    words = {"value": value, "slugs": slugs}
    raise RefusedError(_("“%(value)s”不止一个，请用网址名：%(slugs)s。") % words)
