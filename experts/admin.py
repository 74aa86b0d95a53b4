"""The editors' admin for people and organisations."""

from django.contrib import admin

from casebook.core.admin import BaseTabularInline, MissingFieldFilter, SourcedAdmin
from cases.quality import EXPERT_FIELDS, ORGANISATION_FIELDS
from experts.models import Affiliation, Expert, Organisation


class AffiliationInline(BaseTabularInline):
    model = Affiliation
    fields = ("expert", "organisation", "job_title", "as_printed", "origin")
    readonly_fields = ("origin",)
    autocomplete_fields = ("expert", "organisation")


@admin.register(Expert)
class ExpertAdmin(SourcedAdmin):
    list_display = ("name", "pinyin", "slug", "origin")
    list_filter = ("origin", MissingFieldFilter)
    missing_fields = EXPERT_FIELDS
    search_fields = ("name", "pinyin", "slug")
    inlines = (AffiliationInline,)


@admin.register(Organisation)
class OrganisationAdmin(SourcedAdmin):
    list_display = ("name", "kind", "seat", "slug", "origin")
    list_filter = ("kind", "origin", MissingFieldFilter)
    missing_fields = ORGANISATION_FIELDS
    list_select_related = ("seat__place", "seat__organisation")
    search_fields = ("name", "english_name", "slug")
    inlines = (AffiliationInline,)


@admin.register(Affiliation)
class AffiliationAdmin(SourcedAdmin):
    list_display = ("expert", "organisation", "job_title")
    list_filter = ("organisation__kind",)
    list_select_related = ("expert", "organisation")
    search_fields = ("expert__name", "organisation__name", "job_title", "as_printed")
    autocomplete_fields = ("expert", "organisation")
