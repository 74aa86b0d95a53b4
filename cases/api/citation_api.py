"""Citations in the API: a field of details, and the action ``citation/`` in any style or format."""

from typing import Any, TypeVar

from django.db.models import Model
from django.utils.translation import gettext_lazy
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_field,
)
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from casebook.core.api.viewsets import EVERYWHERE, Resource, check
from casebook.core.records import type_of
from cases.citations import cited_rows as citations
from cases.citations.cited_works import Work
from cases.citations.gbt7714 import DEFAULT_STYLE, STYLES, cite
from cases.citations.reference_files import FILES, FileFormat

Row = TypeVar("Row", bound=Model)


class CitationSerializer(serializers.Serializer[Any]):
    """A reference in one style."""

    examples = {
        "text": "徐振强，李有增. 数字中国：智慧城市高质量案例精选[M]. 北京：中国质检出版社，2019."
    }
    style = serializers.ChoiceField(  # type: ignore[assignment]
        list(STYLES), help_text=gettext_lazy("著录格式")
    )
    text = serializers.CharField(help_text=gettext_lazy("参考文献，不带序号"))


class FileRenderer(BaseRenderer):
    """Renders a citation as a file for reference managers."""

    charset = "utf-8"
    file_format: FileFormat

    def render(
        self,
        data: Work,
        accepted_media_type: str | None = None,  # noqa: ARG002
        renderer_context: Any = None,  # noqa: ARG002
    ) -> str:
        return self.file_format.write(data)


RENDERERS = [
    type(
        f"{each.label}Renderer",
        (FileRenderer,),
        {"media_type": each.media_type, "format": each.name, "file_format": each},
    )
    for each in FILES
]
CONTENT = {"csl": {"type": "array", "items": {"type": "object"}}}
"""The content of files that are not text."""
STYLE = OpenApiParameter(
    "style",
    {"type": "string", "enum": [*STYLES], "default": DEFAULT_STYLE, "examples": [DEFAULT_STYLE]},
    description="著录格式；只用于 JSON",
)
FORMAT = OpenApiParameter(
    "format",
    {
        "type": "string",
        "enum": ["json", *(each.name for each in FILES)],
        "default": "json",
        "examples": ["ris"],
    },
    description="json 为参考文献，其余为文献管理软件的导入文件",
)


@extend_schema_field(CitationSerializer)
class CitationField(serializers.Field[Model, Any, dict[str, str], Any]):
    """The reference of the row in the default style, a field of details."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True, help_text=gettext_lazy("参考文献"))

    def to_representation(self, value: Model) -> dict[str, str]:
        return {"style": DEFAULT_STYLE, "text": cite(type_of(value).cited_work(value))}


class Citable(Resource[Row]):
    """A resource whose rows have ``citation/``."""

    @extend_schema(
        summary="参考文献：按 GB/T 7714—2025 或 2015 著录，或导出到文献管理软件",
        description="The row as a reference, or as a file for reference managers.",
        parameters=[STYLE, FORMAT],
        filters=False,
        responses={
            (200, "application/json"): CitationSerializer,
            **{(200, each.media_type): CONTENT.get(each.name, OpenApiTypes.STR) for each in FILES},
        },
    )
    @action(
        detail=True,
        filter_backends=(),
        pagination_class=None,
        renderer_classes=(JSONRenderer, *RENDERERS),
    )
    def citation(self, request: Request, slug: str) -> Response:
        style = request.query_params.get("style", DEFAULT_STYLE)
        check(request, ("style", *EVERYWHERE), citations.style_errors(style))
        row = self.find(self.get_queryset(), slug)
        work: Work = type_of(row).cited_work(row)
        if isinstance(request.accepted_renderer, FileRenderer):
            name = f'attachment; filename="{work.key}.{request.accepted_renderer.format}"'
            return Response(work, headers={"Content-Disposition": name})
        return Response({"style": style, "text": cite(work, style)})
