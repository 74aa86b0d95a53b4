"""Template filter that highlights the words that were searched for."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


class MarkedText(Protocol):
    """A text and the spans in it to highlight."""

    @property
    def text(self) -> str: ...
    @property
    def marks(self) -> Iterable[tuple[int, int]]: ...


@register.filter
def marked(text: MarkedText) -> SafeString:
    """The text, escaped, with each span in a ``<mark>``."""
    pieces = []
    done = 0
    for start, end in text.marks:
        pieces.append((text.text[done:start], text.text[start:end]))
        done = end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text.text[done:])
