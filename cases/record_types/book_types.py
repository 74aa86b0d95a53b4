"""Books and their parts as kinds of record: they have pages, but no document in the index."""

from django.utils.translation import gettext as _

from casebook.core.records import Data, JsonLinks, RecordType
from casebook.core.web.languages import name_of, sentence
from cases.citations.cited_rows import of_book, of_part, volume_of
from cases.citations.cited_works import Name, Work
from cases.filters.record_filters import BOOKS
from cases.imprint import board, colophon
from cases.models import Book, Part


def contributor(name: Name) -> Data:
    """An editor or a publisher, without a URL because they may have no page here."""
    return {"@type": "Organization" if name.is_body else "Person", "name": name.text}


class BookType(RecordType):
    rows = Book.objects.all()
    json_ld_type = "Book"
    markdown_rows = Book.objects.prefetch_related("parts__cases", "errata")
    resolver = BOOKS

    def json_ld(self, book: Book, links: JsonLinks) -> Data:
        volume = volume_of(book)
        date = volume.year_and_month
        publisher = Name(volume.publisher, is_body=True)
        return {
            "editor": [contributor(name) for name in volume.editors],
            "publisher": contributor(publisher) if volume.publisher else None,
            "datePublished": "{}-{:02}".format(*date) if date else "",
            "inLanguage": book.language,
            "hasPart": links.to_all(book.cases.order_by("number")),
        }

    def summary(self, book: Book) -> str:
        return sentence(
            _("案例集《%(title)s》") % {"title": name_of(book, "full_title")},
            _("ISBN %(isbn)s") % {"isbn": book.isbn} if book.isbn else "",
        )

    def markdown_context(self, book: Book) -> Data:
        people = list(book.contributions.with_people())
        return {"colophon": colophon(book, people), "board": board(people)}

    def cited_work(self, book: Book) -> Work:
        return of_book(book)


class PartType(RecordType):
    rows = Part.objects.select_related("book")
    json_ld_type = "CreativeWork"
    markdown_rows = Part.objects.select_related("book").prefetch_related("cases")
    path = "books/<slug:book__slug>/parts/<int:number>"

    def json_ld(self, part: Part, links: JsonLinks) -> Data:
        return {
            "name": part.title,
            "position": part.number,
            "isPartOf": links.to(part.book),
            "hasPart": links.to_all(part.cases.all()),
        }

    def summary(self, part: Part) -> str:
        names = {"book": name_of(part.book, "full_title"), "part": name_of(part)}
        return sentence(_("《%(book)s》%(part)s") % names)

    def cited_work(self, part: Part) -> Work:
        return of_part(part)
