"""Cases, critiques and themes in the admin."""

from typing import Any

from django.contrib import admin

from casebook.core.admin import (
    BaseAdmin,
    BaseStackedInline,
    BaseTabularInline,
    MissingFieldFilter,
    SourcedAdmin,
)
from cases.models import Case, CasePlace, CaseTheme, Critique, Theme
from cases.quality.missing_fields import CASE_FIELDS

from .forms import CaseForm, CasePlaceForm, CasePlaceFormSet, CritiqueForm


class CasePlaceInline(BaseTabularInline):
    model = CasePlace
    form = CasePlaceForm
    formset = CasePlaceFormSet
    fields = ("place", "is_primary", "evidence", "origin")
    readonly_fields = ("origin",)
    autocomplete_fields = ("place",)


class CaseThemeInline(BaseTabularInline):
    model = CaseTheme
    fields = ("case", "theme", "evidence", "origin")
    readonly_fields = ("origin",)
    autocomplete_fields = ("case", "theme")


class CritiqueInline(BaseStackedInline):
    model = Critique
    form = CritiqueForm
    fields = (
        ("order", "expert"),
        "name_as_printed",
        "affiliation_as_printed",
        "affiliations",
        "origin",
    )
    readonly_fields = ("origin",)
    autocomplete_fields = ("expert", "affiliations")
    show_change_link = True


@admin.register(Case)
class CaseAdmin(SourcedAdmin):
    form = CaseForm
    list_display = ("number", "title", "book", "part", "start_page", "end_page", "origin")
    list_display_links = ("title",)
    list_filter = ("book", "part", "themes", "origin", MissingFieldFilter)
    missing_fields = CASE_FIELDS
    list_select_related = ("book", "part")
    search_fields = ("title", "slug", "places__name", "critiques__expert__name")
    autocomplete_fields = ("book", "part")
    inlines = (CasePlaceInline, CaseThemeInline, CritiqueInline)


@admin.register(Critique)
class CritiqueAdmin(SourcedAdmin):
    form = CritiqueForm
    fields = (
        "case",
        "expert",
        "order",
        "name_as_printed",
        "affiliation_as_printed",
        "affiliations",
        "slug",
        "origin",
        "source_line",
        "source_page",
        "edited_fields",
    )
    list_display = ("name_as_printed", "case", "affiliation_as_printed", "origin")
    list_filter = ("case__book", "origin")
    list_select_related = ("case",)
    search_fields = ("name_as_printed", "affiliation_as_printed", "expert__name", "case__title")
    autocomplete_fields = ("case", "expert", "affiliations")

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """The usual ones and ``slug``, which is generated."""
        return [*{*super().get_readonly_fields(request, obj), "slug"}]


@admin.register(Theme)
class ThemeAdmin(BaseAdmin):
    list_display = ("order", "name", "english_name", "definition")
    list_display_links = ("name",)
    search_fields = ("name", "english_name", "definition", "slug")
    readonly_fields = ("edited_fields",)
    inlines = (CaseThemeInline,)
