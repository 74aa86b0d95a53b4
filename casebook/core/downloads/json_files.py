"""JSON and JSON Lines: the objects of the API, all of them."""

from collections.abc import Iterator
from typing import Any

from rest_framework.renderers import JSONRenderer

from .about import About
from .pieces import in_pieces
from .result import Result

WHOLE = {"next": None, "previous": None}
"""As the API's lists have it: no page stands before or after."""


def write_json(result: Result) -> Iterator[bytes]:
    """The list as the API gives it, with everything on one page, and what the file is."""
    return in_pieces(_members(result))


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
    """One object a line."""
    return in_pieces(in_json(row) + b"\n" for row in result.objects())


def in_json(value: Any) -> bytes:
    """As the API writes it."""
    return bytes(JSONRenderer().render(value))
