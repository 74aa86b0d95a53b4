"""Rows that a source does not have any more go, unless an editor's work hangs on them."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models

from cases.models import ImportedRow, Section

from .comparison import is_edited
from .import_log import Memory, RowName, derived_entries, remembered_elsewhere
from .objects import KEY_FIELDS
from .report import Report
from .row_dependents import collect
from .rows import RowLoader


class Remover:
    """Removes what is stale in some sources, with the rows that rules made of it."""

    def __init__(self, loaders: Iterable[RowLoader], report: Report) -> None:
        self.loaders = list(loaders)
        self.report = report
        self.memories = [loader.memory for loader in self.loaders]
        self.sources = {memory.source for memory in self.memories}

    def remove_stale(self) -> None:
        """Leaves first: the models in reverse order of dependence."""
        for model in reversed(KEY_FIELDS):
            for loader in self.loaders:
                for entry in loader.stale(model):
                    self._remove(loader.memory, entry)

    def _remove(self, memory: Memory, entry: ImportedRow) -> None:
        row = apps.get_model(entry.model)._default_manager.filter(pk=entry.object_id).first()
        if row is None or self._is_still_wanted((entry.model, entry.object_id)):
            memory.forget(entry)
        elif doomed := self._would_go(row):
            for other in doomed:
                self._delete(other)
            self.report.removed += 1
        else:
            self.report.kept_rows.append(f"{entry.model} {row}")

    def _is_still_wanted(self, name: RowName) -> bool:
        """Whether another source has the row, too."""
        wanted_here = any(name in loader.claimed for loader in self.loaders)
        return wanted_here or remembered_elsewhere(name, self.sources)

    def _would_go(self, row: models.Model) -> list[models.Model]:
        """Everything to delete, what holds the row back first; empty if it must stay."""
        taken, protected = collect(row)
        derived = [other for other in protected if self._is_derived(other)]
        if len(derived) < len(protected):
            return []
        return [*derived, row] if all(map(self._is_expendable, taken)) else []

    def _is_expendable(self, row: models.Model) -> bool:
        """Whether a row came from these sources, is in none of them now, and is unedited."""
        if isinstance(row, Section) and row.passages.filter(removed_at__isnull=True).exists():
            return False
        name = _name(row)
        if self._is_derived(row):
            return True
        entries = [memory.by_row[name] for memory in self.memories if name in memory.by_row]
        if not entries or is_edited(row, entries[0]):
            return False
        return not self._is_still_wanted(name)

    def _is_derived(self, row: models.Model) -> bool:
        """Whether a rule made the row, and nobody touched it."""
        entry = derived_entries(_name(row)).first()
        return entry is not None and not is_edited(row, entry)

    def _delete(self, row: models.Model) -> None:
        for other in collect(row)[0]:
            for memory in self.memories:
                if entry := memory.by_row.get(_name(other)):
                    memory.forget(entry)
            derived_entries(_name(other)).delete()
        row.delete()


def _name(row: models.Model) -> RowName:
    return row._meta.label_lower, int(row.pk)
