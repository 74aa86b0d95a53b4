"""Sparse fields: ``fields`` limits what is written, ``expand`` adds what lists leave out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request

from casebook.core.web.requests import ParameterError, nearest

SELECTING = ("fields", "expand")


@dataclass(frozen=True)
class SparseFields:
    """The requested fields as dotted paths, and the errors in them. No paths mean every field."""

    paths: frozenset[str] = frozenset()
    expanded: frozenset[str] = frozenset()
    parameter_errors: list[ParameterError] = field(default_factory=list)

    def apply_to(self, serializer: Any, names: Iterable[str]) -> None:
        """Limit a serializer to these first-level names and, of them, to the selected fields."""
        for name in fields_of(serializer).keys() - names:
            del fields_of(serializer)[name]
        if self.paths:
            self.remove_others(serializer)

    def remove_others(self, serializer: Any, prefix: str = "") -> None:
        """Remove the fields that are neither selected nor contain a selected one."""
        fields = fields_of(serializer)
        for name in list(fields):
            path = f"{prefix}{name}"
            if path in self.paths:
                continue
            if any(each.startswith(f"{path}.") for each in self.paths):
                self.remove_others(fields[name], f"{path}.")
            else:
                del fields[name]

    def of(self, written: dict[str, Any]) -> dict[str, Any]:
        """The selected fields of a row that is already serialised and has no nested ones."""
        return {name: written[name] for name in written if not self.paths or name in self.paths}


def read_sparse_fields(
    request: Request, serializer: Any, expandable: Iterable[str] = ()
) -> SparseFields:
    """Read ``fields`` and ``expand``; to name a field that lists leave out expands it."""
    known, expandable = field_paths(serializer), list(expandable)
    asked = names_in(request, "fields")
    errors = [*wrong_names(request, "expand", expandable), *wrong_names(request, "fields", known)]
    expanded = {*names_in(request, "expand"), *(path.partition(".")[0] for path in asked)}
    return SparseFields(frozenset(asked), frozenset(expandable) & expanded, errors)


def names_in(request: Request, parameter: str) -> list[str]:
    """The names in a parameter, separated by commas or by repeating it."""
    given = ",".join(request.query_params.getlist(parameter))
    return list(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))


def fields_of(serializer: Any) -> Any:
    """The fields of a serializer, or of one of many rows, by name; empty for other fields."""
    return getattr(getattr(serializer, "child", serializer), "fields", {})


def field_paths(serializer: Any) -> list[str]:
    """The fields of a serializer and of those nested in it: ``part``, ``part.title``."""
    return [
        path
        for name, each in fields_of(serializer).items()
        for path in (name, *(f"{name}.{below}" for below in field_paths(each)))
    ]


def wrong_names(request: Request, parameter: str, known: Iterable[str]) -> list[ParameterError]:
    """An error for each name in a parameter that is not known, with the nearest that is."""
    names = list(known)
    allowed = tuple(name for name in names if "." not in name)
    return [
        ParameterError(
            parameter,
            name,
            _("“%(name)s”不是这里可用的名称。") % {"name": name},
            nearest(name, names),
            allowed,
        )
        for name in names_in(request, parameter)
        if name not in names
    ]
