"""Pieces of JSON Schema that describe what the tools give back."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NOTHING: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "integer"}
NUMBER_OR_NOTHING: Schema = {"type": ["integer", "null"]}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
YES_OR_NO: Schema = {"type": "boolean"}
ANYTHING: Schema = {"type": "object"}


def record(**fields: Schema) -> Schema:
    """An object that always has these fields; more may join them."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def or_nothing(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def several(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


FACETS = several(
    record(
        parameter=TEXT,
        label=TEXT,
        values=several(record(value=TEXT, label=TEXT, count=NUMBER)),
    )
)
