"""search_cases: what the search page finds, with the same parameters."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from agents.site import Site
from casebook.resources import describe
from search.api.search import SearchViewSet
from search.filters import KINDS, SHOWN_FACETS, SearchFilter

from .parameters import query_of
from .schemas import (
    FACETS,
    NUMBER,
    NUMBER_OR_NOTHING,
    TEXT,
    TEXT_OR_NOTHING,
    YES_OR_NO,
    record,
    several,
)
from .tool import MANY, Argument, Arguments, Tool

PAGE_SIZE, MOST_A_PAGE = 10, 50
MOST_PAGES = 100_000
search = SearchViewSet.as_view({"get": "list"})


def arguments() -> Mapping[str, Argument]:
    """The search's own parameters; ``query`` is its ``q``."""
    filters = {
        name: Argument(describe(each), MANY)
        for name, each in SearchFilter.base_filters.items()
        if name != "q"
    }
    return {
        "query": Argument(describe(SearchFilter.base_filters["q"]), MANY),
        **filters,
        "kind": Argument(
            _("找什么，默认只找案例；找正文段落用 passage，找事实用 fact"),
            MANY,
            tuple(KINDS),
            default="case",
        ),
        "facets": Argument(_("同时给出哪些分面（各值及其结果数）"), MANY, SHOWN_FACETS),
        "page": Argument(_("页次"), "integer", bounds=(1, MOST_PAGES), default=1),
        "page_size": Argument(_("每页条数"), "integer", bounds=(1, MOST_A_PAGE), default=PAGE_SIZE),
    }


def run(site: Site, given: Arguments) -> dict[str, Any]:
    facets = given.pop("facets", [])
    asked = {"kind": ["case"], "page_size": [str(PAGE_SIZE)]} | given
    asked["q"] = asked.pop("query", [])
    answer = site.get(search, query_of(asked))
    return {
        "count": answer["count"],
        "full_count": answer["full_count"],
        "page": int(given.get("page", ["1"])[0]),
        "has_next": answer["next"] is not None,
        "results": answer["results"],
        "facets": [facet(name, answer["facets"][name]) for name in facets],
        "synonyms": answer["synonyms"],
        "did_you_mean": answer["did_you_mean"],
    }


def facet(name: str, values: list[dict[str, Any]]) -> dict[str, Any]:
    label = str(SearchFilter.base_filters[name].label)
    return {"parameter": name, "label": label, "values": values}


TOOL = Tool(
    name="search_cases",
    title=_("检索案例"),
    description=_(
        "在案例库中检索案例（或点评、正文段落、事实、专家等，见 kind）。query 的各词用空格隔开，"
        "须同时出现；省略 query 则按其余条件列出。筛选值可写中文名、拼音网址名或行政区划代码。"
        "返回摘录、网址与总数；count 含只有部分词的结果，full_count 只计含全部词的。"
    ),
    arguments=arguments,
    result=record(
        count=NUMBER,
        full_count=NUMBER,
        page=NUMBER,
        has_next=YES_OR_NO,
        results=several(
            record(
                kind=TEXT,
                slug=TEXT,
                title=TEXT,
                number=NUMBER_OR_NOTHING,
                url=TEXT_OR_NOTHING,
                api_url=TEXT_OR_NOTHING,
                is_full=YES_OR_NO,
                snippet=TEXT,
                reason=TEXT_OR_NOTHING,
            )
        ),
        facets=FACETS,
        synonyms=several(TEXT),
        did_you_mean=several(TEXT),
    ),
    run=run,
)
