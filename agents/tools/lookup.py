"""Finds the record that an agent means by a slug, a number, a name or an address."""

import re
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from agents.api_client import ToolError
from casebook.core.filters.value_resolver import RowValues, ValueResolver, resolve
from casebook.core.web.requests import ParameterError, nearest
from cases.filters.case_resolvers import BOOKS
from cases.models import Book, Case, Critique, Passage

RECORD_ADDRESS = re.compile(r"(?:https?://[^/]+)?/(?P<kind>\w+)/(?P<slug>[\w-]+)/?(?:#.*)?$")
PASSAGE_ADDRESS = re.compile(
    r"(?:https?://[^/]+)?(?:/books/)?(?:(?P<book>[\w-]+)/)?(?:read/(?:p/|[\w-]+/?#))?"
    r"(?P<anchor>p-\w+(?:-\d+)?)/?"
)
MAX_PROPOSALS = 5
MAX_ANCHORS_COMPARED = 20_000
"""Maximum number of anchors that are compared with a mistyped one."""

CASES = RowValues(
    lambda: Case.objects.select_related("book"),
    lambda case: case.title,
    lambda case: (case.name, str(case.number), f"案例{case.number}"),
)
CRITIQUES = RowValues(
    lambda: Critique.objects.select_related("case__book", "expert"),
    str,
    lambda critique: (f"{critique.expert.name}：{critique.case.title}",),
)
PASSAGE_OWNERS = (
    *("book", "section__book", "section__part__book", "section__case__book"),
    *("section__case__part", "section__critique__case__book"),
    *("section__critique__case__part", "section__critique__expert"),
)
Slugged = TypeVar("Slugged", Book, Case, Critique)


def find_case(value: str, book: str = "") -> Case:
    """A case by slug, printed number, title, name or address."""
    cases: list[Case] = candidates(CASES, "case", value)
    if book:
        wanted = find_book(book)
        cases = [case for case in cases if case.book_id == wanted.pk]
    return only(cases, value)


def find_critique(value: str) -> Critique:
    """A critique by slug, or by its author and the title of its case."""
    critiques: list[Critique] = candidates(CRITIQUES, "critique", value)
    return only(critiques, value)


def find_book(value: str) -> Book:
    """A book by slug, title, ISBN or address."""
    books: list[Book] = candidates(BOOKS, "book", value)
    return only(books, value)


def candidates(resolver: ValueResolver, name: str, value: str) -> list[Any]:
    """The rows that a value, or the end of a URL's path, may name; ``ToolError`` for none."""
    if address := RECORD_ADDRESS.match(value):
        value = address["slug"]
    resolution = resolve(resolver, [value])
    for unknown, proposal in resolution.unknown.items():
        message = _("没有“%(value)s”。") % {"value": unknown}
        raise ToolError.of(ParameterError(name, unknown, message, proposal))
    return [choice.target for choice in resolution.choices]


def only(rows: list[Slugged], value: str) -> Slugged:
    """The one row; none or several raise ``ToolError``."""
    if len(rows) == 1:
        return rows[0]
    if not rows:
        raise ToolError(_("这本书里没有“%(value)s”。") % {"value": value})
    slugs = "、".join(row.slug for row in rows[:MAX_PROPOSALS])
    message = _("“%(value)s”不止一个，请用网址名：%(slugs)s。")
    raise ToolError(message % {"value": value, "slugs": slugs})


def find_passage(address: str) -> Passage:
    """A paragraph by book and anchor, by the address of its page, or by its anchor alone."""
    parts = PASSAGE_ADDRESS.fullmatch(address.strip())
    if not parts:
        message = _("“%(value)s”不是段落地址；段落地址形如“书的网址名/p-xxxxxxxx”。")
        raise ToolError(message % {"value": address})
    passages = Passage.objects.select_related(*PASSAGE_OWNERS)
    if parts["book"]:
        passages = passages.filter(book__slug=parts["book"])
    found = list(passages.filter(anchor=parts["anchor"])[:2])
    if not found:
        anchors = passages.values_list("anchor", flat=True)[:MAX_ANCHORS_COMPARED]
        message = _("没有“%(value)s”这个段落。") % {"value": address}
        proposal = nearest(parts["anchor"], anchors)
        raise ToolError.of(ParameterError("passage", address, message, proposal))
    if len(found) > 1:
        message = _("几本书都有“%(value)s”这个段落，请在前面写上书的网址名。")
        raise ToolError(message % {"value": address})
    return found[0]


def address_of(passage: Passage) -> str:
    """The address of a passage as ``find_passage`` reads it: ``sample/p-55vbrzvz``."""
    return f"{passage.book.slug}/{passage.anchor}"
