"""Paragraphs by their address, and how they are told of."""

import re
from typing import Any

from django.utils.translation import gettext as _

from agents.site import RefusedError, Site, refused
from casebook.http import Problem, nearest
from cases.models import Passage

ADDRESS = re.compile(
    r"(?:https?://[^/]+)?(?:/books/)?(?:(?P<book>[\w-]+)/)?(?:read/(?:p/|[\w-]+/?#))?"
    r"(?P<anchor>p-\w+(?:-\d+)?)/?"
)
OWNERS = (
    *("book", "section__book", "section__part__book", "section__case__book"),
    *("section__case__part", "section__critique__case__book"),
    *("section__critique__case__part", "section__critique__expert"),
)
LIKELY = 20_000
"""Among so many addresses of a book a mistyped one is looked for."""


def passage_at(address: str) -> Passage:
    """A paragraph by its address: book and anchor, the address of its page, or the anchor alone."""
    parts = ADDRESS.fullmatch(address.strip())
    if not parts:
        message = _("“%(value)s”不是段落地址；段落地址形如“书的网址名/p-xxxxxxxx”。")
        raise refused([Problem("passage", address, message % {"value": address})])
    passages = Passage.objects.select_related(*OWNERS)
    if parts["book"]:
        passages = passages.filter(book__slug=parts["book"])
    found = list(passages.filter(anchor=parts["anchor"])[:2])
    if not found:
        anchors = passages.values_list("anchor", flat=True)[:LIKELY]
        message = _("没有“%(value)s”这个段落。") % {"value": address}
        raise refused([Problem("passage", address, message, nearest(parts["anchor"], anchors))])
    if len(found) > 1:
        raise RefusedError(
            _("几本书都有“%(value)s”这个段落，请在前面写上书的网址名。") % {"value": address}
        )
    return found[0]


def address_of(passage: Passage) -> str:
    """``sample/p-55vbrzvz``: as a tool takes it again."""
    return f"{passage.book.slug}/{passage.anchor}"


def brief(site: Site, passage: Passage) -> dict[str, Any]:
    """A paragraph as its neighbours mention it."""
    return {
        "address": address_of(passage),
        "url": site.absolute(passage.get_absolute_url()),
        "text": passage.marker + passage.text,
        "page": passage.source_page,
    }
