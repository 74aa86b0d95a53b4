"""What the OpenAPI description says beyond the views: every field, parameter and error in words."""

from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from casebook.problems import MEDIA_TYPE, TITLES_AND_DETAILS
from casebook.schema_words import FIELDS, PAGES, PARAMETERS

TEXT = {"type": "string"}
TEXT_OR_NULL = {"type": ["string", "null"]}
ERROR: dict[str, Any] = {
    "type": "object",
    "description": "一个有误的参数",
    "required": ["parameter", "value", "message", "nearest", "allowed"],
    "properties": {
        "parameter": TEXT,
        "value": TEXT,
        "message": TEXT,
        "nearest": TEXT_OR_NULL,
        "allowed": {"type": ["array", "null"], "items": TEXT},
    },
}
PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "出错说明（RFC 9457）；所有错误都是这一形式",
    "required": ["type", "title", "status", "detail", "instance", "errors"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "instance": TEXT,
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Error"}},
    },
}
CONTENT = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
EXPLAINED = (400, 404, 405, 406, 414, 429, 500)
HEADERS = {
    "ETag": {"description": "内容的标记；以 If-None-Match 送回，未变则答 304", "schema": TEXT},
    "Last-Modified": {"description": "内容最后一次改动的时间", "schema": TEXT},
    "RateLimit-Policy": {"description": "每分钟的限额", "schema": TEXT},
    "RateLimit": {"description": "本分钟余下的次数与秒数", "schema": TEXT},
}
WHOLE = ("Paginated", "Problem", "Error", "Search", "Suggest", "FacetValue", "Stat", "Cell")
"""Components from which nothing can be left out."""

SELECTED = {"list", "retrieve"}
"""Actions of which one may choose the fields."""

SLUG = "网址名"
"""What every slug is called; of a field that points to a row it says too little."""


class Described(AutoSchema):
    """Adds the parameters that every resource understands."""

    def get_override_parameters(self) -> list[Any]:
        expandable = getattr(self.view, "expandable", None)
        if expandable is None or getattr(self.view, "action", "") not in SELECTED:
            return []
        return [names("fields", "只要这些字段，以逗号分隔；下级用点：part.title", ["slug"])] + (
            [names("expand", "列表中另附的字段，以逗号分隔；单项总是齐全", [*expandable])]
            if expandable
            else []
        )


def names(name: str, description: str, values: list[str]) -> OpenApiParameter:
    """A parameter of names with commas between them."""
    items = TEXT if name == "fields" else TEXT | {"enum": values}
    schema: Any = {"type": "array", "items": items, "examples": [values[:1]]}
    return OpenApiParameter(name, schema, description=description, style="form", explode=False)


DATABASE_RANGES = {32767, 2147483647, 9223372036854775807}


def without_column_ranges(node: Any) -> None:
    """Forget the ranges of columns: they are the database's, and each has its own."""
    if isinstance(node, list):
        for each in node:
            without_column_ranges(each)
    elif isinstance(node, dict):
        if node.get("maximum") in DATABASE_RANGES:
            del node["maximum"]
            node.pop("format", None)
        for each in node.values():
            without_column_ranges(each)


def describe(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """A hook of drf-spectacular: words and examples for all that has none, and the errors."""
    without_column_ranges(result)
    schemas = result["components"]["schemas"]
    schemas |= {"Error": ERROR, "Problem": PROBLEM}
    for component, schema in schemas.items():
        if not component.startswith(WHOLE):
            schema.pop("required", None)  # whoever names ``fields`` leaves others out
        for name, field in schema.get("properties", {}).items():
            schema["properties"][name] = in_words(component, name, field)
    for operations in result["paths"].values():
        for operation in operations.values():
            describe_operation(operation)
    return result


def in_words(component: str, name: str, field: dict[str, Any]) -> dict[str, Any]:
    """A field with its meaning, and with an example unless it holds fields of its own."""
    own = PAGES if component.startswith("Paginated") and name in PAGES else FIELDS
    meaning, example = own.get(f"{component}.{name}") or own.get(name) or ("", None)
    described = {key: value for key, value in field.items() if key != "title"}
    label = field.get("title")
    described.setdefault("description", meaning if label in {None, SLUG} else label)
    if example is not None and is_plain(field):
        described["examples"] = [suited(example, field)]
    return described


def suited(example: Any, field: dict[str, Any]) -> Any:
    """The example, or where a field has few values one of them."""
    return field["enum"][0] if "enum" in field and example not in field["enum"] else example


def is_plain(field: dict[str, Any]) -> bool:
    """Whether a field is a value, not something with fields described elsewhere."""
    return not any("$ref" in part for part in parts(field))


def parts(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and those that it is made of."""
    yield field
    for part in (field.get("items"), *field.get("oneOf", ()), *field.get("allOf", ())):
        if part:
            yield from parts(part)


def describe_operation(operation: dict[str, Any]) -> None:
    """Examples of the parameters, headers of the answer, and what may go wrong."""
    for parameter in operation.get("parameters", ()):
        meaning, example = PARAMETERS.get(parameter["name"], ("", None))
        parameter["description"] = str(parameter.get("description") or meaning)
        if "example" not in parameter and "examples" not in parameter["schema"]:
            parameter["example"] = first_of(parameter["schema"], example)
    responses = operation["responses"]
    for status, response in responses.items():
        if status == "200":
            response["headers"] = HEADERS
    responses["304"] = {"description": "与 If-None-Match 或 If-Modified-Since 相比没有变化"}
    for status in EXPLAINED:
        title, detail = TITLES_AND_DETAILS[status]
        responses[str(status)] = {"description": f"{title}：{detail}", "content": CONTENT}
    responses["default"] = {"description": "其他错误", "content": CONTENT}


def first_of(schema: dict[str, Any], example: Any) -> Any:
    """The example given, else the first of the values that a parameter has."""
    values = schema.get("enum") or schema.get("items", {}).get("enum")
    if example is not None or not values:
        return example
    return [values[0]] if schema["type"] == "array" else values[0]
