"""Search as JSON, with the parameters of the search page; suggestions while typing."""

from typing import Any

from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from casebook.core.api.pagination import PAGING, page_errors
from casebook.core.api.sparse_fields import names_in, read_sparse_fields, wrong_names
from casebook.core.api.viewsets import EVERYWHERE, Downloadable, OpenView, StrictFilters, check
from casebook.core.downloads.download import is_download
from casebook.core.records import suggested_types
from casebook.core.web.requests import ParameterError, out_of_bounds
from search.backends.base import IndexMissingError
from search.downloads import SEARCH
from search.filters import SearchFilter
from search.suggest.matchers import Entry
from search.suggest.suggest import DEFAULT_SUGGESTIONS, MAX_SUGGESTIONS, suggest

from .answer_pages import AnswerPages, NoIndex
from .serializers import HitSerializer, SearchSerializer, answer_context


class SearchViewSet(Downloadable, ViewSet):
    """Cases, critiques, facts, paragraphs, people, organisations, places and themes by words."""

    filter_backends = (StrictFilters,)
    filterset_class = SearchFilter
    pagination_class = AnswerPages
    facet_names = SearchFilter.facet_names
    table = SEARCH

    @extend_schema(
        summary="检索全部内容：案例、点评、正文、事实、专家、机构、地点与主题",
        responses=SearchSerializer,
    )
    def list(self, request: Request) -> HttpResponseBase:
        try:
            return self.download(request) if is_download(request) else self.one_page(request)
        except IndexMissingError as error:
            raise NoIndex from error

    def one_page(self, request: Request) -> Response:
        search_filter = SearchFilter(request.query_params)
        sparse_fields = read_sparse_fields(request, HitSerializer())
        wrong = [
            *search_filter.parameter_errors,
            *page_errors(request),
            *sparse_fields.parameter_errors,
            *wrong_names(request, "facets", self.facet_names),
        ]
        known = [*SearchFilter.base_filters, *PAGING, *EVERYWHERE, "fields", "facets"]
        check(request, known, wrong)
        pages = AnswerPages()
        hits = pages.paginate_queryset(search_filter, request, self)
        pages.answer.note_if_failed()
        serializer = HitSerializer(context={"request": request})
        written = [sparse_fields.of(serializer.to_representation(hit)) for hit in hits]
        response = pages.get_paginated_response(written)
        response.data |= answer_context(pages.answer)
        if names := names_in(request, "facets"):
            facets = response.data["facets"]
            response.data["facets"] = {name: facets[name] for name in names}
        return response


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
            OpenApiParameter(
                "q", {"type": "string", "examples": ["智慧"]}, description="已输入的内容"
            ),
            OpenApiParameter(
                "limit",
                {"type": "integer", "examples": [10]},
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
