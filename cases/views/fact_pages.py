"""Facts: the list with its facets and its time line, and the page of one fact."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from casebook.core.web.requests import query_of
from cases.charts import timeline
from cases.downloads import FACTS
from cases.models import Fact
from search.service.answer import Answer
from search.service.list_page import list_page


@vary_on_headers("HX-Request")
def fact_list(request: HttpRequest) -> HttpResponseBase:
    """The facts that the query selects, with facets and a time line."""
    return list_page(
        request,
        FACTS,
        "cases/fact_list.html",
        "cases/_fact_list_answer.html",
        more=with_timeline,
        also=["origin_year"],
    )


def with_timeline(answer: Answer) -> dict[str, Any]:
    pairs = answer.filterset.in_use
    values = ((value.split(), count) for value, count in answer.counts("origin_year").items())
    return {
        "year_query": query_of(pair for pair in pairs if pair[0] != "year"),
        "timeline": timeline({(origin, int(year)): count for (origin, year), count in values}),
    }


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
