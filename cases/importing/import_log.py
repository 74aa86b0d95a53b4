"""The import log: values that earlier loads of a source wrote, to detect editors' changes."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from cases.models import ImportedRow

from .objects import Key

TEXT_MODEL = "cases.passage"
"""Passages have one entry for the whole book, written by the text loader."""

RULES = "rules"
"""Source name of organisations' rows derived by rule; for a book's cases see ``rules_of``."""

RowName = tuple[str, int]
"""A model's label and a primary key."""


@dataclass(slots=True)
class ImportLog:
    """The rows loaded from a source, by natural key in the file and by primary key here."""

    source: str
    by_key: dict[tuple[str, Key], ImportedRow] = field(default_factory=dict)
    by_row: dict[RowName, ImportedRow] = field(default_factory=dict)
    fresh: list[ImportedRow] = field(default_factory=list)
    touched: list[ImportedRow] = field(default_factory=list)

    @classmethod
    def of(cls, source: str, keys: Iterable[int] | None = None) -> "ImportLog":
        """Read the entries of a source, or those of its rows with these primary keys."""
        import_log = cls(source)
        entries = ImportedRow.objects.filter(source=source).exclude(model=TEXT_MODEL)
        for entry in entries if keys is None else entries.filter(object_id__in=list(keys)):
            import_log._file(entry)
        return import_log

    def only(self, keys: Collection[Key]) -> "ImportLog":
        """The part of the log for the rows with these natural keys."""
        part = ImportLog(self.source)
        for entry in self.by_row.values():
            if tuple(entry.key) in keys:
                part._file(entry)
        return part

    def entries(self, model: str) -> Iterator[ImportedRow]:
        """The entries of one model."""
        return (entry for entry in self.by_row.values() if entry.model == model)

    def note(self, name: RowName, key: Key, values: dict[str, Any]) -> None:
        """Record a row's values as they are in the file now; ``save`` writes them."""
        entry = self.by_row.get(name)
        if entry is None:
            entry = ImportedRow(
                source=self.source, model=name[0], object_id=name[1], key=list(key), values=values
            )
            self.fresh.append(entry)
        elif entry.values != values or entry.key != list(key):
            entry.values, entry.key = values, list(key)
            self.touched.append(entry)
        self._file(entry)

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

    def _file(self, entry: ImportedRow) -> None:
        self.by_key[entry.model, tuple(entry.key)] = entry
        self.by_row[entry.model, entry.object_id] = entry


def rules_of(book: int) -> str:
    """Source name of rows derived by rule for the cases of the book with this primary key."""
    return f"{RULES} {book}"


def derived_entries(name: RowName) -> QuerySet[ImportedRow]:
    """The import log entries of a row that a rule made."""
    model, key = name
    by_rule = Q(source=RULES) | Q(source__startswith=f"{RULES} ")
    return ImportedRow.objects.filter(by_rule, model=model, object_id=key)


def remembered_elsewhere(name: RowName, sources: set[str]) -> bool:
    """Whether a source other than these has loaded the row, too."""
    model, key = name
    others = ImportedRow.objects.filter(model=model, object_id=key).exclude(source__in=sources)
    return others.exists()
