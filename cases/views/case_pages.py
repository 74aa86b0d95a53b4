"""Cases: the list with its facets, and the page of one case."""

from django.db.models import Exists, Min, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from cases.downloads import CASES
from cases.models import Case, CasePlace, Critique, Passage, Place, Section
from cases.models.evidence import evidence_of
from cases.models.text import reading_page_slug
from search.service.list_page import RESULT_PARAMETER, list_page
from search.service.related_cases import related_cases
from search.service.result_position import result_position


@vary_on_headers("HX-Request")
def case_list(request: HttpRequest) -> HttpResponseBase:
    """The cases that the query selects, with facets."""
    return list_page(request, CASES, "cases/case_list.html", "cases/_case_list_answer.html")


def case_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One case: places, themes, critiques, facts, related cases, and its neighbours."""
    case = get_object_or_404(loaded_cases(slug))
    within = request.GET.get(RESULT_PARAMETER)
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
