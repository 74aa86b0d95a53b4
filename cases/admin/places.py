"""Places on the desk."""

from django.contrib import admin

from casebook.desk import DeskAdmin
from cases.models import Place


@admin.register(Place)
class PlaceAdmin(DeskAdmin):
    list_display = ("name", "level", "code", "parent", "province", "city")
    list_filter = ("level", ("province", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("parent", "province", "city")
    search_fields = ("name", "short_name", "pinyin", "pinyin_short", "initials", "code", "slug")
    autocomplete_fields = ("parent",)
    readonly_fields = ("path", "province", "city")
