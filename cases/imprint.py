"""The colophon and the board of a book, as rows to display."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.admin.utils import label_for_field
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casebook.core.provenance import Source
from cases.models import Book, Contribution

Role = Contribution.Role
IMPRINT_ROLES = (Role.PUBLISHER, Role.PRINTER)
"""Roles of the colophon; all others belong to the board."""

COLOPHON_FIELDS = (
    *("title", "subtitle", "parallel_title", "english_title", "isbn", "cip_number", "cip_title"),
    *("cip_subjects", "classification", "place_of_publication", "edition", "edition_date"),
    *("printing", "printing_date", "format", "sheets", "word_count", "price", "website"),
)


def colophon(book: Book, contributions: Iterable[Contribution]) -> list[tuple[str, str, Source]]:
    """The label, value and source of each line: fields of the book, then publisher and printer.

    The value is empty where the book does not state it.
    """
    fields = [
        (
            str(label_for_field(name, Book)),
            as_read(name, getattr(book, name)),
            book.source_of(name),
        )
        for name in COLOPHON_FIELDS
    ]
    makers = [
        (row.get_role_display(), row.name_as_printed, row.source_of("role"))
        for row in contributions
        if row.role in IMPRINT_ROLES
    ]
    return fields + makers


def as_read(field: str, value: Any) -> str:
    """A value formatted as in a colophon: 900000 → 900 千字, 2019-03-01 → 2019年3月."""
    match value:
        case None | "":
            return ""
        case date():
            return date_format(value, _("Y年n月"))
        case Decimal() if field == "price":
            return _("%(price)s 元") % {"price": value}
        case Decimal():
            return f"{value.normalize():f}"
        case int():
            return _("%(thousands)s 千字") % {"thousands": f"{value / 1000:g}"}
    return str(value)


def board(contributions: Sequence[Contribution]) -> list[tuple[str, list[Contribution]]]:
    """The label of each role that somebody has with its contributions, in the order printed."""
    people = {
        role: [row for row in contributions if row.role == role]
        for role in Role
        if role not in IMPRINT_ROLES
    }
    return [(str(role.label), rows) for role, rows in people.items() if rows]
