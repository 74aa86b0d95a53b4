"""Template tags of all pages: navigation, provenance badges, languages, the end for print."""

from functools import lru_cache
from typing import Any

import segno
from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.provenance import Origin, Source, Sourced
from casebook.core.web import languages
from casebook.core.web.marked_text import Marked
from casebook.core.web.requests import address_of

register = template.Library()
register.filter(languages.html_tag)
register.filter(languages.lang)
register.filter(languages.lang_attribute)
register.filter(languages.listed)
register.filter(languages.mixed)
register.filter(languages.name_of)
register.filter(languages.numeral)
register.simple_tag(languages.language_prefix)

SECTIONS = (
    (_("案例"), "cases:case-list"),
    (_("检索"), "search:search"),
    (pgettext_lazy("several", "图书"), "cases:book-list"),
    (_("专家"), "experts:expert-list"),
    (_("机构"), "experts:organisation-list"),
    (_("地点"), "cases:place-list"),
    (_("主题"), "cases:theme-list"),
    (_("事实"), "cases:fact-list"),
    (_("图谱"), "cases:atlas"),
    (_("关于"), "about"),
)

BADGE_CHARACTERS = {
    Origin.BOOK: _("书"),
    Origin.DERIVED: _("推"),
    Origin.EDITOR: _("编"),
    Origin.PUBLIC: _("公"),
}
"""The character on the provenance badge of each origin."""


@register.filter
def marked(text: Marked) -> SafeString:
    """The text, escaped, with each span in a ``<mark>``."""
    pieces = []
    done = 0
    for start, end in text.marks:
        pieces.append((text.text[done:start], text.text[start:end]))
        done = end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text.text[done:])


@register.inclusion_tag("_site_nav.html", takes_context=True)
def site_nav(context: template.Context) -> dict[str, Any]:
    """The main navigation; also works on error pages, which may have no request.

    Of ``aria-current``, ``page`` marks the section's own list, ``true`` a page below it.
    """
    request = context.get("request")
    here = request.path if request else ""
    sections = []
    for label, name in SECTIONS:
        url = reverse(name)
        current = "page" if here == url else "true" if here.startswith(url) else ""
        sections.append((label, url, current))
    return {"sections": sections}


@register.inclusion_tag("_language_switch.html", takes_context=True)
def language_switch(context: template.Context) -> dict[str, Any]:
    """Links to this page in the other languages; none where the page has no address.

    A partial for htmx has the page's ``address`` in its context, which is not the requested one.
    """
    request = context.get("request")
    if request is None or request.resolver_match is None:
        return {"versions": []}
    return {"versions": languages.versions(context.get("address") or request.get_full_path())}


@register.simple_tag
def book_title(book: Any, field: str = "full_title") -> str:
    """A book's title in the quotation marks of its language: 《数字中国》, “Digital China”."""
    title = languages.name_of(book, field)
    if languages.is_english() and languages.foreign_tag(title):
        return format_html('<span lang="zh-Hans">《{}》</span>', title)
    return _("《%(title)s》") % {"title": title}


@register.simple_tag(takes_context=True)
def page_file(context: template.Context, **changes: str | None) -> str:
    """The URL of this page's list as a file, the same in all languages."""
    request = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    path = request.path.removeprefix(languages.language_prefix())
    return f"{path}?{query.urlencode()}"


@register.inclusion_tag("_source.html", name="source")
def source_mark(row: Sourced, field: str = "") -> dict[str, Source]:
    """The provenance badge of one value of a row; without a field, of the row as a whole."""
    return {"source": row.source_of(field)}


@register.inclusion_tag("_source.html")
def line_mark(line: int | None) -> dict[str, Source | None]:
    """The provenance badge of a line of the book without a row of its own; empty without a line."""
    return {"source": Source(Origin.BOOK, line) if line else None}


@register.inclusion_tag("_provenance_badge.html")
def provenance_badge(origin: str, note: object) -> dict[str, str]:
    """The provenance badge of an origin with the given note: 推 for ``derived``."""
    character = BADGE_CHARACTERS[Origin(origin)]
    return {"origin": origin, "character": str(character), "note": str(note)}


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


@lru_cache(maxsize=1024)
def qr_code(address: str) -> SafeString:
    """A QR code as inline SVG that fills its box; empty for an address too long for any code."""
    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return SafeString()
    # The SVG contains only numbers, not the address, so it is safe.
    return mark_safe(code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S308
