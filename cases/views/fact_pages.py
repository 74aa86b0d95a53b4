"""Facts: the list with its facets and its time line, and the page of one fact."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from casebook.core.downloads import is_download, page_download
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.requests import check_parameters, one_page, page_or_part, query_of
from cases.downloads import FACTS
from cases.facts.timeline import timeline
from cases.filters.fact_filter import FactFilter, fact_facets
from cases.listing.list_controls import chips, facet_box, hidden_fields, in_use, orders, ways_out
from cases.models import Fact

FACTS_PER_PAGE = 20


@require_safe
@vary_on_headers("HX-Request")
def fact_list(request: HttpRequest) -> HttpResponseBase:
    """The facts that the query selects, with facets; 400 with the invalid parameters."""
    if is_download(request):
        return page_download(request, FACTS)
    fact_filter = FactFilter(request.GET, Fact.objects.order_by("origin", "slug"))
    errors = check_parameters(request, [*FactFilter.base_filters, "page"])
    if errors := errors or fact_filter.parameter_errors:
        return bad_request_page(request, errors, FactFilter.base_filters)

    page = one_page(request, fact_filter.qs.with_labels(), FACTS_PER_PAGE)
    boxes = [facet_box(facet) for facet in fact_facets(fact_filter) if facet.values]
    pairs = in_use(fact_filter)
    context = {
        "page": page,
        "facets": boxes,
        "query": query_of(pairs),
        "year_query": query_of(pair for pair in pairs if pair[0] != "year"),
        "timeline": timeline(fact_filter.qs),
        "hidden_fields": hidden_fields(fact_filter, boxes),
        "chips": chips(fact_filter),
        "orders": orders(fact_filter),
        "ways_out": [] if page.paginator.count else ways_out(fact_filter),
    }
    return page_or_part(request, "cases/fact_list.html", "cases/_fact_list_answer.html", context)


@require_safe
def fact_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One fact: its figure, its places and organisations, its source, contradicting readings."""
    fact = get_object_or_404(Fact.objects.with_labels().with_passage(), slug=slug)
    return render(
        request, "cases/fact_detail.html", {"fact": fact, "other_readings": other_readings(fact)}
    )


def other_readings(fact: Fact) -> QuerySet[Fact]:
    """The other facts of the same erratum, which state another reading of the book."""
    if fact.erratum_id is None:
        return Fact.objects.none()
    return Fact.objects.filter(erratum=fact.erratum_id).exclude(pk=fact.pk).with_labels()
