"""What every template may use: the navigation, source marks, Chinese numerals."""

from typing import Any, NamedTuple

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casebook.chinese import chinese_number
from casebook.http import address_of
from casebook.languages import html_tag, versions
from casebook.provenance import Origin, Source, Sourced
from casebook.qr_codes import qr_code

register = template.Library()
register.filter(chinese_number)
register.filter(html_tag)

SECTIONS = (
    (_("案例"), "cases:case-list"),
    (_("检索"), "search:search"),
    (_("图书"), "cases:book-list"),
    (_("专家"), "experts:expert-list"),
    (_("机构"), "experts:organisation-list"),
    (_("地点"), "cases:place-list"),
    (_("主题"), "cases:theme-list"),
    (_("事实"), "cases:fact-list"),
    (_("图谱"), "cases:atlas"),
    (_("关于"), "about"),
)

SEALS = {
    Origin.BOOK: _("书"),
    Origin.DERIVED: _("推"),
    Origin.EDITOR: _("编"),
    Origin.PUBLIC: _("公"),
}
"""The one character by which a mark says where a value comes from."""


class NavSection(NamedTuple):
    """One entry of the navigation; ``current`` is the value of its ``aria-current``."""

    label: str
    url: str
    current: str


@register.inclusion_tag("_site_nav.html", takes_context=True)
def site_nav(context: template.Context) -> dict[str, Any]:
    """The main navigation; also works on error pages, which may have no request."""
    request = context.get("request")
    here = request.path if request else ""
    return {"sections": [nav_section(str(label), reverse(name), here) for label, name in SECTIONS]}


def nav_section(label: str, url: str, here: str) -> NavSection:
    """``page`` marks the section's own list, ``true`` a page below it."""
    if here == url:
        return NavSection(label, url, "page")
    return NavSection(label, url, "true" if here.startswith(url) else "")


@register.inclusion_tag("_language_switch.html", takes_context=True)
def language_switch(context: template.Context) -> dict[str, Any]:
    """The way to this page in the other languages; none where a page has no address."""
    return versions_of(context.get("request"))


@register.inclusion_tag("_language_links.html", takes_context=True)
def language_links(context: template.Context) -> dict[str, Any]:
    """Tells machines of the same page in other languages."""
    return versions_of(context.get("request"))


def versions_of(request: HttpRequest | None) -> dict[str, Any]:
    if request is None or request.resolver_match is None:
        return {"versions": []}
    return {"versions": versions(request), "request": request}


@register.inclusion_tag("_source.html", name="source")
def source_mark(row: Sourced, field: str = "") -> dict[str, Source]:
    """The mark beside one value of a row; without a field, for the row as a whole."""
    return {"source": row.source_of(field)}


@register.inclusion_tag("_source.html")
def line_mark(line: int | None) -> dict[str, Source | None]:
    """The mark of a line of the book that has no row of its own; nothing where no line is known."""
    return {"source": Source(Origin.BOOK, line) if line else None}


@register.inclusion_tag("_seal.html")
def seal(origin: str, note: str) -> dict[str, str]:
    """The seal of an origin with any note of one's own."""
    return {"origin": origin, "note": note}


@register.filter
def seal_character(origin: str) -> str:
    """``derived`` → 推."""
    return str(SEALS[Origin(origin)])


@register.inclusion_tag("_print_note.html", takes_context=True)
def print_note(context: template.Context) -> dict[str, str]:
    """The address of the page for print; also works on error pages, which may have no request."""
    request = context.get("request")
    if request is None:
        return {}
    query = request.GET.copy()
    query.pop("within", None)
    address = request.build_absolute_uri(address_of(request, query))
    return {"address": address, "code": qr_code(address)}
