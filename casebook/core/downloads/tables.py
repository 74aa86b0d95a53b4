"""Tables: the downloads of a resource, whose rows are JSON or the cells of named columns."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from rest_framework.serializers import BaseSerializer

from casebook.core.filters.filterset import StrictFilterSet

AT_ONCE = 500
"""Rows loaded per batch, whatever the length of the result."""

Text = str | Promise
Cell = str | Promise | int | float | Decimal | date | None


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
    books: Callable[[], Iterable[Any]]

    def filterset(self, query: QueryDict) -> StrictFilterSet:
        """The filtered rows of a query string."""
        return self.filterset_class(query, self.queryset())

    def columns_of(self, filterset: StrictFilterSet) -> tuple[Column, ...]:  # noqa: ARG002
        """The columns that a result has."""
        return self.columns

    def count(self, filterset: StrictFilterSet) -> int:
        return int(filterset.rows.count())

    def rows(self, filterset: StrictFilterSet) -> Iterator[Any]:
        """Every row of a result in its order, loaded some at a time."""
        rows = filterset.rows
        if isinstance(rows, QuerySet):
            return rows.iterator(chunk_size=AT_ONCE)
        starts = range(0, len(rows), AT_ONCE)
        return (row for start in starts for row in rows[start : start + AT_ONCE])

    def objects(self, filterset: StrictFilterSet, request: HttpRequest) -> Iterator[dict[str, Any]]:
        """Every row as the lists of the API write it."""
        serializer = self.serializer_class(context={"request": request})
        return map(serializer.to_representation, self.rows(filterset))

    def beside_rows(self, filterset: StrictFilterSet) -> dict[str, Any]:  # noqa: ARG002
        """Further members of the API's list, on the whole result."""
        return {}
