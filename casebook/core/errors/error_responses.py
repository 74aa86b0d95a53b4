"""Answers to what no view is asked about: problem details to programs, a page to people."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override
from django.views import defaults

from casebook.core.errors.problem_details import problem_details, title_and_detail
from casebook.core.web.requests import Problem

FOR_PROGRAMS = "/api/"


def is_for_programs(request: HttpRequest) -> bool:
    return request.path_info.startswith(FOR_PROGRAMS)


def refuse(request: HttpRequest, status: int, problems: Iterable[Problem] = ()) -> HttpResponse:
    """Say that something is wrong, in the shape and the language that the address promises."""
    # What is refused at once comes before any language is chosen, and threads keep their last one.
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        if is_for_programs(request):
            return problem_details(request, status, problems)
        title, detail = title_and_detail(status)
        page = render_to_string("refused.html", {"title": title, "detail": detail})
        return HttpResponse(page, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A host that is not ours, too many parameters, and the like."""
    if is_for_programs(request):
        return problem_details(request, 400)
    return defaults.bad_request(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    if is_for_programs(request):
        return problem_details(request, 500)
    return defaults.server_error(request)
