"""Marked texts: a text with the spans that match what was searched for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the matched spans, ``[start, end)``."""

    text: str
    marks: Sequence[tuple[int, int]] = ()


def marked(text: Marked) -> SafeString:
    """The text, escaped, with each span in a ``<mark>``."""
    pieces = []
    done = 0
    for start, end in text.marks:
        pieces.append((text.text[done:start], text.text[start:end]))
        done = end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text.text[done:])
