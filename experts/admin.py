"""The editors' desk for people and bodies."""

from django.contrib import admin

from casebook.desk import DeskAdmin, DeskTable
from experts.models import Affiliation, Expert, Organisation


class AffiliationInline(DeskTable):
    model = Affiliation
    autocomplete_fields = ("expert", "organisation")


@admin.register(Expert)
class ExpertAdmin(DeskAdmin):
    list_display = ("name", "pinyin", "slug")
    search_fields = ("name", "pinyin", "slug")
    inlines = (AffiliationInline,)


@admin.register(Organisation)
class OrganisationAdmin(DeskAdmin):
    list_display = ("name", "kind", "slug")
    list_filter = ("kind",)
    search_fields = ("name", "english_name", "slug")
    inlines = (AffiliationInline,)


@admin.register(Affiliation)
class AffiliationAdmin(DeskAdmin):
    list_display = ("expert", "organisation", "job_title")
    list_filter = ("organisation__kind",)
    list_select_related = ("expert", "organisation")
    search_fields = ("expert__name", "organisation__name", "job_title", "as_printed")
    autocomplete_fields = ("expert", "organisation")
