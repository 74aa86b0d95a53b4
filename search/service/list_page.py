"""A list on a page: its rows, facets, orders, filters in use, and for an empty one, ways out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.http import urlencode

from casebook.core.downloads.download import page_download
from casebook.core.downloads.result import FORMAT
from casebook.core.downloads.tables import Table
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.filters.facets import FacetCounts
from casebook.core.filters.filterset import NOT_FILTERS, StrictFilterSet
from casebook.core.web.languages import listed
from casebook.core.web.requests import (
    MOST_PAGES,
    check_parameters,
    out_of_bounds,
    page_or_part,
    query_of,
)

from .answer import PAGE_SIZE, Answer

RESULT_PARAMETER = "within"
"""The parameter in which the address of a case names the list that a reader came from."""

Context = dict[str, Any]


def list_page(
    request: HttpRequest,
    table: Table,
    page: str,
    part: str,
    *,
    more: Callable[[Answer], Context] | None = None,
    page_size: int = PAGE_SIZE,
    also: Iterable[str] = (),
) -> HttpResponseBase:
    """The rows of a table that the query selects, with facets; for htmx the part that changes.

    A file where the query names a format; 400 with the invalid parameters. ``more`` adds to the
    context of the templates, ``also`` to what is counted.
    """
    if FORMAT in request.GET:
        return page_download(request, table)
    filterset = table.filterset_class(request.GET, table.queryset())
    errors = check_parameters(request, [*filterset.base_filters, "page"])
    if errors := errors or filterset.parameter_errors:
        return bad_request_page(request, errors, filterset.base_filters)
    answer = Answer(filterset, page_number(request), page_size, also=also)
    context = list_context(answer) | (more(answer) if more else {})
    context["result_query"] = result_query(table.name, context["query"])
    return page_or_part(request, page, part, context)


def page_number(request: HttpRequest) -> int:
    """The requested page number; raises Http404 for what is no number."""
    given = request.GET.get("page", "1")
    if wrong := out_of_bounds(given, MOST_PAGES):
        raise Http404(wrong[0][0])
    return int(given)


def result_query(name: str, query: str) -> str:
    """The query string of links to the cases of a list; empty where no query filters it."""
    return f"?{urlencode({RESULT_PARAMETER: name + query})}" if len(query) > 1 else ""


def list_context(answer: Answer) -> Context:
    """The context of the templates of lists; rows that lack a word of the query stand apart."""
    page = answer.page
    filterset = answer.filterset
    for row in page.object_list if filterset.record_kind else ():
        row.matched = answer.matched.get(row.pk)
    return {
        "answer": answer,
        "page": page,
        "full": [row for row in answer.rows if row.is_full],
        "partial": [row for row in answer.rows if not row.is_full],
        **facet_form(filterset, facet_boxes(answer)),
        "query": query_of(filterset.in_use),
        "chips": chips(filterset),
        "orders": orders(filterset),
        "proposals": [Link(text, query_of([("q", text)])) for text in answer.did_you_mean],
        "ways_out": [] if answer.count else ways_out(answer),
    }


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another list: its query string, and for some the number of rows there."""

    label: str
    query: str
    prefix: str = ""
    count: int | None = None
    is_current: bool = False


def chips(filterset: StrictFilterSet) -> list[Link]:
    """The active filters; the link of each is the list without it."""
    pairs = filterset.in_use
    return [
        Link(
            label,
            query_of([pair for pair in pairs if pair != (name, value)]),
            str(filterset.filters[name].label),
        )
        for name, choices in filterset.selected.items()
        for value, label in choices
        if name != "ordering"
    ]


def ways_out(answer: Answer) -> list[Link]:
    """For an empty list: each filter to remove, with the number of rows without it."""
    filterset = answer.filterset
    pairs = filterset.in_use
    return [
        Link(
            listed(label for _, label in choices),
            query_of(pair for pair in pairs if pair[0] != name),
            str(filterset.filters[name].label),
            answer.count_without(name),
        )
        for name, choices in filterset.selected.items()
        if name not in NOT_FILTERS
    ]


def orders(filterset: StrictFilterSet) -> list[Link]:
    """Links to the orders available; the first, the default, needs no parameter."""
    labels = filterset.filters["ordering"].labels
    own = next(iter(labels))
    pairs = [pair for pair in filterset.in_use if pair[0] != "ordering"]
    current = [value for value, _ in filterset.selected.get("ordering", [])] or [own]
    return [
        Link(
            str(label),
            query_of(pairs if name == own else [*pairs, ("ordering", name)]),
            is_current=current == [name],
        )
        for name, label in labels.items()
    ]


def facet_boxes(answer: Answer) -> list[FacetCounts]:
    """The facets that have values; that of books only where there are several."""
    return [
        facet for facet in answer.facets if len(facet.values) > (1 if facet.field == "book" else 0)
    ]


def facet_form(filterset: StrictFilterSet, facets: list[FacetCounts]) -> Context:
    """The context of the form of facets; it sends parameters without a box as hidden fields."""
    boxes = ["q", *[facet.field for facet in facets]]
    return {
        "facets": facets,
        "ticked": len([value for facet in facets for value in facet.values if value.selected]),
        "hidden_fields": [pair for pair in filterset.in_use if pair[0] not in boxes],
    }
