"""Cases: the list with its facets, and one case with everything known of it."""

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from casebook.http import Problem, check_parameters
from casebook.paging import one_page
from cases.evidence import evidence_of
from cases.facets import case_facets
from cases.filters import CaseFilter
from cases.listing import (
    chips,
    corrections,
    facet_box,
    in_use,
    kept,
    orders,
    query_of,
    ways_out,
)
from cases.models import Case, CasePlace, Critique, Erratum, Passage, Place, Section
from cases.reading import unit_slug
from cases.trails import trails

CASES_PER_PAGE = 20


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases that the address selects, with facets around them; 400 names what is wrong."""
    case_filter = CaseFilter(request.GET, queryset=Case.objects.all())
    problems = check_parameters(request, [*CaseFilter.base_filters, "page"])
    if problems or not case_filter.is_valid():
        return refusal(request, problems or case_filter.problems)

    page = one_page(request, case_filter.qs.with_labels(), CASES_PER_PAGE)
    boxes = [facet_box(facet) for facet in case_facets(case_filter) if facet.values]
    return render(
        request,
        "cases/case_list.html",
        {
            "page": page,
            "facets": boxes,
            "query": query_of(in_use(case_filter)),
            "kept": kept(case_filter, boxes),
            "chips": chips(case_filter),
            "orders": orders(case_filter),
            "ways_out": [] if page.paginator.count else ways_out(case_filter),
        },
    )


def refusal(request: HttpRequest, problems: list[Problem]) -> HttpResponse:
    """The page that names each problem and proposes the nearest right address."""
    context = {"corrections": list(corrections(request.GET, problems))}
    return render(request, "400.html", context, status=400)


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
            "places": places_of(case),
            "critiques": critiques_of(case),
            "headings": sections.exclude(title="").with_owner(),
            "has_text": Passage.objects.standing().filter(section__in=sections).exists(),
            "unit": unit_slug(None, case.number),
            "evidence": evidence_of(case),
            "errata": errata_of(case),
            "previous": case.book.cases.filter(number__lt=case.number).last(),
            "next": case.book.cases.filter(number__gt=case.number).first(),
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
    return case.critiques.with_labels().prefetch_related(
        Prefetch("expert__critiques", others, to_attr="other_critiques")
    )


def errata_of(case: Case) -> QuerySet[Erratum]:
    """The discrepancies of the book that stand on the lines of this case or of its critiques."""
    lines = [row.source_line for row in (case, *case.critiques.all()) if row.source_line]
    return case.book.errata.filter(Q(source_line__in=lines) | Q(other_line__in=lines))
