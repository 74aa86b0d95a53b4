"""Remove rows that a source no longer has, unless edited rows depend on them."""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Q, QuerySet

from cases.models import ImportedRow, Section

from .import_log import RULES, ImportLog, RowName, is_edited
from .objects import KEY_FIELDS
from .report import Report


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
