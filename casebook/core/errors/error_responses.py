"""Error responses: problem details (RFC 9457) for the API, else a page with suggested URLs."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.encoding import escape_uri_path
from django.utils.log import log_response
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext_lazy as _
from django.views import defaults
from rest_framework.exceptions import APIException
from rest_framework.views import exception_handler

from casebook.core.web.requests import ParameterError, address_of, query_of

MEDIA_TYPE = "application/problem+json"
TITLES_AND_DETAILS = {
    400: (_("请求有误"), _("这个请求无法理解。")),
    403: (_("不允许访问"), _("这里不对外开放。")),
    404: (_("没有找到"), _("这个地址上没有内容。")),
    405: (_("方法不适用"), _("这里只能读取：请用 GET、HEAD 或 OPTIONS。")),
    406: (_("没有所要的格式"), _("这里只提供 application/json。")),
    410: (_("已经撤下"), _("这里的内容已不再提供。")),
    414: (_("网址过长"), _("问号之后最多 150,000 字节。")),
    415: (_("不支持的内容类型"), _("这里不接收这种类型的内容。")),
    429: (_("请求过于频繁"), _("请在 Retry-After 所示的秒数之后再试；限额见 RateLimit-Policy。")),
    503: (_("检索暂不可用"), _("检索索引尚未建立；/api/v1/cases/ 仍可按名称查找案例。")),
    500: (_("服务器出错"), _("服务器遇到意外错误，已记入日志。")),
}


class InvalidParameters(APIException):
    """400: unknown parameters or invalid values, with an error for each."""

    status_code = 400

    def __init__(self, errors: list[ParameterError]) -> None:
        super().__init__()
        self.parameter_errors = errors


class NothingThere(InvalidParameters):
    """404: no such row or page; the error names the nearest."""

    status_code = 404


def problem_response(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """The DRF exception handler: always problem details; unexpected errors are logged as 500."""
    request = context["request"]._request  # noqa: SLF001
    if isinstance(error, SuspiciousOperation):  # for instance too many parameters
        return problem_details(request, 400)
    foreseen = exception_handler(error, context)
    status = foreseen.status_code if foreseen else 500
    errors = getattr(error, "parameter_errors", [])
    response = problem_details(request, status, errors, address_of(request))
    if wait := getattr(error, "wait", None):
        response["Retry-After"] = str(wait)
    if not foreseen:
        log_response(
            "Internal Server Error: %s",
            request.path,
            response=response,
            request=request,
            exception=error,
        )
    return response


def problem_details(
    request: HttpRequest, status: int, errors: Iterable[ParameterError] = (), instance: str = ""
) -> HttpResponse:
    """A problem details response; ``instance`` is by default the path of the request.

    ``detail`` is the text of ``errors`` for people.
    """
    title, detail = title_and_detail(status)
    errors = list(errors)
    document = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": "".join(explain(each) for each in errors) or detail,
        "instance": instance or escape_uri_path(request.path),
        "errors": [asdict(each) for each in errors],
    }
    return JsonResponse(
        document, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False}
    )


def title_and_detail(status: int) -> tuple[str, str]:
    """The title and the explanation of an HTTP status."""
    title, detail = TITLES_AND_DETAILS.get(status, (HTTPStatus(status).phrase, ""))
    return str(title), str(detail)


def explain(each: ParameterError) -> str:
    """The message of an error with the nearest valid value, or else with all valid ones."""
    if each.nearest is not None:
        return each.message + _("是否要找“%(nearest)s”？") % {"nearest": each.nearest}
    if each.allowed:
        return each.message + _("可用：%(values)s。") % {"values": "、".join(each.allowed)}
    return each.message


def is_for_programs(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


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
    """The page, with status 400, that lists each error with a link to the corrected URL.

    ``known`` are the parameters that exist; of any other, the name is corrected.
    """
    proposals = [
        (error, query_of(corrected_query(request.GET, error, known=error.parameter in known)))
        for error in errors
    ]
    return render(request, "400.html", {"suggested_urls": proposals}, status=400)


def corrected_query(
    query: QueryDict, error: ParameterError, *, known: bool
) -> Iterator[tuple[str, str]]:
    """A query with the nearest value, or name, instead of a wrong one; without it if none is."""
    for name, values in query.lists():
        for value in values:
            if name != error.parameter or (known and value != error.value):
                yield name, value
            elif error.nearest is not None:
                yield (name, error.nearest) if known else (error.nearest, value)
