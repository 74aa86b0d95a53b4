"""Error responses made outside of views: problem details for the API, else a page."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override
from django.views import defaults

from casebook.core.errors.problem_details import problem_details, title_and_detail
from casebook.core.web.requests import ParameterError

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
