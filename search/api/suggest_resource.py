"""Suggestions while typing, as JSON; no typed text is an error."""

from typing import Any

from django.utils.translation import gettext_lazy
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from casebook.core.api.pagination import out_of_bounds
from casebook.core.api.viewsets import EVERYWHERE, OpenView, check
from casebook.core.records import suggested_types
from casebook.core.web.requests import ParameterError
from search.suggest.matchers import Entry
from search.suggest.suggest import DEFAULT_SUGGESTIONS, MAX_SUGGESTIONS, suggest

Q = {"type": "string", "examples": ["智慧"]}
LIMIT = {"type": "integer", "examples": [10]}


class SuggestionSerializer(serializers.Serializer[Entry]):
    examples = {"label": "武汉", "english_name": "Wuhan", "value": "wuhan", "url": "/places/wuhan/"}
    kind = serializers.ChoiceField(list(suggested_types()), help_text=gettext_lazy("类别"))
    label = serializers.CharField(help_text=gettext_lazy("名称"))  # type: ignore[assignment]
    english_name = serializers.CharField(
        allow_null=True, help_text=gettext_lazy("本站自拟的英文名；没有则为 null")
    )
    value = serializers.CharField(help_text=gettext_lazy("网址名，可作筛选参数的值"))
    url = serializers.CharField(help_text=gettext_lazy("页面地址"))


@extend_schema_serializer(many=False)
class SuggestionsSerializer(serializers.Serializer[Any]):
    suggestions = SuggestionSerializer(many=True, help_text="建议，按类别排列")


class SuggestViewSet(OpenView, ViewSet):
    """Titles, people, places, themes and organisations that may be meant by what is typed."""

    @extend_schema(
        summary="输入时的建议：案例、专家、地点、主题、机构，可用汉字、全拼或首字母",
        parameters=[
            OpenApiParameter("q", Q, description="已输入的内容"),
            OpenApiParameter(
                "limit",
                LIMIT,
                description=f"至多几条，1–{MAX_SUGGESTIONS}，默认 {DEFAULT_SUGGESTIONS}",
            ),
        ],
        responses=SuggestionsSerializer,
    )
    def list(self, request: Request) -> Response:
        limit = request.query_params.get("limit", str(DEFAULT_SUGGESTIONS))
        wrong = [
            ParameterError("limit", limit, *each) for each in out_of_bounds(limit, MAX_SUGGESTIONS)
        ]
        check(request, ("q", "limit", *EVERYWHERE), wrong)
        found = suggest(request.query_params.get("q", ""), int(limit))
        return Response(SuggestionsSerializer({"suggestions": found}).data)
