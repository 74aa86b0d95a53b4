"""Filters and tags of the Markdown templates, in which autoescape is off."""

import re
from typing import Any

from django import template
from django.utils.translation import gettext as _

from casebook.core.provenance import Source

register = template.Library()

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


@register.filter
def md(value: object) -> str:
    """The value on one line, with Markdown's special characters escaped."""
    return SPECIAL.sub(r"\\\1", " ".join(str(value).split()))


@register.filter
def md_value(value: object) -> str:
    """The escaped value; 未载明 for none."""
    return _("未载明") if value in (None, "") else md(value)


@register.filter
def md_link(record: Any, root: str) -> str:
    """A link to the page of a record on the site at ``root``; 未载明 for none."""
    return f"[{md(record)}]({root}{record.get_absolute_url()})" if record else _("未载明")


@register.filter
def md_source(source: Source) -> str:
    """The source of a value: （书中载明 · 行 215）."""
    return f"（{md(source)}）"


@register.filter
def md_basis(row: Any) -> str:
    """The evidence of a row that relates two records, if it has any, and its source."""
    words = getattr(row, "evidence", "")
    basis = _("，依据：%(words)s") % {"words": md(words)} if words else ""
    return basis + md_source(row.own_source())


@register.simple_tag
def md_field(record: Any, name: str) -> str:
    """A list item with the label, the value and the source of one field."""
    value = getattr(record, name)
    source = md_source(record.source_of(name)) if value else ""
    return f"- {record._meta.get_field(name).verbose_name}：{md_value(value)}{source}"
