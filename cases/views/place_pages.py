"""Places: the place tree, and the page of one place."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from casebook.core.downloads import is_download, page_download
from casebook.core.web.requests import one_page
from cases.downloads import PLACES
from cases.models import Case, Fact, Place
from cases.places.place_tree import place_tree

CASES_PER_PAGE = 20
FACTS_SHOWN = 10


def place_list(request: HttpRequest) -> HttpResponseBase:
    """Every place below its parent, with the number of cases in it; those with cases first."""
    if is_download(request):
        return page_download(request, PLACES)
    roots = place_tree()
    with_cases = [node for node in roots if node.case_ids]
    others = [node for node in roots if not node.case_ids]
    return render(request, "cases/place_list.html", {"tree": with_cases, "others": others})


def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One place: its ancestors, the places below it, the cases at or below it, and its facts."""
    place = get_object_or_404(Place.objects.select_related("province", "city"), slug=slug)
    cases = Case.objects.in_places([place]).with_labels()
    return render(
        request,
        "cases/place_detail.html",
        {
            "place": place,
            "ancestors": Place.objects.ancestors_of([place])[place][:-1],
            "tree": place_tree(place),
            "page": one_page(request, cases, CASES_PER_PAGE),
            "facts": Fact.objects.filter(places=place)
            .order_by("origin", "slug")
            .with_labels()[: FACTS_SHOWN + 1],
            "facts_shown": FACTS_SHOWN,
        },
    )
