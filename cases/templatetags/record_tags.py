"""Tags of the pages of records: metadata in the head, citation box, markup of running text."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from casebook.core.web.marked_text import Marked
from cases.citations import cited_rows as citations
from cases.citations.cited_works import Work
from cases.citations.gbt7714 import STYLES, cite
from cases.citations.reference_files import FILES
from cases.discovery.page_metadata import page_metadata
from cases.models import Book, Case, Critique, Passage
from cases.reading.reading_pages import marked_text

register = template.Library()
register.inclusion_tag("_meta.html", takes_context=True)(page_metadata)

CELL_END = re.compile(r"\t|[|｜]| {2,}")
RULE = re.compile(r"[\s|｜:+-]+")


class Written(NamedTuple):
    """A reference with the name of its style, and the URL of its text file."""

    label: str
    text: str
    url: str


@register.inclusion_tag("cases/_cite.html")
def cite_book(book: Book) -> dict[str, Any]:
    """The citation box of a book."""
    return box(citations.of_book(book), "book", book.slug)


@register.inclusion_tag("cases/_cite.html")
def cite_case(case: Case) -> dict[str, Any]:
    """The citation box of a case, with notes on what the book does not state."""
    shown = box(citations.of_case(case), "case", case.slug)
    if citations.has_derived_last_page(case):
        shown["notes"].append(_("末页由下一篇起始页推得。"))
    elif case.start_page and not case.end_page:
        shown["notes"].append(_("末页未载明，只著录起始页。"))
    no_author = _("目录没有印出案例的作者，著者一项从缺；著者-出版年制依标准写“佚名”。")
    shown["notes"].append(no_author)
    return shown


@register.inclusion_tag("cases/_cite.html")
def cite_critique(critique: Critique, book: Book) -> dict[str, Any]:
    """The citation box of a critique; collapsed, because that of the case is used more."""
    work = citations.of_critique(critique, book)
    shown = box(work, "critique", critique.slug)
    shown["notes"].append(_("点评没有自己的题名，方括号内为自拟题名。"))
    if not work.first_page:
        shown["notes"].append(_("目录没有印出点评的页码。"))
    return shown | {"heading": _("引用本篇点评"), "is_open": False}


@register.inclusion_tag("cases/_cite.html", takes_context=True)
def cite_passage(context: template.Context, passage: Passage) -> dict[str, Any]:
    """The citation box of a paragraph: of the printed book, and of the online text."""
    url = context["request"].build_absolute_uri(passage.get_absolute_url())
    place = (passage.book.slug, passage.anchor)
    shown = box(citations.of_passage(passage), "passage", *place)
    online = Written(
        _("网络版本，带本段网址"),
        cite(citations.of_passage(passage, url)),
        reverse("citations:quote", args=place),
    )
    shown["others"].insert(0, online)
    if not passage.source_page:
        shown["notes"].append(_("导入的文本没有标出本段的页码。"))
    return shown


def box(work: Work, kind: str, *place: str) -> dict[str, Any]:
    """The context of a citation box: the default reference, other styles, and files.

    ``kind`` and ``place`` make the URLs of its files: ``/cases/<slug>/cite.…``. The label of a
    style is like ``GB/T 7714—2025 顺序编码制``.
    """
    text, *files = (
        reverse(f"citations:{kind}", args=[*place, form])
        for form in ("txt", *(each.extension for each in FILES))
    )
    systems = {True: _("著者-出版年制"), False: _("顺序编码制")}
    reference, *others = (
        Written(
            f"{style.standard.number} {systems[style.is_author_date]}",
            cite(work, slug),
            f"{text}?style={slug}",
        )
        for slug, style in STYLES.items()
    )
    return {
        "heading": _("引用"),
        "reference": reference,
        "others": others,
        "downloads": [(each.label, url) for each, url in zip(FILES, files, strict=True)],
        "notes": [],
        "is_open": True,
    }


@register.filter
def table_rows(text: str) -> list[list[str]]:
    """The cells of a table whose rows are lines; a drawn rule between rows is no row."""
    lines = [line for line in text.splitlines() if not RULE.fullmatch(line)]
    return [[cell.strip() for cell in CELL_END.split(line.strip(" |｜"))] for line in lines]


@register.filter
def with_words(text: str, words: Iterable[str]) -> Marked:
    """A text with the searched words marked; without any words, the text unmarked."""
    return marked_text(text, words or ())
