"""Records as files at stable URLs: Markdown, and citations for reference managers and copying."""

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from casebook.core.control_characters import replace_controls
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.records import record_types
from casebook.core.web.requests import check_parameters
from cases.citations import cited_rows as citations
from cases.citations.cited_works import Work
from cases.citations.gbt7714 import DEFAULT_STYLE, cite
from cases.citations.reference_files import FILES
from cases.discovery.page_metadata import MARKDOWN, json_path
from cases.models import Passage

BLANK_LINES = re.compile(r"\n{3,}")
FORMATS = {each.extension: each for each in FILES}
OWNERS = (
    "section__part__book",
    "section__case__book",
    "section__critique__case__book",
    "section__critique__expert",
)


def markdown(request: HttpRequest, kind: str, **address: Any) -> HttpResponse:
    """The record of a page as Markdown, each value with its source.

    The template is ``<kind>_detail.md``.
    """
    record_type = record_types()[kind]
    record = get_object_or_404(record_type.markdown_rows, **address)
    work = record_type.cited_work(record)
    context = {
        kind: record,
        "record": record,
        "root": request.build_absolute_uri("/").removesuffix("/"),
        "json_path": json_path(record),
        "citation": cite(work) if work else "",
        **record_type.markdown_context(record),
    }
    template = f"{record._meta.app_label}/{kind}_detail.md"
    text = BLANK_LINES.sub("\n\n", render_to_string(template, context).strip())
    return HttpResponse(replace_controls(text) + "\n", f"{MARKDOWN}; charset=utf-8")


def cite_record(request: HttpRequest, kind: str, slug: str, form: str) -> HttpResponse:
    record_type = record_types()[kind]
    record = get_object_or_404(record_type.rows, slug=slug)
    return citation_file(request, record_type.cited_work(record), form)


def cite_passage(request: HttpRequest, slug: str, anchor: str, form: str = "") -> HttpResponse:
    """The citation of a paragraph: ``txt`` cites the printed book, other formats the URL here.

    Without a format it is the reference of the paragraph as online text.
    """
    passages = Passage.objects.standing().select_related("book", *OWNERS)
    passage = get_object_or_404(passages, book__slug=slug, anchor=anchor)
    url = "" if form == "txt" else request.build_absolute_uri(passage.get_absolute_url())
    return citation_file(request, citations.of_passage(passage, url), form or "txt")


def citation_file(request: HttpRequest, work: Work, form: str) -> HttpResponse:
    """The response: a file, or for ``txt`` the reference in the ``style`` of the query."""
    errors = check_parameters(request, ["style"] if form == "txt" else [])
    style = request.GET.get("style", DEFAULT_STYLE)
    if errors := errors or citations.style_errors(style):
        return bad_request_page(request, errors, ["style"])
    if form == "txt":
        return HttpResponse(f"{cite(work, style)}\n", "text/plain; charset=utf-8")
    if form not in FORMATS:
        raise Http404(form)
    response = HttpResponse(FORMATS[form].write(work), f"{FORMATS[form].media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{work.key}.{form}"'
    return response
