"""Pages of books and their text, cases, facts, places and themes: the lists, and one of each."""

from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.vary import vary_on_headers

from casebook.core.downloads.download import is_download, page_download
from casebook.core.web.requests import one_page, query_of
from cases.charts import timeline
from cases.downloads import CASES, FACTS, PLACES, THEMES
from cases.imprint import board, colophon
from cases.models import Book, Case, CaseTheme, Critique, Fact, Passage, Place, Section, Theme
from cases.models.evidence import evidence_of
from cases.models.place import place_tree
from cases.models.text import reading_page_slug
from cases.reading.reading_pages import (
    find_in_text,
    neighbours,
    page_openers,
    reading_pages,
    sections_of,
    words_of,
)
from search.service.answer import Answer
from search.service.list_page import RESULT_PARAMETER, list_page
from search.service.related_cases import related_cases
from search.service.result_position import result_position

CASES_OF_A_PLACE = 20
CASES_OF_A_THEME = 50
FACTS_OF_A_PLACE = 10


def book_list(request: HttpRequest) -> HttpResponse:
    """Every book, with its numbers of parts and cases."""
    books = Book.objects.annotate(
        case_count=Count("cases", distinct=True), part_count=Count("parts", distinct=True)
    ).order_by("slug")
    return render(request, "cases/book_list.html", {"books": books})


def book_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The contents, the colophon, the board and the errata of one book."""
    book = get_object_or_404(Book, slug=slug)
    contributions = list(book.contributions.with_people())
    context = {
        "book": book,
        "parts": book.parts.with_contents(),
        "colophon": colophon(book, contributions),
        "board": board(contributions),
        "errata": book.errata.all(),
    }
    return render(request, "cases/book_detail.html", context)


def part_detail(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One part with its sections and cases, and links to the previous and the next part."""
    book = get_object_or_404(Book, slug=slug)
    others = book.parts.select_related("book")
    context = {
        "book": book,
        "part": get_object_or_404(book.parts.with_contents(), number=number),
        "reading_page": reading_page_slug(number, None),
        "previous": others.filter(number__lt=number).last(),
        "next": others.filter(number__gt=number).first(),
    }
    return render(request, "cases/part_detail.html", context)


def reading_contents(request: HttpRequest, slug: str) -> HttpResponse:
    """Every reading page of a book, and which of them have text."""
    book = get_object_or_404(Book, slug=slug)
    return render(
        request, "cases/reading_contents.html", {"book": book, "reading_pages": reading_pages(book)}
    )


def reading_page(request: HttpRequest, slug: str, page: str) -> HttpResponse:
    """The running text of one reading page, or how to import it where it is missing."""
    book = get_object_or_404(Book, slug=slug)
    pages = reading_pages(book)
    slugs = [each.slug for each in pages]
    if page not in slugs:
        raise Http404(page)
    position = slugs.index(page)
    sections = sections_of(pages[position])
    words = words_of(request.GET.get("find", ""))
    before = [each for each in pages[:position] if each.is_imported]
    after = [each for each in pages[position + 1 :] if each.is_imported]
    context = {
        "book": book,
        "reading_page": pages[position],
        "sections": sections,
        "words": words,
        "text_matches": find_in_text(sections, words),
        "page_openers": page_openers(sections),
        "previous": before[-1] if before else None,
        "next": after[0] if after else None,
    }
    return render(request, "cases/reading_page.html", context)


def passage_detail(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """One paragraph among its neighbours; 410 (Gone) where a later import has removed it."""
    passage = get_object_or_404(
        Passage.objects.select_related(
            "book", "section__book", "section__part", "section__case", "section__critique__case"
        ),
        book__slug=slug,
        anchor=anchor,
    )
    if passage.removed_at:
        return render(request, "410.html", {"passage": passage}, status=410)
    before, after = neighbours(passage)
    return render(
        request,
        "cases/passage_detail.html",
        {"book": passage.book, "passage": passage, "before": before, "after": after, "words": ()},
    )


@vary_on_headers("HX-Request")
def case_list(request: HttpRequest) -> HttpResponseBase:
    """The cases that the query selects, with facets."""
    return list_page(request, CASES, "cases/case_list.html", "cases/_case_list_answer.html")


def case_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One case: places, themes, critiques, facts, related cases, and its neighbours."""
    case = get_object_or_404(loaded_cases(slug))
    within = request.GET.get(RESULT_PARAMETER)
    places = list(case.case_places.all())
    ancestors = Place.objects.ancestors_of(link.place for link in places)
    context = {
        "case": case,
        "result_position": result_position(case, within) if within else None,
        "places": [(link, ancestors[link.place]) for link in places],
        "critiques": case.critiques.all(),
        "headings": Section.objects.of_case(case).exclude(title="").with_owner(),
        "reading_page": reading_page_slug(None, case.number),
        "evidence": evidence_of(case),
        "errata": case.errata(),
        "related": related_cases(case),
        "previous": case.previous,
        "next": case.next,
    }
    return render(request, "cases/case_detail.html", context)


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


@vary_on_headers("HX-Request")
def fact_list(request: HttpRequest) -> HttpResponseBase:
    """The facts that the query selects, with facets and a time line."""
    return list_page(
        request,
        FACTS,
        "cases/fact_list.html",
        "cases/_fact_list_answer.html",
        more=with_timeline,
        also=["origin_year"],
    )


def with_timeline(answer: Answer) -> dict[str, Any]:
    pairs = answer.filterset.in_use
    values = ((value.split(), count) for value, count in answer.counts("origin_year").items())
    return {
        "year_query": query_of(pair for pair in pairs if pair[0] != "year"),
        "timeline": timeline({(origin, int(year)): count for (origin, year), count in values}),
    }


def fact_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One fact: its figure, its places and organisations, its source, contradicting readings."""
    fact = get_object_or_404(Fact.objects.with_labels().with_passage(), slug=slug)
    context = {"fact": fact, "other_readings": fact.other_readings()}
    return render(request, "cases/fact_detail.html", context)


def place_list(request: HttpRequest) -> HttpResponseBase:
    """Every place below its parent, with the number of cases in it; those with cases first."""
    if is_download(request):
        return page_download(request, PLACES)
    roots = place_tree()
    context = {
        "tree": [node for node in roots if node.case_ids],
        "others": [node for node in roots if not node.case_ids],
    }
    return render(request, "cases/place_list.html", context)


def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One place: its ancestors, the places below it, the cases at or below it, and its facts."""
    place = get_object_or_404(Place.objects.select_related("province", "city"), slug=slug)
    facts = Fact.objects.filter(places=place).order_by("origin", "slug").with_labels()
    cases = Case.objects.in_place(place).with_labels()
    context = {
        "place": place,
        "ancestors": Place.objects.ancestors_of([place])[place][:-1],
        "tree": place_tree(place),
        "page": one_page(request, cases, CASES_OF_A_PLACE),
        "facts": facts[: FACTS_OF_A_PLACE + 1],
        "facts_shown": FACTS_OF_A_PLACE,
    }
    return render(request, "cases/place_detail.html", context)


def theme_list(request: HttpRequest) -> HttpResponseBase:
    """All themes, each with its definition and the number of its cases."""
    if is_download(request):
        return page_download(request, THEMES)
    themes = Theme.objects.annotate(case_count=Count("cases")).order_by("order", "slug")
    return render(request, "cases/theme_list.html", {"themes": themes})


def theme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The definition of a theme, and its cases with the evidence of each."""
    theme = get_object_or_404(Theme, slug=slug)
    links = CaseTheme.objects.filter(theme=theme).select_related("case__book", "case__part")
    links = links.order_by("case__book", "case__number")
    context = {"theme": theme, "page": one_page(request, links, CASES_OF_A_THEME)}
    return render(request, "cases/theme_detail.html", context)
