"""Pagination by page number or by cursor; invalid numbers are errors, not corrected.

A cursor holds the ordering values of the row at the edge of a page (keyset pagination), so that
the next page begins right after it even if rows before it are added or deleted. It is signed and
valid for one query: the same filters and the same ordering.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.admin.utils import get_fields_from_path
from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Page, Paginator
from django.db.models import F, Model, OrderBy, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request

from casebook.core.errors.error_responses import InvalidParameters, NothingThere
from casebook.core.web.requests import MOST_PAGES, ParameterError, address_of, out_of_bounds

PAGE_SIZE = 20
MOST_A_PAGE = 100
PAGING = ("page", "page_size", "cursor")

APART = {*PAGING, "fields", "expand", "facets", "format"}
"""Parameters that change neither which rows a list has nor their order."""

NOTHING = Q(pk__in=())


class NumberedPages(PageNumberPagination):
    """Pagination: 20 rows a page, up to 100 on request; 404 beyond the last page."""

    page_size = PAGE_SIZE
    page_size_query_param = "page_size"
    page_size_query_description: Any = gettext_lazy("每页条数，1 至 100，默认 20")
    page_query_description: Any = gettext_lazy("页次，自 1 起，默认 1；不与 cursor 同用")
    max_page_size = MOST_A_PAGE
    request: Request
    page: Page[Any]
    """The requested page; of a cursor the first, whose paginator counts the rows."""
    by_cursor: "CursorPage | None" = None

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:  # noqa: ARG002
        if wrong := page_errors(request):
            raise InvalidParameters(wrong)
        self.request = request
        self.turn_to(queryset, request.query_params.get("page", "1"))
        if "cursor" not in request.query_params:
            return list(self.page)
        sign = Signature(request)
        find_page = keyset_page if isinstance(queryset, QuerySet) else counted_page
        self.by_cursor = find_page(queryset, sign.read(), self.size, sign)
        return self.by_cursor.rows

    def turn_to(self, rows: Any, page: str) -> None:
        """Set the page of the rows; raises NothingThere (404) beyond the last one."""
        paginator = Paginator(rows, self.size)
        number, last = int(page.lstrip("0")), paginator.num_pages
        if number > last:
            message = _("一共只有 %(last)d 页。") % {"last": last}
            raise NothingThere([ParameterError("page", page, message, str(last))])
        self.page = paginator.page(number)

    @property
    def size(self) -> int:
        return self.get_page_size(self.request) or PAGE_SIZE

    def get_next_link(self) -> str | None:
        if self.by_cursor:
            return self.link("cursor", self.by_cursor.next)
        return self.link("page", self.page.number + 1) if self.page.has_next() else None

    def get_previous_link(self) -> str | None:
        if self.by_cursor:
            return self.link("cursor", self.by_cursor.previous)
        return self.link("page", self.page.number - 1) if self.page.has_previous() else None

    def link(self, parameter: str, value: int | str | None) -> str | None:
        """The absolute URL of another page of the same list."""
        if value is None:
            return None
        query = self.request.query_params.copy()
        query[parameter] = str(value)
        return self.request.build_absolute_uri(address_of(self.request._request, query))  # noqa: SLF001

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """The parameters ``page``, ``page_size`` and ``cursor``."""
        page, size = super().get_schema_operation_parameters(view)
        cursor = {
            "example": "*",
            "name": "cursor",
            "in": "query",
            "required": False,
            "description": _("游标：* 或空值自首页取起，其后照 next 中的地址取；不与 page 同用"),
            "schema": {"type": "string"},
        }
        return [page | {"example": 1}, size | {"example": PAGE_SIZE}, cursor]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        described = super().get_paginated_response_schema(schema)
        address = "https://example.org/api/v1/cases/?page="
        for name, meaning, example in (
            ("count", "符合条件的总数", 25),
            ("next", "下一页的地址；没有则为 null", f"{address}3"),
            ("previous", "上一页的地址；没有则为 null", f"{address}1"),
        ):
            described["properties"][name] |= {"description": meaning, "examples": [example]}
            described["properties"][name].pop("example", None)
        described["properties"]["results"]["description"] = "本页各项"
        return described


def page_errors(request: Request) -> list[ParameterError]:
    """Errors in ``page`` and ``page_size``, and of ``page`` together with ``cursor``."""
    given = request.query_params
    wrong = [
        ParameterError(name, given[name], *error)
        for name, most in (("page", MOST_PAGES), ("page_size", MOST_A_PAGE))
        for error in out_of_bounds(given.get(name, "1"), most)
    ]
    if {"page", "cursor"} <= given.keys():
        wrong.append(ParameterError("page", given["page"], _("page 与 cursor 不能同用。")))
    return wrong


# --- Cursors --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CursorPosition:
    """The ordering values of a row; the requested page begins after it or ends before it."""

    values: list[Any]
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class CursorPage:
    """The rows of a page, and the cursors of the next and the previous page."""

    rows: list[Any]
    next: str | None
    previous: str | None


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
        return self._signer.sign_object([self._question, position.is_before, *position.values])

    def read(self) -> CursorPosition | None:
        """The position in the request's cursor; ``None`` for the first page (``*`` or empty).

        Raises InvalidParameters for a cursor that is forged or of another query.
        """
        given = self.request.query_params["cursor"]
        if given in {"", "*"}:
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


def counted_page(
    rows: Any, position: CursorPosition | None, size: int, sign: Signature
) -> CursorPage:
    """A page of rows that are no QuerySet; its cursors hold the number of rows before the page."""
    start = int(position.values[0]) if position else 0
    end, before = start + size, max(0, start - size)
    return CursorPage(
        list(rows[start:end]),
        sign.write(CursorPosition([end])) if end < len(rows) else None,
        sign.write(CursorPosition([before])) if start else None,
    )


def keyset_page(
    rows: QuerySet[Any], position: CursorPosition | None, size: int, sign: Signature
) -> CursorPage:
    """The page of ``size`` rows after or before the position; without one, the first page."""
    keyset = Keyset(rows)
    is_before = position is not None and position.is_before
    found = list(keyset.rows_from(position)[: size + 1])
    has_more, found = len(found) > size, found[:size]
    if not found:
        return CursorPage([], None, None)
    if is_before:
        found.reverse()
    before_first = CursorPosition(keyset.values(found[0]), is_before=True)
    has_next = is_before or has_more
    has_previous = has_more if is_before else keyset.rows_from(before_first).exists()
    return CursorPage(
        found,
        sign.write(CursorPosition(keyset.values(found[-1]))) if has_next else None,
        sign.write(before_first) if has_previous else None,
    )


class Keyset:
    """The ordering of a QuerySet, and then the primary key; NULLs come last."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        ordering = rows.query.order_by or rows.model._meta.ordering
        order = list(sort_keys(rows.model, (*ordering, "pk")))
        self.keys = [(f"key{at}", descending) for at, (_name, descending) in enumerate(order)]
        self.rows = rows.annotate(
            **{f"key{at}": F(name) for at, (name, _descending) in enumerate(order)}
        ).order_by(
            *(
                F(key).desc(nulls_last=True) if descending else F(key).asc(nulls_last=True)
                for key, descending in self.keys
            )
        )

    def rows_from(self, position: CursorPosition | None) -> QuerySet[Any]:
        """The rows after the position, or before it, the nearest first; without one, all rows.

        After a row are those that come after it by the first key, or equal it and come after by
        the next, and so on.
        """
        rows: QuerySet[Any] = self.rows
        if position is None:
            return rows
        found, equal = NOTHING, Q()
        for (key, descending), value in zip(self.keys, position.values, strict=True):
            found |= equal & next_to(key, value, position, descending=descending)
            equal &= Q(**{f"{key}__isnull": True}) if value is None else Q(**{key: value})
        rows = rows.filter(found)
        return rows.reverse() if position.is_before else rows

    def values(self, row: Any) -> list[Any]:
        """The keys of a row, as they can be written into a cursor and compared again."""
        values = [getattr(row, key) for key, _descending in self.keys]
        return [str(each) if isinstance(each, Decimal | dt.date) else each for each in values]


def next_to(key: str, value: Any, position: CursorPosition, *, descending: bool) -> Q:
    """Condition: after the value in the ordering by a key, or before it."""
    if value is None:
        return Q(**{f"{key}__isnull": False}) if position.is_before else NOTHING
    lookup = "lt" if descending != position.is_before else "gt"
    found = Q(**{f"{key}__{lookup}": value})
    return found if position.is_before else found | Q(**{f"{key}__isnull": True})


def sort_keys(model: type[Model], ordering: Iterable[Any]) -> Iterator[tuple[str, bool]]:
    """Each key of an ordering, and whether it descends: ``-page`` and ``F("page").desc()`` do.

    A foreign key stands for the ordering of its model.
    """
    for each in ordering:
        if isinstance(each, OrderBy):
            expression: Any = each.expression
            name, descending = str(expression.name), each.descending
        else:
            name, descending = each.removeprefix("-"), each.startswith("-")
        try:
            target: Any = get_fields_from_path(model, name)[-1].related_model
        except FieldDoesNotExist:  # ``pk``, or an annotation
            target = None
        if target is None:
            yield name, descending
            continue
        for below, turned in sort_keys(target, (*target._meta.ordering, "pk")):
            yield f"{name}__{below}", descending != turned
