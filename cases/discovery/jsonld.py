"""JSON-LD: records in the vocabulary of schema.org, for search engines."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from casebook.core.records import Data, JsonLinks, type_of

MAX_BYTES = 8_000
"""The size limit of the JSON-LD; in longer data the lists are shortened from the end."""
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""Escapes, so that no text can close the ``script`` element."""


def script(record: Any, links: JsonLinks) -> SafeString:
    """The content of the ``script`` element of a record's page."""
    properties = type_of(record).json_ld(record, links)
    data = {"@context": "https://schema.org"} | links.to(record) | properties
    data = {name: value for name, value in data.items() if value not in (None, "", [], {})}
    return serialize(shorten(data))


def serialize(data: Data) -> SafeString:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def shorten(data: Data) -> Data:
    """The data within the limit: lists lose their last items, the longest list first."""
    while len(serialize(data).encode()) > MAX_BYTES:
        lists = {name: value for name, value in data.items() if value and isinstance(value, list)}
        if not lists:
            break
        name = max(lists, key=lambda name: len(lists[name]))
        data = data | {name: data[name][: len(data[name]) * 3 // 4]}
    return data
