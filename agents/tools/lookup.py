"""Finds the record that an agent means by a slug, a number, a name or an address."""

import re
from typing import Any

from django.utils.translation import gettext as _

from agents.api_client import ToolError
from casebook.core.filters.value_resolver import resolve
from casebook.core.records import record_types
from casebook.core.web.requests import ParameterError, nearest
from cases.models import Case, Passage
from search.quotes.quoted_places import PASSAGES

RECORD_ADDRESS = re.compile(r"(?:https?://[^/]+)?/(?P<kind>\w+)/(?P<slug>[\w-]+)/?(?:#.*)?$")
PASSAGE_ADDRESS = re.compile(
    r"(?:https?://[^/]+)?(?:/books/)?(?:(?P<book>[\w-]+)/)?(?:read/(?:p/|[\w-]+/?#))?"
    r"(?P<anchor>p-\w+(?:-\d+)?)/?"
)
MAX_PROPOSALS = 5
MAX_ANCHORS_COMPARED = 20_000
"""Maximum number of anchors that are compared with a mistyped one."""

RESOLVERS = {kind: each.resolver for kind, each in record_types().items() if each.resolver}


def find_record(kind: str, value: str) -> Any:
    """A record by slug, name or address; a case also by number, a book by ISBN."""
    if kind == "passage":
        return find_passage(value)
    return only(candidates(kind, value), value)


def find_case(value: str, book: str = "") -> Case:
    """A case; of several books, that of the book."""
    cases = candidates("case", value)
    if book:
        wanted = find_record("book", book)
        cases = [case for case in cases if case.book_id == wanted.pk]
    found: Case = only(cases, value)
    return found


def candidates(kind: str, value: str) -> list[Any]:
    """The rows that a value, or the end of a URL's path, may name; ``ToolError`` for none."""
    if address := RECORD_ADDRESS.match(value):
        value = address["slug"]
    resolution = resolve(RESOLVERS[kind], [value])
    for unknown, proposal in resolution.unknown.items():
        message = _("没有“%(value)s”。") % {"value": unknown}
        raise ToolError.of(ParameterError(kind, unknown, message, proposal))
    return [choice.target for choice in resolution.choices]


def only(rows: list[Any], value: str) -> Any:
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
    passages = PASSAGES.filter(book__slug=parts["book"]) if parts["book"] else PASSAGES
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
