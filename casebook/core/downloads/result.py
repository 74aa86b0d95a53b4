"""The whole result of one request, as every format writes it, and the notes on it."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casebook.core.web.requests import address_of

from .tables import Cell, Column, Path, Table, Text

FORMAT = "format"
"""The parameter that makes a download of a list."""
NOTES = _("来源说明")
"""The heading of the notes."""
LICENCE = _(
    "题名、署名、职务、页码与数字是事实，引用时请注明出处；英文译名、主题释义与事实陈述由本站编写，"
    "与本站程序同按 MIT 许可使用；书中文字归作者与出版社所有。"
)
EMPTY_CELLS = _("书中未载明，或书外没有查到；本站不作猜测。")


@dataclass(frozen=True, slots=True)
class UsedParameter:
    """One value of a parameter in use, with the labels of both."""

    parameter: str
    parameter_label: str
    value: str
    label: str

    def __str__(self) -> str:
        return f"{self.parameter_label} {self.label}"


class Result:
    """All rows that a request selects of a table, not only those of a page."""

    def __init__(self, request: HttpRequest, table: Table) -> None:
        self.request = request
        self.table = table
        self.filterset = table.filterset_class(request.GET, table.queryset())
        self.made_at = timezone.localtime()
        self.count = 0
        """The number of rows that were read so far; the notes give it."""

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns_of(self.filterset)

    @property
    def labels(self) -> list[str]:
        """The headings of the columns."""
        return [str(column.label) for column in self.columns]

    def rows(self) -> Iterator[list[Cell]]:
        """The cells of every row; paths become absolute URLs."""
        full = self.request.build_absolute_uri
        for row in self.table.rows(self.filterset):
            self.count += 1
            cells = (column.read(row) for column in self.columns)
            yield [full(cell) if isinstance(cell, Path) else cell for cell in cells]

    def objects(self) -> Iterator[dict[str, Any]]:
        """Every row as the lists of the API write it."""
        request = copy(self.request)
        # Without the format, which the URLs in the rows would else contain.
        request.GET = self._list_query  # type: ignore[assignment]
        for written in self.table.objects(self.filterset, request):
            self.count += 1
            yield written

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
        asked = "，".join(map(str, self.asked))
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

    @property
    def books(self) -> list[str]:
        """The books that the site is made from, each with its ISBN."""
        books = self.table.books()
        return [f"{book}（ISBN {book.isbn}）" if book.isbn else str(book) for book in books]

    def notes(self) -> Iterator[tuple[Text, Text]]:
        """The notes on the rows that were read, each as label and text."""
        yield _("内容"), self.table.label
        yield _("检索与筛选"), "；".join(map(str, self.asked)) or _("无，即全部")
        yield _("条数"), str(self.count)
        yield _("网址"), self.address
        yield _("下载时间"), self.made_at.isoformat(" ", "seconds")
        yield _("图书"), "；".join(self.books)
        yield _("使用许可"), LICENCE
        yield _("空着的格"), EMPTY_CELLS
        for origin in dict.fromkeys(column.origin for column in self.columns if column.origin):
            labels = [str(column.label) for column in self.columns if column.origin == origin]
            yield _("列：%(labels)s") % {"labels": "、".join(labels)}, origin

    def notes_as_json(self) -> dict[str, Any]:
        """The notes as JSON, without origins of columns: the objects have ``sources``."""
        return {
            "resource": self.table.name,
            "query": [
                {"parameter": each.parameter, "value": each.value, "label": each.label}
                for each in self.asked
            ],
            "address": self.address,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "books": self.books,
            "licence": str(LICENCE),
        }
