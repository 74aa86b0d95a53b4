"""Metadata in the head of a page: its canonical path, its other forms, and JSON-LD of a record."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import starmap
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.template import Context
from django.urls import NoReverseMatch, ResolverMatch, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from casebook.core.filters.filterset import NOT_FILTERS
from casebook.core.records import Data, JsonLinks, type_of, types_with_page
from casebook.core.web.languages import versions
from casebook.core.web.requests import address_of

MARKDOWN = "text/markdown"
WITH_FEED = {"cases:case-list", "home"}
META_KEY = "casebook.alternates"
LINK = '<{}>; rel="alternate"; type="{}"'
Alternate = tuple[str, str]
"""The path and the media type of an alternate representation of a page."""
MAX_BYTES = 8_000
"""The size limit of the JSON-LD; in longer data the lists are shortened from the end."""
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""Escapes, so that no text can close the ``script`` element."""


class AlternateLinks:
    """Middleware that repeats the alternates of a page's head in the HTTP header ``Link``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if links := request.META.get(META_KEY):
            response["Link"] = ", ".join(starmap(LINK.format, links))
        return response


def page_metadata(context: Context) -> dict[str, Any]:
    """What ``_meta.html`` shows of a page; of a list the filters and the page number count.

    Nothing without a request, as on some error pages.
    """
    request = context.get("request")
    if request is None:
        return {}
    match = request.resolver_match
    kind, _, form = ((match and match.url_name) or "").partition("-")
    record = context.get(kind) if form == "detail" and kind in types_with_page() else None
    query = QueryDict((context.get("query") or "").removeprefix("?"), mutable=True)
    for name in NOT_FILTERS:
        query.pop(name, None)
    filters = f"?{query.urlencode()}" if query else ""
    found = list(alternates(match, record, filters))
    request.META[META_KEY] = found

    number = getattr(context.get("page"), "number", 1)
    if number > 1:
        query["page"] = str(number)
    path = record.get_absolute_url() if record else address_of(request, query)
    shown = {
        "canonical": request.build_absolute_uri(path),
        "alternates": found,
        "versions": versions(path),
        "host": f"{request.scheme}://{request.get_host()}",
    }
    return shown | of_record(record, request) if record else shown


def alternates(match: ResolverMatch | None, record: Any, query: str) -> Iterator[Alternate]:
    """The alternate representations of a page; ``query`` has the filters of a list."""
    if match is None:
        return
    kind, _, form = (match.url_name or "").partition("-")
    if record is not None:
        if path := json_path(record):
            yield (path, "application/json")
        yield (markdown_path(record), MARKDOWN)
    elif match.view_name == "search:search" or (form == "list" and kind in types_with_page()):
        yield (reverse(f"api:{kind}-list") + query, "application/json")
    if match.view_name in WITH_FEED:
        yield (reverse("discovery:case-feed") + query, "application/atom+xml")


def json_path(record: Any) -> str:
    """The path of the record in the API; empty for kinds that are no resource there."""
    with suppress(NoReverseMatch):
        return reverse(f"api:{type_of(record).kind}-detail", args=[record.slug])
    return ""


def markdown_path(record: Any) -> str:
    """The path of a record's Markdown: that of the Chinese page with ``.md`` for the slash."""
    with override(settings.LANGUAGE_CODE):
        return f"{record.get_absolute_url().removesuffix('/')}.md"


def of_record(record: Any, request: HttpRequest) -> dict[str, Any]:
    """The metadata of a record's page, with its JSON-LD in the vocabulary of schema.org."""
    record_type = type_of(record)
    links = JsonLinks(request.build_absolute_uri)
    properties = links.to(record) | record_type.json_ld(record, links)
    data = {name: value for name, value in properties.items() if value not in (None, "", [], {})}
    return {
        "row": record,
        "og_type": "book" if record_type.json_ld_type == "Book" else "article",
        "summary": record_type.summary(record),
        "work": record_type.cited_work(record),
        "json_ld": shortened_json({"@context": "https://schema.org"} | data),
    }


def shortened_json(data: Data) -> SafeString:
    """JSON within ``MAX_BYTES``: lists lose their last items, the longest list first."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    lists = [name for name, value in data.items() if value and isinstance(value, list)]
    if lists and len(text.encode()) > MAX_BYTES:
        name = max(lists, key=lambda name: len(data[name]))
        return shortened_json(data | {name: data[name][: len(data[name]) * 3 // 4]})
    return mark_safe(text)  # noqa: S308
