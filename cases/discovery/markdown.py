"""Markdown as the twins of pages are written in."""

import re
from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from casebook.control_characters import replace_controls
from casebook.provenance import Source

Link = Callable[[str], str]
"""From a path to the full address."""

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def text(value: object) -> str:
    """A value in which nothing is markup, on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(str(value).split()))


def anchor(label: object, address: str) -> str:
    return f"[{text(label)}]({address})"


def mark(source: Source) -> str:
    """Where a value comes from, as it stands behind it: （书中载明 · 行 215）."""
    return f"（{text(source)}）"


def entry(label: str, value: str, source: Source | None = None) -> str:
    """One line of a record; 未载明 where there is no value."""
    said = value or _("未载明")
    return f"- {label}：{said}{mark(source) if source and value else ''}"


def page(title: object, *blocks: Iterable[str]) -> str:
    """A document: its title, and blocks of lines with a blank line between."""
    written = ["\n".join(block) for block in blocks]
    whole = "\n\n".join([f"# {text(title)}", *(block for block in written if block)]) + "\n"
    return replace_controls(whole)


def section(title: str, lines: Iterable[str]) -> list[str]:
    """A heading with its lines; nothing at all without lines."""
    lines = list(lines)
    return [f"## {title}", "", *lines] if lines else []
