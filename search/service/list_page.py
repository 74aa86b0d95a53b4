"""A list on a page: its rows, facets, orders, filters in use, and for an empty one, ways out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from casebook.core.api.pagination import MOST_PAGES, out_of_bounds
from casebook.core.downloads import Table, is_download, page_download
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.filters.facets import FacetCounts, FacetValue
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.web.languages import listed
from casebook.core.web.requests import check_parameters, page_or_part, query_of

from .answer import PAGE_SIZE, Answer

SETTINGS = {"ordering", "synonyms"}
"""Parameters that exclude no row."""

VALUES_SHOWN = 8
"""Values of a facet shown at first; the others are collapsed."""

Context = dict[str, Any]


def list_page(
    request: HttpRequest,
    table: Table,
    page: str,
    part: str,
    *,
    more: Callable[[Answer], Context] = lambda _answer: {},
    page_size: int = PAGE_SIZE,
    also: Iterable[str] = (),
) -> HttpResponseBase:
    """The rows of a table that the query selects, with facets; for htmx the part that changes.

    A file where the query names a format; 400 with the invalid parameters. ``more`` adds to the
    context of the templates, ``also`` to what is counted.
    """
    if is_download(request):
        return page_download(request, table)
    filterset = table.filterset(request.GET)
    errors = check_parameters(request, [*filterset.base_filters, "page"])
    if errors := errors or filterset.parameter_errors:
        return bad_request_page(request, errors, filterset.base_filters)
    answer = Answer(filterset, page_number(request), page_size, also=also)
    return page_or_part(request, page, part, list_context(answer) | more(answer))


def page_number(request: HttpRequest) -> int:
    """The requested page number; raises Http404 for what is no number."""
    given = request.GET.get("page", "1")
    if wrong := out_of_bounds(given, MOST_PAGES):
        raise Http404(wrong[0][0])
    return int(given)


def list_context(answer: Answer) -> Context:
    """The context of the templates of lists; rows that lack a word of the query stand apart."""
    page = answer.page
    boxes = facet_boxes(answer)
    filterset = answer.filterset
    for row in page.object_list if filterset.record_kind else ():
        row.matched = answer.matched.get(row.pk)
    return {
        "answer": answer,
        "page": page,
        "full": [row for row in page if not answer.is_partial(row)],
        "partial": [row for row in page if answer.is_partial(row)],
        "facets": boxes,
        "query": query_of(filterset.in_use),
        "hidden_fields": hidden_fields(filterset, boxes),
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


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet with its most useful values shown and the others collapsed (``folded``)."""

    field: str
    label: str
    shown: list[FacetValue]
    folded: list[FacetValue]


def chips(filterset: StrictFilterSet) -> list[Link]:
    """The active filters; the link of each is the list without it."""
    pairs = filterset.in_use
    return [
        Link(
            label,
            query_of(pair for pair in pairs if pair != (name, value)),
            label_of(filterset, name),
        )
        for name, choices in filterset.selected.items()
        for value, label in choices
        if name != "ordering"
    ]


def label_of(filterset: StrictFilterSet, name: str) -> str:
    return str(filterset.filters[name].label)


def ways_out(answer: Answer) -> list[Link]:
    """For an empty list: each filter to remove, with the number of rows without it."""
    filterset = answer.filterset
    pairs = filterset.in_use
    return [
        Link(
            listed(label for _, label in choices),
            query_of(pair for pair in pairs if pair[0] != name),
            label_of(filterset, name),
            answer.count_without(name),
        )
        for name, choices in filterset.selected.items()
        if name not in SETTINGS
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


def facet_boxes(answer: Answer) -> list[FacetBox]:
    """The facets that have values; that of books only where there are several."""
    return [
        facet_box(facet)
        for facet in answer.facets
        if len(facet.values) > (1 if facet.field == "book" else 0)
    ]


def facet_box(facet: FacetCounts) -> FacetBox:
    """A facet with its first values shown, and every selected one."""
    shown = [
        value
        for position, value in enumerate(facet.values)
        if position < VALUES_SHOWN or value.selected
    ]
    return FacetBox(
        facet.field, facet.label, shown, [value for value in facet.values if value not in shown]
    )


def hidden_fields(filterset: StrictFilterSet, boxes: Iterable[FacetBox]) -> list[tuple[str, str]]:
    """Parameters without a box in the facet form, which sends them as hidden fields."""
    own = {box.field for box in boxes} | {"q"}
    return [pair for pair in filterset.in_use if pair[0] not in own]
