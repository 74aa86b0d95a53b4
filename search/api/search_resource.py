"""Search as JSON: a list of hits with facets, with the parameters of the search page."""

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from casebook.core.api.pagination import PAGING, page_errors
from casebook.core.api.sparse_fields import (
    SparseFields,
    known_fields,
    names_in,
    read_sparse_fields,
    wrong_names,
)
from casebook.core.api.viewsets import EVERYWHERE, Downloadable, StrictFilters, check
from casebook.core.downloads import is_download
from search.backends.base import RETRY_AFTER, IndexMissingError
from search.downloads import SEARCH
from search.filters import SHOWN_FACETS, SearchFilter
from search.service.search_answer import Answer

from .paging import HitPages
from .serializers import HitSerializer, SearchSerializer, answer_context


class NoIndex(APIException):
    """503: there is no index to search; the list of cases still works from the database."""

    status_code = 503
    wait = RETRY_AFTER


class SearchViewSet(Downloadable, ViewSet):
    """Cases, critiques, facts, paragraphs, people, organisations, places and themes by words."""

    filter_backends = (StrictFilters,)
    filterset_class = SearchFilter
    pagination_class = HitPages
    facet_names = SHOWN_FACETS
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
        ]
        wrong += wrong_names(request, "facets", SHOWN_FACETS)
        known = [*SearchFilter.base_filters, *PAGING, *EVERYWHERE, "fields", "facets"]
        check(request, known, wrong)
        pages = HitPages(request)
        answer = Answer(search_filter, pages.number, pages.size)
        pages.turn_to(answer)
        answer.note_if_failed()
        return self.respond(request, pages, answer, sparse_fields)

    def respond(
        self, request: Request, pages: HitPages, answer: Answer, sparse_fields: SparseFields
    ) -> Response:
        hits = HitSerializer(context={"request": request})
        written = [hits.to_representation(hit) for hit in answer.results.hits]
        page = {
            "count": answer.results.total,
            "next": pages.get_next_link(),
            "previous": pages.get_previous_link(),
            "results": [sparse_fields.of(row) for row in written],
        }
        told = answer_context(answer)
        if names := names_in(request, "facets"):
            told["facets"] = {name: told["facets"][name] for name in names}
        return Response(page | told)
