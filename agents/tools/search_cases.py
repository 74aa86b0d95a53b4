"""search_cases and list_facets: cases by query and filters, and the facets of the result."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict

from agents.api_client import ApiClient, ToolError
from casebook.core.filters.facets import FacetValue
from casebook.core.records import indexed_types
from cases.filters.case_filter import DIMENSIONS, CaseFilter
from cases.models import Case
from search.api.answer_pages import NoIndex
from search.api.search_resource import SearchViewSet
from search.filters import SearchFilter
from search.service.answer import Answer

from .tool import Texts, about, about_filter, several, tool

PAGE_SIZE, MAX_PAGE_SIZE = 10, 50
MAX_PAGES = 100_000
MAX_FACET_VALUES = 100
SEARCH_FILTERS = {
    name: each for name, each in SearchFilter.base_filters.items() if name not in {"q", "kind"}
}
CASE_FILTERS = {
    name: each for name, each in CaseFilter.base_filters.items() if name not in {"q", "ordering"}
}
search = SearchViewSet.as_view({"get": "list"})


class Facet(TypedDict):
    parameter: str
    label: str
    values: Sequence[FacetValue]


class Hit(TypedDict):
    kind: str
    slug: str
    title: str
    number: int | None
    url: str | None
    api_url: str | None
    is_full: bool
    snippet: str
    reason: str | None


class FacetList(TypedDict):
    count: int
    facets: list[Facet]


class SearchResult(FacetList):
    full_count: int
    page: int
    has_next: bool
    results: list[Hit]
    synonyms: list[str]
    did_you_mean: list[str]


@tool(
    title=_("检索案例"),
    description=_(
        "在案例库中检索案例（或点评、正文段落、事实、专家等，见 kind）。query 的各词用空格隔开，"
        "须同时出现；省略 query 则按其余条件列出。筛选值可写中文名、拼音网址名或行政区划代码。"
        "返回摘录、网址与总数；count 含只有部分词的结果，full_count 只计含全部词的。"
    ),
    filters=SEARCH_FILTERS,
)
def search_cases(
    client: ApiClient,
    *,
    query: Annotated[Texts, about_filter(SearchFilter.base_filters["q"])] = (),
    kind: Annotated[
        Sequence[str],
        several(indexed_types()),
        about(_("找什么，默认只找案例；找正文段落用 passage，找事实用 fact")),
    ] = ("case",),
    facets: Annotated[
        Sequence[str],
        several(SearchFilter.facet_names),
        about(_("同时给出哪些分面（各值及其结果数）")),
    ] = (),
    page: Annotated[int, Field(ge=1, le=MAX_PAGES), about(_("页次"))] = 1,
    page_size: Annotated[int, Field(ge=1, le=MAX_PAGE_SIZE), about(_("每页条数"))] = PAGE_SIZE,
    **filters: Sequence[str],
) -> SearchResult:
    labels = {name: str(each.label) for name, each in SearchFilter.base_filters.items()}
    paging = {"page": [str(page)], "page_size": [str(page_size)]}
    answer = client.get(search, query_of({"q": query, "kind": kind, **paging, **filters}))
    return {
        "count": answer["count"],
        "full_count": answer["full_count"],
        "page": page,
        "has_next": answer["next"] is not None,
        "results": answer["results"],
        "facets": [
            Facet(parameter=name, label=labels[name], values=answer["facets"][name])
            for name in facets
        ],
        "synonyms": answer["synonyms"],
        "did_you_mean": answer["did_you_mean"],
    }


@tool(
    title=_("列出筛选值"),
    description=_(
        "列出可用来筛选案例的参数（省份、城市、主题、点评专家等）及其各值的案例数；"
        "value 可原样用作 search_cases 的参数。给出其他筛选参数时，只数符合条件的案例。"
    ),
    filters=CASE_FILTERS,
)
def list_facets(
    _client: ApiClient,
    facets: Annotated[
        Sequence[str], several(DIMENSIONS), about(_("只要哪些分面；省略则全部给出"))
    ] = (),
    query: Annotated[Texts, about(_("只数这些检索词找到的案例"))] = (),
    **filters: Sequence[str],
) -> FacetList:
    cases = CaseFilter(query_of({"q": query, **filters}), queryset=Case.objects.all())
    if cases.parameter_errors:
        raise ToolError.of(*cases.parameter_errors)
    answer = Answer(cases, 1, 0, facets or DIMENSIONS)
    if answer.is_limited:
        raise ToolError(NoIndex.default_detail)
    counted = [
        Facet(parameter=each.field, label=each.label, values=each.values[:MAX_FACET_VALUES])
        for each in answer.facets
    ]
    return {"count": answer.count, "facets": counted}


def query_of(values: Mapping[str, Sequence[str]]) -> QueryDict:
    """The arguments as the query string that pages and API take."""
    query = QueryDict(mutable=True)
    for name, each in values.items():
        query.setlist(name, list(each))
    return query
