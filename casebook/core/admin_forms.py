"""Forms of the admin: unchanged fields keep their value, control characters are errors."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casebook.core.control_characters import CONTROLS, IN_LINES, IN_ONE_LINE, find_control

LINE_END = re.compile(r"\r\n?|\n")
IN_LIST = re.compile(f"[{CONTROLS}\t]")
"""Characters that no item of a list may contain; line ends separate the items."""
AT_THE_END = " \t\n"
"""Whitespace that comes with a copied cell or line; Django's form fields strip it."""


class LinesField(forms.CharField):
    """A list of texts, stored as JSON and edited one per line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def __init__(self, *, encoder: Any = None, decoder: Any = None, **options: Any) -> None:  # noqa: ARG002
        options["help_text"] = options.get("help_text") or gettext_lazy("每行一个")
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

    def clean(self) -> dict[str, Any]:
        """Refuse control characters; restore the exact initial value of unchanged fields."""
        values = super().clean() or self.cleaned_data
        for bound in filter(is_text, self):
            if error := control_error(bound):
                self.add_error(bound.name, error)
            elif bound.name in values:
                values[bound.name] = self._to_store(bound.name, values[bound.name])
        return values

    def _to_store(self, name: str, value: Any) -> Any:
        if name in self.initial and name not in self.changed_data:
            return self.initial[name]
        return LINE_END.sub("\n", value) if isinstance(value, str) else value


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
    return ValidationError(
        _("%(where)s是不可见的控制字符 %(code)s，请删去。")
        % {"where": where, "code": found.code_point}
    )
