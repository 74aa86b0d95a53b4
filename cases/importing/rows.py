"""Load rows from a source: match each, compare it, and write what the source changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import F

from casebook.core.provenance import Attributed
from cases.models import Place

from .import_log import ImportLog, Values, compare, is_edited
from .objects import (
    KEY_FIELDS,
    Key,
    LoadObject,
    References,
    check_row,
    flat_key,
    loadable_fields,
    plain_value,
)
from .removal import collect
from .report import Report
from .row_identity import (
    EXPERT,
    ORDERED_MODELS,
    PersonMatcher,
    RowMatcher,
    Wanted,
    avoid_conflicts,
    rows_with_links,
)

PROGRESS_EVERY = 200
PARKED = 15_000
"""Offset added to an order that is about to change, so that it stays unique meanwhile."""
PRIMARY_MODEL = "cases.caseplace"
"""The model of which at most one row for each case is primary."""
POSITIONS = {"cases.section": ("order", "source_line")}
"""Fields that an insertion shifts; a row with changes in these alone counts as unchanged."""
WHENCE = ("origin", "source_line", "source_page")
"""Fields whose differences between sources are not reported; the first source's values stay."""
REPEATABLE_MODELS = ("cases.contribution",)
"""A book may print the same person twice in one list."""


class RowLoader:
    """Loads the rows of one source; its import log then knows those that it no longer has."""

    def __init__(self, import_log: ImportLog, references: References, report: Report) -> None:
        self.import_log = import_log
        self.references = references
        self.report = report
        self.moved: list[models.Model] = []
        self.by_model: dict[str, list[LoadObject]] = {model: [] for model in KEY_FIELDS}

    def load(self, objects: Iterable[LoadObject]) -> None:
        """Load all objects, model by model in the order of their dependence."""
        for thing in objects:
            self.by_model[thing.model].append(thing)
        for model, things in self.by_model.items():
            if things or any(self.import_log.entries(model)):
                self._load_model(model, things)
        self.import_log.save()

    # --- One model ---------------------------------------------------------------------------

    def _load_model(self, model: str, things: list[LoadObject]) -> None:
        keys = [entry.object_id for entry in self.import_log.entries(model)]
        rows: dict[int, models.Model] = rows_with_links(model).in_bulk(keys)
        matcher = (
            PersonMatcher(self.import_log, self.by_model, self.references)
            if model == EXPERT
            else RowMatcher(model, self.import_log, rows)
        )
        wanted = _with_keys(model, things)
        remembered = matcher.remembered(wanted)
        for want in wanted:
            if entry := remembered.get(want.key):
                want.entry, want.row = entry, rows.get(entry.object_id)
                self.import_log.claimed.add((model, entry.object_id))
        for layer in _layers(wanted):
            here = [want for want in layer if self._read_values(want)]
            self._adopt(model, matcher.present([want for want in here if want.row is None]), here)
            self._drop_leaves(model, rows)
            self._write_all(model, here)

    def _read_values(self, want: Wanted) -> bool:
        """Set the values; False if an editor deleted the row, or one that it requires."""
        was_deleted = want.entry is not None and want.row is None
        values = None if was_deleted else self._values(want.thing)
        if values is None:
            self.report.left_out.append(_label(want))
            self.references[want.thing.model, want.key] = None
            return False
        want.values = values
        return True

    def _values(self, thing: LoadObject) -> Values | None:
        """Plain values and primary keys; None if a row is missing that an editor deleted."""
        fields = loadable_fields(thing.model_class)
        values: Values = {}
        for name, written in thing.fields.items():
            field = fields[name]
            if not field.is_relation:
                values[name] = plain_value(thing, name, field)
            elif field.many_to_many:
                values[name] = self._many(thing, name, field, written)
            elif written is None and field.null:
                values[name] = None
            else:
                values[name] = self.references.find(thing, name, field, written)
                if values[name] is None:
                    return None
        return values

    def _many(self, thing: LoadObject, name: str, field: Any, written: Any) -> list[int]:
        if not isinstance(written, list):
            raise thing.error(f"the field {name!r} is {written!r}; write a list of keys.")
        keys = [self.references.find(thing, name, field, item) for item in written]
        return sorted({key for key in keys if key is not None})

    def _adopt(self, model: str, present: Mapping[Key, models.Model], here: list[Wanted]) -> None:
        """Match objects to existing rows that no other object has claimed."""
        for want in here:
            row = present.get(want.key)
            if row is not None and (model, row.pk) not in self.import_log.claimed:
                want.row, want.entry = row, self.import_log.by_row.get((model, row.pk))
                self.import_log.claimed.add((model, row.pk))

    def _drop_leaves(self, model: str, rows: Mapping[int, models.Model]) -> None:
        """Delete unedited stale rows without dependents before their successors are written."""
        if model not in (*ORDERED_MODELS, PRIMARY_MODEL):
            return
        for entry in self.import_log.stale(model):
            row = rows.get(entry.object_id)
            if row and not is_edited(row, entry) and collect(row) == ([row], []):
                row.delete()
                self.report.removed += 1
                self.import_log.forget(entry)

    def _write_all(self, model: str, wanted: list[Wanted]) -> None:
        """Write known rows first: new rows may take the orders and primary flags they release."""
        known = [(want, want.row) for want in wanted if want.row is not None]
        self._park(model, known)
        for number, (want, row) in enumerate(known):
            if number % PROGRESS_EVERY == 0:
                self.report.report_progress(f"{model}: {number} of {len(wanted)}")
            self._update(want, row)
        if self.moved:
            self.report.note_rows(model, (row.pk for row in self.moved))
            _manager(model).bulk_update(self.moved, POSITIONS[model], batch_size=PROGRESS_EVERY)
            self.moved = []
        self._create_all(model, [want for want in wanted if want.row is None])
        for want in wanted:
            if want.row is not None:
                self.import_log.note((model, want.row.pk), want.key, want.values)
                self.references[model, want.key] = want.row.pk

    def _park(self, model: str, known: list[tuple[Wanted, models.Model]]) -> None:
        """Release orders and primary flags that change, to avoid uniqueness conflicts meanwhile."""
        if model in ORDERED_MODELS:
            moving = [row.pk for want, row in known if _has_other_order(want, row)]
            _manager(model).filter(pk__in=moving).update(
                order=F("order") + PARKED, updated_at=F("updated_at")
            )
        if model == PRIMARY_MODEL:
            former = [
                row.pk
                for want, row in known
                if want.entry
                and want.entry.values.get("is_primary")
                and want.values.get("is_primary") is False
            ]
            _manager(model).filter(pk__in=former).update(is_primary=False)

    # --- Rows --------------------------------------------------------------------------------

    def _update(self, want: Wanted, row: models.Model) -> None:
        own_edits = want.values.pop("edited_fields", [])
        found = compare(row, want.values, want.entry)
        changes, model, label = found.changes, want.thing.model, _label(want)
        self.report.kept_values += [f"{label} {name}" for name in found.edited]
        self.report.other_sources += [
            f"{label} {name}" for name in found.others if name not in WHENCE
        ]
        _set_values(row, changes)
        if changes and changes.keys() <= set(POSITIONS.get(model, ())):
            self.moved.append(row)
            self.report.unchanged += 1
        elif changes:
            check_row(want.thing, row)
            _save(want.thing, row)
            for field in row._meta.many_to_many:
                if field.name in changes:
                    getattr(row, field.name).set(changes[field.name])
            self.report.changed += 1
            self.report.note_rows(model, [row.pk])
        else:
            if model in ORDERED_MODELS and _has_other_order(want, row):
                row.save(update_fields=["order"])  # It is parked, but an editor changed the order.
            self.report.unchanged += 1
        self._mark_edits(row, {*own_edits, *found.edited}, want.values)

    def _mark_edits(self, row: models.Model, edited: set[str], in_file: Iterable[str]) -> None:
        """Store the names of edited fields on the row, for pages and the API."""
        if not isinstance(row, Attributed):
            return
        names = sorted(edited | (set(row.edited_fields) - set(in_file)))
        if names != sorted(row.edited_fields):
            row.edited_fields = names
            type(row)._default_manager.filter(pk=row.pk).update(edited_fields=names)

    def _create_all(self, model: str, wanted: list[Wanted]) -> None:
        for start in range(0, len(wanted), PROGRESS_EVERY):
            self.report.report_progress(f"{model}: {start} of {len(wanted)} new")
            some = wanted[start : start + PROGRESS_EVERY]
            rows = [want.thing.model_class() for want in some]
            for want, row in zip(some, rows, strict=True):
                want.row = row
                _set_values(row, want.values)
                want.values.pop("edited_fields", None)
            avoid_conflicts(model, rows)
            for want, row in zip(some, rows, strict=True):
                check_row(want.thing, row)
            self._insert(some, rows)
            _link(some, rows)
            keys = [row.pk for row in rows]
            self.import_log.created.update((model, key) for key in keys)
            self.import_log.claimed |= self.import_log.created
            self.report.note_rows(model, keys)
            self.report.created += len(keys)

    def _insert(self, wanted: list[Wanted], rows: list[models.Model]) -> None:
        """Insert rows in bulk; where the database rejects them, one by one, to report which.

        Places are saved one by one in any case: saving them computes more columns.
        """
        if not isinstance(rows[0], Place):
            try:
                with transaction.atomic():
                    type(rows[0])._default_manager.bulk_create(rows)
            except (IntegrityError, DataError):
                for row in rows:
                    row.pk = None
            else:
                return
        for want, row in zip(wanted, rows, strict=True):
            _save(want.thing, row)


def _with_keys(model: str, things: Iterable[LoadObject]) -> list[Wanted]:
    """The objects of a model by natural key; raises LoadError for one that occurs twice."""
    wanted: dict[Key, Wanted] = {}
    times: Counter[Key] = Counter()
    for thing in things:
        key = thing.key
        times[key] += 1
        if times[key] > 1 and model in REPEATABLE_MODELS:
            key = (*key, times[key])
        if key in wanted:
            raise thing.error(
                f"it repeats {wanted[key].thing.position}; correct the number or name of one."
            )
        wanted[key] = Wanted(thing, key, {})
    return list(wanted.values())


def _layers(wanted: Iterable[Wanted]) -> Iterator[list[Wanted]]:
    """Batches in which rows come after the rows of their own model that they refer to."""
    waiting = {want.key: want for want in wanted}
    while waiting:
        ready = [want for want in waiting.values() if not _own_keys(want) & waiting.keys()]
        if not ready:
            stuck = next(iter(waiting.values()))
            raise stuck.thing.error("it lies in itself, by way of the rows above it; correct it.")
        yield ready
        for want in ready:
            del waiting[want.key]


def _own_keys(want: Wanted) -> set[Key]:
    """The keys of rows of the same model that a row refers to."""
    return {
        flat_key([want.thing.fields.get(field.name)])
        for field in want.thing.model_class._meta.concrete_fields
        if field.related_model is want.thing.model_class
    }


def _set_values(row: models.Model, values: Values) -> None:
    """Set all fields but the many-to-many ones; references by their primary keys."""
    for field in row._meta.concrete_fields:
        if field.name in values:
            setattr(row, field.attname, values[field.name])


def _link(wanted: list[Wanted], rows: list[models.Model]) -> None:
    """Insert the many-to-many links of new rows in bulk."""
    for field in rows[0]._meta.many_to_many:
        through: Any = field.remote_field.through
        here, there = field.m2m_column_name(), field.m2m_reverse_name()
        through._default_manager.bulk_create(
            through(**{here: row.pk, there: key})
            for want, row in zip(wanted, rows, strict=True)
            for key in want.values.get(field.name, ())
        )


def _save(thing: LoadObject, row: models.Model) -> None:
    try:
        with transaction.atomic():
            row.save()
    except (IntegrityError, DataError) as error:
        reason = str(error).split("\n", maxsplit=1)[0]
        raise thing.error(
            f"the database refuses it ({reason}); correct it, or the row that it clashes with."
        ) from None


def _has_other_order(want: Wanted, row: Any) -> bool:
    return bool(want.values.get("order") != row.order)


def _manager(model: str) -> Any:
    return apps.get_model(model)._default_manager


def _label(want: Wanted) -> str:
    return " ".join([want.thing.model, *(str(part) for part in want.key if part is not None)])
