"""Places, and the seats of organisations, in the admin."""

from django.contrib import admin

from casebook.core.admin import BaseAdmin, SourcedAdmin
from cases.models import Place, Seat


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
    list_select_related = ("organisation", "place")
    search_fields = ("organisation__name", "place__name", "evidence")
    autocomplete_fields = ("organisation", "place")
