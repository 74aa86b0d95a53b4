"""Pagination by page number or by cursor; invalid numbers are errors, not corrected."""

from math import ceil
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import NotFound
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from casebook.core.api.cursors import CursorPage, CursorPosition, Keyset, Signature
from casebook.core.errors.problem_details import InvalidParameters, NothingThere
from casebook.core.web.requests import MOST_PAGES, ParameterError, address_of, out_of_bounds

PAGE_SIZE = 20
MOST_A_PAGE = 100
PAGING = ("page", "page_size", "cursor")


class NumberedPages(PageNumberPagination):
    """Pagination: 20 rows a page, up to 100 on request; 404 beyond the last page."""

    page_size = PAGE_SIZE
    page_size_query_param = "page_size"
    page_size_query_description: Any = gettext_lazy("每页条数，1 至 100，默认 20")
    page_query_description: Any = gettext_lazy("页次，自 1 起，默认 1；不与 cursor 同用")
    max_page_size = MOST_A_PAGE
    last_page_strings = ()
    page: Page[Any]
    request: Request
    rows: Any
    by_cursor: CursorPage | None = None

    def paginate_queryset(
        self, queryset: Any, request: Request, view: APIView | None = None
    ) -> list[Any] | None:
        if wrong := page_errors(request):
            raise InvalidParameters(wrong)
        self.request, self.rows = request, queryset
        if "cursor" in request.query_params:
            return self.rows_by_cursor(request)
        return self.numbered(queryset, request, view)

    def numbered(self, queryset: Any, request: Request, view: APIView | None) -> list[Any] | None:
        try:
            return super().paginate_queryset(queryset, request, view)
        except NotFound as error:
            last = max(1, ceil(queryset.count() / self.size))
            message = _("一共只有 %(last)d 页。") % {"last": last}
            page = request.query_params["page"]
            raise NothingThere([ParameterError("page", page, message, str(last))]) from error

    @property
    def size(self) -> int:
        return self.get_page_size(self.request) or PAGE_SIZE

    def rows_by_cursor(self, request: Request) -> list[Any]:
        """The rows of the page at the cursor."""
        signature = Signature(request)
        if isinstance(self.rows, QuerySet):
            self.by_cursor = Keyset(self.rows).page(signature.read(), self.size, signature)
        else:
            self.by_cursor = counted_page(self.rows, signature.read(), self.size, signature)
        return self.by_cursor.rows

    @property
    def count(self) -> int:
        if self.by_cursor is None:
            return int(self.page.paginator.count)
        return self.rows.count() if isinstance(self.rows, QuerySet) else len(self.rows)

    def get_paginated_response(self, data: Any) -> Response:
        return Response(
            {
                "count": self.count,
                "next": self.get_next_link(),
                "previous": self.get_previous_link(),
                "results": data,
            }
        )

    def get_next_link(self) -> str | None:
        if self.by_cursor:
            return self.link("cursor", self.by_cursor.next)
        return self.link("page", self.page.next_page_number()) if self.page.has_next() else None

    def get_previous_link(self) -> str | None:
        if self.by_cursor:
            return self.link("cursor", self.by_cursor.previous)
        if not self.page.has_previous():
            return None
        return self.link("page", self.page.previous_page_number())

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
        return [page | {"example": 1}, size | {"example": PAGE_SIZE}, CURSOR]

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


CURSOR: dict[str, Any] = {
    "example": "*",
    "name": "cursor",
    "in": "query",
    "required": False,
    "description": gettext_lazy("游标：* 或空值自首页取起，其后照 next 中的地址取；不与 page 同用"),
    "schema": {"type": "string"},
}


def counted_page(rows: Any, edge: CursorPosition | None, size: int, sign: Signature) -> CursorPage:
    """A page of rows that are no QuerySet; its cursors hold the number of rows before the page."""
    start = int(edge.values[0]) if edge else 0
    end, before = start + size, max(0, start - size)
    return CursorPage(
        list(rows[start:end]),
        sign.write(CursorPosition([end])) if end < len(rows) else None,
        sign.write(CursorPosition([before])) if start else None,
    )


def page_errors(request: Request) -> list[ParameterError]:
    """Errors in ``page`` and ``page_size``, and of ``page`` together with ``cursor``."""
    wrong = [
        ParameterError(name, value, message, nearest)
        for name, most in (("page", MOST_PAGES), ("page_size", MOST_A_PAGE))
        if (value := request.query_params.get(name)) is not None
        for message, nearest in out_of_bounds(value, most)
    ]
    if {"page", "cursor"} <= request.query_params.keys():
        message = _("page 与 cursor 不能同用。")
        wrong.append(ParameterError("page", request.query_params["page"], message))
    return wrong
