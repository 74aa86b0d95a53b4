"""Three values of every field: the file's, the last load's, and what the database has now."""

from typing import Any

from django.db import models

from cases.models import ImportedRow

from .identity import FIXED_FIELDS
from .objects import LoadObject
from .values import is_reference, loadable_fields

Values = dict[str, Any]


class Current:
    """What rows hold now; many-to-many fields are read once for all of them."""

    def __init__(self, rows: list[models.Model]) -> None:
        self.many: dict[str, dict[int, list[int]]] = {}
        for field in rows[0]._meta.many_to_many if rows else ():
            if _is_plain(field):
                self.many[field.name] = self._linked(field, [row.pk for row in rows])

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
    """Whether the links of a many-to-many field say nothing but that there is one."""
    return bool(field.remote_field.through._meta.auto_created)


def compare(
    thing: LoadObject, values: Values, entry: ImportedRow | None, now: Values
) -> tuple[Values, list[str]]:
    """What the source changed since it was last loaded, and what an editor did."""
    changes: Values = {}
    edited: list[str] = []
    for name, new in values.items():
        if name in FIXED_FIELDS.get(thing.model, ()) or now[name] == new:
            continue
        if entry and now[name] == before(thing.model_class, entry, name):
            changes[name] = new
        else:
            edited.append(name)
    return changes, edited


def before(model: type[models.Model], entry: ImportedRow, name: str) -> Any:
    """The value that the last load wrote; a field that it did not know had its default."""
    field = loadable_fields(model)[name]
    if name not in entry.values:
        return [] if field.many_to_many else field.get_default()
    value = entry.values[name]
    return value if is_reference(field) else field.to_python(value)


def is_edited(row: models.Model, entry: ImportedRow) -> bool:
    """Whether anything in the row is not as the last load left it."""
    now = Current([row]).values(row)
    fixed = FIXED_FIELDS.get(entry.model, ())
    known = loadable_fields(type(row)).keys() & entry.values.keys()
    return any(now[name] != before(type(row), entry, name) for name in known if name not in fixed)
