"""Facts and references in the admin."""

from django.contrib import admin

from casebook.core.admin import BaseAdmin, BaseTabularInline, MissingFieldFilter, SourcedAdmin
from cases.models import Fact, Reference
from cases.quality.missing_fields import FACT_FIELDS


class FactInline(BaseTabularInline):
    model = Fact
    fields = ("statement", "kind", "case", "value", "unit", "year")
    autocomplete_fields = ("case",)
    show_change_link = True


@admin.register(Fact)
class FactAdmin(SourcedAdmin):
    """Facts with an editable origin: editors also enter facts from public sources."""

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
class ReferenceAdmin(BaseAdmin):
    list_display = ("title", "publisher", "published", "quality")
    list_filter = ("quality", "publisher")
    search_fields = ("title", "url", "publisher")
    inlines = (FactInline,)
