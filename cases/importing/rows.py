"""Load rows from a source: match each, compare it, and write what the source changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import F

from casebook.core.provenance import Attributed
from cases.models import Place

from .import_log import ImportLog, collect, compare, is_edited
from .objects import (
    KEY_FIELDS,
    Key,
    LoadObject,
    References,
    Values,
    check_row,
    loadable_fields,
    plain_value,
)
from .report import Report
from .row_identity import (
    EXPERT,
    ORGANISATION,
    PersonMatcher,
    RowMatcher,
    layers,
    rows_with_links,
    set_keys,
)

PROGRESS_EVERY = 200
PARKED = 15_000
"""Offset added to an order that is about to change, so that it stays unique meanwhile."""
ORDERED_MODELS = {"cases.contribution": ("book_id", "role"), "cases.critique": ("case_id",)}
"""Models whose ``order`` is unique among rows with the same values of these fields."""
PRIMARY_MODEL = "cases.caseplace"
"""The model of which at most one row for each case is primary."""
POSITIONS = {"cases.section": ("order", "source_line")}
"""Fields that an insertion shifts; a row with changes in these alone counts as unchanged."""
WHENCE = ("origin", "source_line", "source_page")
"""Fields whose differences between sources are not reported; the first source's values stay."""


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
            PersonMatcher(self.import_log, rows, self.by_model, self.references)
            if model == EXPERT
            else RowMatcher(model, self.import_log, rows)
        )
        set_keys(model, things)
        matcher.recognise(things)
        for layer in layers(things):
            here = [thing for thing in layer if self._read_values(thing)]
            matcher.adopt([thing for thing in here if thing.row is None])
            self._drop_leaves(model, rows)
            self._write_all(model, here)

    def _read_values(self, thing: LoadObject) -> bool:
        """Set the values; False if an editor deleted the row, or one that it requires."""
        was_deleted = thing.entry is not None and thing.row is None
        values = None if was_deleted else self._values(thing)
        if values is None:
            self.report.left_out.append(_label(thing))
            self.references[thing.model, thing.key] = None
            return False
        thing.values = values
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

    def _write_all(self, model: str, wanted: list[LoadObject]) -> None:
        """Write known rows first: new rows may take the orders and primary flags they release."""
        known = [thing for thing in wanted if thing.row]
        new = [thing for thing in wanted if not thing.row]
        self._park(model, known)
        for number, thing in enumerate(known):
            if number % PROGRESS_EVERY == 0:
                self.report.report_progress(f"{model}: {number} of {len(wanted)}")
            self._update(thing)
        if self.moved:
            self.report.note_rows(model, (row.pk for row in self.moved))
            _manager(model).bulk_update(self.moved, POSITIONS[model], batch_size=PROGRESS_EVERY)
            self.moved = []
        for start in range(0, len(new), PROGRESS_EVERY):
            self.report.report_progress(f"{model}: {start} of {len(new)} new")
            self._create(model, new[start : start + PROGRESS_EVERY])
        for thing in wanted:
            self.import_log.note((model, thing.row.pk), thing.key, thing.values)
            self.references[model, thing.key] = thing.row.pk

    def _park(self, model: str, known: list[LoadObject]) -> None:
        """Release orders and primary flags that change, to avoid uniqueness conflicts meanwhile."""
        if model in ORDERED_MODELS:
            moving = [thing.row.pk for thing in known if _has_other_order(thing)]
            _manager(model).filter(pk__in=moving).update(
                order=F("order") + PARKED, updated_at=F("updated_at")
            )
        if model == PRIMARY_MODEL:
            former = [
                thing.row.pk
                for thing in known
                if thing.entry
                and thing.entry.values.get("is_primary")
                and thing.values.get("is_primary") is False
            ]
            _manager(model).filter(pk__in=former).update(is_primary=False)

    # --- Rows --------------------------------------------------------------------------------

    def _update(self, thing: LoadObject) -> None:
        row, model, label = thing.row, thing.model, _label(thing)
        own_edits = thing.values.pop("edited_fields", [])
        changes, edited, as_others = compare(row, thing.values, thing.entry)
        self.report.kept_values += [f"{label} {name}" for name in edited]
        self.report.other_sources += [f"{label} {name}" for name in as_others if name not in WHENCE]
        _set_values(row, changes)
        if changes and changes.keys() <= set(POSITIONS.get(model, ())):
            self.moved.append(row)
            self.report.unchanged += 1
        elif changes:
            check_row(thing, row)
            _save(thing)
            for field in row._meta.many_to_many:
                if field.name in changes:
                    getattr(row, field.name).set(changes[field.name])
            self.report.changed += 1
            self.report.note_rows(model, [row.pk])
        else:
            if model in ORDERED_MODELS and _has_other_order(thing):
                row.save(update_fields=["order"])  # It is parked, but an editor changed the order.
            self.report.unchanged += 1
        self._mark_edits(row, {*own_edits, *edited}, thing.values)

    def _mark_edits(self, row: models.Model, edited: set[str], in_file: Iterable[str]) -> None:
        """Store the names of edited fields on the row, for pages and the API."""
        if not isinstance(row, Attributed):
            return
        names = sorted(edited | (set(row.edited_fields) - set(in_file)))
        if names != sorted(row.edited_fields):
            row.edited_fields = names
            type(row)._default_manager.filter(pk=row.pk).update(edited_fields=names)

    def _create(self, model: str, things: list[LoadObject]) -> None:
        for thing in things:
            thing.row = thing.model_class()
            _set_values(thing.row, thing.values)
            thing.values.pop("edited_fields", None)
        rows = [thing.row for thing in things]
        _avoid_conflicts(model, rows)
        for thing in things:
            check_row(thing, thing.row)
        if not _insert_at_once(rows):
            for thing in things:
                _save(thing)
        _link(things)
        keys = [row.pk for row in rows]
        self.import_log.created.update((model, key) for key in keys)
        self.import_log.claimed |= self.import_log.created
        self.report.note_rows(model, keys)
        self.report.created += len(keys)


def _insert_at_once(rows: list[Any]) -> bool:
    """Insert rows in bulk; return whether that worked, for no error names the row at fault.

    Places are left out: saving them computes more columns.
    """
    if isinstance(rows[0], Place):
        return False
    try:
        with transaction.atomic():
            type(rows[0])._default_manager.bulk_create(rows)
    except (IntegrityError, DataError):
        for row in rows:
            row.pk = None
        return False
    return True


def _avoid_conflicts(model: str, rows: list[Any]) -> None:
    """Change slugs and orders of new rows that others have: ``li-wei-2``, the next free order."""
    if model in (EXPERT, ORGANISATION):
        _free_slugs(rows)
    elif model in ORDERED_MODELS:
        _free_orders(rows, ORDERED_MODELS[model])


def _free_slugs(rows: list[Any]) -> None:
    others = type(rows[0])._default_manager
    taken = set(others.filter(slug__in=[row.slug for row in rows]).values_list("slug", flat=True))
    for row in rows:
        stem, number = row.slug, 1
        while row.slug in taken or (number > 1 and others.filter(slug=row.slug).exists()):
            number += 1
            row.slug = f"{stem}-{number}"
        taken.add(row.slug)


def _free_orders(rows: list[Any], among: tuple[str, ...]) -> None:
    """Where another row has the order, append the new one at the end."""
    first = {getattr(row, among[0]) for row in rows}
    others = type(rows[0])._default_manager.filter(**{f"{among[0]}__in": first})
    taken: defaultdict[Key, set[int]] = defaultdict(set)
    for *group, order in others.values_list(*among, "order"):
        taken[tuple(group)].add(order)
    for row in rows:
        orders = taken[tuple(getattr(row, name) for name in among)]
        if row.order in orders:
            row.order = max(orders) + 1
        orders.add(row.order)


def _set_values(row: models.Model, values: Values) -> None:
    """Set all fields but the many-to-many ones; references by their primary keys."""
    for field in row._meta.concrete_fields:
        if field.name in values:
            setattr(row, field.attname, values[field.name])


def _link(things: list[LoadObject]) -> None:
    """Insert the many-to-many links of new rows in bulk."""
    for field in things[0].model_class._meta.many_to_many:
        through: Any = field.remote_field.through
        here, there = field.m2m_column_name(), field.m2m_reverse_name()
        through._default_manager.bulk_create(
            through(**{here: thing.row.pk, there: key})
            for thing in things
            for key in thing.values.get(field.name, ())
        )


def _save(thing: LoadObject) -> None:
    try:
        with transaction.atomic():
            thing.row.save()
    except (IntegrityError, DataError) as error:
        reason = str(error).split("\n", maxsplit=1)[0]
        raise thing.error(
            f"the database refuses it ({reason}); correct it, or the row that it clashes with."
        ) from None


def _has_other_order(thing: LoadObject) -> bool:
    return bool(thing.values.get("order") != thing.row.order)


def _manager(model: str) -> Any:
    return apps.get_model(model)._default_manager


def _label(thing: LoadObject) -> str:
    return " ".join([thing.model, *(str(part) for part in thing.key if part is not None)])
