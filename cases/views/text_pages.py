"""Reading: the list of reading pages, one reading page, and one paragraph."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from cases.models import Book, Passage
from cases.reading.reading_pages import (
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
