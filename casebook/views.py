"""Views that belong to no app: home, components and data quality pages, health check."""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casebook.core.provenance import Origin, Source, own_words
from casebook.core.web.requests import query_of
from cases.charts import counts_of, tile_map, timeline
from cases.filters.case_filter import CaseFilter
from cases.models import Case, CasePlace, Critique, Fact, Part, Theme
from cases.quality import report
from experts.models import Expert
from search.service.answer import Answer
from search.service.list_page import Link, facet_boxes

TOKENS = ("paper", "sheet", "wash", "ink", "muted", "line", "edge", "accent", "accent-soft")
FACETS_SHOWN = 3

CASES_OF_A_PART = 24
"""Cases shown of each part; the page of the part lists all."""


def home(request: HttpRequest) -> HttpResponse:
    """The home page: counts, a first case, books, map, cities, themes and critics (by pinyin)."""
    in_provinces = CasePlace.objects.values_list("place__province__slug")
    case_counts = dict(in_provinces.annotate(Count("case", distinct=True)))
    critics = Critique.objects.values("expert")
    return render(
        request,
        "casebook/home.html",
        {
            "counts": counts(),
            "first_case": first_case(),
            "parts": parts_with_cases(),
            "tiles": tile_map(CaseFilter(QueryDict(), Case.objects.none()), case_counts),
            "cities": cities_with_cases(),
            "themes": Theme.objects.annotate(case_count=Count("cases")).order_by("order", "slug"),
            "critics": Expert.objects.with_distinction().filter(pk__in=critics).order_by("slug"),
        },
    )


def parts_with_cases() -> QuerySet[Part]:
    """The parts of every book with their first cases (``first_cases``), in two queries."""
    first = Case.objects.select_related("book").order_by("number")[:CASES_OF_A_PART]
    return (
        Part.objects.select_related("book")
        .annotate(case_count=Count("cases"))
        .prefetch_related(Prefetch("cases", first, to_attr="first_cases"))
        .order_by("book", "number")
    )


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


def components(request: HttpRequest) -> HttpResponse:
    """The components page: a sample of every part of pages, from the templates that they use.

    Those of a case are left out where there is none.
    """
    answer = Answer(CaseFilter(QueryDict(), Case.objects.all()))
    sources = [
        Source(Origin.BOOK, line=196, page=12),
        Source(Origin.DERIVED, rule=_("下一标题起始页减一")),
        own_words(),
        Source(Origin.PUBLIC, title=_("某网页")),
    ]
    samples = {
        "tokens": TOKENS,
        "sources": sources,
        "chips": [Link(_("大数据"), "?", _("检索词"), 0), Link(_("武汉"), "?", _("城市"), 3)],
        "facets": facet_boxes(answer)[:FACETS_SHOWN],
        "case": Case.objects.with_labels().first(),
        "tiles": tile_map(answer.filterset, answer.counts("province")),
        "timeline": timeline(counts_of(Fact.objects.all())),
        "year_query": query_of([]),
        "page": Paginator(range(60), 20).page(2),
    }
    return render(request, "casebook/components.html", samples)


def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Redirect to the icon, for pages that name none, as those of the admin."""
    return redirect(static("favicon.svg"))


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Health check: 200 as long as the process serves; without a database query."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@admin.site.admin_view
def data_quality(request: HttpRequest) -> HttpResponse:
    """What is missing, contradictory, without a source or unchecked, with links to the rows."""
    context = admin.site.each_context(request) | {"title": _("数据质量"), "issues": report()}
    return render(request, "admin/data_quality.html", context)
