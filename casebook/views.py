"""What belongs to no app: the first page, the page about the site, health, robots."""

import datetime as dt
from typing import Any

from django.db.models import Count, F, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casebook.shelves import bookcases
from cases.models import Case, CasePlace, Fact, Theme
from experts.models import Expert

ROBOTS = "User-agent: *\nDisallow: /admin/\n"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, how much there is of it, and the ways in."""
    return render(
        request,
        "casebook/home.html",
        {
            "counts": counts(),
            "todays_case": case_of_the_day(timezone.localdate()),
            "bookcases": list(bookcases()),
            "cities": cities_with_cases(),
            "themes": Theme.objects.annotate(case_count=Count("cases")).order_by("order", "slug"),
            "critics": Expert.objects.filter(critiques__isnull=False).distinct().order_by("slug"),
        },
    )


def case_of_the_day(day: dt.date) -> Case | None:
    """One case to begin with: the next one every day, in the order of the books, and around."""
    places = CasePlace.objects.select_related("place__province", "place__city")
    cases = Case.objects.select_related("book").prefetch_related(Prefetch("case_places", places))
    cases = cases.order_by("book__slug", "number")
    count = cases.count()
    return cases[day.toordinal() % count] if count else None


def counts() -> dict[str, int]:
    """How much the site holds; cities and provinces are those that cases lie in."""
    places = CasePlace.objects.aggregate(
        cities=Count("place__city", distinct=True),
        provinces=Count("place__province", distinct=True),
    )
    return places | {
        "cases": Case.objects.count(),
        "experts": Expert.objects.count(),
        "themes": Theme.objects.count(),
        "facts": Fact.objects.count(),
    }


def cities_with_cases() -> QuerySet[CasePlace, Any]:
    """Each city that cases lie in, with their number, the busiest first."""
    return (
        CasePlace.objects.filter(place__city__isnull=False)
        .values(slug=F("place__city__slug"), name=F("place__city__short_name"))
        .annotate(case_count=Count("case", distinct=True))
        .order_by("-case_count", "slug")
    )


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the site is made from, and how its source marks are read."""
    return render(request, "casebook/about.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Everything may be read by machines, except the editors' desk."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where browsers look when a page, as those of the desk, names no icon."""
    return redirect(static("favicon.svg"))


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 as long as the process serves; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
