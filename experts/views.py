"""Views of people and organisations: the lists, and a page for one of each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from casebook.core.web.requests import query_of
from experts.downloads import EXPERTS, ORGANISATIONS
from experts.models import Expert, Organisation, ties
from search.downloads import IndexedTable
from search.service.answer import Answer
from search.service.list_page import Link, facet_boxes, facet_form, list_page

INITIAL = "initial"
ROWS_PER_PAGE = 100


@vary_on_headers("HX-Request")
def expert_list(request: HttpRequest) -> HttpResponseBase:
    """The people that the query selects, by pinyin, with facets."""
    return alphabetical_list(request, EXPERTS, "expert")


@vary_on_headers("HX-Request")
def organisation_list(request: HttpRequest) -> HttpResponseBase:
    """The organisations that the query selects, by pinyin, with facets."""
    return alphabetical_list(request, ORGANISATIONS, "organisation")


def alphabetical_list(request: HttpRequest, table: IndexedTable, kind: str) -> HttpResponseBase:
    page, part = f"experts/{kind}_list.html", f"experts/_{kind}_list_answer.html"
    return list_page(request, table, page, part, more=by_letter, page_size=ROWS_PER_PAGE)


def by_letter(answer: Answer) -> dict[str, Any]:
    """The letters A to Z as links, and apart from the other facets."""
    boxes = [box for box in facet_boxes(answer) if box.field != INITIAL]
    kept = [pair for pair in answer.filterset.in_use if pair[0] != INITIAL]
    letters = next((facet.values for facet in answer.facets if facet.field == INITIAL), ())
    return {
        **facet_form(answer.filterset, boxes),
        "letters": [
            Link(
                value.label,
                query_of(kept if value.selected else [*kept, (INITIAL, value.value)]),
                count=value.count,
                is_current=value.selected,
            )
            for value in letters
        ],
    }


def expert_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: affiliations as printed, roles in books, critiques."""
    expert = get_object_or_404(Expert.objects.with_posts().with_distinction(), slug=slug)
    others = Expert.objects.with_distinction().filter(name=expert.name).exclude(pk=expert.pk)
    context = {
        "expert": expert,
        "namesakes": others.order_by("slug"),
        "contributions": expert.contributions.select_related("book"),
        "critiques": expert.critiques.select_related("case__book", "case__part"),
    }
    return render(request, "experts/expert_detail.html", context)


def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation: its ties to cases, its people, its contributions to books, and facts."""
    organisation: Any = get_object_or_404(
        Organisation.objects.select_related("seat__place"), slug=slug
    )
    affiliations = organisation.affiliations.select_related("expert").prefetch_related(
        "critiques__case"
    )
    facts = organisation.facts.with_labels()
    context = {
        "organisation": organisation,
        "affiliations": affiliations,
        "contributions": organisation.contributions.select_related("book"),
        "facts": facts,
        "ties": ties(affiliations, facts),
    }
    return render(request, "experts/organisation_detail.html", context)
