"""Error responses: problem details for the API, else a page with suggested URLs."""

from collections.abc import Container, Iterable, Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override
from django.views import defaults

from casebook.core.errors.problem_details import problem_details, title_and_detail
from casebook.core.web.requests import ParameterError, query_of

FOR_PROGRAMS = "/api/"


def is_for_programs(request: HttpRequest) -> bool:
    return request.path_info.startswith(FOR_PROGRAMS)


def error_response(
    request: HttpRequest, status: int, errors: Iterable[ParameterError] = ()
) -> HttpResponse:
    """An error response: problem details below /api/, else a page in the address's language."""
    # Early errors come before LocaleMiddleware, and a thread has the language of its last request.
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        if is_for_programs(request):
            return problem_details(request, status, errors)
        title, detail = title_and_detail(status)
        page = render_to_string("refused.html", {"title": title, "detail": detail})
        return HttpResponse(page, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, for instance for a host that is not allowed or for too many parameters."""
    if is_for_programs(request):
        return problem_details(request, 400)
    return defaults.bad_request(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    if is_for_programs(request):
        return problem_details(request, 500)
    return defaults.server_error(request)


def bad_request_page(
    request: HttpRequest, errors: Iterable[ParameterError], known: Container[str]
) -> HttpResponse:
    """The page, with status 400, that lists each error with a link to the corrected URL."""
    proposals = list(suggested_urls(request.GET, errors, known))
    return render(request, "400.html", {"suggested_urls": proposals}, status=400)


def suggested_urls(
    query: QueryDict, errors: Iterable[ParameterError], known: Container[str]
) -> Iterator[tuple[ParameterError, str]]:
    """Each error with a corrected query string: the nearest value instead of it, or without it.

    ``known`` are the parameters that exist; of any other, the name is corrected.
    """
    for error in errors:
        yield error, query_of(corrected_query(query, error, known=error.parameter in known))


def corrected_query(
    query: QueryDict, error: ParameterError, *, known: bool
) -> Iterator[tuple[str, str]]:
    for name, values in query.lists():
        for value in values:
            if name != error.parameter or (known and value != error.value):
                yield name, value
            elif error.nearest is not None:
                yield (name, error.nearest) if known else (error.nearest, value)
