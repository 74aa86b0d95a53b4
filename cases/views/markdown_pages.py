"""Markdown representations of records, rendered from the templates ``<kind>_detail.md``."""

import re
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from casebook.core.control_characters import replace_controls
from cases.books.imprint import board, colophon
from cases.citations import cited_rows as citations
from cases.citations.formats import cite
from cases.discovery.links import MARKDOWN, json_path
from cases.facts.case_evidence import evidence_of
from cases.models import Book, Case, Fact, Part, Place, Theme
from experts.models import Expert, Organisation

BLANK_LINES = re.compile(r"\n{3,}")

RECORDS: dict[str, QuerySet[Any]] = {
    "book": Book.objects.prefetch_related("parts__cases", "errata"),
    "case": Case.objects.with_labels(),
    "expert": Expert.objects.with_posts().prefetch_related(
        "critiques__case", "contributions__book"
    ),
    "fact": Fact.objects.with_labels(),
    "organisation": Organisation.objects.prefetch_related(
        "affiliations__expert", "contributions__book", "facts__reference"
    ),
    "part": Part.objects.select_related("book").prefetch_related("cases"),
    "place": Place.objects.select_related("parent").prefetch_related("children"),
    "theme": Theme.objects.prefetch_related("case_themes__case"),
}


def markdown(request: HttpRequest, kind: str, **address: Any) -> HttpResponse:
    """The record of a page as Markdown, each value with its source."""
    record = get_object_or_404(RECORDS[kind], **address)
    work = citations.work_of(record)
    context = {
        kind: record,
        "record": record,
        "root": request.build_absolute_uri("/").removesuffix("/"),
        "json_path": json_path(record),
        "citation": cite(work) if work else "",
        **additions(record),
    }
    template = f"{record._meta.app_label}/{kind}_detail.md"
    text = BLANK_LINES.sub("\n\n", render_to_string(template, context).strip())
    return HttpResponse(replace_controls(text) + "\n", f"{MARKDOWN}; charset=utf-8")


def additions(record: Any) -> dict[str, Any]:
    """Context of a template besides the record and its related objects."""
    match record:
        case Book():
            people = list(record.contributions.with_people())
            return {"colophon": colophon(record, people), "board": board(people)}
        case Case():
            derived = citations.has_derived_last_page(record)
            return {"evidence": evidence_of(record), "has_derived_last_page": derived}
        case Place():
            return {"cases": Case.objects.in_places([record])}
    return {}
