"""Load rows from a source: match each, compare it, and write what the source changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import F

from casebook.core.provenance import Attributed
from cases.models import ImportedRow, Place

from .comparison import Current, Values, compare, is_edited
from .import_log import ImportLog, RowName
from .namesakes import EXPERT, PersonMatcher, organisations_in_source
from .objects import KEY_FIELDS, Key, LoadObject, References, flat_key
from .report import Report
from .row_dependents import depends_on
from .row_identity import ORDERED_MODELS, Existing, free_values
from .values import check_row, is_reference, loadable_fields, plain_value, remembered

PROGRESS_EVERY = 200
PARKED = 15_000
"""Offset added to an order that is about to change, so that it stays unique meanwhile."""
PARKED_MODELS = tuple(ORDERED_MODELS)
PRIMARY_MODEL = "cases.caseplace"
"""The model of which at most one row for each case is primary."""
POSITIONS = {"cases.section": ("order", "source_line")}
"""Fields that an insertion shifts; a row with changes in these alone counts as unchanged."""
WHENCE = ("origin", "source_line", "source_page")
"""Fields whose differences between sources are not reported; the first source's values stay."""
REPEATABLE_MODELS = ("cases.contribution",)
"""A book may print the same person twice in one list."""


@dataclass(slots=True)
class Wanted:
    """An object of the source with its values ready for the database, and its row if it has one."""

    thing: LoadObject
    key: Key
    values: Values
    row: models.Model | None = None
    entry: ImportedRow | None = None


def layers(wanted: list[Wanted]) -> Iterator[list[Wanted]]:
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


class RowLoader:
    """Loads the rows of one source; ``stale`` gives those that it no longer has."""

    def __init__(self, import_log: ImportLog, references: References, report: Report) -> None:
        self.import_log = import_log
        self.references = references
        self.report = report
        self.claimed: set[RowName] = set()
        self.created: set[RowName] = set()
        self.moved: list[models.Model] = []
        self.by_model: dict[str, list[LoadObject]] = {}

    def load(self, objects: Iterable[LoadObject]) -> None:
        """Load all objects, model by model in the order of their dependence."""
        self.by_model = {model: [] for model in KEY_FIELDS}
        for thing in objects:
            self.by_model[thing.model].append(thing)
        for model, things in self.by_model.items():
            if things or any(self.import_log.entries(model)):
                self._load_model(model, things)
        self.import_log.save()

    def stale(self, model: str) -> list[ImportedRow]:
        """Entries of rows loaded earlier that the source no longer has, newest first."""
        entries = [
            entry
            for entry in self.import_log.entries(model)
            if (model, entry.object_id) not in self.claimed
        ]
        return sorted(entries, key=lambda entry: -entry.object_id)

    # --- One model ---------------------------------------------------------------------------

    def _load_model(self, model: str, things: list[LoadObject]) -> None:
        entries = list(self.import_log.entries(model))
        rows: dict[int, models.Model] = _manager(model).in_bulk(
            [entry.object_id for entry in entries]
        )
        people = self._people(entries) if model == EXPERT else None
        wanted = self._recognise(model, things, rows, people)
        spare = [row for key, row in rows.items() if (model, key) not in self.claimed]
        for layer in layers(wanted):
            here = [want for want in layer if not self._is_left_out(want)]
            self._adopt(model, [want for want in here if want.row is None], spare, people)
            self._drop_leaves(model, rows)
            self._write_all(model, here)

    def _write_all(self, model: str, wanted: list[Wanted]) -> None:
        """Write known rows first: new rows may take the orders and primary flags they release."""
        known = [(want, want.row) for want in wanted if want.row is not None]
        current = Current([row for _, row in known])
        self._park(model, known)
        for number, (want, row) in enumerate(known):
            if number % PROGRESS_EVERY == 0:
                self.report.report_progress(f"{model}: {number} of {len(wanted)}")
            self._update(want, row, current)
        moved, self.moved = self.moved, []
        if moved:
            self.report.note_rows(model, (row.pk for row in moved))
            _manager(model).bulk_update(moved, POSITIONS[model], batch_size=PROGRESS_EVERY)
        self._create_all(model, [want for want in wanted if want.row is None])
        for want in wanted:
            self._remember(want)

    def _people(self, entries: list[ImportedRow]) -> PersonMatcher:
        """Matcher of people by their organisations, which are loaded before them."""
        bodies = organisations_in_source(self.by_model["experts.affiliation"], self.references)
        books = [str(thing.fields.get("slug")) for thing in self.by_model["cases.book"]]
        return PersonMatcher(entries, bodies, books[0] if len(books) == 1 else "")

    def _recognise(
        self,
        model: str,
        things: list[LoadObject],
        rows: dict[int, models.Model],
        people: PersonMatcher | None,
    ) -> list[Wanted]:
        """Match objects to the rows of an earlier load: by natural key, people by identity."""
        wanted = self._with_keys(model, things)
        remembered_people = people.remembered(things) if people else {}
        for want in wanted:
            want.entry = (
                remembered_people.get(want.key)
                if people
                else self.import_log.by_key.get((model, want.key))
            )
            if want.entry:
                want.row = rows.get(want.entry.object_id)
                self.claimed.add((model, want.entry.object_id))
        return wanted

    def _with_keys(self, model: str, things: list[LoadObject]) -> list[Wanted]:
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

    def _is_left_out(self, want: Wanted) -> bool:
        """Whether an editor deleted the row, or one that it requires."""
        deleted = want.entry is not None and want.row is None
        values = None if deleted else self._values(want.thing)
        if values is None:
            self.report.left_out.append(_label(want.thing.model, want.key))
            self.references.note(want.thing.model, want.key, None)
            return True
        want.values = values
        if want.row is not None:
            self.references.note(want.thing.model, want.key, want.row.pk)
        return False

    def _values(self, thing: LoadObject) -> Values | None:
        """Plain values and primary keys; None if a row is missing that an editor deleted."""
        fields = loadable_fields(thing.model_class)
        values: Values = {}
        for name in thing.fields:
            field, written = fields[name], thing.fields[name]
            if not is_reference(field):
                values[name] = plain_value(thing, name, field)
            elif field.many_to_many:
                values[name] = self._many(thing, name, field, written)
            else:
                values[name] = self._one(thing, name, field, written)
                if written is not None and values[name] is None:
                    return None
        return values

    def _one(self, thing: LoadObject, name: str, field: Any, written: Any) -> int | None:
        if written is None and field.null:
            return None
        return self.references.find(thing, name, field, written)

    def _many(self, thing: LoadObject, name: str, field: Any, written: Any) -> list[int]:
        if not isinstance(written, list):
            raise thing.error(f"the field {name!r} is {written!r}; write a list of keys.")
        keys = [self.references.find(thing, name, field, item) for item in written]
        return sorted({key for key in keys if key is not None})

    def _adopt(
        self,
        model: str,
        wanted: list[Wanted],
        spare: list[models.Model],
        people: PersonMatcher | None,
    ) -> None:
        """Match objects to existing rows that no other object has claimed."""
        present = people.present(want.thing for want in wanted) if people else {}
        existing = None if people else Existing(model, [want.values for want in wanted], spare)
        for want in wanted:
            row = existing.find(want.values) if existing else present.get(want.key)
            if row is None or (model, row.pk) in self.claimed:
                continue
            want.row, want.entry = row, self.import_log.by_row.get((model, row.pk))
            self.claimed.add((model, row.pk))
            self.references.note(model, want.key, row.pk)

    def _drop_leaves(self, model: str, rows: dict[int, models.Model]) -> None:
        """Delete unedited stale rows without dependents before their successors are written."""
        if model not in (*PARKED_MODELS, PRIMARY_MODEL):
            return
        for entry in self.stale(model):
            row = rows.get(entry.object_id)
            if row and not is_edited(row, entry) and not depends_on(row):
                row.delete()
                self.report.removed += 1
                self.import_log.forget(entry)

    def _park(self, model: str, known: list[tuple[Wanted, models.Model]]) -> None:
        """Release orders and primary flags that change, to avoid uniqueness conflicts meanwhile."""
        if model in PARKED_MODELS:
            moving = [
                row.pk for want, row in known if want.values.get("order") != _value(row, "order")
            ]
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

    def _remember(self, want: Wanted) -> None:
        """Record the source's values of a written row in the import log."""
        row = want.row
        if row is not None:
            self.import_log.note((want.thing.model, row.pk), want.key, remembered(want.values))
            self.references.note(want.thing.model, want.key, row.pk)

    def _create_all(self, model: str, wanted: list[Wanted]) -> None:
        """Create rows in bulk; where the database rejects them, one by one, to report which."""
        many = _many_to_many(apps.get_model(model))
        values = [{k: v for k, v in want.values.items() if k not in many} for want in wanted]
        for start in range(0, len(wanted), PROGRESS_EVERY):
            self.report.report_progress(f"{model}: {start} of {len(wanted)} new")
            some = wanted[start : start + PROGRESS_EVERY]
            free = free_values(model, values[start : start + PROGRESS_EVERY])
            for want, fields in zip(some, free, strict=True):
                want.row = self._new_row(want, fields)
            self._insert(some)
            self._link(many, some)
            keys = [want.row.pk for want in some if want.row is not None]
            self.created.update((model, key) for key in keys)
            self.claimed.update(self.created)
            self.report.note_rows(model, keys)
            self.report.created += len(keys)

    def _new_row(self, want: Wanted, values: Values) -> models.Model:
        own_edits = values.pop("edited_fields", [])
        want.values.pop("edited_fields", None)
        model = want.thing.model_class
        row = model(**_columns(model, values))
        if isinstance(row, Attributed):
            row.edited_fields = own_edits
        check_row(want.thing, row)
        return row

    def _insert(self, wanted: list[Wanted]) -> None:
        rows = [want.row for want in wanted if want.row is not None]
        if _insert_at_once(rows):
            return
        for want in wanted:
            if want.row is not None:
                self._save(want.thing, want.row)

    def _link(self, many: set[str], wanted: list[Wanted]) -> None:
        for name in many:
            field: Any = wanted[0].thing.model_class._meta.get_field(name)
            through, here, there = (
                field.remote_field.through,
                field.m2m_column_name(),
                field.m2m_reverse_name(),
            )
            through._default_manager.bulk_create(
                through(**{here: want.row.pk, there: key})
                for want in wanted
                if want.row is not None
                for key in want.values.get(name, ())
            )

    def _update(self, want: Wanted, row: models.Model, current: Current) -> None:
        own_edits = want.values.pop("edited_fields", [])
        found = compare(want.thing, row, want.values, want.entry, current.values(row))
        changes, label = found.changes, _label(want.thing.model, want.key)
        self.report.kept_values += [f"{label} {name}" for name in found.edited]
        others = [name for name in found.others if name not in WHENCE]
        self.report.other_sources += [f"{label} {name}" for name in others]
        many = _many_to_many(type(row))
        plain = {k: v for k, v in changes.items() if k not in many}
        for column, value in _columns(type(row), plain).items():
            setattr(row, column, value)
        if changes and changes.keys() <= set(POSITIONS.get(want.thing.model, ())):
            self.moved.append(row)
            self.report.unchanged += 1
        elif changes:
            check_row(want.thing, row)
            self._save(want.thing, row)
            for name in many & changes.keys():
                getattr(row, name).set(changes[name])
            self.report.changed += 1
            self.report.note_rows(want.thing.model, [row.pk])
        else:
            self._unpark(want, row)
            self.report.unchanged += 1
        self._mark_edits(row, {*own_edits, *found.edited}, want.values.keys())

    def _unpark(self, want: Wanted, row: models.Model) -> None:
        """Restore the order of a parked row whose order an editor changed."""
        if want.thing.model in PARKED_MODELS and want.values.get("order") != _value(row, "order"):
            row.save(update_fields=["order"])

    def _save(self, thing: LoadObject, row: models.Model) -> None:
        try:
            with transaction.atomic():
                row.save()
        except (IntegrityError, DataError) as error:
            reason = str(error).split("\n", maxsplit=1)[0]
            raise thing.error(
                f"the database refuses it ({reason}); correct it, or the row that it clashes with."
            ) from None

    def _mark_edits(self, row: models.Model, edited: set[str], in_file: Iterable[str]) -> None:
        """Store the names of edited fields on the row, for pages and the API."""
        if not isinstance(row, Attributed):
            return
        by_hand_alone = set(row.edited_fields) - set(in_file)
        names = sorted(edited | by_hand_alone)
        if names != sorted(row.edited_fields):
            row.edited_fields = names
            type(row)._default_manager.filter(pk=row.pk).update(edited_fields=names)


def _manager(model: str) -> Any:
    return apps.get_model(model)._default_manager


def _insert_at_once(rows: list[models.Model]) -> bool:
    """Insert rows in bulk; return whether that worked.

    Places are left out: saving them computes more columns.
    """
    if not rows or isinstance(rows[0], Place):
        return False
    try:
        with transaction.atomic():
            type(rows[0])._default_manager.bulk_create(rows)
    except (IntegrityError, DataError):
        for row in rows:
            row.pk = None
        return False
    return True


def _value(row: models.Model, name: str) -> Any:
    return getattr(row, name)


def _many_to_many(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.many_to_many}


def _columns(model: type[models.Model], values: Values) -> Values:
    """Field names → attribute names: ``{"book": 1}`` → ``{"book_id": 1}``."""
    return {model._meta.get_field(name).attname: value for name, value in values.items()}  # type: ignore[union-attr]


def _label(model: str, key: Key) -> str:
    return f"{model} {' '.join(str(part) for part in key if part is not None)}"
