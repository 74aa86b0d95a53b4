"""Books and parts as tables."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import (
    Column,
    Table,
    addresses,
    field,
    fields,
    own_translation,
    sources,
)
from cases.api.book_serializers import IMPRINT, BookSerializer, PartSerializer
from cases.filters.record_filters import BookFilter, PartFilter
from cases.models import Book, Part

BOOKS = Table(
    name="books",
    label=_("图书"),
    columns=(
        *fields(Book, "slug", "title", "subtitle", "parallel_title"),
        own_translation("english_title", _("英文书名（本站译）")),
        *fields(Book, "isbn", "cip_number", "cip_subjects", "classification"),
        *fields(Book, "place_of_publication", "edition", "edition_date", "printing"),
        *fields(Book, "printing_date", "format", "sheets", "word_count", "price"),
        field(Book, "website", _("书上所印网址")),
        *addresses("book"),
        *sources(*IMPRINT),
    ),
    queryset=Book.objects.all,
    filterset_class=BookFilter,
    serializer_class=BookSerializer,
    books=Book.objects.all,
)

PARTS = Table(
    name="parts",
    label=_("篇"),
    columns=(
        field(Part, "slug"),
        Column(_("图书"), attrgetter("book.full_title")),
        *fields(Part, "number", "title"),
        own_translation("english_title", _("英文篇名（本站译）")),
        *fields(Part, "start_page", "end_page"),
        *addresses("part"),
        *sources(*PartSerializer.sourced),
    ),
    queryset=lambda: Part.objects.select_related("book"),
    filterset_class=PartFilter,
    serializer_class=PartSerializer,
    books=Book.objects.all,
)
