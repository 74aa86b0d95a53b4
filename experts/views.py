"""People and bodies: the lists, and one of each with all that the books say of it."""

from django.db.models import Count, Value
from django.db.models.functions import NullIf
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from casebook.paging import one_page
from experts.models import Expert, Organisation

ROWS_PER_PAGE = 100


@require_safe
def expert_list(request: HttpRequest) -> HttpResponse:
    """Everybody named in a book, with posts and how much each wrote."""
    experts = (
        Expert.objects.with_posts()
        .annotate(
            critique_count=Count("critiques", distinct=True),
            contribution_count=Count("contributions", distinct=True),
        )
        .order_by("slug")
    )
    page = one_page(request, experts, ROWS_PER_PAGE)
    return render(request, "experts/expert_list.html", {"page": page})


@require_safe
def expert_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: posts as printed, roles in books, critiques."""
    expert = get_object_or_404(Expert.objects.with_posts(), slug=slug)
    return render(
        request,
        "experts/expert_detail.html",
        {
            "expert": expert,
            "contributions": expert.contributions.select_related("book"),
            "critiques": expert.critiques.select_related("case__book", "case__part"),
        },
    )


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """Every body, kind by kind, with the number of people who have a post there."""
    organisations = Organisation.objects.annotate(
        expert_count=Count("affiliations__expert", distinct=True)
    ).order_by(NullIf("kind", Value("")).asc(nulls_last=True), "slug")
    page = one_page(request, organisations, ROWS_PER_PAGE)
    return render(request, "experts/organisation_list.html", {"page": page})


@require_safe
def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: its people with their posts, what they reviewed, its own part in books."""
    organisation = get_object_or_404(Organisation, slug=slug)
    return render(
        request,
        "experts/organisation_detail.html",
        {
            "organisation": organisation,
            "affiliations": organisation.affiliations.select_related("expert").prefetch_related(
                "critiques__case"
            ),
            "contributions": organisation.contributions.select_related("book"),
        },
    )
