"""Cases: the list with its facets, and one case with everything known of it."""

from django.core.paginator import Page
from django.db.models import Min, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from casebook.core.downloads import is_download, page_download
from casebook.core.errors.suggested_urls import query_of, refusal
from casebook.core.web.paginator import one_page
from casebook.core.web.requests import check_parameters, page_or_part
from cases.downloads import CASES
from cases.facts.evidence import evidence_of
from cases.filters.facets import case_facets
from cases.filters.matches import FoundCases, Sighting
from cases.listing.list_controls import chips, facet_box, in_use, kept, orders, proposals, ways_out
from cases.models import Case, CasePlace, Critique, Passage, Place, Section
from cases.places.place_tree import trails
from cases.reading.reading_pages import unit_slug
from search.service.case_search import CaseSearchFilter
from search.service.related_cases import related_cases
from search.service.result_position import PARAMETER, within, within_query

CASES_PER_PAGE = 20


@require_safe
@vary_on_headers("HX-Request")
def case_list(request: HttpRequest) -> HttpResponseBase:
    """The cases that the address selects, with facets around them; 400 names what is wrong."""
    if is_download(request):
        return page_download(request, CASES)
    case_filter = CaseSearchFilter(request.GET, queryset=Case.objects.with_labels())
    problems = check_parameters(request, [*CaseSearchFilter.base_filters, "page"])
    if problems or not case_filter.is_valid():
        return refusal(request, problems or case_filter.problems, CaseSearchFilter.base_filters)

    page = one_page(request, case_filter.rows, CASES_PER_PAGE)
    boxes = [facet_box(facet) for facet in case_facets(case_filter) if facet.values]
    query = query_of(in_use(case_filter))
    context = {
        "page": page,
        "groups": groups(case_filter, page),
        "found": case_filter.found if case_filter.texts else None,
        "facets": boxes,
        "query": query,
        "within_query": within_query("cases", query),
        "kept": kept(case_filter, boxes),
        "chips": chips(case_filter),
        "orders": orders(case_filter),
        "proposals": proposals(case_filter.proposals()) if page.number == 1 else [],
        "ways_out": [] if page.paginator.count else ways_out(case_filter),
    }
    return page_or_part(request, "cases/case_list.html", "cases/_case_list_answer.html", context)


Sighted = list[tuple[Case, Sighting | None]]


def groups(case_filter: CaseSearchFilter, page: Page[Case]) -> dict[str, Sighted]:
    """The cases of a page: those with every word, and below a line those with some."""
    cases = list(page)
    seen = case_filter.sightings(cases)
    parted: dict[str, Sighted] = {"full": [], "partial": []}
    for case in cases:
        rows = case_filter.rows
        is_partial = isinstance(rows, FoundCases) and not rows.is_full(case)
        parted["partial" if is_partial else "full"].append((case, seen.get(case.pk)))
    return parted


@require_safe
def case_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One case: where, about what, who reviewed it, and what stands beside it in the book."""
    case = get_object_or_404(Case.objects.with_labels(), slug=slug)
    sections = Section.objects.of_case(case)
    return render(
        request,
        "cases/case_detail.html",
        {
            "case": case,
            "within": within(case, request.GET.get(PARAMETER, "")),
            "places": places_of(case),
            "critiques": critiques_of(case),
            "headings": sections.exclude(title="").with_owner(),
            "has_text": Passage.objects.standing().filter(section__in=sections).exists(),
            "unit": unit_slug(None, case.number),
            "evidence": evidence_of(case),
            "errata": case.errata(),
            "related": related_cases(case),
            "previous": case.previous(),
            "next": case.next(),
        },
    )


def places_of(case: Case) -> list[tuple[CasePlace, list[Place]]]:
    """Each place of a case with its reason, and the way down to it."""
    links = list(case.case_places.all())
    down_to = trails(link.place for link in links)
    return [(link, down_to[link.place]) for link in links]


def critiques_of(case: Case) -> QuerySet[Critique]:
    """The critiques of a case, each with what else its expert wrote on (``other_critiques``)."""
    others = Critique.objects.exclude(case=case).select_related("case__book")
    first_page = Min("text_sections__start_page")
    return (
        case.critiques.with_labels()
        .annotate(first_page=first_page)
        .prefetch_related(Prefetch("expert__critiques", others, to_attr="other_critiques"))
    )
