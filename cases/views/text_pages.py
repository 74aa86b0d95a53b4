"""Reading: the list of reading pages, one reading page, and one paragraph."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from cases.models import Book, Passage
from cases.reading.reading_pages import (
    ReadingPage,
    find_in_text,
    neighbours,
    page_openers,
    reading_pages,
    sections_of,
    words_of,
)


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
    position = position_of(page, pages)
    sections = sections_of(pages[position])
    words = words_of(request.GET.get("find", ""))
    before = [each for each in pages[:position] if each.is_imported]
    after = [each for each in pages[position + 1 :] if each.is_imported]
    return render(
        request,
        "cases/reading_page.html",
        {
            "book": book,
            "reading_page": pages[position],
            "sections": sections,
            "words": words,
            "text_matches": find_in_text(sections, words),
            "page_openers": page_openers(sections),
            "previous": before[-1] if before else None,
            "next": after[0] if after else None,
        },
    )


def position_of(reading_page: str, pages: list[ReadingPage]) -> int:
    """The index of a reading page in the book; raises ``Http404`` for an unknown slug."""
    for position, page in enumerate(pages):
        if page.slug == reading_page:
            return position
    raise Http404(reading_page)


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
