"""Lists of the API that the index answers: their pages, by number or by cursor, and facets."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response

from casebook.core.api.pagination import (
    CursorPage,
    CursorPosition,
    NumberedPages,
    Signature,
    invalid_cursor,
    page_errors,
)
from casebook.core.api.sparse_fields import names_in
from casebook.core.api.viewsets import Resource, Row
from casebook.core.errors.error_responses import InvalidParameters
from casebook.core.filters.facets import listed_names
from casebook.core.filters.filterset import StrictFilterSet
from search.backends.base import RETRY_AFTER
from search.service.answer import Answer


class NoIndex(APIException):
    """503: there is no index to search or to count; plain lists work from the database."""

    status_code = 503
    wait = RETRY_AFTER


RANK = "rank"
"""The first value of a cursor of the index; those of the database begin with a sort key."""


class AnswerPages(NumberedPages):
    """Pages of an answer; a cursor holds the number of rows before its page, and where it begins.

    The next page begins behind the last row of this one, whatever rows come or go; the previous
    one is counted. Without an index the database pages the rows, and facets cannot be counted
    (503). A walk by cursor goes on as it began.
    """

    answer: Answer

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The rows of the requested page; ``queryset`` is the valid filterset."""
        if wrong := page_errors(request):
            raise InvalidParameters(wrong)
        self.request = request
        names = names_in(request, "facets") if queryset.record_kind else None
        is_hits = not queryset.record_kind
        position = Signature(request).read() if "cursor" in request.query_params else None
        mark, before, cursor = (*position.values, "")[:3] if position else (RANK, 0, "")
        if mark == RANK:
            number = self.number(before, cursor)
            self.answer = Answer(
                queryset, number, self.size, names, snippets=is_hits, cursor=cursor
            )
        if mark != RANK or self.answer.is_limited:
            self.answer = Answer(queryset, 1, self.size, ())
            if names:
                raise NoIndex
            return super().paginate_queryset(queryset.qs, request, view)
        self.turn_to(range(self.answer.count), "1" if position else str(self.answer.number))
        if "cursor" in request.query_params:
            self.by_cursor = self.beside(before)
        return self.answer.rows

    def number(self, before: int, cursor: str) -> int:
        """The requested page number; that of the rows before a cursor."""
        if "cursor" not in self.request.query_params:
            return int(self.request.query_params.get("page", 1))
        number, rest = divmod(before, self.size)
        if rest and not cursor:
            given = self.request.query_params["cursor"]
            raise invalid_cursor(given, _("往回取时不能换 page_size，须从头取起。"))
        return number + 1

    def beside(self, before: int) -> CursorPage:
        """The cursors of the next page, behind the last row, and of the previous, by its offset."""
        results = self.answer.results
        cursor = results.cursor if results else ""
        after, back = before + len(self.answer.keys), max(0, before - self.size)
        sign = Signature(self.request)
        return CursorPage(
            [],
            sign.write(CursorPosition([RANK, after, cursor])) if cursor else None,
            sign.write(CursorPosition([RANK, back])) if before else None,
        )

    def get_paginated_response(self, data: Any) -> Response:
        response = super().get_paginated_response(data)
        if self.answer.text:
            response.data["full_count"] = self.answer.full_count
        if self.answer.facet_names:
            response.data["facets"] = facets_as_json(self.answer)
        return response

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        described = super().get_paginated_response_schema(schema)
        described["properties"]["full_count"] = {
            "type": "integer",
            "examples": [3],
            "description": "含全部检索词的条数；只在有 q 时给出，它们总排在前面",
        }
        return described


def facets_as_json(answer: Answer) -> dict[str, list[dict[str, Any]]]:
    return {facet.field: [asdict(value) for value in facet.values] for facet in answer.facets}


class IndexedResource(Resource[Row]):
    """A resource whose list the index answers, with facets."""

    pagination_class = AnswerPages

    @property
    def facet_names(self) -> tuple[str, ...]:  # type: ignore[override]
        return listed_names(self.filterset_class)

    def rows_of(self, filterset: StrictFilterSet) -> Any:
        """The filterset, whose rows ``AnswerPages`` asks for page by page."""
        return filterset
