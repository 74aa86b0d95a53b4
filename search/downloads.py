"""The download of a search: every hit, full ones first, as on the page."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import Cell, Column, Path, Table, yes_no
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.records import indexed_types
from cases.models import Book, Fact

from .api.serializers import HitSerializer, answer_context
from .filters import SearchFilter
from .query.results import Hit
from .service.case_search import reason
from .service.search_answer import Answer


class SearchTable(Table):
    """The table of hits, which are found by the index, not by the database."""

    def filterset(self, query: QueryDict) -> StrictFilterSet:
        return SearchFilter(query)

    def count(self, filterset: StrictFilterSet) -> int:
        return answer(filterset).count()

    def rows(self, filterset: StrictFilterSet) -> Iterator[Hit]:
        """All hits; the first are found at once, so that a missing index fails early."""
        pages = answer(filterset).pages()
        first = next(pages)
        return chain(first.hits, chain.from_iterable(page.hits for page in pages))

    def beside_rows(self, filterset: StrictFilterSet) -> dict[str, Any]:
        return answer_context(answer(filterset))


def answer(filterset: StrictFilterSet) -> Answer:
    return Answer(filterset, page=1, page_size=0)


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
        Column(_("含全部检索词"), lambda hit: yes_no(hit.is_full)),
        Column(_("摘录"), attrgetter("snippet.text"), _("检索词前后的文字；来源见所在页面")),
        Column(_("检索词所在"), reason, _("标题中没有检索词时，它们在何处")),
        Column(_("网址名"), attrgetter("slug")),
        Column(_("本站网址"), page_address),
        Column(_("接口地址"), api_address),
    ),
    queryset=Fact.objects.none,
    filterset_class=SearchFilter,
    serializer_class=HitSerializer,
    books=Book.objects.all,
)
