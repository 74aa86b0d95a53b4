"""Views that belong to no app: home page, about page, components page, health check."""

from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache

from casebook.core.provenance import Origin
from casebook.showcase import showcase
from cases.atlas.tiles import tile_map
from cases.filters.case_filter import CaseFilter
from cases.home.bookshelves import bookcases
from cases.models import Case, CasePlace, Critique, Fact, Theme
from experts.models import Expert


def home(request: HttpRequest) -> HttpResponse:
    """The home page: counts, a first case, books, map, cities, themes and critics."""
    return render(
        request,
        "casebook/home.html",
        {
            "counts": counts(),
            "first_case": first_case(),
            "bookcases": list(bookcases()),
            "tiles": tile_map(CaseFilter(QueryDict(), Case.objects.all())),
            "cities": cities_with_cases(),
            "themes": Theme.objects.annotate(case_count=Count("cases")).order_by("order", "slug"),
            "critics": critics(),
        },
    )


def critics() -> QuerySet[Expert]:
    """Everybody who wrote a critique, by pinyin."""
    wrote = Critique.objects.values("expert")
    return Expert.objects.with_distinction().filter(pk__in=wrote).order_by("slug")


def first_case() -> Case | None:
    """The case with the most public facts about its project; of equals, the first in book order."""
    places = CasePlace.objects.select_related("place__province", "place__city")
    of_place = Q(facts__about=Fact.About.PLACE)
    told = Count("facts", filter=Q(facts__origin=Origin.PUBLIC) & ~of_place)
    return (
        Case.objects.select_related("book")
        .prefetch_related(Prefetch("case_places", places))
        .annotate(public_count=told)
        .order_by("-public_count", "book__slug", "number")
        .first()
    )


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
    """Each city that cases lie in, with their number, the largest first."""
    return (
        CasePlace.objects.filter(place__city__isnull=False)
        .values(
            slug=F("place__city__slug"),
            name=F("place__city__short_name"),
            english_name=F("place__city__english_name"),
        )
        .annotate(case_count=Count("case", distinct=True))
        .order_by("-case_count", "slug")
    )


def about(request: HttpRequest) -> HttpResponse:
    """The about page: the site's sources and the meaning of its provenance badges."""
    return render(request, "casebook/about.html")


def components(request: HttpRequest) -> HttpResponse:
    """The components page: every part of pages, from the templates that they use."""
    return render(request, "casebook/components.html", showcase())


def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Redirect to the icon, for pages that name none, as those of the admin."""
    return redirect(static("favicon.svg"))


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Health check: 200 as long as the process serves; without a database query."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
