"""A row as a record of plain JSON values, and back."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

Record = dict[str, Any]


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
    return {column.attname: as_json(value) for column, value in pairs}


def as_json(value: Any) -> Any:
    """A value that reads the same whichever database it comes from."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict | list):
        return json.loads(json.dumps(value, sort_keys=True))
    return value


def row(model: type[models.Model], values: Record) -> models.Model:
    """An unsaved row with these values; ValueError names a column that does not fit."""
    known = {column.attname: column for column in columns(model)}
    links = {field.name for field in link_fields(model)}
    if unknown := values.keys() - known.keys() - links:
        raise ValueError(f"there is no column {min(unknown)!r} here")
    made = model()
    for name, column in known.items():
        if name in values:
            setattr(made, name, as_python(column, values[name]))
        elif not (column.has_default() or column.null):
            raise ValueError(f"the column {name!r} is missing")
    return made


def as_python(column: Any, value: Any) -> Any:
    """A value as the model holds it."""
    if value is None or isinstance(column, models.JSONField):
        return value
    try:
        return (
            column.target_field.to_python(value) if column.is_relation else column.to_python(value)
        )
    except ValidationError as error:
        raise ValueError(f"{value!r} does not fit the column {column.attname!r}") from error
