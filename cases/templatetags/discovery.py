"""The metadata in the head of a page."""

from typing import Any

from django import template

from casebook.core.records import JsonLinks, type_of
from casebook.core.web.languages import versions
from cases.discovery import jsonld, links

register = template.Library()


@register.inclusion_tag("_meta.html", takes_context=True)
def page_meta(context: template.Context) -> dict[str, Any]:
    """Canonical address, alternates, and the metadata of a record's page."""
    request = context.get("request")
    if request is None:
        return {}
    record = links.record_of(request.resolver_match, context)
    query = links.with_query("", links.filters_of(context.get("query") or ""))
    found = list(links.alternates(request.resolver_match, record, query))
    request.META[links.META_KEY] = found
    path = links.canonical_path(request, record, context)
    shown = {
        "canonical": request.build_absolute_uri(path),
        "alternates": found,
        "versions": versions(path),
        "host": f"{request.scheme}://{request.get_host()}",
    }
    if record is None:
        return shown
    record_type = type_of(record)
    return shown | {
        "row": record,
        "og_type": "book" if record_type.json_ld_type == "Book" else "article",
        "summary": record_type.summary(record),
        "work": record_type.cited_work(record),
        "json_ld": jsonld.script(record, JsonLinks(request.build_absolute_uri)),
    }
