"""Pagination of cases; for a search, with the number of cases that match every term."""

from typing import Any

from rest_framework.response import Response

from casebook.core.api.pagination import NumberedPages
from cases.filters.matches import MatchedCases


class CasePages(NumberedPages):
    """Pagination with ``full_count``, the number of found cases that match every term."""

    def get_paginated_response(self, data: Any) -> Response:
        response = super().get_paginated_response(data)
        if isinstance(self.rows, MatchedCases):
            response.data["full_count"] = self.rows.full_count
        return response

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        described = super().get_paginated_response_schema(schema)
        described["properties"]["full_count"] = {
            "type": "integer",
            "examples": [3],
            "description": "含全部检索词的案例数；只在有 q 时给出，这些案例总排在前面",
        }
        return described
