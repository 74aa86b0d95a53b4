"""Three-way comparison of every field: the file's value, the last load's, and the database's."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from cases.models import ImportedRow

from .objects import LoadObject
from .row_identity import FIXED_FIELDS
from .values import is_reference, loadable_fields

Values = dict[str, Any]


class Current:
    """The rows' current values; many-to-many fields are read once for all rows."""

    def __init__(self, rows: list[models.Model]) -> None:
        self.many: dict[str, dict[int, list[int]]] = {}
        for relation in rows[0]._meta.many_to_many if rows else ():
            if _is_plain(relation):
                self.many[relation.name] = self._linked(relation, [row.pk for row in rows])

    @staticmethod
    def _linked(field: Any, keys: list[int]) -> dict[int, list[int]]:
        here, there = field.m2m_column_name(), field.m2m_reverse_name()
        links = field.remote_field.through.objects.filter(**{f"{here}__in": keys})
        linked: dict[int, list[int]] = {key: [] for key in keys}
        for key, other in links.values_list(here, there):
            linked[key].append(other)
        return {key: sorted(others) for key, others in linked.items()}

    def values(self, row: models.Model) -> Values:
        """By field name: plain values, primary keys, sorted lists of primary keys."""
        plain = {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields}
        return plain | {name: links.get(row.pk, []) for name, links in self.many.items()}


def _is_plain(field: Any) -> bool:
    """Whether a many-to-many field has no through model of its own."""
    return bool(field.remote_field.through._meta.auto_created)


@dataclass(slots=True)
class Comparison:
    """Values to change; fields that stay as edited by hand, or as other sources have them."""

    changes: Values = field(default_factory=dict)
    edited: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def compare(
    thing: LoadObject, row: models.Model, values: Values, entry: ImportedRow | None, now: Values
) -> Comparison:
    """Compare the file's value of every field with the last loaded and the current one."""
    found = Comparison()
    fixed = FIXED_FIELDS.get(thing.model, ())
    differing = [name for name in values if name not in fixed and now[name] != values[name]]
    unsettled = []
    for name in differing:
        if entry and now[name] == before(thing.model_class, entry, name):
            found.changes[name] = values[name]
        else:
            unsettled.append(name)
    others = _of_other_sources(row, entry) if unsettled else []
    for name in unsettled:
        said = [before(type(row), other, name) for other in others if name in other.values]
        if now[name] in said:
            found.others.append(name)
        elif others and not said and now[name] == default(type(row), name):
            found.changes[name] = values[name]
        else:
            found.edited.append(name)
    return found


def _of_other_sources(row: models.Model, entry: ImportedRow | None) -> list[ImportedRow]:
    """The import log entries of the row from other sources."""
    entries = ImportedRow.objects.filter(model=row._meta.label_lower, object_id=row.pk)
    return [other for other in entries if other != entry]


def before(model: type[models.Model], entry: ImportedRow, name: str) -> Any:
    """The value that the last load wrote; the default for a field that it did not set."""
    if name not in entry.values:
        return default(model, name)
    field, value = loadable_fields(model)[name], entry.values[name]
    return value if is_reference(field) else field.to_python(value)


def default(model: type[models.Model], name: str) -> Any:
    """The default value of a field, an empty list for many-to-many fields."""
    field = loadable_fields(model)[name]
    return [] if field.many_to_many else field.get_default()


def is_edited(row: models.Model, entry: ImportedRow) -> bool:
    """Whether any field of the row differs from its value in the last load."""
    now = Current([row]).values(row)
    fixed = FIXED_FIELDS.get(entry.model, ())
    known = loadable_fields(type(row)).keys() & entry.values.keys()
    return any(now[name] != before(type(row), entry, name) for name in known if name not in fixed)
