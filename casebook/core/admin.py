"""The editors' admin: what all pages of the admin share."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from casebook.core.admin_forms import BaseAdminForm, LinesField
from casebook.core.provenance import Attributed, Origin, Sourced
from casebook.core.validators import validate_web_address

PROVENANCE = ("source_in_words", "origin", "source_line", "source_page", "edited_fields")


def note_edits(row: models.Model, changed: Sequence[str]) -> None:
    """Record which fields a person changed, so that no later load overwrites them."""
    if isinstance(row, Attributed):
        row.edited_fields = sorted({*row.edited_fields, *changed})


class BaseAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Base class of admin pages; the slug of an existing row is read-only."""

    form = BaseAdminForm
    formfield_overrides = {
        models.JSONField: {"form_class": LinesField},
        models.URLField: {"assume_scheme": "https", "validators": [validate_web_address]},
    }
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = list(super().get_readonly_fields(request, obj))
        has_slug = any(field.name == "slug" for field in self.opts.fields)
        return [*fields, "slug"] if obj and has_slug and "slug" not in fields else fields

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Save changed forms only; saving an unchanged one would move ``updated_at``."""
        if change and not form.has_changed():
            return
        if change:
            note_edits(obj, form.changed_data)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        for inline in formset.forms:
            if inline.has_changed() and inline.instance.pk:
                note_edits(inline.instance, inline.changed_data)
        super().save_formset(request, form, formset, change)


class MissingField(NamedTuple):
    """A field that rows may lack: its name in an address, its label, and when a row lacks it."""

    name: str
    label: Any
    condition: models.Q


class MissingFieldFilter(admin.SimpleListFilter):
    """Lists the rows that lack one of the ``missing_fields`` of their admin."""

    title = _("缺少字段")
    parameter_name = "missing"

    def __init__(self, request: Any, params: Any, model: Any, model_admin: Any) -> None:
        self.fields: Sequence[MissingField] = model_admin.missing_fields
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [(field.name, field.label) for field in self.fields]

    def queryset(self, request: Any, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:  # noqa: ARG002
        name = self.value()
        if name is None:
            return queryset
        for field in self.fields:
            if field.name == name:
                return queryset.filter(field.condition)
        raise IncorrectLookupParameters


class BaseTabularInline(admin.TabularInline):  # type: ignore[type-arg]
    """Rows of another table, one a line."""

    form = BaseAdminForm
    extra = 0


class BaseStackedInline(admin.StackedInline):  # type: ignore[type-arg]
    """Rows of another table, one a block."""

    form = BaseAdminForm
    extra = 0


class SourcedAdmin(BaseAdmin):
    """Admin of rows with provenance: a new row gets the origin ``editor``."""

    readonly_fields: ClassVar[Any] = PROVENANCE

    @admin.display(description=_("来源说明"))
    def source_in_words(self, row: Sourced) -> str:
        """The source of the row as text, as on pages and in tables."""
        return str(row.own_source())

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        if not change and "origin" not in form.cleaned_data:
            obj.origin = Origin.EDITOR
        super().save_model(request, obj, form, change)


class ReadOnlyAdmin(BaseAdmin):
    """Admin of rows that only imports create and delete."""

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False
