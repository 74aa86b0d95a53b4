"""Tables: the downloads of a resource, whose rows are JSON or the cells of named columns."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rest_framework.serializers import BaseSerializer

from casebook.core.control_characters import replace_controls
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.provenance import OWN_WORDS
from casebook.core.records import record_types

AT_ONCE = 500
"""Rows loaded per batch, whatever the length of the result."""

Text = str | Promise
Cell = str | Promise | int | float | Decimal | date | None
PlainCell = str | int | float | Decimal | date
EDITED = _("本站编辑拟定或归类")
WHOLE_ROW = _("整行从何而来：书中载明、按规则推得、编辑补充或公开资料")
LINE = _("原书文本的行号")
APART = _("与整行来源不同的字段，各附来源与规则；未列出的字段随整行")


class Path(str):
    """A URL path on this site, without the host."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how a row fills it, and where its values come from.

    ``origin`` is empty where another column of the row contains it.
    """

    label: Text
    read: Callable[[Any], Cell]
    origin: Text = ""


@dataclass(frozen=True)
class Table:
    """The download of a resource; ``name`` is the resource's name in URLs."""

    name: str
    label: Text
    columns: tuple[Column, ...]
    queryset: Callable[[], QuerySet[Any]]
    filterset_class: type[StrictFilterSet]
    serializer_class: type[BaseSerializer[Any]]

    def books(self) -> QuerySet[Any]:
        """The books that the site is made from."""
        return record_types()["book"].rows.all()

    def columns_of(self, filterset: StrictFilterSet) -> tuple[Column, ...]:  # noqa: ARG002
        """The columns that a result has."""
        return self.columns

    def count(self, filterset: StrictFilterSet) -> int:
        return int(filterset.qs.count())

    def rows(self, filterset: StrictFilterSet) -> Iterator[Any]:
        """Every row of a result in its order, loaded some at a time."""
        rows: QuerySet[Any] = filterset.qs
        return rows.iterator(chunk_size=AT_ONCE)

    def objects(self, filterset: StrictFilterSet, request: HttpRequest) -> Iterator[dict[str, Any]]:
        """Every row as the lists of the API write it."""
        serializer = self.serializer_class(context={"request": request})
        return map(serializer.to_representation, self.rows(filterset))

    def beside_rows(self, filterset: StrictFilterSet) -> dict[str, Any]:  # noqa: ARG002
        """Further members of the API's list, on the whole result."""
        return {}


def field(model: type[Model], name: str, label: Text | None = None, *, origin: Text = "") -> Column:
    """A field of the row itself, under the name that the admin gives it."""
    return Column(label or model._meta.get_field(name).verbose_name, attrgetter(name), origin)  # type: ignore[union-attr]


def fields(model: type[Model], *names: str, origin: Text = "") -> tuple[Column, ...]:
    return tuple(field(model, name, origin=origin) for name in names)


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
        Column(_("本站网址"), lambda row: Path(row.get_absolute_url())),
        Column(_("接口地址"), lambda row: Path(reverse(f"api:{resource}-detail", args=[row.slug]))),
    )


def sources(*sourced: str) -> tuple[Column, ...]:
    """Where a row comes from, and which of these fields do not: 终止页（按规则推得：…）."""

    def otherwise_from(row: Any) -> str:
        return join_texts(
            f"{row._meta.get_field(name).verbose_name}（{in_words(source)}）"
            for name, source in row.sources_of(sourced).items()
            if source.origin != row.own_source().origin
        )

    return (
        Column(_("来源"), origin_of, WHOLE_ROW),
        Column(_("原文行号"), attrgetter("source_line"), LINE),
        Column(_("另有来源的字段"), otherwise_from, APART),
    )


def origin_of(row: Any) -> str:
    """The origin of a row as a whole, as a label."""
    return str(row.own_source().origin.label)


def in_words(source: Any) -> str:
    """The origin with its rule, if there is one."""
    return "：".join(str(text) for text in (source.origin.label, source.rule) if text)


def join_texts(words: Iterable[object]) -> str:
    """Several values in one cell, each once."""
    return "；".join(dict.fromkeys(str(word) for word in words if word))


def join_related(relation: str, name: str) -> Callable[[Any], str]:
    """Reads an attribute of each related row, ``place.city`` of ``case_places``, into one cell."""
    value = attrgetter(name)
    return lambda row: join_texts(map(value, getattr(row, relation).all()))


def yes_no(value: bool | None) -> Text:  # noqa: FBT001
    """是 or 否; empty for ``None``."""
    if value is None:
        return ""
    return _("是") if value else _("否")


def to_plain_cell(cell: Cell) -> PlainCell:
    """Convert a cell for any file: translated, without control characters and trailing zeros."""
    if cell is None:
        return ""
    if isinstance(cell, Promise | str):
        return replace_controls(str(cell))
    return Decimal(f"{cell.normalize():f}") if isinstance(cell, Decimal) else cell
