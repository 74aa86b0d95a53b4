"""Facts and references on the desk."""

from django.contrib import admin

from casebook.core.admin import DeskAdmin, DeskTable, MissingFieldFilter, SourcedAdmin
from cases.models import Fact, Reference
from cases.quality.missing_fields import FACT_FIELDS


class FactInline(DeskTable):
    model = Fact
    fields = ("statement", "kind", "case", "value", "unit", "year")
    autocomplete_fields = ("case",)
    show_change_link = True


@admin.register(Fact)
class FactAdmin(SourcedAdmin):
    """The origin is chosen here: an editor enters facts from public sources too."""

    list_display = ("statement", "kind", "case", "value", "unit", "year", "origin")
    list_filter = ("kind", "origin", "book", MissingFieldFilter)
    missing_fields = FACT_FIELDS
    list_select_related = ("case",)
    search_fields = ("statement", "slug", "case__title")
    autocomplete_fields = (
        "book",
        "part",
        "case",
        "section",
        "reference",
        "places",
        "organisations",
    )
    readonly_fields = ("source_in_words", "edited_fields")


@admin.register(Reference)
class ReferenceAdmin(DeskAdmin):
    list_display = ("title", "publisher", "published", "quality")
    list_filter = ("quality", "publisher")
    search_fields = ("title", "url", "publisher")
    inlines = (FactInline,)
