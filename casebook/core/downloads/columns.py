"""Columns that many tables have."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casebook.core.provenance import OWN_WORDS

from .tables import Column, Path, Text

EDITED = gettext_lazy("本站编辑拟定或归类")
WHOLE_ROW = gettext_lazy("整行从何而来：书中载明、按规则推得、编辑补充或公开资料")
LINE = gettext_lazy("原书文本的行号")
APART = gettext_lazy("与整行来源不同的字段，各附来源与规则；未列出的字段随整行")


def field(model: type[Model], name: str, label: Text | None = None, *, origin: Text = "") -> Column:
    """A field of the row itself, under the name that the admin gives it."""
    return Column(label or model._meta.get_field(name).verbose_name, attrgetter(name), origin)  # type: ignore[union-attr]


def fields(model: type[Model], *names: str) -> tuple[Column, ...]:
    return tuple(field(model, name) for name in names)


def choice(
    model: type[Model], name: str, label: Text | None = None, *, origin: Text = ""
) -> Column:
    """A field with choices, as labels; ``get_…_display`` is slow for thousands of rows."""
    words: dict[Any, Text] = dict(model._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
    column = field(model, name, label, origin=origin)
    return replace(column, read=lambda row: words.get(getattr(row, name), ""))


def own_translation(name: str, label: Text) -> Column:
    """An English name, which no book prints."""
    return Column(label, attrgetter(name), OWN_WORDS)


def addresses(resource: str) -> tuple[Column, Column]:
    """The URLs of a row's page and of its JSON."""
    return (
        Column(gettext_lazy("本站网址"), lambda row: Path(row.get_absolute_url())),
        Column(
            gettext_lazy("接口地址"),
            lambda row: Path(reverse(f"api:{resource}-detail", args=[row.slug])),
        ),
    )


def sources(*sourced: str) -> tuple[Column, ...]:
    """Where a row comes from, and which of these fields come from elsewhere."""
    return (
        Column(gettext_lazy("来源"), origin_of, WHOLE_ROW),
        Column(gettext_lazy("原文行号"), attrgetter("source_line"), LINE),
        Column(gettext_lazy("另有来源的字段"), otherwise_from(sourced), APART),
    )


def origin_of(row: Any) -> str:
    """The origin of a row as a whole, as a label."""
    return str(row.own_source().origin.label)


def otherwise_from(names: Iterable[str]) -> Callable[[Any], str]:
    """Reads which fields come from elsewhere than their row: 终止页（按规则推得：…）."""

    def read(row: Any) -> str:
        filled = [name for name in names if getattr(row, name) not in ("", None, [])]
        found = [(name, row.source_of(name)) for name in filled]
        return join_texts(
            f"{row._meta.get_field(name).verbose_name}（{in_words(source)}）"
            for name, source in found
            if source.origin != row.own_source().origin
        )

    return read


def in_words(source: Any) -> str:
    """The origin with its rule, if there is one."""
    return "：".join(str(text) for text in (source.origin.label, source.rule) if text)


def join_texts(words: Iterable[object]) -> str:
    """Several values in one cell, each once."""
    return "；".join(dict.fromkeys(str(word) for word in words if word))


def yes_no(value: bool | None) -> str:  # noqa: FBT001
    """是 or 否; empty for ``None``."""
    if value is None:
        return ""
    return _("是") if value else _("否")
