"""Remove rows that a source no longer has, unless edited rows depend on them."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models

from cases.models import ImportedRow, Section

from .comparison import is_edited
from .import_log import ImportLog, RowName, derived_entries, remembered_elsewhere
from .objects import KEY_FIELDS
from .report import Report
from .row_dependents import collect
from .rows import RowLoader


class Remover:
    """Removes the stale rows of some sources, with the rows that rules derived from them."""

    def __init__(self, loaders: Iterable[RowLoader], report: Report) -> None:
        self.loaders = list(loaders)
        self.report = report
        self.import_logs = [loader.import_log for loader in self.loaders]
        self.sources = {import_log.source for import_log in self.import_logs}

    def remove_stale(self) -> None:
        """Remove all stale rows, models in reverse order of dependence."""
        for model in reversed(KEY_FIELDS):
            for loader in self.loaders:
                for entry in loader.stale(model):
                    self._remove(loader.import_log, entry)

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
        wanted_here = any(name in loader.claimed for loader in self.loaders)
        return wanted_here or remembered_elsewhere(name, self.sources)

    def _would_go(self, row: models.Model) -> list[models.Model]:
        """The rows to delete, those that protect the row first; empty if it must stay."""
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
        entries = [
            import_log.by_row[name] for import_log in self.import_logs if name in import_log.by_row
        ]
        if not entries or is_edited(row, entries[0]):
            return False
        return not self._is_still_wanted(name)

    def _is_derived(self, row: models.Model) -> bool:
        """Whether a rule made the row, and nobody edited it."""
        entry = derived_entries(_name(row)).first()
        return entry is not None and not is_edited(row, entry)

    def _delete(self, row: models.Model) -> None:
        for other in collect(row)[0]:
            for import_log in self.import_logs:
                if entry := import_log.by_row.get(_name(other)):
                    import_log.forget(entry)
            derived_entries(_name(other)).delete()
        row.delete()


def _name(row: models.Model) -> RowName:
    return row._meta.label_lower, int(row.pk)
