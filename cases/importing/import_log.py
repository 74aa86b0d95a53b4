"""The import log: values that earlier loads of a source wrote, to detect editors' changes.

Every field is compared in three ways: the file's value, the last load's, and the database's. Rows
that a source no longer has are removed, unless they are edited or edited rows depend on them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Q, QuerySet

from cases.models import ImportedRow, Section

from .objects import KEY_FIELDS, Key, Values, loadable_fields
from .report import Report

TEXT_MODEL = "cases.passage"
"""Passages have one entry for the whole book, written by the text loader."""
RULES = "rules"
"""Source name of organisations' rows derived by rule; for a book's cases see ``rules_of``."""
FIXED_FIELDS: dict[str, tuple[str, ...]] = {
    "experts.expert": ("slug",),
    "experts.organisation": ("slug",),
    "cases.section": ("anchor",),
}
"""Slugs and anchors that no later load changes."""

RowName = tuple[str, int]
"""A model's label and a primary key."""


@dataclass(slots=True)
class ImportLog:
    """The rows loaded from a source.

    ``claimed`` are the rows that the source has in this load, ``created`` the new ones of them.
    """

    source: str
    by_row: dict[RowName, ImportedRow] = field(default_factory=dict)
    claimed: set[RowName] = field(default_factory=set)
    created: set[RowName] = field(default_factory=set)
    fresh: list[ImportedRow] = field(default_factory=list)
    touched: list[ImportedRow] = field(default_factory=list)

    @classmethod
    def of(cls, source: str, **among: Any) -> "ImportLog":
        """Read the entries of a source, or those that fulfil some lookups, too."""
        entries = ImportedRow.objects.filter(source=source, **among).exclude(model=TEXT_MODEL)
        return cls(source, {(entry.model, entry.object_id): entry for entry in entries})

    def entries(self, model: str) -> Iterator[ImportedRow]:
        """The entries of one model."""
        return (entry for entry in self.by_row.values() if entry.model == model)

    def stale(self, model: str) -> list[ImportedRow]:
        """Entries of rows loaded earlier that the source no longer has, newest first."""
        entries = [
            entry for entry in self.entries(model) if (model, entry.object_id) not in self.claimed
        ]
        return sorted(entries, key=lambda entry: -entry.object_id)

    def note(self, name: RowName, key: Key, values: Values) -> None:
        """Record a row's values as they are in the file now; ``save`` writes them."""
        values = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
        entry = self.by_row.get(name)
        if entry is None:
            entry = ImportedRow(
                source=self.source, model=name[0], object_id=name[1], key=list(key), values=values
            )
            self.fresh.append(entry)
            self.by_row[name] = entry
        elif entry.values != values or entry.key != list(key):
            entry.values, entry.key = values, list(key)
            self.touched.append(entry)

    def forget(self, entry: ImportedRow) -> None:
        """Delete the entry of a row that the source no longer has."""
        if self.by_row.pop((entry.model, entry.object_id), None):
            entry.delete()

    def forget_deleted(self) -> None:
        """Delete the entries of rows that an editor has deleted, so that they are loaded again."""
        for entry in list(self.by_row.values()):
            rows = apps.get_model(entry.model)._default_manager
            if not rows.filter(pk=entry.object_id).exists():
                self.forget(entry)

    def save(self) -> None:
        """Write the new and changed entries."""
        ImportedRow.objects.bulk_create(self.fresh, batch_size=500)
        ImportedRow.objects.bulk_update(self.touched, ["values", "key"], batch_size=200)
        self.fresh, self.touched = [], []


def rules_of(book: int) -> str:
    """Source name of rows derived by rule for the cases of the book with this primary key."""
    return f"{RULES} {book}"


def compare(
    row: models.Model, values: Values, entry: ImportedRow | None
) -> tuple[Values, list[str], list[str]]:
    """Compare the file's value of every field with the last loaded and the current one.

    Returns values to change, and fields that stay as edited by hand, or as other sources have them.
    """
    model, fixed = type(row), FIXED_FIELDS.get(row._meta.label_lower, ())
    now = {name: current_value(row, name) for name in values if name not in fixed}
    differing = [name for name in now if now[name] != values[name]]
    unsettled = [name for name in differing if not entry or now[name] != before(model, entry, name)]
    changes = {name: values[name] for name in differing if name not in unsettled}
    edited, as_others = [], []
    entries = ImportedRow.objects.filter(model=row._meta.label_lower, object_id=row.pk)
    others = [other for other in entries if other != entry] if unsettled else []
    for name in unsettled:
        said = [before(model, other, name) for other in others if name in other.values]
        if now[name] in said:
            as_others.append(name)
        elif others and not said and now[name] == default(model, name):
            changes[name] = values[name]
        else:
            edited.append(name)
    return changes, edited, as_others


def current_value(row: models.Model, name: str) -> Any:
    """A plain value, a primary key, or a sorted list of primary keys."""
    field = loadable_fields(type(row))[name]
    if field.many_to_many:
        return sorted(other.pk for other in getattr(row, name).all())
    return getattr(row, field.attname)


def before(model: type[models.Model], entry: ImportedRow, name: str) -> Any:
    """The value that the last load wrote; the default for a field that it did not set."""
    if name not in entry.values:
        return default(model, name)
    field, value = loadable_fields(model)[name], entry.values[name]
    return value if field.is_relation else field.to_python(value)


def default(model: type[models.Model], name: str) -> Any:
    """The default value of a field, an empty list for many-to-many fields."""
    field = loadable_fields(model)[name]
    return [] if field.many_to_many else field.get_default()


def is_edited(row: models.Model, entry: ImportedRow) -> bool:
    """Whether any field of the row differs from its value in the last load."""
    known = loadable_fields(type(row)).keys() & entry.values.keys()
    return any(
        current_value(row, name) != before(type(row), entry, name)
        for name in known - set(FIXED_FIELDS.get(entry.model, ()))
    )


# --- Removal ---------------------------------------------------------------------------------


class Remover:
    """Removes the stale rows of some sources, with the rows that rules derived from them."""

    def __init__(self, import_logs: Iterable[ImportLog], report: Report) -> None:
        self.import_logs = list(import_logs)
        self.report = report

    def remove_stale(self) -> None:
        """Remove all stale rows, models in reverse order of dependence."""
        for model in reversed(KEY_FIELDS):
            for import_log in self.import_logs:
                for entry in import_log.stale(model):
                    self._remove(import_log, entry)

    def _remove(self, import_log: ImportLog, entry: ImportedRow) -> None:
        row = apps.get_model(entry.model)._default_manager.filter(pk=entry.object_id).first()
        if row is None or self._is_still_wanted((entry.model, entry.object_id)):
            import_log.forget(entry)
        elif doomed := self._would_go(row):
            for other in doomed:
                self._delete(other)
            self.report.removed += 1
        else:
            self.report.kept_rows.append(f"{entry.model} {row}")

    def _is_still_wanted(self, name: RowName) -> bool:
        """Whether another source has the row, too."""
        model, key = name
        sources = [import_log.source for import_log in self.import_logs]
        others = ImportedRow.objects.filter(model=model, object_id=key).exclude(source__in=sources)
        return any(name in log.claimed for log in self.import_logs) or others.exists()

    def _would_go(self, row: models.Model) -> list[models.Model]:
        """The rows to delete, those that protect the row first; empty if it must stay."""
        taken, protected = collect(row)
        if all(map(_is_derived, protected)) and all(map(self._is_expendable, taken)):
            return [*protected, row]
        return []

    def _is_expendable(self, row: models.Model) -> bool:
        """Whether a row came from these sources, is in none of them now, and is unedited."""
        if isinstance(row, Section) and row.passages.filter(removed_at__isnull=True).exists():
            return False
        if _is_derived(row):
            return True
        name = _name(row)
        entries = [log.by_row[name] for log in self.import_logs if name in log.by_row]
        return bool(entries) and not (is_edited(row, entries[0]) or self._is_still_wanted(name))

    def _delete(self, row: models.Model) -> None:
        for other in collect(row)[0]:
            for import_log in self.import_logs:
                if entry := import_log.by_row.get(_name(other)):
                    import_log.forget(entry)
            _derived_entries(other).delete()
        row.delete()


def collect(row: models.Model) -> tuple[list[models.Model], list[models.Model]]:
    """The rows deleted with this one, itself included, and those that protect it."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS)
    collector.collect([row])
    taken = [
        other
        for model, rows in collector.data.items()
        if not model._meta.auto_created
        for other in rows
    ]
    return taken, list(collector.protected)


def _is_derived(row: models.Model) -> bool:
    """Whether a rule made the row, and nobody edited it."""
    entry = _derived_entries(row).first()
    return entry is not None and not is_edited(row, entry)


def _derived_entries(row: models.Model) -> QuerySet[ImportedRow]:
    """The import log entries of a row that a rule made."""
    model, key = _name(row)
    by_rule = Q(source=RULES) | Q(source__startswith=f"{RULES} ")
    return ImportedRow.objects.filter(by_rule, model=model, object_id=key)


def _name(row: models.Model) -> RowName:
    return row._meta.label_lower, int(row.pk)
