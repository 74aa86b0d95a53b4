"""Template filters for the markup of running text."""

import re
from collections.abc import Iterable

from django import template

from casebook.core.web.marked_text import Marked
from cases.reading.reading_pages import marked_text

register = template.Library()

CELL_END = re.compile(r"\t|[|｜]| {2,}")
RULE = re.compile(r"[\s|｜:+-]+")


@register.filter
def table_rows(text: str) -> list[list[str]]:
    """The cells of a table whose rows are lines; a drawn rule between rows is no row."""
    lines = [line for line in text.splitlines() if not RULE.fullmatch(line)]
    return [[cell.strip() for cell in CELL_END.split(line.strip(" |｜"))] for line in lines]


@register.filter
def with_words(text: str, words: Iterable[str]) -> Marked:
    """A text with the searched words marked; without any words, the text unmarked."""
    return marked_text(text, words or ())
