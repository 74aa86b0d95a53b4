"""JSON Schema of the records of a model."""

from typing import Any

from django.db import models

from .values import Record, columns, link_fields

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KEY = {"type": "integer"}
JSON_TYPES = {list: "array", dict: "object"}
TYPES: tuple[tuple[type[Any], Record], ...] = (
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.FloatField, {"type": "number"}),
    (models.DecimalField, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.CharField, {"type": "string"}),
    (models.TextField, {"type": "string"}),
)


def schema_of(model: type[models.Model]) -> Record:
    """What every record of a model looks like; ``x-references`` names the file of another row."""
    properties = {column.attname: of_column(column) for column in columns(model)}
    for field in link_fields(model):
        other = {"x-references": field.related_model._meta.label_lower}
        properties[field.name] = {
            "title": str(field.verbose_name),
            "type": "array",
            "items": KEY | other,
            "uniqueItems": True,
        }
    return {
        "$schema": DIALECT,
        "$id": f"{model._meta.label_lower}.schema.json",
        "title": str(model._meta.verbose_name),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def of_column(column: Any) -> Record:
    """What a value of one column looks like."""
    described: Record = {"title": str(column.verbose_name)} | plain_type(column)
    if column.max_length:
        described["maxLength"] = column.max_length
    if column.choices:
        blank = [""] if column.blank else []
        described["enum"] = [*blank, *(value for value, _label in column.flatchoices)]
    return or_null(described) if column.null else described


def plain_type(column: Any) -> Record:
    if column.is_relation:
        return KEY | {"x-references": column.related_model._meta.label_lower}
    if isinstance(column, models.JSONField):
        return {"type": JSON_TYPES.get(column.default, ["array", "object"])}
    if column.get_internal_type().endswith("AutoField"):
        return KEY
    return next(described for kind, described in TYPES if isinstance(column, kind))


def or_null(described: Record) -> Record:
    """The same, or nothing at all."""
    allowed = described | {"type": [described["type"], "null"]}
    return allowed | {"enum": [*allowed["enum"], None]} if "enum" in allowed else allowed
