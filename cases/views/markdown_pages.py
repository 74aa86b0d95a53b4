"""Markdown representations of records, rendered from the templates ``<kind>_detail.md``."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from casebook.core.control_characters import replace_controls
from casebook.core.records import record_types
from cases.citations.formats import cite
from cases.discovery.links import MARKDOWN, json_path

BLANK_LINES = re.compile(r"\n{3,}")


def markdown(request: HttpRequest, kind: str, **address: Any) -> HttpResponse:
    """The record of a page as Markdown, each value with its source."""
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
