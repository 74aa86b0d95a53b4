"""Search as JSON: a list of hits with facets, in the words of the search page."""

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from casebook.downloads import is_download
from casebook.http import Problem
from casebook.pagination import NumberedPages, problems
from casebook.problems import NothingThere
from casebook.resources import ON_LISTS, Downloadable, StrictFilters, check
from search.answers import Answer
from search.backends.base import RETRY_AFTER, IndexMissingError
from search.downloads import SEARCH
from search.filters import SearchFilter

from .serializers import HitSerializer, SearchSerializer, around


class NoIndex(APIException):
    """There is no index to answer from; the list of cases still answers from the database."""

    status_code = 503
    wait = RETRY_AFTER


class SearchViewSet(Downloadable, ViewSet):
    """Cases, critiques, facts, paragraphs, people, bodies, places and themes, found by words."""

    filter_backends = (StrictFilters,)
    filterset_class = SearchFilter
    pagination_class = NumberedPages
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
        wrong = [*search_filter.problems, *problems(request)]
        check(request, [*SearchFilter.base_filters, *ON_LISTS], wrong)
        pages = NumberedPages()
        size = pages.get_page_size(request) or pages.page_size
        answer = Answer(search_filter, int(request.query_params.get("page", 1)), size)
        return self.respond(request, pages, answer)

    def respond(self, request: Request, pages: NumberedPages, answer: Answer) -> Response:
        paginator = Paginator(range(answer.results.total), answer.page_size)
        if answer.page > paginator.num_pages:
            last = str(paginator.num_pages)
            message = _("一共只有 %(last)s 页。") % {"last": last}
            raise NothingThere([Problem("page", str(answer.page), message, last)])
        pages.request, pages.page = request, paginator.page(answer.page)
        answer.note_if_failed()
        hits = HitSerializer(context={"request": request})
        page = {
            "count": answer.results.total,
            "next": pages.get_next_link(),
            "previous": pages.get_previous_link(),
            "results": [hits.to_representation(hit) for hit in answer.results.hits],
        }
        return Response(page | around(answer))
