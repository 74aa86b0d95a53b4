"""Numbered pages: ``page`` and ``page_size``, checked instead of corrected in silence."""

from math import ceil
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.views import APIView

from casebook.http import Problem, address_of
from casebook.problems import InvalidParameters, NothingThere

PAGE_SIZE = 20
MOST_A_PAGE = 100
MOST_PAGES = 10**9


class NumberedPages(PageNumberPagination):
    """Twenty rows a page, up to a hundred on demand; no page lies beyond the last."""

    page_size = PAGE_SIZE
    page_size_query_param = "page_size"
    page_size_query_description = "每页条数，1 至 100"
    page_query_description = "页次，自 1 起"
    max_page_size = MOST_A_PAGE
    last_page_strings = ()
    page: Page[Any]
    request: Request

    def paginate_queryset(
        self, queryset: Any, request: Request, view: APIView | None = None
    ) -> list[Any] | None:
        if wrong := problems(request):
            raise InvalidParameters(wrong)
        try:
            return super().paginate_queryset(queryset, request, view)
        except NotFound as error:
            last = max(1, ceil(queryset.count() / (self.get_page_size(request) or PAGE_SIZE)))
            message = _("一共只有 %(last)d 页。") % {"last": last}
            page = request.query_params["page"]
            raise NothingThere([Problem("page", page, message, str(last))]) from error

    def get_next_link(self) -> str | None:
        return self.link(self.page.next_page_number()) if self.page.has_next() else None

    def get_previous_link(self) -> str | None:
        return self.link(self.page.previous_page_number()) if self.page.has_previous() else None

    def link(self, number: int) -> str:
        """The full address of another page of the same list."""
        query = self.request.query_params.copy()
        query["page"] = str(number)
        return self.request.build_absolute_uri(address_of(self.request._request, query))  # noqa: SLF001


def problems(request: Request) -> list[Problem]:
    """What is wrong with the numbers of a page and of its rows."""
    return [
        Problem(name, value, message, nearest)
        for name, most in (("page", MOST_PAGES), ("page_size", MOST_A_PAGE))
        if (value := request.query_params.get(name)) is not None
        for message, nearest in out_of_bounds(value, most)
    ]


def out_of_bounds(value: str, most: int) -> list[tuple[str, str | None]]:
    """Nothing for a number from 1 to the most allowed; else what is wrong, and what is right."""
    if not (value.isascii() and value.isdigit()):
        return [(_("“%(value)s”不是正整数。") % {"value": value}, None)]
    digits = value.lstrip("0")
    if not digits:
        return [(_("最小是 1。"), "1")]
    if len(digits) > len(str(most)) or int(digits) > most:
        return [(_("最大是 %(most)d。") % {"most": most}, str(most))]
    return []
