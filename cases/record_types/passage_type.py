"""Paragraphs as a kind of record."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import IndexDocument, IndexedType
from casebook.core.web.languages import name_of
from cases.models import Passage

from .case_type import (
    CASE_NAMES,
    below,
    case_facets,
    case_labels,
    case_sort_keys,
    page_sort_key,
)


def passage_document(passage: Passage) -> IndexDocument:
    """A paragraph under its heading; names of its case are facets and labels only."""
    book, section = passage.book, passage.section
    case = section.owning_case if section else None
    part = section.part if section else None
    if case:
        facets, labels = case_facets(case), case_labels(case)
        sort_keys = case_sort_keys(case, passage.source_page)
    else:
        facets = {"book": [book.slug]} | ({"part": [part.slug]} if part else {})
        labels = {"part": [str(part)] if part else [], "book": [book.full_title]}
        sort_keys = page_sort_key(book, passage.source_page)
    reading_page = section.get_absolute_url().partition("#")[0] if section else ""
    return IndexDocument(
        slug=f"{book.slug}/{passage.anchor}",
        title=str(section or book),
        body=passage.text,
        labels=labels,
        facets=facets,
        sort_keys=sort_keys,
        order=passage.order,
        extra={
            "url": f"{reading_page}#{passage.anchor}" if section else "",
            "number": case.number if case else None,
            "context": str(case or part or book.title),
        },
    )


def owner_name(passage: Any) -> str:
    """The name of the case, the part or the book that a paragraph is from."""
    return name_of(passage.section.owning_case or passage.section.part or passage.book)


PASSAGE = IndexedType(
    rows=Passage.objects.standing(),
    label=_("正文段落"),
    label_of_one=pgettext_lazy("one", "正文段落"),
    rank=3,
    words=("正文", "段落", "passage", "passages", "paragraph", "paragraphs"),
    document=passage_document,
    shows=(
        *("book", "section__book", "section__part"),
        *below("section__case", *CASE_NAMES),
        *below("section__critique__case", *CASE_NAMES),
    ),
    least_length=0,
    text_label=_("正文"),
    english_title=lambda _passage: "",
    english_context=owner_name,
    english_related=("book", "section__case", "section__part", "section__critique__case"),
)
