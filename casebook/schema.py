"""What the OpenAPI description says beyond the views: the one shape of every error."""

from typing import Any

from casebook.problems import MEDIA_TYPE

TEXT = {"type": "string"}
TEXT_OR_NULL = {"type": "string", "nullable": True}
PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "出错说明（RFC 9457）",
    "required": ["type", "title", "status", "detail", "instance", "errors"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "instance": TEXT,
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "value", "message", "nearest"],
                "properties": {
                    "parameter": TEXT,
                    "value": TEXT,
                    "message": TEXT,
                    "nearest": TEXT_OR_NULL | {"description": "最接近的正确写法"},
                },
            },
        },
    },
}
RESPONSE = {
    "description": "请求有误、没有找到等",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def describe_problems(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """A hook of drf-spectacular: whatever is not a success is a problem."""
    result["components"]["schemas"]["Problem"] = PROBLEM
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"]["default"] = RESPONSE
    return result
