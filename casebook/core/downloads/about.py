"""Notes in a file: its query, address and time, its licence, and the sources of its values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .result import Result

LICENCE = gettext_lazy(
    "题名、署名、职务、页码与数字是事实，引用时请注明出处；英文译名、主题释义与事实陈述由本站编写，"
    "与本站程序同按 MIT 许可使用；书中文字归作者与出版社所有。"
)
EMPTY_CELLS = gettext_lazy("书中未载明，或书外没有查到；本站不作猜测。")


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
