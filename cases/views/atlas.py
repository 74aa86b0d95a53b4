"""The atlas: the cases that match the filters, as a tile map, charts and tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.vary import vary_on_headers

from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.requests import check_parameters, page_or_part, query_of
from cases.charts import (
    counts_of,
    facet_chart,
    heat_table,
    kinds_of_organisations,
    tile_map,
    timeline,
)
from cases.filters.case_filter import PAIRS, CaseFilter
from cases.models import Case, Contribution, Critique, Fact
from experts.models import Expert
from search.service.answer import Answer
from search.service.list_page import list_context

CHARTS = ("part", "theme", "level")
BOARD = (
    Contribution.Role.CHIEF_EDITOR,
    Contribution.Role.ASSOCIATE_EDITOR,
    Contribution.Role.EXECUTIVE_EDITORIAL_BOARD,
    Contribution.Role.EDITORIAL_BOARD,
)
"""The roles on the board of a book, the highest first."""

MOST_CASES_OF_A_QUERY = 50
"""The largest number of cases in a link; a request with more values would be rejected."""


@vary_on_headers("HX-Request")
def atlas(request: HttpRequest) -> HttpResponse:
    """The atlas of the cases that match the filters; 400 with the invalid parameters."""
    case_filter = CaseFilter(request.GET, queryset=Case.objects.select_related("book"))
    known = case_filter.base_filters
    if errors := check_parameters(request, known) or case_filter.parameter_errors:
        return bad_request_page(request, errors, known)

    answer = Answer(case_filter, also=[PAIRS["province", "theme"], "critic_kind"])
    cases = [case for part in answer.all_pages() for case in part.rows]
    facets = {facet.field: facet for facet in answer.facets}
    return page_or_part(
        request,
        "atlas/atlas.html",
        "atlas/_answer.html",
        list_context(answer)
        | {
            "count": answer.count,
            "tiles": tile_map(case_filter, answer.counts("province")),
            "charts": [
                *(facet_chart(case_filter, facets[name]) for name in CHARTS if name in facets),
                kinds_of_organisations(answer.counts("critic_kind")),
            ],
            "heat": heat_table(case_filter, answer.counts(PAIRS["province", "theme"])),
            "timeline": timeline(counts_of(Fact.objects.filter(case__in=cases))),
            "year_query": facts_of(cases),
            "critics": critics_of(cases),
        },
    )


def facts_of(cases: list[Case]) -> str:
    """The URL of the list of these cases' facts; empty where it would be too long."""
    if len(cases) > MOST_CASES_OF_A_QUERY:
        return ""
    return reverse("cases:fact-list") + query_of(("case", case.slug) for case in cases)


@dataclass(frozen=True, slots=True)
class Critic:
    """An expert with the cases reviewed and the ``seats`` on the boards of their books."""

    expert: Any
    cases: list[Case]

    @property
    def role_labels(self) -> list[str]:
        roles = {seat.role for seat in self.expert.seats}
        return [str(role.label) for role in BOARD if role in roles]


def critics_of(cases: Sequence[Case]) -> list[Critic]:
    """The critics of these cases, in the order of the cases; three queries."""
    seats = Contribution.objects.filter(role__in=BOARD, book__in={case.book_id for case in cases})
    experts = Expert.objects.with_distinction().prefetch_related(
        Prefetch("contributions", seats, to_attr="seats")
    )
    critiques = Critique.objects.filter(case__in=cases).prefetch_related(
        Prefetch("expert", experts)
    )
    by_key = {case.pk: case for case in cases}
    order = {key: position for position, key in enumerate(by_key)}
    critics: dict[Expert, Critic] = {}
    for critique in sorted(critiques, key=lambda each: (order[each.case_id], each.order)):
        critic = critics.setdefault(critique.expert, Critic(critique.expert, []))
        critic.cases.append(by_key[critique.case_id])
    return list(critics.values())
