"""Books, cases, places, facts and the running text in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from casebook.core.admin import (
    PROVENANCE,
    BaseAdmin,
    BaseAdminForm,
    BaseStackedInline,
    BaseTabularInline,
    MissingFieldFilter,
    ReadOnlyAdmin,
    SourcedAdmin,
)
from cases.models import (
    Book,
    Case,
    CasePlace,
    CaseTheme,
    Contribution,
    Critique,
    Erratum,
    Fact,
    ImportedRow,
    Part,
    Passage,
    Place,
    Reference,
    Seat,
    Section,
    Theme,
)
from cases.quality import CASE_FIELDS, FACT_FIELDS


class PagesForm(BaseAdminForm):
    """Validates that the last page is not before the first."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        first, last = values.get("start_page"), values.get("end_page")
        if first is not None and last is not None and last < first:
            self.add_error("end_page", _("终止页不能小于起始页。"))
        return values


class CaseForm(PagesForm):
    """Validates that the part of a case belongs to its book."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        part, book = values.get("part"), values.get("book")
        if part and book and part.book_id != book.pk:
            self.add_error("part", _("这一篇不属于所选的图书。"))
        return values


class ContributionForm(BaseAdminForm):
    """Validates that a contribution has a person or an organisation, not both."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if bool(values.get("expert")) == bool(values.get("organisation")):
            self.add_error("expert", _("专家与机构须填一个，且只填一个。"))
            self.add_error("organisation", "")
        return values


class CritiqueForm(BaseAdminForm):
    """Generates the slug of a new critique from its case and its expert."""

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        critique = self.instance
        critique.slug = critique.slug or f"{critique.case.slug}-{critique.expert.slug}"
        return super().save(commit)


class CasePlaceForm(BaseAdminForm):
    """One place of a case; the formset validates ``is_primary`` across all its places."""

    def _get_validation_exclusions(self) -> set[str]:
        return {*super()._get_validation_exclusions(), "is_primary"}  # type: ignore[misc]


class CasePlaceFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """The places of a case, of which one at most is primary."""

    def clean(self) -> None:
        super().clean()
        if len(self._primary()) > 1:
            raise ValidationError(_("一个案例只能有一个主要地点。"))

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        """Save, with the former primary place unset first because of the unique constraint."""
        if commit and self.has_changed():
            staying = [form.instance.pk for form in self._primary()]
            former = CasePlace.objects.filter(case=self.instance, is_primary=True)
            former.exclude(pk__in=staying).update(is_primary=False)
        return super().save(commit)

    def _primary(self) -> list[Any]:
        return [
            form
            for form in self.forms
            if getattr(form, "cleaned_data", {}).get("is_primary")
            and not form.cleaned_data.get("DELETE")
        ]


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
    search_fields = ("title", "english_title", "book__title")
    autocomplete_fields = ("book",)


@admin.register(Contribution)
class ContributionAdmin(SourcedAdmin):
    form = ContributionForm
    list_display = ("name_as_printed", "role", "order", "book", "affiliation_as_printed", "origin")
    list_filter = ("role", "book", "origin")
    search_fields = ("name_as_printed", "affiliation_as_printed", "expert__name")
    autocomplete_fields = ("book", "expert", "organisation", "affiliations")


@admin.register(Erratum)
class ErratumAdmin(SourcedAdmin):
    """Errata with editable lines of both readings."""

    list_display = ("subject", "reading", "other_reading", "book", "origin")
    list_filter = ("book", "origin")
    search_fields = ("subject", "reading", "other_reading", "note")
    autocomplete_fields = ("book",)
    readonly_fields = tuple(name for name in PROVENANCE if name != "source_line")


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

    def get_queryset(self, request: Any) -> QuerySet[Critique]:
        return super().get_queryset(request).prefetch_related("affiliations")


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
        *("case", "expert", "order", "name_as_printed", "affiliation_as_printed", "affiliations"),
        *("slug", "origin", "source_line", "source_page", "edited_fields"),
    )
    list_display = ("name_as_printed", "case", "affiliation_as_printed", "origin")
    list_filter = ("case__book", "origin")
    search_fields = ("name_as_printed", "affiliation_as_printed", "expert__name", "case__title")
    autocomplete_fields = ("case", "expert", "affiliations")
    readonly_fields = (*PROVENANCE, "slug")


@admin.register(Theme)
class ThemeAdmin(BaseAdmin):
    list_display = ("order", "name", "english_name", "definition")
    list_display_links = ("name",)
    search_fields = ("name", "english_name", "definition", "slug")
    readonly_fields = ("edited_fields",)
    inlines = (CaseThemeInline,)


@admin.register(Place)
class PlaceAdmin(BaseAdmin):
    list_display = ("name", "level", "code", "parent", "province", "city")
    list_filter = ("level", ("province", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("parent", "province", "city")
    search_fields = ("name", "short_name", "pinyin", "pinyin_short", "initials", "code", "slug")
    autocomplete_fields = ("parent",)
    readonly_fields = ("path", "province", "city", "edited_fields")


@admin.register(Seat)
class SeatAdmin(SourcedAdmin):
    list_display = ("organisation", "place", "evidence", "origin")
    list_filter = ("origin", ("place__province", admin.RelatedOnlyFieldListFilter))
    search_fields = ("organisation__name", "place__name", "evidence")
    autocomplete_fields = ("organisation", "place")


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
        *("book", "part", "case", "section", "reference", "places", "organisations"),
    )
    readonly_fields = ("source_in_words", "edited_fields")


@admin.register(Reference)
class ReferenceAdmin(BaseAdmin):
    list_display = ("title", "publisher", "published", "quality")
    list_filter = ("quality", "publisher")
    search_fields = ("title", "url", "publisher")
    inlines = (FactInline,)


class TextAdmin(ReadOnlyAdmin, SourcedAdmin):
    """Rows that imports create and remove; only what is printed can be edited."""

    has_change_permission = admin.ModelAdmin.has_change_permission


@admin.register(Section)
class SectionAdmin(TextAdmin):
    list_display = ("__str__", "level", "book", "anchor")
    list_filter = ("book", "level")
    search_fields = ("title", "anchor")
    fields = (
        *("marker", "title", "start_page", "level", "book", "part", "case", "critique", "parent"),
        *("anchor", "order", *PROVENANCE),
    )
    readonly_fields = fields[3:]


@admin.register(Passage)
class PassageAdmin(TextAdmin):
    list_display = ("__str__", "kind", "book", "removed_at")
    list_filter = ("book", "kind", ("removed_at", admin.EmptyFieldListFilter))
    search_fields = ("text", "anchor")
    fields = (
        *("marker", "text", "kind", "book", "section", "anchor", "order", "removed_at"),
        *PROVENANCE,
    )
    readonly_fields = fields[2:]


@admin.register(ImportedRow)
class ImportedRowAdmin(ReadOnlyAdmin):
    list_display = ("source", "model", "key")
    list_filter = ("source", "model")
    search_fields = ("source", "model")
