"""What earlier loads of a source wrote: by it an editor's hand is told from the file's."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from cases.models import ImportedRow

from .objects import Key

TEXT_MODEL = "cases.passage"
"""Passages have one memory for the whole book, kept by the text loader."""

RULES = "rules"
"""The source of what the rules say of bodies; of the cases of a book it is ``rules_of`` that book."""

RowName = tuple[str, int]
"""A model's label and a primary key."""


@dataclass(slots=True)
class Memory:
    """The rows that a source has brought, found by their name in the file or by their key here."""

    source: str
    by_key: dict[tuple[str, Key], ImportedRow] = field(default_factory=dict)
    by_row: dict[RowName, ImportedRow] = field(default_factory=dict)
    fresh: list[ImportedRow] = field(default_factory=list)
    touched: list[ImportedRow] = field(default_factory=list)

    @classmethod
    def of(cls, source: str, keys: Iterable[int] | None = None) -> "Memory":
        """Read what is remembered of a source, or of those of its rows that have these keys."""
        memory = cls(source)
        entries = ImportedRow.objects.filter(source=source).exclude(model=TEXT_MODEL)
        for entry in entries if keys is None else entries.filter(object_id__in=list(keys)):
            memory._file(entry)
        return memory

    def only(self, keys: Collection[Key]) -> "Memory":
        """The part of it that concerns the rows with these names in the file."""
        part = Memory(self.source)
        for entry in self.by_row.values():
            if tuple(entry.key) in keys:
                part._file(entry)
        return part

    def entries(self, model: str) -> Iterator[ImportedRow]:
        """What is remembered of one model."""
        return (entry for entry in self.by_row.values() if entry.model == model)

    def note(self, name: RowName, key: Key, values: dict[str, Any]) -> None:
        """Remember a row as it is in the file now; saved with ``save``."""
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
        """Let go of a row that the source does not have any more."""
        if self.by_row.pop((entry.model, entry.object_id), None):
            entry.delete()

    def forget_deleted(self) -> None:
        """Let go of rows that an editor has deleted, so that they are loaded again."""
        for entry in list(self.by_row.values()):
            rows = apps.get_model(entry.model)._default_manager
            if not rows.filter(pk=entry.object_id).exists():
                self.forget(entry)

    def save(self) -> None:
        """Write what was noted."""
        ImportedRow.objects.bulk_create(self.fresh, batch_size=500)
        ImportedRow.objects.bulk_update(self.touched, ["values", "key"], batch_size=200)
        self.fresh, self.touched = [], []

    def _file(self, entry: ImportedRow) -> None:
        self.by_key[entry.model, tuple(entry.key)] = entry
        self.by_row[entry.model, entry.object_id] = entry


def rules_of(book: int) -> str:
    """The source of what the rules say of the cases of the book with this primary key."""
    return f"{RULES} {book}"


def derived_entries(name: RowName) -> QuerySet[ImportedRow]:
    """What is remembered of a row that a rule made."""
    model, key = name
    by_rule = Q(source=RULES) | Q(source__startswith=f"{RULES} ")
    return ImportedRow.objects.filter(by_rule, model=model, object_id=key)


def remembered_elsewhere(name: RowName, sources: set[str]) -> bool:
    """Whether a source other than these has brought the row, too."""
    model, key = name
    others = ImportedRow.objects.filter(model=model, object_id=key).exclude(source__in=sources)
    return others.exists()
