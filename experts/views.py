"""Views of people and organisations: the lists, and a page for one of each."""

from typing import Any

from django.db.models import Count, QuerySet, Value
from django.db.models.functions import NullIf
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from casebook.core.downloads import is_download, page_download
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.requests import check_parameters, one_page
from experts.case_ties import ties
from experts.downloads import EXPERTS, ORGANISATIONS
from experts.filters import OrganisationFilter
from experts.models import Expert, Organisation

Kind = Organisation.Kind
ROWS_PER_PAGE = 100


@require_safe
def expert_list(request: HttpRequest) -> HttpResponseBase:
    """Everybody named in a book, with affiliations and how much each wrote."""
    if is_download(request):
        return page_download(request, EXPERTS)
    known = ["page"]
    if errors := check_parameters(request, known):
        return bad_request_page(request, errors, known)
    experts = (
        Expert.objects.with_posts()
        .annotate(
            critique_count=Count("critiques", distinct=True),
            contribution_count=Count("contributions", distinct=True),
        )
        .order_by("slug")
    )
    return render(
        request,
        "experts/expert_list.html",
        {"page": one_page(request, experts, ROWS_PER_PAGE)},
    )


@require_safe
def expert_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: affiliations as printed, roles in books, critiques."""
    expert = get_object_or_404(Expert.objects.with_posts().with_distinction(), slug=slug)
    contributions = expert.contributions.select_related("book")
    critiques = expert.critiques.select_related("case__book", "case__part")
    return render(
        request,
        "experts/expert_detail.html",
        {
            "expert": expert,
            "namesakes": namesakes_of(expert),
            "contributions": contributions,
            "critiques": critiques,
        },
    )


def namesakes_of(expert: Expert) -> QuerySet[Expert]:
    """Other people of the same name."""
    others = Expert.objects.with_distinction().filter(name=expert.name).exclude(pk=expert.pk)
    return others.order_by("slug")


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponseBase:
    """Every organisation, by kind, with the number of people who have an affiliation there."""
    if is_download(request):
        return page_download(request, ORGANISATIONS)
    chosen = OrganisationFilter(request.GET, Organisation.objects.all())
    known = ["kind", "place", "page"]
    if errors := check_parameters(request, known) or chosen.parameter_errors:
        return bad_request_page(request, errors, OrganisationFilter.base_filters)
    organisations = chosen.qs.annotate(
        expert_count=Count("affiliations__expert", distinct=True)
    ).order_by(NullIf("kind", Value("")).asc(nulls_last=True), "slug")
    return render(
        request,
        "experts/organisation_list.html",
        {
            "page": one_page(request, organisations, ROWS_PER_PAGE),
            "kinds": kinds(),
            "chosen": [value for value, _label in chosen.selected.get("kind", ())],
            "places": chosen.selected.get("place", ()),
        },
    )


def kinds() -> list[tuple[str, str, int]]:
    """Each kind that organisations have, with its label and their number."""
    counted = Organisation.objects.order_by().values_list("kind").annotate(Count("pk"))
    counts = dict(counted)
    return [(kind.value, str(kind.label), counts[kind]) for kind in Kind if counts.get(kind)]


@require_safe
def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation: its ties to cases, its people, its contributions to books, and facts."""
    organisation: Any = get_object_or_404(Organisation.objects.with_seats(), slug=slug)
    affiliations = organisation.affiliations.select_related("expert").prefetch_related(
        "critiques__case"
    )
    facts = organisation.facts.with_labels()
    return render(
        request,
        "experts/organisation_detail.html",
        {
            "organisation": organisation,
            "affiliations": affiliations,
            "contributions": organisation.contributions.select_related("book"),
            "facts": facts,
            "ties": ties(affiliations, facts),
        },
    )
