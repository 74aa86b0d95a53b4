"""The atlas: the cases that match the filters, as a tile map, charts and tables."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.vary import vary_on_headers

from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.requests import check_parameters, page_or_part, query_of
from cases.atlas.charts import chart, heat_table, kinds_of_organisations, matching
from cases.atlas.critics import critics_of
from cases.atlas.tiles import tile_map
from cases.facts.timeline import timeline
from cases.filters.facets import case_facets
from cases.listing.list_controls import chips, facet_box, hidden_fields, in_use
from cases.models import Case, Fact
from search.service.case_search import CaseSearchFilter

MOST_CASES_OF_A_QUERY = 50
"""The largest number of cases in a link; a request with more values would be rejected."""


@vary_on_headers("HX-Request")
def atlas(request: HttpRequest) -> HttpResponse:
    """The atlas of the cases that match the filters; 400 with the invalid parameters."""
    case_filter = CaseSearchFilter(request.GET, queryset=Case.objects.all())
    errors = (
        check_parameters(request, CaseSearchFilter.base_filters) or case_filter.parameter_errors
    )
    if errors:
        return bad_request_page(request, errors, CaseSearchFilter.base_filters)

    cases = matching(case_filter)
    boxes = [facet_box(facet) for facet in case_facets(case_filter) if facet.values]
    return page_or_part(
        request,
        "atlas/atlas.html",
        "atlas/_answer.html",
        {
            "count": len(cases),
            "query": query_of(in_use(case_filter)),
            "facets": boxes,
            "hidden_fields": hidden_fields(case_filter, boxes),
            "chips": chips(case_filter),
            "tiles": tile_map(case_filter),
            "charts": [
                *(chart(case_filter, field) for field in ("part", "theme", "level")),
                kinds_of_organisations(case_filter),
            ],
            "heat": heat_table(case_filter),
            "timeline": timeline(Fact.objects.filter(case__in=cases)),
            "year_query": facts_of(cases),
            "critics": critics_of(cases),
        },
    )


def facts_of(cases: list[Case]) -> str:
    """The URL of the list of these cases' facts; empty where it would be too long."""
    if len(cases) > MOST_CASES_OF_A_QUERY:
        return ""
    return reverse("cases:fact-list") + query_of(("case", case.slug) for case in cases)
