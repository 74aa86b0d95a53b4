"""The OpenAPI description: what drf-spectacular does not find in views, serializers and filters."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from casebook.core.downloads.file_formats import FORMATS
from casebook.core.downloads.result import FORMAT
from casebook.core.errors.error_responses import MEDIA_TYPE, TITLES_AND_DETAILS

TEXT = {"type": "string"}
DATABASE_RANGES = {32767, 2147483647, 9223372036854775807}
DOCUMENTED_ERRORS = (400, 404, 405, 406, 414, 429, 500)
EXAMPLES: dict[type[serializers.Field[Any, Any, Any, Any]], Any] = {
    serializers.BooleanField: True,
    serializers.IntegerField: 17,
    serializers.DecimalField: "320",
    serializers.FloatField: 30.5931,
    serializers.DateField: "2019-11-01",
    serializers.DictField: {"origin": "book", "line": 60},
    serializers.JSONField: ["农业"],
    serializers.URLField: "https://example.org/",
    serializers.SlugField: "digital-china-2019",
    serializers.SlugRelatedField: "digital-china-2019",
    serializers.HyperlinkedIdentityField: "https://example.org/api/v1/cases/digital-china-2019-17/",
}
"""Examples of fields whose serializer gives none."""
COMPLETE = ("Paginated", "Problem", "Error", "Search", "Suggest", "FacetValue", "Stat", "Cell")
"""Prefixes of components whose properties ``fields`` never leaves out."""

CONTENT = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
SLUG = OpenApiParameter(
    "slug",
    {"type": "string", "pattern": r"^[\w.-]+$", "examples": ["digital-china-2019-17"]},
    OpenApiParameter.PATH,
    description="网址名；地点也可用行政区划代码",
)
DOWNLOAD = {
    "name": FORMAT,
    "in": "query",
    "required": False,
    "description": "下载全部结果（不分页）：csv、xlsx、json、jsonl 或 md",
    "schema": {"type": "string", "enum": [*FORMATS]},
    "example": "csv",
}
FILE = {"schema": {"type": "string", "format": "binary"}}
HEADERS = [
    OpenApiParameter(name, str, OpenApiParameter.HEADER, description=description, response=[200])
    for name, description in (
        ("ETag", "内容的标记；以 If-None-Match 送回，未变则答 304"),
        ("Last-Modified", "内容最后一次改动的时间"),
        ("RateLimit-Policy", "每分钟的限额"),
        ("RateLimit", "本分钟余下的次数与秒数"),
    )
]


def several(name: str, description: str, values: Sequence[str] = ()) -> OpenApiParameter:
    """An array parameter of comma-separated names, limited to ``values`` if there are any."""
    items: Any = TEXT | {"enum": [*values]} if values else TEXT
    schema = {"type": "array", "items": items, "examples": [[*values][:1] or ["slug"]]}
    return OpenApiParameter(name, schema, description=description, style="form", explode=False)


FIELDS = several("fields", "只要这些字段，以逗号分隔；下级用点：part.title")


class ApiSchema(AutoSchema):
    """Describes fields by their labels, and adds the parameters and headers of every resource."""

    def get_override_parameters(self) -> list[Any]:
        parameters = [*HEADERS, SLUG] if "{slug}" in self.path else HEADERS
        action = getattr(self.view, "action", "")
        if action in {"list", "retrieve"} and hasattr(self.view, "expandable"):
            parameters = [*parameters, FIELDS]
            if names := self.view.expandable:
                meaning = "列表中另附的字段，以逗号分隔；单项总是齐全"
                parameters.append(several("expand", meaning, names))
        if action == "list" and (names := getattr(self.view, "facet_names", ())):
            parameters = [*parameters, several("facets", "随结果给出的分面，以逗号分隔", names)]
        return parameters

    def _get_serializer_field_meta(self, field: Any, direction: str) -> dict[str, Any]:
        """The description of a field: help text, label or the model name of a nested serializer.

        The example is that of its serializer's ``examples``, or the usual one of its type.
        """
        meta: dict[str, Any] = super()._get_serializer_field_meta(field, direction)  # type: ignore[no-untyped-call]
        nested: Any = getattr(getattr(field, "child", field), "Meta", None)
        rows = nested.model._meta.verbose_name if hasattr(nested, "model") else ""
        label = meta.pop("title", rows)
        if label and "description" not in meta:
            meta["description"] = str(label)
        usual = next((each for kind, each in EXAMPLES.items() if isinstance(field, kind)), None)
        value = getattr(field.parent, "examples", {}).get(field.field_name, usual)
        has_example = value is not None and field.field_name
        return meta | {"examples": [value]} if has_example else meta

    def _insert_field_validators(self, field: Any, schema: dict[str, Any]) -> None:
        """Add no ranges of integer columns, which differ between databases."""
        super()._insert_field_validators(field, schema)  # type: ignore[no-untyped-call]
        if schema.get("maximum") in DATABASE_RANGES:
            del schema["maximum"]
            schema.pop("format", None)


def example(value: Any, description: str) -> dict[str, Any]:
    """The description and the example of a property in the OpenAPI description."""
    return {"description": description, "examples": [value]}


def component(description: str, **properties: dict[str, Any]) -> dict[str, Any]:
    """An object that always has all of these properties."""
    required = list(properties)
    members = {"description": description, "required": required, "properties": properties}
    return {"type": "object"} | members


TEXT_OR_NULL = {"type": ["string", "null"]}
ERROR = component(
    "一个有误的参数",
    parameter=TEXT | example("cityy", "有误的参数"),
    value=TEXT | example("武汉", "所给的值"),
    message=TEXT | example("没有名为“cityy”的参数。", "哪里不对"),
    nearest=TEXT_OR_NULL | example("city", "最接近的正确写法；没有则为 null"),
    allowed={"type": ["array", "null"], "items": TEXT}
    | example(["number", "-number"], "可用的写法不多时全部列出，否则为 null"),
)
PROBLEM = component(
    "出错说明（RFC 9457）；所有错误都是这一形式",
    type=TEXT | example("about:blank", "问题类型（RFC 9457）"),
    title=TEXT | example("请求有误", "状态的名称"),
    status={"type": "integer"} | example(400, "HTTP 状态码"),
    detail=TEXT
    | example("没有名为“cityy”的参数。是否要找“city”？", "说给人看的说明，与 errors 同义"),
    instance=TEXT | example("/api/v1/cases/?cityy=x", "出错的请求"),
    errors={
        "type": "array",
        "items": {"$ref": "#/components/schemas/Error"},
        "description": "逐个指出有误的参数；与参数无关的错误为空",
    },
)
SCHEMAS = {"Error": ERROR, "Problem": PROBLEM}
"""The components of an error response in the OpenAPI description."""


def complete_schema(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """A drf-spectacular hook: adds errors and file formats, and makes fields optional."""
    schemas = result["components"]["schemas"]
    for name, schema in schemas.items():
        if not name.startswith(COMPLETE):
            schema.pop("required", None)
    schemas |= SCHEMAS
    unchanged = {"description": "与 If-None-Match 或 If-Modified-Since 相比没有变化"}
    errors = {
        str(status): {"description": "：".join(map(str, TITLES_AND_DETAILS[status]))}
        for status in DOCUMENTED_ERRORS
    } | {"default": {"description": "其他错误"}}
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"]["304"] = unchanged
            for status, error in errors.items():
                operation["responses"][status] = error | {"content": CONTENT}
            if DOWNLOAD in operation.get("parameters", ()):
                content = operation["responses"]["200"]["content"]
                for each in FORMATS.values():
                    content.setdefault(each.media_type.partition(";")[0], FILE)
    return result
