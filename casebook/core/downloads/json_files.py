"""JSON and JSON Lines: all objects of a result as the API writes them."""

from collections.abc import Iterator
from typing import Any

from rest_framework.renderers import JSONRenderer

from .about import About
from .chunks import in_chunks
from .result import Result

WHOLE = {"next": None, "previous": None}
"""The page links of an API list that has one page."""


def write_json(result: Result) -> Iterator[bytes]:
    """The list as the API writes it, on one page, with notes in ``about``."""
    return in_chunks(_members(result))


def _members(result: Result) -> Iterator[bytes]:
    count = 0
    yield b'{"results":['
    for row in result.objects():
        yield b",\n" if count else b"\n"
        yield in_json(row)
        count += 1
    beside = result.table.beside_rows(result.filterset)
    about = {"about": About(result, count).as_json()}
    yield b"\n]," + in_json({"count": count} | WHOLE | beside | about)[1:] + b"\n"


def write_json_lines(result: Result) -> Iterator[bytes]:
    """One object per line."""
    return in_chunks(in_json(row) + b"\n" for row in result.objects())


def in_json(value: Any) -> bytes:
    """A value as JSON, rendered as by the API."""
    return bytes(JSONRenderer().render(value))
