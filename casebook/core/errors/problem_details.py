"""Problem details (RFC 9457): the format of all error responses of the API."""

from collections.abc import Iterable
from dataclasses import asdict
from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.encoding import escape_uri_path
from django.utils.log import log_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import APIException, NotFound
from rest_framework.views import exception_handler

from casebook.core.web.requests import ParameterError, address_of

MEDIA_TYPE = "application/problem+json"
SERVER_ERROR = HTTPStatus.INTERNAL_SERVER_ERROR.value
TITLES_AND_DETAILS = {
    400: (gettext_lazy("请求有误"), gettext_lazy("这个请求无法理解。")),
    403: (gettext_lazy("不允许访问"), gettext_lazy("这里不对外开放。")),
    404: (gettext_lazy("没有找到"), gettext_lazy("这个地址上没有内容。")),
    405: (gettext_lazy("方法不适用"), gettext_lazy("这里只能读取：请用 GET、HEAD 或 OPTIONS。")),
    406: (gettext_lazy("没有所要的格式"), gettext_lazy("这里只提供 application/json。")),
    410: (gettext_lazy("已经撤下"), gettext_lazy("这里的内容已不再提供。")),
    414: (gettext_lazy("网址过长"), gettext_lazy("问号之后最多 150,000 字节。")),
    415: (gettext_lazy("不支持的内容类型"), gettext_lazy("这里不接收这种类型的内容。")),
    429: (
        gettext_lazy("请求过于频繁"),
        gettext_lazy("请在 Retry-After 所示的秒数之后再试；限额见 RateLimit-Policy。"),
    ),
    503: (
        gettext_lazy("检索暂不可用"),
        gettext_lazy("检索索引尚未建立；/api/v1/cases/ 仍可按名称查找案例。"),
    ),
    500: (gettext_lazy("服务器出错"), gettext_lazy("服务器遇到意外错误，已记入日志。")),
}


class InvalidParameters(APIException):
    """400: unknown parameters or invalid values, with an error for each."""

    status_code = 400

    def __init__(self, errors: list[ParameterError]) -> None:
        super().__init__()
        self.parameter_errors = errors


class NothingThere(NotFound):
    """404: no such row or page; the error names the nearest."""

    def __init__(self, errors: list[ParameterError]) -> None:
        super().__init__()
        self.parameter_errors = errors


def problem_response(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """The DRF exception handler: always problem details; unexpected errors are logged as 500."""
    request = context["request"]._request  # noqa: SLF001
    if isinstance(error, SuspiciousOperation):  # for instance too many parameters
        return problem_details(request, 400)
    foreseen = exception_handler(error, context)
    status = foreseen.status_code if foreseen else SERVER_ERROR
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
    """A problem details response; ``instance`` is by default the path of the request."""
    return JsonResponse(
        problem_document(status, instance or escape_uri_path(request.path), list(errors)),
        status=status,
        content_type=MEDIA_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )


def problem_document(status: int, instance: str, errors: list[ParameterError]) -> dict[str, Any]:
    """The members of a problem details object; ``detail`` is the text of ``errors`` for people."""
    title, detail = title_and_detail(status)
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": "".join(explain(each) for each in errors) or detail,
        "instance": instance,
        "errors": [asdict(each) for each in errors],
    }


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


def example(value: Any, description: str) -> dict[str, Any]:
    """The description and the example of a property in the OpenAPI description."""
    return {"description": description, "examples": [value]}


def component(description: str, **properties: dict[str, Any]) -> dict[str, Any]:
    """An object that always has all of these properties."""
    required = list(properties)
    members = {"description": description, "required": required, "properties": properties}
    return {"type": "object"} | members


TEXT, TEXT_OR_NULL = {"type": "string"}, {"type": ["string", "null"]}
ERROR = component(
    "一个有误的参数",
    parameter=TEXT | example("cityy", "有误的参数"),
    value=TEXT | example("武汉", "所给的值"),
    message=TEXT | example("没有名为“cityy”的参数。", "哪里不对"),
    nearest=TEXT_OR_NULL | example("city", "最接近的正确写法；没有则为 null"),
    allowed={"type": ["array", "null"], "items": TEXT}
    | example(["number", "-number"], "可用的写法不多时全部列出，否则为 null"),
)
PROBLEM = component(
    "出错说明（RFC 9457）；所有错误都是这一形式",
    type=TEXT | example("about:blank", "问题类型（RFC 9457）"),
    title=TEXT | example("请求有误", "状态的名称"),
    status={"type": "integer"} | example(400, "HTTP 状态码"),
    detail=TEXT
    | example("没有名为“cityy”的参数。是否要找“city”？", "说给人看的说明，与 errors 同义"),
    instance=TEXT | example("/api/v1/cases/?cityy=x", "出错的请求"),
    errors={
        "type": "array",
        "items": {"$ref": "#/components/schemas/Error"},
        "description": "逐个指出有误的参数；与参数无关的错误为空",
    },
)
SCHEMAS = {"Error": ERROR, "Problem": PROBLEM}
"""The components of an error response in the OpenAPI description."""
