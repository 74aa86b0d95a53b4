"""Downloads of what the index selects: every row, full hits first, as on the page."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import Cell, Column, Path, Table, yes_no
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.records import indexed_types
from cases.models import Fact

from .api.serializers import HitSerializer, answer_context
from .filters import SearchFilter
from .query.query import Hit
from .service.answer import Answer
from .service.hit_texts import reason

FULL = Column(_("含全部检索词"), lambda row: yes_no(row.is_full))


class IndexedTable(Table):
    """A table whose rows the index selects; of a search, with a column for full hits."""

    def columns_of(self, filterset: StrictFilterSet) -> tuple[Column, ...]:
        return (*self.columns, FULL) if filterset.texts else self.columns

    def count(self, filterset: StrictFilterSet) -> int:
        return Answer(filterset, 1, 0, ()).count

    def rows(self, filterset: StrictFilterSet) -> Iterator[Any]:
        """All rows; the first are found at once, so that a missing index fails early."""
        pages = Answer(filterset).all_pages()
        first = next(pages)
        if first.is_limited:
            return map(as_full, super().rows(filterset))
        return chain(first.rows, chain.from_iterable(answer.rows for answer in pages))

    def objects(self, filterset: StrictFilterSet, request: HttpRequest) -> Iterator[dict[str, Any]]:
        if not filterset.texts:
            return super().objects(filterset, request)
        write = self.serializer_class(context={"request": request}).to_representation
        return (write(row) | {"is_full": row.is_full} for row in self.rows(filterset))

    def beside_rows(self, filterset: StrictFilterSet) -> dict[str, Any]:
        return {"full_count": Answer(filterset, 1, 0, ()).full_count} if filterset.texts else {}


def as_full(row: Any) -> Any:
    """A row that the database selected, whose names have every word."""
    row.is_full = True
    return row


class SearchTable(IndexedTable):
    """The table of hits of all kinds."""

    def columns_of(self, filterset: StrictFilterSet) -> tuple[Column, ...]:  # noqa: ARG002
        return self.columns

    def beside_rows(self, filterset: StrictFilterSet) -> dict[str, Any]:
        return answer_context(Answer(filterset, 1, 0))


def number(hit: Hit) -> Cell:
    """The number of a case; None for other kinds."""
    found = hit.extra.get("number") if hit.kind == "case" else None
    return found if isinstance(found, int) else None


def page_address(hit: Hit) -> Cell:
    address = str(hit.extra.get("url") or "")
    return Path(address) if address else None


def api_address(hit: Hit) -> Cell:
    """Empty for kinds without a resource of their own."""
    try:
        return Path(reverse(f"api:{hit.kind}-detail", args=[hit.slug]))
    except NoReverseMatch:
        return None


SEARCH = SearchTable(
    name="search",
    label=_("检索"),
    columns=(
        Column(_("类别"), lambda hit: indexed_types()[hit.kind].label),
        Column(_("标题"), attrgetter("title")),
        Column(_("案例序号"), number),
        FULL,
        Column(_("摘录"), attrgetter("snippet.text"), _("检索词前后的文字；来源见所在页面")),
        Column(_("检索词所在"), reason, _("标题中没有检索词时，它们在何处")),
        Column(_("网址名"), attrgetter("slug")),
        Column(_("本站网址"), page_address),
        Column(_("接口地址"), api_address),
    ),
    queryset=Fact.objects.none,
    filterset_class=SearchFilter,
    serializer_class=HitSerializer,
)
