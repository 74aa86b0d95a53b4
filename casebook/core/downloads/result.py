"""The whole result of one request, as every format writes it, and the notes on it."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.web.requests import address_of

from .tables import Cell, Column, Path, Table

FORMAT = "format"
"""The parameter that makes a download of a list."""
LICENCE = gettext_lazy(
    "题名、署名、职务、页码与数字是事实，引用时请注明出处；英文译名、主题释义与事实陈述由本站编写，"
    "与本站程序同按 MIT 许可使用；书中文字归作者与出版社所有。"
)
EMPTY_CELLS = gettext_lazy("书中未载明，或书外没有查到；本站不作猜测。")


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
        return self.table.filterset_class(self.request.GET, self.table.queryset())

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


@dataclass(frozen=True)
class About:
    """The notes on one result of ``count`` rows."""

    result: Result
    count: int

    @property
    def heading(self) -> str:
        return _("来源说明")

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each note as label and text."""
        asked = [f"{each.parameter_label} {each.label}" for each in self.result.asked]
        yield _("内容"), str(self.result.table.label)
        yield _("检索与筛选"), "；".join(asked) or _("无，即全部")
        yield _("条数"), str(self.count)
        yield _("网址"), self.result.address
        yield _("下载时间"), self.result.made_at.isoformat(" ", "seconds")
        yield _("图书"), "；".join(self.books)
        yield _("使用许可"), str(LICENCE)
        yield _("空着的格"), str(EMPTY_CELLS)
        for origin, labels in self._columns_by_origin().items():
            yield _("列：%(labels)s") % {"labels": "、".join(labels)}, origin

    def _columns_by_origin(self) -> dict[str, list[str]]:
        """The headings of the columns that have an ``origin``, by that origin."""
        found: dict[str, list[str]] = {}
        for column in self.result.columns:
            if column.origin:
                found.setdefault(str(column.origin), []).append(str(column.label))
        return found

    def as_json(self) -> dict[str, Any]:
        """The notes as JSON, without origins of columns: the objects have ``sources``."""
        return {
            "resource": self.result.table.name,
            "query": [
                {"parameter": each.parameter, "value": each.value, "label": each.label}
                for each in self.result.asked
            ],
            "address": self.result.address,
            "made_at": self.result.made_at.isoformat(timespec="seconds"),
            "books": self.books,
            "licence": str(LICENCE),
        }

    @property
    def books(self) -> list[str]:
        """The books that the site is made from, each with its ISBN."""
        return [
            f"{book}（ISBN {book.isbn}）" if book.isbn else str(book)
            for book in self.result.table.books()
        ]
