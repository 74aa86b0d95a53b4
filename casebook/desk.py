"""The editors' desk: what all pages of the admin share."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from casebook.provenance import Attributed, Origin, Sourced

PROVENANCE = ("source_in_words", "origin", "source_line", "source_page", "edited_fields")


class LinesField(forms.CharField):
    """A list of words, kept as JSON and edited one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def __init__(self, *, encoder: Any = None, decoder: Any = None, **options: Any) -> None:  # noqa: ARG002
        options.setdefault("help_text", _("每行一个"))
        options["help_text"] = options["help_text"] or _("每行一个")
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = (line.strip() for line in (super().clean(value) or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.clean(data)


def note_edits(row: models.Model, changed: Sequence[str]) -> None:
    """Remember which fields a person changed, so that no later load overwrites them."""
    if isinstance(row, Attributed):
        row.edited_fields = sorted({*row.edited_fields, *changed})


class DeskAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A page of the desk; addresses once given stay as they are."""

    formfield_overrides = {
        models.JSONField: {"form_class": LinesField},
        models.URLField: {"assume_scheme": "https"},
    }
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = list(super().get_readonly_fields(request, obj))
        has_slug = any(field.name == "slug" for field in self.opts.fields)
        return [*fields, "slug"] if obj and has_slug and "slug" not in fields else fields

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        if change:
            note_edits(obj, form.changed_data)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        for inline in formset.forms:
            if inline.has_changed() and inline.instance.pk:
                note_edits(inline.instance, inline.changed_data)
        super().save_formset(request, form, formset, change)


class DeskTable(admin.TabularInline):  # type: ignore[type-arg]
    """Rows of another table, one a line."""

    extra = 0


class DeskStack(admin.StackedInline):  # type: ignore[type-arg]
    """Rows of another table, one a block."""

    extra = 0


class SourcedAdmin(DeskAdmin):
    """A row that says where it comes from: what a person writes or changes is the editor's."""

    readonly_fields: ClassVar[Any] = PROVENANCE

    @admin.display(description=_("来源说明"))
    def source_in_words(self, row: Sourced) -> str:
        """The source of the row as pages and tables word it."""
        return str(row.own_source())

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        if not change and "origin" not in form.cleaned_data:
            obj.origin = Origin.EDITOR
        super().save_model(request, obj, form, change)


class ReadOnlyAdmin(DeskAdmin):
    """Rows to look at: they are made and removed by imports alone."""

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False
