"""Reading: what there is to read in a book, one unit of its text, one paragraph."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cases.models import Book, Passage
from cases.reading.find_in_text import finds, words_of
from cases.reading.reading_pages import Unit, neighbours, page_openers, sections_of, units


@require_safe
def reading_contents(request: HttpRequest, slug: str) -> HttpResponse:
    """Every reading page of a book, and which of them have text."""
    book = get_object_or_404(Book, slug=slug)
    return render(request, "cases/reading_contents.html", {"book": book, "units": units(book)})


@require_safe
def reading_page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The running text of one unit, or how to bring it in where it has not been imported."""
    book = get_object_or_404(Book, slug=slug)
    pages = units(book)
    position = position_of(unit, pages)
    sections = sections_of(pages[position])
    words = words_of(request.GET.get("find", ""))
    before = [page for page in pages[:position] if page.is_imported]
    after = [page for page in pages[position + 1 :] if page.is_imported]
    return render(
        request,
        "cases/reading_page.html",
        {
            "book": book,
            "unit": pages[position],
            "sections": sections,
            "words": words,
            "finds": finds(sections, words),
            "page_openers": page_openers(sections),
            "previous": before[-1] if before else None,
            "next": after[0] if after else None,
        },
    )


def position_of(unit: str, pages: list[Unit]) -> int:
    """Where a unit stands in the book; 404 for one that the book does not have."""
    for position, page in enumerate(pages):
        if page.slug == unit:
            return position
    raise Http404(unit)


@require_safe
def passage_detail(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """One paragraph among its neighbours; 410 where a later import no longer has it."""
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
