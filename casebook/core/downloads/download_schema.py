"""Downloads in the OpenAPI description."""

from typing import Any

from .formats import FORMATS
from .result import FORMAT

PARAMETER = {
    "name": FORMAT,
    "in": "query",
    "required": False,
    "description": "下载全部结果（不分页）：csv、xlsx、json、jsonl 或 md",
    "schema": {"type": "string", "enum": [*FORMATS]},
    "example": "csv",
}
AS_FILE = {"schema": {"type": "string", "format": "binary"}}


def describe_downloads(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """A drf-spectacular hook: adds the file formats to the responses of downloadable lists."""
    for operations in result["paths"].values():
        for operation in operations.values():
            if PARAMETER in operation.get("parameters", ()):
                content = operation["responses"]["200"]["content"]
                for each in FORMATS.values():
                    content.setdefault(each.media_type.partition(";")[0], AS_FILE)
    return result
