"""Schemas of records: JSON Schema of their files, and the tables of the SQLite file."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.utils import ConnectionHandler

from .exported_content import content_models, link_fields

Schema = dict[str, Any]
JSON_TYPES: dict[Any, Any] = {list: "array", dict: "object"}
SCHEMAS: tuple[tuple[type[Any], Schema], ...] = (
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.FloatField, {"type": "number"}),
    (models.DecimalField, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.Field, {"type": "string"}),
)
"""The schema of a field is the first whose class it has."""


def json_schema(model: type[models.Model]) -> Schema:
    """The JSON Schema of a model's records; ``x-references`` is the model of the other row."""
    properties = {field.attname: column_schema(field) for field in model._meta.concrete_fields}
    properties |= {
        field.name: {
            "title": str(field.verbose_name),
            "type": "array",
            "items": key_schema(field),
            "uniqueItems": True,
        }
        for field in link_fields(model)
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{model._meta.label_lower}.schema.json",
        "title": str(model._meta.verbose_name),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def column_schema(field: Any) -> Schema:
    """The JSON Schema of a column's values."""
    if field.is_relation:
        schema = key_schema(field)
    elif isinstance(field, models.JSONField):
        schema = {"type": JSON_TYPES.get(field.default, ["array", "object"])}
    else:
        schema = dict(next(schema for kind, schema in SCHEMAS if isinstance(field, kind)))
    if field.max_length:
        schema["maxLength"] = field.max_length
    if field.choices:
        empty = [value for value, allowed in (("", field.blank), (None, field.null)) if allowed]
        schema["enum"] = [*empty, *(value for value, _label in field.flatchoices)]
    if field.null:
        schema["type"] = [schema["type"], "null"]
    return {"title": str(field.verbose_name), **schema}


def key_schema(field: Any) -> Schema:
    return {"type": "integer", "x-references": field.related_model._meta.label_lower}


def create_tables_sql() -> str:
    """The statements by which Django makes the tables of content on SQLite."""
    settings = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    memory = ConnectionHandler(settings)["default"]
    with memory.schema_editor(collect_sql=True, atomic=False) as editor:
        for model in content_models():
            editor.create_model(model)
    memory.connection.close()  # Django itself keeps a database in memory open.
    return "\n".join(editor.collected_sql)


def insert_statements(model: type[models.Model]) -> Iterator[str]:
    """SQL that inserts one JSON line into the table of its model and into those of links."""
    names = [field.attname for field in model._meta.concrete_fields]
    values = ", ".join(f"json_extract(?1, '$.{name}')" for name in names)
    yield f"INSERT INTO {model._meta.db_table} ({quoted(names)}) SELECT {values}"
    for field in link_fields(model):
        ends = quoted([field.m2m_column_name(), field.m2m_reverse_name()])
        links = f"json_extract(?1, '$.id'), value FROM json_each(?1, '$.{field.name}')"
        yield f"INSERT INTO {field.m2m_db_table()} ({ends}) SELECT {links}"


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
