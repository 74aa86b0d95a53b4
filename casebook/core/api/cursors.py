"""Cursors: a place in a list that stays where it is, however deep and whatever is added.

A cursor names the row at the edge of a page by the values that order it, so the next page
begins right behind it even if rows before it come or go. It is signed, and belongs to one
question: the same filters in the same order.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Model, OrderBy, Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.request import Request

from casebook.core.errors.problem_details import InvalidParameters
from casebook.core.web.requests import Problem

START = ("", "*")
"""Either asks for the first page."""

APART = {"cursor", "page", "page_size", "fields", "expand", "facets", "format"}
"""Parameters that change neither which rows a list has nor their order."""

NOTHING = Q(pk__in=())
Values = list[Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """The row at the edge of a page; the page asked for lies behind it, or before it."""

    values: Values
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class CursorPage:
    """Some rows in a row, and the cursors of the pages on both sides."""

    rows: list[Any]
    next: str | None
    previous: str | None


class Keyset:
    """A list whose order is told by values of its rows; empty values come last."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        order = [key for each in (*ordering_of(rows), "pk") for key in keys_of(rows.model, each)]
        self.keys = [(f"key{at}", descending) for at, (_name, descending) in enumerate(order)]
        named = {f"key{at}": F(name) for at, (name, _descending) in enumerate(order)}
        self.rows = rows.annotate(**named)

    def page(self, edge: Edge | None, size: int, sign: "Signature") -> CursorPage:
        """So many rows on one side of the edge; without one, from the beginning."""
        is_before = edge is not None and edge.is_before
        found = list(self.beyond(edge, is_before=is_before)[: size + 1])
        more, found = len(found) > size, found[:size]
        if is_before:
            found.reverse()
        if not found:
            return CursorPage([], None, None)
        first, last = self.values(found[0]), self.values(found[-1])
        has_next = more if not is_before else True
        has_previous = more if is_before else self.beyond(Edge(first), is_before=True).exists()
        return CursorPage(
            found,
            sign.write(Edge(last)) if has_next else None,
            sign.write(Edge(first, is_before=True)) if has_previous else None,
        )

    def beyond(self, edge: Edge | None, *, is_before: bool) -> QuerySet[Any]:
        """The rows on one side of the edge, the nearest first."""
        rows: QuerySet[Any] = self.rows
        if edge:
            rows = rows.filter(self.condition(edge.values, is_before))
        return rows.order_by(
            *(ordered(name, descending, is_before) for name, descending in self.keys)
        )

    def condition(self, values: Values, is_before: bool) -> Q:  # noqa: FBT001
        """Further by the first key, or equal there and further by the next, and so on."""
        found, equal = NOTHING, Q()
        for (name, descending), value in zip(self.keys, values, strict=True):
            found |= equal & further(name, value, descending=descending, is_before=is_before)
            equal &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
        return found

    def values(self, row: Any) -> Values:
        return [plain(getattr(row, name)) for name, _descending in self.keys]


def ordering_of(rows: QuerySet[Any]) -> list[Any]:
    """What a list is ordered by: as asked for, else as its model is."""
    return list(rows.query.order_by or rows.query.get_meta().ordering or ())


def keys_of(model: type[Model], each: Any) -> list[tuple[str, bool]]:
    """The keys behind a name: to order by a row is to order as its own model is ordered."""
    name, descending = key_of(each)
    target: Any = model_behind(model, name)
    if target is None:
        return [(name, descending)]
    return [
        (f"{name}__{below}", descending != turned)
        for part in (*target._meta.ordering, "pk")
        for below, turned in keys_of(target, part)
    ]


def model_behind(model: type[Model], name: str) -> type[Model] | None:
    """The model that a name of the order points to, if it names a row and not a value."""
    found: Any = model
    for part in name.split("__"):
        if part == "pk" or found is None:
            return None
        try:
            found = found._meta.get_field(part).related_model
        except FieldDoesNotExist:
            return None
    return found  # type: ignore[no-any-return]


def key_of(each: Any) -> tuple[str, bool]:
    """The name of a key and whether it descends: ``-page`` and ``F("page").desc()`` are alike."""
    if isinstance(each, OrderBy):
        expression: Any = each.expression
        return str(expression.name), each.descending
    return each.removeprefix("-"), each.startswith("-")


def ordered(name: str, descending: bool, is_before: bool) -> OrderBy:  # noqa: FBT001
    """The order of a key, or seen from behind its reverse."""
    key = F(name)
    if is_before:
        return key.asc(nulls_first=True) if descending else key.desc(nulls_first=True)
    return key.desc(nulls_last=True) if descending else key.asc(nulls_last=True)


def further(name: str, value: Any, *, descending: bool, is_before: bool) -> Q:
    """Behind the value in the order of a key, or before it."""
    if value is None:
        return Q(**{f"{name}__isnull": False}) if is_before else NOTHING
    beyond = Q(**{f"{name}__{'lt' if descending != is_before else 'gt'}": value})
    return beyond if is_before else beyond | Q(**{f"{name}__isnull": True})


def plain(value: Any) -> Any:
    """A value as it can be signed and be compared with again."""
    return str(value) if isinstance(value, Decimal | dt.date) else value


class Signature:
    """Writes and reads the cursors of one question."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self._signer = signing.Signer(salt="casebook.cursor")
        asked = [
            (name, value)
            for name, values in sorted(request.query_params.lists())
            for value in values
            if name not in APART
        ]
        told = f"{request.path}{asked}"
        self._question = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def write(self, edge: Edge) -> str:
        told = [self._question, edge.is_before, *edge.values]
        return self._signer.sign_object(told)

    def read(self) -> Edge | None:
        """The edge that the request names; None at the start. Refuses what we never wrote."""
        given = self.request.query_params["cursor"]
        if given in START:
            return None
        try:
            question, is_before, *values = self._signer.unsign_object(given)
        except (signing.BadSignature, ValueError, TypeError):
            raise refused(given, _("这不是本站给出的游标。")) from None
        if question != self._question:
            raise refused(given, _("这个游标属于另一次查询：换了筛选或排序，须从头取起。"))
        return Edge(values, is_before)


def refused(given: str, message: str) -> InvalidParameters:
    return InvalidParameters([Problem("cursor", given, message, "*")])
