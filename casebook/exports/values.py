"""A row as a record of plain JSON values, and back."""

import datetime as dt
import json
import re
from decimal import Decimal
from typing import Any

from django.db import models

from casebook.control_characters import replace_controls
from casebook.validators import controls_of
from cases.loading.objects import LoadObject
from cases.loading.values import check_row, check_texts, plain_value

Record = dict[str, Any]
MAX_KEY = 2**53
"""What every reader of JSON holds exactly."""
BY_ITS_WRITER = "load the export with the program that wrote it."


def columns(model: type[models.Model]) -> list[Any]:
    """The fields of a model that are columns of its table."""
    return list(model._meta.concrete_fields)


def link_fields(model: type[models.Model]) -> list[Any]:
    """The many-to-many fields whose links say nothing but that there is one."""
    fields: list[Any] = list(model._meta.many_to_many)
    return [field for field in fields if field.remote_field.through._meta.auto_created]


def record(model: type[models.Model], values: list[Any]) -> Record:
    """A row by the names of its columns; references are the keys of the other rows."""
    pairs = zip(columns(model), values, strict=True)
    return {column.attname: as_json(value, controls_of(column)) for column, value in pairs}


def as_json(value: Any, controls: re.Pattern[str]) -> Any:
    """A value that reads the same whichever database it comes from, and that can be loaded."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {as_json(key, controls): as_json(value[key], controls) for key in sorted(value)}
    if isinstance(value, list):
        return [as_json(item, controls) for item in value]
    return replace_controls(value, controls) if isinstance(value, str) else value


def row(record: LoadObject) -> models.Model:
    """An unsaved row with the values of a record, each looked at as those of a fixture are."""
    named = {column.attname: column for column in columns(record.model_class)}
    links = {field.name: field for field in link_fields(record.model_class)}
    if unknown := record.fields.keys() - named.keys() - links.keys():
        raise record.error(f"there is no column {min(unknown)!r} here; {BY_ITS_WRITER}")
    check_texts(record, named | links)
    made = record.model_class()
    for name, column in named.items():
        if name in record.fields:
            setattr(made, name, as_python(record, name, column))
        elif not (column.has_default() or column.null):
            raise record.error(f"the column {name!r} is missing; {BY_ITS_WRITER}")
    check_row(record, made)
    return made


def as_python(record: LoadObject, name: str, column: Any) -> Any:
    """A value as the model holds it."""
    if not (column.is_relation or column.primary_key):
        return plain_value(record, name, column)
    value = record.fields[name]
    return None if value is None and column.null else checked_key(record, name, value)


def linked_keys(record: LoadObject, name: str) -> list[int]:
    """The keys of the rows to which a many-to-many field links a record."""
    values = record.fields.get(name, [])
    if not isinstance(values, list):
        raise record.error(f"the field {name!r} is no list; write the keys of other rows in one.")
    return [checked_key(record, name, value) for value in values]


def checked_key(record: LoadObject, name: str, value: Any) -> int:
    """The key of a row; behind the largest one no other row would find room."""
    if type(value) is not int or not 0 < value <= MAX_KEY:
        shown = json.dumps(value, ensure_ascii=False)[:60]
        raise record.error(f"the field {name!r} is {shown}; write a key from 1 to {MAX_KEY}.")
    return value
