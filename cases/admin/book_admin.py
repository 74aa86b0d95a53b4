"""Books, parts, contributions and errata in the admin."""

from typing import Any

from django.contrib import admin

from casebook.core.admin import PROVENANCE, BaseTabularInline, SourcedAdmin
from cases.models import Book, Contribution, Erratum, Part

from .forms import ContributionForm, PagesForm


class PartInline(BaseTabularInline):
    model = Part
    form = PagesForm
    fields = ("number", "title", "slug", "start_page", "end_page")
    show_change_link = True


class ErratumInline(BaseTabularInline):
    model = Erratum
    fields = ("order", "subject", "reading", "source_line", "other_reading", "other_line", "note")


@admin.register(Book)
class BookAdmin(SourcedAdmin):
    list_display = ("full_title", "isbn", "edition_date", "slug")
    search_fields = ("title", "subtitle", "isbn", "slug")
    readonly_fields = (*PROVENANCE, "field_lines")
    inlines = (PartInline, ErratumInline)


@admin.register(Part)
class PartAdmin(SourcedAdmin):
    form = PagesForm
    list_display = ("number", "title", "book", "start_page", "end_page", "origin")
    list_display_links = ("title",)
    list_filter = ("book", "origin")
    list_select_related = ("book",)
    search_fields = ("title", "english_title", "book__title")
    autocomplete_fields = ("book",)


@admin.register(Contribution)
class ContributionAdmin(SourcedAdmin):
    form = ContributionForm
    list_display = ("name_as_printed", "role", "order", "book", "affiliation_as_printed", "origin")
    list_filter = ("role", "book", "origin")
    list_select_related = ("book",)
    search_fields = ("name_as_printed", "affiliation_as_printed", "expert__name")
    autocomplete_fields = ("book", "expert", "organisation", "affiliations")


@admin.register(Erratum)
class ErratumAdmin(SourcedAdmin):
    list_display = ("subject", "reading", "other_reading", "book", "origin")
    list_filter = ("book", "origin")
    list_select_related = ("book",)
    search_fields = ("subject", "reading", "other_reading", "note")
    autocomplete_fields = ("book",)

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """The usual ones without ``source_line``: editors enter the lines of both readings."""
        fields = super().get_readonly_fields(request, obj)
        return [field for field in fields if field != "source_line"]
