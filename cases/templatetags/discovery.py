"""The part of a page's head that is for machines."""

from typing import Any

from django import template

from casebook.languages import versions
from cases.discovery import alternates as twins
from cases.discovery import jsonld, meta, middleware
from cases.discovery.summaries import summary
from cases.models import Book

register = template.Library()


@register.inclusion_tag("_meta.html", takes_context=True)
def page_meta(context: template.Context) -> dict[str, Any]:
    """Canonical address, alternates, and for the page of a row its metadata."""
    request = context.get("request")
    if request is None:
        return {}
    row = twins.record_of(request.resolver_match, context)
    query = twins.plain_query(context.get("query") or "")
    found = list(twins.alternates(request.resolver_match, row, query))
    middleware.note(request, found)
    path = twins.canonical_path(request, row, context)
    url = request.build_absolute_uri(path)
    shown = {
        "canonical": url,
        "alternates": found,
        "versions": versions(path),
        "host": f"{request.scheme}://{request.get_host()}",
    }
    if row is None:
        return shown
    return shown | {
        "row": row,
        "og_type": "book" if isinstance(row, Book) else "article",
        "summary": summary(row),
        "tags": meta.tags(row, url),
        "json_ld": jsonld.script(row, request.build_absolute_uri),
    }
