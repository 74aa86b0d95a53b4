"""The whole result of one request, as every format writes it."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.web.requests import address_of

from .tables import Cell, Column, Path, Table

FORMAT = "format"
"""The parameter that makes a download of a list."""


@dataclass(frozen=True, slots=True)
class UsedParameter:
    """One value of a parameter in use, with the labels of both."""

    parameter: str
    parameter_label: str
    value: str
    label: str


@dataclass(frozen=True)
class Result:
    """All rows that a request selects of a table, not only those of a page."""

    request: HttpRequest
    table: Table
    made_at: datetime = field(default_factory=timezone.localtime)

    @cached_property
    def filterset(self) -> StrictFilterSet:
        return self.table.filterset(self.request.GET)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns_of(self.filterset)

    @property
    def labels(self) -> list[str]:
        """The headings of the columns."""
        return [str(column.label) for column in self.columns]

    def rows(self) -> Iterator[list[Cell]]:
        """The cells of every row; paths become absolute URLs."""
        columns = self.columns
        rows = self.table.rows(self.filterset)
        return ([self._full(column.read(row)) for column in columns] for row in rows)

    def _full(self, cell: Cell) -> Cell:
        return self.request.build_absolute_uri(cell) if isinstance(cell, Path) else cell

    def objects(self) -> Iterator[dict[str, Any]]:
        """Every row as the lists of the API write it."""
        request = copy(self.request)
        # Without the format, which the URLs in the rows would else contain.
        request.GET = self._list_query  # type: ignore[assignment]
        return self.table.objects(self.filterset, request)

    @property
    def asked(self) -> list[UsedParameter]:
        """Each parameter in use with each of its values."""
        filters = self.filterset.filters
        return [
            UsedParameter(name, str(filters[name].label), str(value), label)
            for name, choices in self.filterset.selected.items()
            for value, label in choices
        ]

    @property
    def title(self) -> str:
        """The title of the file: 案例：城市 武汉."""
        label = str(self.table.label)
        asked = "，".join(f"{each.parameter_label} {each.label}" for each in self.asked)
        return f"{label}：{asked}" if asked else label

    @property
    def address(self) -> str:
        """The full address of the list, whose page is one part of the result."""
        return self.request.build_absolute_uri(address_of(self.request, self._list_query))

    @property
    def _list_query(self) -> QueryDict:
        query = self.request.GET.copy()
        query.pop(FORMAT, None)
        return query
