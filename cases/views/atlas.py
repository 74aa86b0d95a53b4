"""The atlas: the cases that match the filters, as a tile map, charts and tables."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.vary import vary_on_headers

from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.requests import check_parameters, page_or_part, query_of
from cases.atlas.charts import chart, heat_table, kinds_of_organisations
from cases.atlas.critics import critics_of
from cases.atlas.tiles import tile_map
from cases.facts.timeline import counts_of, timeline
from cases.filters.case_filter import PAIRS, CaseFilter
from cases.models import Case, Fact
from search.service.answer import Answer
from search.service.list_page import list_context

CHARTS = ("part", "theme", "level")

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
                *(chart(case_filter, facets[name]) for name in CHARTS if name in facets),
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
