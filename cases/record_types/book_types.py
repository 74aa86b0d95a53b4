"""Books and their parts as kinds of record: they have pages, but no document in the index."""

from django.utils.translation import gettext as _

from casebook.core.records import Data, JsonLinks, RecordPage, RecordType
from casebook.core.web.languages import name_of, sentence
from cases.books.imprint import board, colophon
from cases.citations import cited_rows as citations
from cases.citations.formats import Name
from cases.filters.case_resolvers import BOOKS
from cases.models import Book, Part


def contributor(name: Name) -> Data:
    """An editor or a publisher, without a URL because they may have no page here."""
    return {"@type": "Organization" if name.is_body else "Person", "name": name.text}


def book_json_ld(book: Book, links: JsonLinks) -> Data:
    volume = citations.volume_of(book)
    date = volume.year_and_month
    publisher = Name(volume.publisher, is_body=True)
    return {
        "editor": [contributor(name) for name in volume.editors],
        "publisher": contributor(publisher) if volume.publisher else None,
        "datePublished": "{}-{:02}".format(*date) if date else "",
        "inLanguage": book.language,
        "hasPart": links.to_all(book.cases.order_by("number")),
    }


def book_summary(book: Book) -> str:
    return sentence(
        _("案例集《%(title)s》") % {"title": name_of(book, "full_title")},
        _("ISBN %(isbn)s") % {"isbn": book.isbn} if book.isbn else "",
    )


def book_context(book: Book) -> Data:
    people = list(book.contributions.with_people())
    return {"colophon": colophon(book, people), "board": board(people)}


BOOK = RecordType(
    rows=Book.objects.all(),
    page=RecordPage(
        json_ld_type="Book",
        json_ld=book_json_ld,
        summary=book_summary,
        markdown_rows=Book.objects.prefetch_related("parts__cases", "errata"),
        markdown_context=book_context,
    ),
    cited_work=citations.of_book,
    resolver=BOOKS,
)


def part_json_ld(part: Part, links: JsonLinks) -> Data:
    return {
        "name": part.title,
        "position": part.number,
        "isPartOf": links.to(part.book),
        "hasPart": links.to_all(part.cases.all()),
    }


def part_summary(part: Part) -> str:
    names = {"book": name_of(part.book, "full_title"), "part": name_of(part)}
    return sentence(_("《%(book)s》%(part)s") % names)


PART = RecordType(
    rows=Part.objects.select_related("book"),
    page=RecordPage(
        json_ld_type="CreativeWork",
        json_ld=part_json_ld,
        summary=part_summary,
        markdown_rows=Part.objects.select_related("book").prefetch_related("cases"),
        path="books/<slug:book__slug>/parts/<int:number>",
    ),
    cited_work=citations.of_part,
)
