"""A case among the results that a reader came from: the one before, the next, the way back.

Links from a list carry its query in one parameter: ``?within=cases?city=wuhan``. Nothing is
kept on the server, and an address without it, the canonical one, is that of the case itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from cases.filters.matches import FoundCases
from cases.models import Case
from search.service.case_search import CaseSearchFilter

PARAMETER = "within"
LISTS: Mapping[str, str] = {"cases": "cases:case-list", "search": "search:search"}
"""The lists that links may come from, by the name that they go by in the parameter."""


@dataclass(frozen=True, slots=True)
class Within:
    """Where a case stands in a list; ``query`` keeps the list in the links to its neighbours."""

    position: int
    count: int
    previous: Case | None
    next: Case | None
    list_url: str
    query: str


def within_query(name: str, query: str) -> str:
    """What links to the cases of a list end in; nothing where no query narrows it."""
    return f"?{urlencode({PARAMETER: name + query})}" if len(query) > 1 else ""


def within(case: Case, given: str) -> Within | None:
    """The list that a parameter names, seen from a case; None where it is not in it."""
    name, _mark, query = given.partition("?")
    if name not in LISTS or not query:
        return None
    keys = keys_of(QueryDict(query))
    if case.pk not in keys:
        return None
    at = keys.index(case.pk)
    around = Case.objects.select_related("book").in_bulk(keys[max(at - 1, 0) : at + 2])
    return Within(
        position=at + 1,
        count=len(keys),
        previous=around.get(keys[at - 1]) if at else None,
        next=around.get(keys[at + 1]) if at + 1 < len(keys) else None,
        list_url=f"{reverse(LISTS[name])}?{query}",
        query=within_query(name, f"?{query}"),
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
    return rows.keys if isinstance(rows, FoundCases) else list(rows.values_list("pk", flat=True))
