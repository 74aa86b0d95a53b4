"""What an export holds: which models and rows, and a row as JSON object with its JSON Schema."""

import datetime as dt
import re
from functools import partial
from typing import Any

from django.apps import apps
from django.core.serializers import jsonl
from django.db import models
from django.db.models import Model, Prefetch, QuerySet

from casebook.core.control_characters import replace_controls
from casebook.core.validators import controls_of
from cases.importing.import_plan import TEXT
from cases.models import ImportedRow, Passage, Section

APPS = ("experts", "cases", "search")
LEFT_OUT = {
    "search.outboxentry": "what the indexes of this site have yet to learn",
    "search.searchindex": "an index of this site",
    "search.faileddocument": "what failed in an index of this site",
    "search.failedsearch": "what readers of this site typed",
    "search.vocabularyrevision": "a counter of this site",
}
"""Models that are no content, each with what they are instead."""

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


def content_models() -> list[type[Model]]:
    """Every model of content."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return [model for model in models if model._meta.label_lower not in LEFT_OUT]


def link_fields(model: type[Model]) -> list[Any]:
    """The many-to-many fields whose ``through`` table Django makes."""
    fields: list[Any] = list(model._meta.many_to_many)
    return [field for field in fields if field.remote_field.through._meta.auto_created]


def exported_rows(model: type[Model], *, with_text: bool) -> QuerySet[Any]:
    """The rows by primary key; without ``with_text`` none of a book's running text."""
    rows: QuerySet[Any] = model._default_manager.order_by("pk").prefetch_related(
        *(
            Prefetch(field.name, field.related_model._default_manager.only("pk").order_by("pk"))
            for field in link_fields(model)
        )
    )
    if with_text:
        return rows
    if model is Passage:
        return rows.none()
    if model is Section:
        return rows.exclude(pk__in=text_sections())
    return rows.exclude(source__in=text_sources()) if model is ImportedRow else rows


def text_sources() -> list[str]:
    """The sources under which ``ImportedRow`` lists the running text of books."""
    books = ImportedRow.objects.filter(model="cases.book").values_list("source", flat=True)
    return [TEXT.format(slug) for slug in books.distinct()]


def text_sections() -> QuerySet[ImportedRow, int]:
    """The primary keys of headings that only the running text has."""
    rows = ImportedRow.objects.filter(source__in=text_sources(), model="cases.section")
    return rows.values_list("object_id", flat=True)


class RecordSerializer(jsonl.Serializer):
    """Rows as JSON Lines, one flat object each: columns by name, references as primary keys."""

    _current: dict[str, Any]

    def __init__(self, *, with_text: bool) -> None:
        self.left_out = frozenset() if with_text else frozenset(text_sections())

    def start_serialization(self) -> None:
        super().start_serialization()
        self.json_kwargs["separators"] = (", ", ": ")  # as in the exports of earlier releases

    def get_dump_object(self, obj: Model) -> dict[str, Any]:
        return {"id": obj.pk, **self._current}

    def handle_field(self, obj: Model, field: Any) -> None:
        self._current[field.attname] = json_value(controls_of(field), field.value_from_object(obj))

    def handle_fk_field(self, obj: Model, field: Any) -> None:
        """Write the key of the other row; that of a section that is left out as null."""
        key = field.value_from_object(obj)
        is_left_out = field.related_model is Section and key in self.left_out
        self._current[field.attname] = None if is_left_out else key


def json_value(controls: re.Pattern[str], value: Any) -> Any:
    """Convert a value so that it is the same from either database, and can be loaded."""
    convert = partial(json_value, controls)
    match value:
        case str():
            return replace_controls(value, controls)
        case dict():
            return {convert(key): convert(value[key]) for key in sorted(value)}
        case list():
            return [convert(item) for item in value]
        case dt.datetime():  # Django's encoder would cut the microseconds off.
            return value.isoformat().replace("+00:00", "Z")
    return value


def json_schema(model: type[Model]) -> Schema:
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
