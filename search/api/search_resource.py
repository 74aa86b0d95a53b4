"""Search as JSON: a list of hits with facets, with the parameters of the search page."""

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from casebook.core.api.pagination import PAGING, page_errors
from casebook.core.api.sparse_fields import (
    known_fields,
    names_in,
    read_sparse_fields,
    wrong_names,
)
from casebook.core.api.viewsets import EVERYWHERE, Downloadable, StrictFilters, check
from casebook.core.downloads import is_download
from search.backends.base import IndexMissingError
from search.downloads import SEARCH
from search.filters import SearchFilter

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
        sparse_fields = read_sparse_fields(request, known_fields(HitSerializer()), ())
        wrong = [
            *search_filter.parameter_errors,
            *page_errors(request),
            *sparse_fields.parameter_errors,
            *wrong_names(request, "facets", self.facet_names),
        ]
        known = [*SearchFilter.base_filters, *PAGING, *EVERYWHERE, "fields", "facets"]
        check(request, known, wrong)
        pages = AnswerPages()
        hits = pages.paginate_queryset(search_filter, request, self) or []
        pages.answer.note_if_failed()
        serializer = HitSerializer(context={"request": request})
        written = [sparse_fields.of(serializer.to_representation(hit)) for hit in hits]
        response = pages.get_paginated_response(written)
        response.data |= answer_context(pages.answer)
        if names := names_in(request, "facets"):
            facets = response.data["facets"]
            response.data["facets"] = {name: facets[name] for name in names}
        return response
