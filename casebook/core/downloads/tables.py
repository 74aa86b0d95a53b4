"""What a download of a resource holds: its rows, as JSON and as the cells of named columns."""

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
"""So many rows are loaded together, whatever the length of the result."""

Text = str | Promise
Cell = str | Promise | int | float | Decimal | date | None


class Path(str):
    """An address on this site, without the host that answers there."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how a row fills it, and where its values come from.

    ``origin`` stays empty where the row itself says so in a column of its own.
    """

    label: Text
    read: Callable[[Any], Cell]
    origin: Text = ""


@dataclass(frozen=True)
class Table:
    """A resource as it is taken along; ``name`` is the resource's, in addresses."""

    name: str
    label: Text
    columns: tuple[Column, ...]
    queryset: Callable[[], QuerySet[Any]]
    filterset_class: type[StrictFilterSet]
    serializer_class: type[BaseSerializer[Any]]
    books: Callable[[], Iterable[Any]]

    def filterset(self, query: QueryDict) -> StrictFilterSet:
        """The result that an address asks for."""
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
        """What the API's list says besides its rows, of the whole result."""
        return {}
