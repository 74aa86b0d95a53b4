"""Result navigation: the previous and the next case of the list that a reader came from.

Links from a list carry its query in one parameter: ``?within=cases?city=wuhan``. Nothing is
stored on the server; the canonical URL of a case is the one without the parameter.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from cases.filters.case_filter import CaseFilter
from cases.models import Case

from .answer import Answer
from .list_page import result_query

MAX_CASES = 1_000
"""The first cases of a list, among which a case is looked for."""

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


def result_position(case: Case, given: str) -> ResultPosition | None:
    """The position of a case in the list of a parameter; None where it is not in it."""
    name, _mark, query = given.partition("?")
    if name not in LISTS or not query:
        return None
    answer = first_cases(QueryDict(query))
    keys = answer.keys if answer else []
    if case.pk not in keys:
        return None
    at = keys.index(case.pk)
    around = Case.objects.select_related("book").in_bulk(keys[max(at - 1, 0) : at + 2])
    return ResultPosition(
        position=at + 1,
        count=answer.count if answer else 0,
        previous=around.get(keys[at - 1]) if at else None,
        next=around.get(keys[at + 1]) if at + 1 < len(keys) else None,
        list_url=f"{reverse(LISTS[name])}?{query}",
        query=result_query(name, f"?{query}"),
    )


def first_cases(query: QueryDict) -> Answer | None:
    """The first cases that a list's query selects; of a search, its cases."""
    known = query.copy()
    for parameter in query.keys() - CaseFilter.base_filters.keys():
        del known[parameter]
    case_filter = CaseFilter(known, queryset=Case.objects.all())
    if not case_filter.is_valid():
        return None
    return Answer(case_filter, 1, MAX_CASES, (), snippets=False)
