"""Objects to load, in Django's fixture format: natural keys, and checks of names and values."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from sys import float_info
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from casebook.core.validators import control_in, is_web_address
from cases.models import ImportedRow

KEY_FIELDS: dict[str, tuple[str, ...]] = {
    "experts.organisation": ("slug",),
    "experts.expert": ("slug",),
    "experts.affiliation": ("expert", "organisation", "job_title"),
    "cases.place": ("slug",),
    "cases.theme": ("slug",),
    "cases.seat": ("organisation",),
    "cases.book": ("slug",),
    "cases.part": ("book", "number"),
    "cases.case": ("slug",),
    "cases.contribution": ("book", "role", "expert", "organisation"),
    "cases.critique": ("slug",),
    "cases.section": ("book", "anchor"),
    "cases.caseplace": ("case", "place"),
    "cases.casetheme": ("case", "theme"),
    "cases.erratum": ("book", "subject"),
    "cases.reference": ("url",),
    "cases.fact": ("slug",),
}
"""The models that can be loaded, in the order of loading, and their natural key fields."""

EXACT_TYPES: tuple[tuple[type, type | tuple[type, ...], str], ...] = (
    (models.BooleanField, bool, "true or false"),
    (models.IntegerField, int, "a whole number"),
    (models.FloatField, (int, float), "a number"),
    (models.DecimalField, (str, int, Decimal), "a number in quotes"),
    (models.DateField, (str, date), 'a date as "2019-03-01"'),
    (models.URLField, str, "an address that begins with http:// or https://"),
    (models.CharField, str, "text in quotes"),
    (models.TextField, str, "text in quotes"),
)
"""JSON types accepted for a field; Django alone would convert a list to text."""
JSON_TYPES: dict[Any, tuple[type, str]] = {
    list: (list, "a list of texts in quotes"),
    dict: (dict, "an object"),
}
RANGES: dict[str, tuple[int, int]] = BaseDatabaseOperations.integer_field_ranges
"""Integer ranges that every database can store; SQLite alone would accept more."""

Fixture = dict[str, Any]
"""One object of a fixture file: ``{"model": …, "fields": {…}}``."""
Key = tuple[Any, ...]
Values = dict[str, Any]
"""By field name: plain values, primary keys, sorted lists of primary keys."""


class LoadError(Exception):
    """A file that cannot be loaded; the message names the file, the object and the remedy."""


@dataclass(slots=True, eq=False)
class LoadObject:
    """One object of a source: its model's label, its fields, and its position for messages.

    While it is loaded, it has its natural key, its values ready for the database, and its row and
    the row's import log entry if there are any.
    """

    model: str
    fields: dict[str, Any]
    position: str
    key: Key = ()
    values: Values = field(default_factory=dict)
    row: Any = None
    entry: ImportedRow | None = None

    @property
    def model_class(self) -> type[models.Model]:
        return apps.get_model(self.model)

    def error(self, message: str) -> LoadError:
        return LoadError(f"{self.position} ({self.model}): {message}")


def flat_key(values: Iterable[Any]) -> Key:
    """Flatten a nested key: ``[["a"], 3]`` → ``("a", 3)``."""
    flat: list[Any] = []
    for value in values:
        flat += flat_key(value) if isinstance(value, list | tuple) else [value]
    return tuple(flat)


def row(model: str, **fields: Any) -> Fixture:
    """One object of a fixture, with its natural key alone."""
    return {"model": model, "fields": fields}


def printed(line: int | None) -> dict[str, Any]:
    """The provenance fields of all rows read from the source."""
    return {"origin": "book", "source_line": line}


def to_objects(fixture: Iterable[Fixture], name: str) -> list[LoadObject]:
    """Load objects of fixture rows made in memory; positions are source lines."""
    return [
        LoadObject(
            item["model"], item["fields"], f"{name}, line {item['fields'].get('source_line')}"
        )
        for item in fixture
    ]


def read_objects(path: Path) -> list[LoadObject]:
    """Read a fixture file; raises LoadError for anything but a list of known objects."""
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise LoadError(f"{path} cannot be read ({error.strerror}): check the path.") from None
    except UnicodeDecodeError as error:
        raise LoadError(
            f"{path} is not UTF-8 at byte {error.start}: give a fixture made by parse_book."
        ) from None
    except (ValueError, RecursionError) as error:
        raise LoadError(
            f"{path} is not JSON ({error}): give a fixture made by parse_book; "
            "for the text of a book use import_book."
        ) from None
    if not isinstance(content, list):
        raise LoadError(f"{path} holds no list of objects: give a fixture made by parse_book.")
    return [
        _read_object(item, f"{path}, object {number}")
        for number, item in enumerate(content, start=1)
    ]


def _read_object(item: Any, position: str) -> LoadObject:
    if not isinstance(item, dict) or set(item) != {"model", "fields"}:
        raise LoadError(f'{position}: write it as {{"model": …, "fields": {{…}}}}, nothing else.')
    model, fields = item["model"], item["fields"]
    if not isinstance(model, str) or model.lower() not in KEY_FIELDS:
        raise LoadError(f"{position}: unknown model {model!r}; use one of {', '.join(KEY_FIELDS)}.")
    if not isinstance(fields, dict):
        raise LoadError(f"{position} ({model}): its fields must be a JSON object.")
    return LoadObject(model.lower(), fields, position)


# --- Keys of other rows ----------------------------------------------------------------------


def key_paths(model: str) -> list[str]:
    """The field lookups of a flat key's values: cases.part → book__slug, number."""
    options = apps.get_model(model)._meta
    paths: list[str] = []
    for name in KEY_FIELDS[model]:
        related = options.get_field(name).related_model
        if related is None:
            paths.append(name)
        else:
            paths += [f"{name}__{path}" for path in key_paths(related._meta.label_lower)]
    return paths


class References(dict[tuple[str, Key], int | None]):
    """Primary keys of the rows that fixtures refer to; None for one that an editor deleted."""

    def find(self, thing: LoadObject, name: str, field: Any, written: Any) -> int | None:
        """The primary key for a natural key written in a fixture; raises LoadError if unknown."""
        model = field.related_model._meta.label_lower
        paths = key_paths(model)
        key = flat_key([written]) if isinstance(written, list) else ()
        if len(key) != len(paths):
            wanted = ", ".join(path.replace("__", " ") for path in paths)
            raise thing.error(f"the field {name!r} is {written!r}; write a list: [{wanted}].")
        if (model, key) not in self:
            self[model, key] = self._look_up(thing, name, model, key)
        return self[model, key]

    def _look_up(self, thing: LoadObject, name: str, model: str, key: Key) -> int | None:
        rows = apps.get_model(model)._default_manager
        if entry := ImportedRow.objects.filter(model=model, key=list(key)).first():
            return entry.object_id if rows.filter(pk=entry.object_id).exists() else None
        try:
            found = rows.filter(**dict(zip(key_paths(model), key, strict=True))).first()
        except (TypeError, ValueError):
            found = None
        if found is None:
            raise thing.error(
                f"the field {name!r} points to {model} {list(key)}, which is neither in the file "
                "nor loaded; add it or load its file first."
            )
        return int(found.pk)


# --- Names and values of fields --------------------------------------------------------------


@cache
def loadable_fields(model: type[models.Model]) -> dict[str, Any]:
    """The fields that a fixture may set, by name."""
    return {
        field.name: field
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if not field.primary_key and (field.editable or field.name == "edited_fields")
    }


def check_names(thing: LoadObject) -> None:
    """Raise LoadError for fields that the model does not have, and for missing required ones."""
    known = loadable_fields(thing.model_class)
    for name in thing.fields:
        if name not in known:
            raise thing.error(f"there is no field {name!r}; use {', '.join(known)}.")
    check_texts(thing, known)
    for name, column in known.items():
        is_optional = column.many_to_many or column.has_default() or column.null or column.blank
        if name not in thing.fields and not is_optional:
            raise thing.error(f"the field {name!r} is missing; add it.")


def check_texts(thing: LoadObject, known: dict[str, Any]) -> None:
    """Raise LoadError for control characters in any field or key: no query may contain them."""
    for name, value in thing.fields.items():
        if found := control_in(known[name], value):
            raise thing.error(
                f"the field {name!r} holds {found}, a control character; take it out."
            )


def plain_value(thing: LoadObject, name: str, field: Any) -> Any:
    """The value converted for the model field; raises LoadError if it is not valid."""
    value = thing.fields[name]
    if value is None and field.null:
        return None
    _check_type(thing, name, field, value)
    _check_range(thing, name, field, value)
    try:
        return field.to_python(value)
    except ValidationError as error:
        raise thing.error(
            f"the field {name!r} is not right: {error.messages[0]} Correct it."
        ) from None


def _check_type(thing: LoadObject, name: str, field: Any, value: Any) -> None:
    """A JSONField holds what its default is."""
    expected: Any
    if isinstance(field, models.JSONField):
        expected, wanted = JSON_TYPES.get(field.default, ((list, dict), "a list or an object"))
    else:
        expected, wanted = next(row[1:] for row in EXACT_TYPES if isinstance(field, row[0]))
    is_right = isinstance(value, expected) and (expected is bool or not isinstance(value, bool))
    if is_right and expected is list:
        is_right = all(isinstance(item, str) for item in value)
    if is_right and isinstance(field, models.URLField):
        is_right = is_web_address(value)
    if not is_right:
        shown = json.dumps(value, ensure_ascii=False, default=str)[:60]
        raise thing.error(f"the field {name!r} is {shown}; write {wanted}.")


def _check_range(thing: LoadObject, name: str, field: Any, value: Any) -> None:
    if isinstance(field, models.FloatField) and not abs(value) <= float_info.max:
        raise thing.error(f"the field {name!r} is {value}; write a number that a computer holds.")
    if isinstance(field, models.IntegerField):
        least, most = RANGES[field.get_internal_type()]
        if not least <= value <= most:
            raise thing.error(f"the field {name!r} is {value}; write {least} to {most}.")


def check_row(thing: LoadObject, row: models.Model) -> None:
    """Validate lengths, choices and the like, as the admin does; raises LoadError."""
    fields = row._meta.concrete_fields
    unchecked = {field.name for field in fields if field.is_relation or not field.editable}
    try:
        row.clean_fields(exclude=unchecked)
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise thing.error(f"the field {name!r}: {messages[0]} Correct it.") from None
