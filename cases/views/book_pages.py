"""Books: the list, one book with its contents and colophon, one of its parts."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from cases.books.imprint import board, colophon
from cases.models import Book
from cases.models.text import reading_page_slug


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
    return render(
        request,
        "cases/book_detail.html",
        {
            "book": book,
            "parts": book.parts.with_contents(),
            "colophon": colophon(book, contributions),
            "board": board(contributions),
            "errata": book.errata.all(),
        },
    )


def part_detail(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One part with its sections and cases, and links to the previous and the next part."""
    book = get_object_or_404(Book, slug=slug)
    part = get_object_or_404(book.parts.with_contents(), number=number)
    return render(
        request,
        "cases/part_detail.html",
        {
            "book": book,
            "part": part,
            "reading_page": reading_page_slug(number, None),
            "previous": book.parts.filter(number__lt=number).select_related("book").last(),
            "next": book.parts.filter(number__gt=number).select_related("book").first(),
        },
    )
