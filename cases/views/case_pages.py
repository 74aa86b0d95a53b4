"""Cases: the list with its facets, and the page of one case."""

from django.core.paginator import Page
from django.db.models import Exists, Min, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from casebook.core.downloads import is_download, page_download
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.requests import check_parameters, one_page, page_or_part, query_of
from cases.downloads import CASES
from cases.facts.case_evidence import evidence_of
from cases.filters.facets import case_facets
from cases.filters.matches import MatchedCases, MatchedTexts
from cases.listing.list_controls import (
    chips,
    facet_box,
    hidden_fields,
    in_use,
    orders,
    proposals,
    ways_out,
)
from cases.models import Case, CasePlace, Critique, Passage, Place, Section
from cases.models.text import reading_page_slug
from search.service.case_search import CaseSearchFilter
from search.service.related_cases import related_cases
from search.service.result_position import PARAMETER, result_position, result_query

CASES_PER_PAGE = 20


@require_safe
@vary_on_headers("HX-Request")
def case_list(request: HttpRequest) -> HttpResponseBase:
    """The cases that the query selects, with facets; 400 with the invalid parameters."""
    if is_download(request):
        return page_download(request, CASES)
    case_filter = CaseSearchFilter(request.GET, queryset=Case.objects.with_labels())
    errors = check_parameters(request, [*CaseSearchFilter.base_filters, "page"])
    if errors or not case_filter.is_valid():
        return bad_request_page(
            request, errors or case_filter.parameter_errors, CaseSearchFilter.base_filters
        )

    page = one_page(request, case_filter.rows, CASES_PER_PAGE)
    boxes = [facet_box(facet) for facet in case_facets(case_filter) if facet.values]
    query = query_of(in_use(case_filter))
    context = {
        "page": page,
        "groups": groups(case_filter, page),
        "found": case_filter.matches if case_filter.texts else None,
        "facets": boxes,
        "query": query,
        "result_query": result_query("cases", query),
        "hidden_fields": hidden_fields(case_filter, boxes),
        "chips": chips(case_filter),
        "orders": orders(case_filter),
        "proposals": proposals(case_filter.proposals()) if page.number == 1 else [],
        "ways_out": [] if page.paginator.count else ways_out(case_filter),
    }
    return page_or_part(request, "cases/case_list.html", "cases/_case_list_answer.html", context)


MatchedCaseRows = list[tuple[Case, MatchedTexts | None]]


def groups(case_filter: CaseSearchFilter, page: Page[Case]) -> dict[str, MatchedCaseRows]:
    """The cases of a page, split into full matches (every term) and partial ones."""
    cases = list(page)
    seen = case_filter.matched_texts(cases)
    split: dict[str, MatchedCaseRows] = {"full": [], "partial": []}
    for case in cases:
        rows = case_filter.rows
        is_partial = isinstance(rows, MatchedCases) and not rows.is_full(case)
        split["partial" if is_partial else "full"].append((case, seen.get(case.pk)))
    return split


@require_safe
def case_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One case: places, themes, critiques, facts, related cases, and its neighbours."""
    case = get_object_or_404(loaded_cases(slug))
    within = request.GET.get(PARAMETER)
    return render(
        request,
        "cases/case_detail.html",
        {
            "case": case,
            "result_position": result_position(case, within) if within else None,
            "places": places_of(case),
            "critiques": case.critiques.all(),
            "headings": Section.objects.of_case(case).exclude(title="").with_owner(),
            "reading_page": reading_page_slug(None, case.number),
            "evidence": evidence_of(case),
            "errata": case.errata(),
            "related": related_cases(case),
            "previous": case.previous,
            "next": case.next,
        },
    )


def loaded_cases(slug: str) -> QuerySet[Case]:
    """The case of a slug with what its page shows.

    ``has_text`` is whether its text or that of its critiques is imported; a critique has its
    ``first_page``, and its expert the ``other_critiques``.
    """
    texts = Passage.objects.standing()
    others = Critique.objects.exclude(case__slug=slug).select_related("case")
    critiques = Critique.objects.annotate(
        first_page=Min("text_sections__start_page")
    ).prefetch_related(Prefetch("expert__critiques", others, to_attr="other_critiques"))
    return (
        Case.objects.filter(slug=slug)
        .with_labels(critiques)
        .annotate(
            has_text=Exists(texts.filter(section__case=OuterRef("pk")))
            | Exists(texts.filter(section__critique__case=OuterRef("pk")))
        )
    )


def places_of(case: Case) -> list[tuple[CasePlace, list[Place]]]:
    """Each place of a case with its evidence, and its ancestors from the province down."""
    links = list(case.case_places.all())
    ancestors = Place.objects.ancestors_of(link.place for link in links)
    return [(link, ancestors[link.place]) for link in links]
