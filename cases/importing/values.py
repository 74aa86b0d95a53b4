"""Convert and check field values of fixtures for the database and for comparison."""

import json
from datetime import date
from decimal import Decimal
from sys import float_info
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from casebook.core.validators import control_in, is_web_address

from .objects import LoadObject

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


def is_reference(field: Any) -> bool:
    return bool(field.is_relation)


def loadable_fields(model: type[models.Model]) -> dict[str, Any]:
    """The fields that a fixture may set, by name."""
    options = model._meta
    fields = [*options.concrete_fields, *options.many_to_many]
    return {
        field.name: field
        for field in fields
        if not getattr(field, "primary_key", False)
        and (field.editable or field.name == "edited_fields")
    }


def check_names(thing: LoadObject) -> None:
    """Raise LoadError for fields that the model does not have, and for missing required ones."""
    known = loadable_fields(thing.model_class)
    for name in thing.fields:
        if name not in known:
            raise thing.error(f"there is no field {name!r}; use {', '.join(known)}.")
    check_texts(thing, known)
    for name, field in known.items():
        if name not in thing.fields and _is_required(field):
            raise thing.error(f"the field {name!r} is missing; add it.")


def check_texts(thing: LoadObject, known: dict[str, Any]) -> None:
    """Raise LoadError for control characters in any field or key: no query may contain them."""
    for name, value in thing.fields.items():
        if found := control_in(known[name], value):
            raise thing.error(
                f"the field {name!r} holds {found}, a control character; take it out."
            )


def _is_required(field: Any) -> bool:
    return not (field.many_to_many or field.has_default() or field.null or field.blank)


def plain_value(thing: LoadObject, name: str, field: Any) -> Any:
    """The value converted for the model field; raises LoadError if it is not valid."""
    value = thing.fields[name]
    if value is None and field.null:
        return None
    _check_type(thing, name, field, value)
    try:
        return field.to_python(value)
    except ValidationError as error:
        raise thing.error(f"the field {name!r} {_first(error)} Correct it.") from None


def _check_type(thing: LoadObject, name: str, field: Any, value: Any) -> None:
    expected, wanted = _expected(field)
    is_right = isinstance(value, expected) and (expected is bool or not isinstance(value, bool))
    if is_right and expected is list:
        is_right = all(isinstance(item, str) for item in value)
    if is_right and isinstance(field, models.URLField):
        is_right = is_web_address(value)
    if not is_right:
        shown = json.dumps(value, ensure_ascii=False, default=str)[:60]
        raise thing.error(f"the field {name!r} is {shown}; write {wanted}.")
    _check_range(thing, name, field, value)


def _expected(field: Any) -> tuple[type | tuple[type, ...], str]:
    """The types of a field's values in JSON, and their name; a JSONField has its default's type."""
    if isinstance(field, models.JSONField):
        return JSON_TYPES.get(field.default, ((list, dict), "a list or an object"))
    return next((kinds, words) for base, kinds, words in EXACT_TYPES if isinstance(field, base))


def _check_range(thing: LoadObject, name: str, field: Any, value: Any) -> None:
    if isinstance(field, models.FloatField) and not abs(value) <= float_info.max:
        raise thing.error(f"the field {name!r} is {value}; write a number that a computer holds.")
    if isinstance(field, models.IntegerField):
        least, most = RANGES[field.get_internal_type()]
        if not least <= value <= most:
            raise thing.error(f"the field {name!r} is {value}; write {least} to {most}.")


def check_row(thing: LoadObject, row: models.Model) -> None:
    """Validate lengths, choices and the like, as the admin does; raises LoadError."""
    references = {f.name for f in loadable_fields(type(row)).values() if is_reference(f)}
    derived = {f.name for f in row._meta.concrete_fields if not f.editable}
    try:
        row.clean_fields(exclude=references | derived)
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise thing.error(f"the field {name!r}: {messages[0]} Correct it.") from None


def _first(error: ValidationError) -> str:
    return f"is not right: {error.messages[0]}"


def remembered(value: Any) -> Any:
    """A value as the import log stores it in JSON."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))
