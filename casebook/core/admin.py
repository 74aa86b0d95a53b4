"""The editors' admin: what all pages of the admin share."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from casebook.core.control_characters import CONTROLS, IN_LINES, IN_ONE_LINE, find_control
from casebook.core.provenance import Attributed, Origin, Sourced
from casebook.core.validators import validate_web_address

LINE_END = re.compile(r"\r\n?|\n")
IN_LIST = re.compile(f"[{CONTROLS}\t]")
"""Characters that no item of a list may contain; line ends separate the items."""
AT_THE_END = " \t\n"
"""Whitespace that comes with a copied cell or line; Django's form fields strip it."""
PROVENANCE = ("source_in_words", "origin", "source_line", "source_page", "edited_fields")


class LinesField(forms.CharField):
    """A list of texts, stored as JSON and edited one per line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def __init__(self, *, encoder: Any = None, decoder: Any = None, **options: Any) -> None:  # noqa: ARG002
        options["help_text"] = options.get("help_text") or _("每行一个")
        # A default that is a function makes Django send the list a second time, to compare with.
        super().__init__(**options | {"show_hidden_initial": False})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = (line.strip() for line in (super().clean(value) or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.clean(data)


class BaseAdminForm(forms.ModelForm):  # type: ignore[type-arg]
    """The form of every row in the admin."""

    @cached_property
    def changed_data(self) -> list[str]:
        """The fields that a person changed, not those that a browser or Django reformats."""
        return [name for name in super().changed_data if not is_as_shown(self[name])]

    def full_clean(self) -> None:
        """Validate; not a row of which nothing changed, for it is not saved."""
        if self.is_bound and self.instance.pk and not self.has_changed():
            self._errors, self.cleaned_data = ErrorDict(), dict(self.initial)
        else:
            super().full_clean()

    def clean(self) -> dict[str, Any]:
        """Refuse control characters; restore the exact initial value of unchanged fields."""
        values = super().clean() or self.cleaned_data
        for bound in filter(is_text, self):
            name = bound.name
            if error := control_error(bound):
                self.add_error(name, error)
            elif name in self.initial and name not in self.changed_data:
                values[name] = self.initial[name]
            elif isinstance(values.get(name), str):
                values[name] = LINE_END.sub("\n", values[name])
        return values


def is_text(bound: BoundField) -> bool:
    return isinstance(bound.field, forms.CharField)


def is_as_shown(bound: BoundField) -> bool:
    """Whether the browser sent the shown value; differences in line ends are ignored."""
    widget, sent = bound.field.widget, bound.data
    if not (is_text(bound) and isinstance(sent, str)):
        return False
    shown = widget.format_value(bound.field.prepare_value(bound.initial)) or ""
    line_end = "\n" if isinstance(widget, forms.Textarea) else ""
    return LINE_END.sub(line_end, sent) == LINE_END.sub(line_end, shown)


def control_error(bound: BoundField) -> ValidationError | None:
    """The error for a control character in the sent text, with line and column from 1."""
    sent = LINE_END.sub("\n", bound.data or "").rstrip(AT_THE_END)
    has_lines = isinstance(bound.field.widget, forms.Textarea)
    in_lines = IN_LIST if isinstance(bound.field, LinesField) else IN_LINES
    found = find_control(sent, in_lines if has_lines else IN_ONE_LINE)
    if found is None:
        return None
    place = _("第 %(line)d 行第 %(column)d 个字符") if has_lines else _("第 %(column)d 个字符")
    where = place % {"line": found.line, "column": found.column}
    message = _("%(where)s是不可见的控制字符 %(code)s，请删去。")
    return ValidationError(message % {"where": where, "code": found.code_point})


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

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        fields: Sequence[MissingField] = model_admin.missing_fields
        self.conditions = {field.name: field.condition for field in fields}
        return [(field.name, field.label) for field in fields]

    def queryset(self, request: Any, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:  # noqa: ARG002
        name = self.value()
        if name is None:
            return queryset
        if name not in self.conditions:
            raise IncorrectLookupParameters
        return queryset.filter(self.conditions[name])


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

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return False

    has_add_permission = has_delete_permission = has_change_permission
