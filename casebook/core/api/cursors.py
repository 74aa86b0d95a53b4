"""Cursors for keyset pagination: positions in a list that added or deleted rows do not shift.

A cursor holds the ordering values of the row at the edge of a page, so that the next page
begins right after it even if rows before it are added or deleted. It is signed and valid for
one query: the same filters and the same ordering.
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
from casebook.core.web.requests import ParameterError

START = ("", "*")
"""Cursors that ask for the first page."""

APART = {"cursor", "page", "page_size", "fields", "expand", "facets", "format"}
"""Parameters that change neither which rows a list has nor their order."""

NOTHING = Q(pk__in=())
Values = list[Any]


@dataclass(frozen=True, slots=True)
class CursorPosition:
    """The ordering values of a row; the requested page begins after it or ends before it."""

    values: Values
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class CursorPage:
    """The rows of a page, and the cursors of the next and the previous page."""

    rows: list[Any]
    next: str | None
    previous: str | None


class Keyset:
    """Keyset pagination of a QuerySet by its ordering and the primary key; NULLs come last."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        order = [key for each in (*ordering_of(rows), "pk") for key in keys_of(rows.model, each)]
        self.keys = [(f"key{at}", descending) for at, (_name, descending) in enumerate(order)]
        named = {f"key{at}": F(name) for at, (name, _descending) in enumerate(order)}
        self.rows = rows.annotate(**named)

    def page(self, position: CursorPosition | None, size: int, sign: "Signature") -> CursorPage:
        """The page of ``size`` rows after or before the position; without one, the first page."""
        is_before = position is not None and position.is_before
        found = list(self.rows_after(position, is_before=is_before)[: size + 1])
        more, found = len(found) > size, found[:size]
        if is_before:
            found.reverse()
        if not found:
            return CursorPage([], None, None)
        first, last = self.values(found[0]), self.values(found[-1])
        has_next = more if not is_before else True
        has_previous = (
            more if is_before else self.rows_after(CursorPosition(first), is_before=True).exists()
        )
        return CursorPage(
            found,
            sign.write(CursorPosition(last)) if has_next else None,
            sign.write(CursorPosition(first, is_before=True)) if has_previous else None,
        )

    def rows_after(self, position: CursorPosition | None, *, is_before: bool) -> QuerySet[Any]:
        """The rows after the position, or before it, the nearest first."""
        rows: QuerySet[Any] = self.rows
        if position:
            rows = rows.filter(self.condition(position.values, is_before))
        return rows.order_by(
            *(ordered(name, descending, is_before) for name, descending in self.keys)
        )

    def condition(self, values: Values, is_before: bool) -> Q:  # noqa: FBT001
        """Keyset condition: after by the first key, or equal and after by the next, and so on."""
        found, equal = NOTHING, Q()
        for (name, descending), value in zip(self.keys, values, strict=True):
            found |= equal & after_value(name, value, descending=descending, is_before=is_before)
            equal &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
        return found

    def values(self, row: Any) -> Values:
        return [signable(getattr(row, name)) for name, _descending in self.keys]


def ordering_of(rows: QuerySet[Any]) -> list[Any]:
    """The ordering of a QuerySet: its own, else that of its model."""
    return list(rows.query.order_by or rows.query.get_meta().ordering or ())


def keys_of(model: type[Model], each: Any) -> list[tuple[str, bool]]:
    """The sort keys of an ordering name; a foreign key stands for the ordering of its model."""
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
    """The model that an ordering name points to, if it names a foreign key and not a value."""
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
    """The ordering by a key, reversed for the previous page."""
    key = F(name)
    if is_before:
        return key.asc(nulls_first=True) if descending else key.desc(nulls_first=True)
    return key.desc(nulls_last=True) if descending else key.asc(nulls_last=True)


def after_value(name: str, value: Any, *, descending: bool, is_before: bool) -> Q:
    """Condition: after the value in the ordering by a key, or before it."""
    if value is None:
        return Q(**{f"{name}__isnull": False}) if is_before else NOTHING
    behind = Q(**{f"{name}__{'lt' if descending != is_before else 'gt'}": value})
    return behind if is_before else behind | Q(**{f"{name}__isnull": True})


def signable(value: Any) -> Any:
    """A value that can be serialised into a cursor and compared again."""
    return str(value) if isinstance(value, Decimal | dt.date) else value


class Signature:
    """Signs and reads the cursors of one query."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self._signer = signing.Signer(salt="casebook.cursor")
        asked = [
            (name, value)
            for name, values in sorted(request.query_params.lists())
            for value in values
            if name not in APART
        ]
        signed = f"{request.path}{asked}"
        self._question = hashlib.sha256(signed.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def write(self, position: CursorPosition) -> str:
        signed = [self._question, position.is_before, *position.values]
        return self._signer.sign_object(signed)

    def read(self) -> CursorPosition | None:
        """The position in the request's cursor; ``None`` for the first page.

        Raises InvalidParameters for a cursor that is forged or of another query.
        """
        given = self.request.query_params["cursor"]
        if given in START:
            return None
        try:
            question, is_before, *values = self._signer.unsign_object(given)
        except (signing.BadSignature, ValueError, TypeError):
            raise invalid_cursor(given, _("这不是本站给出的游标。")) from None
        if question != self._question:
            raise invalid_cursor(given, _("这个游标属于另一次查询：换了筛选或排序，须从头取起。"))
        return CursorPosition(values, is_before)


def invalid_cursor(given: str, message: str) -> InvalidParameters:
    return InvalidParameters([ParameterError("cursor", given, message, "*")])
