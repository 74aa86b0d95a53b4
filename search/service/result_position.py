"""Result navigation: the previous and the next case of the list that a reader came from.

Links from a list carry its query in one parameter: ``?within=cases?city=wuhan``. Nothing is
stored on the server; the canonical URL of a case is the one without the parameter.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from cases.filters.matches import MatchedCases
from cases.models import Case
from search.service.case_search import CaseSearchFilter

PARAMETER = "within"
LISTS: Mapping[str, str] = {"cases": "cases:case-list", "search": "search:search"}
"""URL names of the lists that links may come from, by their names in the parameter."""


@dataclass(frozen=True, slots=True)
class ResultPosition:
    """The position of a case in a list; ``query`` is for the links to its neighbours."""

    position: int
    count: int
    previous: Case | None
    next: Case | None
    list_url: str
    query: str


def result_query(name: str, query: str) -> str:
    """The query string of links to the cases of a list; empty where no query filters it."""
    return f"?{urlencode({PARAMETER: name + query})}" if len(query) > 1 else ""


def result_position(case: Case, given: str) -> ResultPosition | None:
    """The position of a case in the list of a parameter; None where it is not in it."""
    name, _mark, query = given.partition("?")
    if name not in LISTS or not query:
        return None
    keys = keys_of(QueryDict(query))
    if case.pk not in keys:
        return None
    at = keys.index(case.pk)
    around = Case.objects.select_related("book").in_bulk(keys[max(at - 1, 0) : at + 2])
    return ResultPosition(
        position=at + 1,
        count=len(keys),
        previous=around.get(keys[at - 1]) if at else None,
        next=around.get(keys[at + 1]) if at + 1 < len(keys) else None,
        list_url=f"{reverse(LISTS[name])}?{query}",
        query=result_query(name, f"?{query}"),
    )


def keys_of(query: QueryDict) -> list[int]:
    """The keys of the cases that a list's query selects, in its order; of a search, the cases."""
    known = query.copy()
    for parameter in query.keys() - CaseSearchFilter.base_filters.keys():
        del known[parameter]
    case_filter = CaseSearchFilter(known, queryset=Case.objects.all())
    if not case_filter.is_valid():
        return []
    rows = case_filter.rows
    return rows.keys if isinstance(rows, MatchedCases) else list(rows.values_list("pk", flat=True))
