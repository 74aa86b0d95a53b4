"""The running text in the admin: printed text can be corrected, no row added or deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from casebook.core.admin import PROVENANCE, ReadOnlyAdmin, SourcedAdmin
from cases.models import ImportedRow, Passage, Section


class TextAdmin(SourcedAdmin):
    """Rows that imports create and remove; only what is printed can be edited."""

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False


@admin.register(Section)
class SectionAdmin(TextAdmin):
    list_display = ("__str__", "level", "book", "anchor")
    list_filter = ("book", "level")
    list_select_related = ("book",)
    search_fields = ("title", "anchor")
    fields = (
        "marker",
        "title",
        "start_page",
        "level",
        "book",
        "part",
        "case",
        "critique",
        "parent",
        "anchor",
        "order",
        *PROVENANCE,
    )
    readonly_fields = fields[3:]


@admin.register(Passage)
class PassageAdmin(TextAdmin):
    list_display = ("__str__", "kind", "book", "removed_at")
    list_filter = ("book", "kind", ("removed_at", admin.EmptyFieldListFilter))
    list_select_related = ("book",)
    search_fields = ("text", "anchor")
    fields = (
        "marker",
        "text",
        "kind",
        "book",
        "section",
        "anchor",
        "order",
        "removed_at",
        *PROVENANCE,
    )
    readonly_fields = fields[2:]


@admin.register(ImportedRow)
class ImportedRowAdmin(ReadOnlyAdmin):
    list_display = ("source", "model", "key")
    list_filter = ("source", "model")
    search_fields = ("source", "model")
