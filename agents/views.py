"""The MCP endpoint: checks a request before it loads and calls the protocol's package."""

import json
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.request import split_domain_port, validate_host
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

MAX_BODY_BYTES = 65_536
"""Far more than the longest quotation takes."""

METHODS = ["POST"]
PARSE_ERROR, INVALID_REQUEST = -32700, -32600
"""Error codes of JSON-RPC: text that is no JSON, and JSON that is no message."""


@csrf_exempt
def mcp(request: HttpRequest) -> HttpResponse:
    """Streamable HTTP of the Model Context Protocol, without sessions and without streams."""
    if request.method not in METHODS:
        return method_not_allowed()
    if not is_allowed_origin(request.headers.get("Origin")):
        return error_response(403, _("不接受来自其他网站页面的请求。"))
    if request.content_type != "application/json":
        return error_response(415, _("请求体应为 application/json。"))
    if "Content-Length" not in request.headers:
        return error_response(411, _("请写明 Content-Length。"))
    body = request.read(MAX_BODY_BYTES + 1)
    if len(body) > MAX_BODY_BYTES:
        return error_response(413, _("请求体至多 %(most)d 字节。") % {"most": MAX_BODY_BYTES})
    return answer(request, body)


def answer(request: HttpRequest, body: bytes) -> HttpResponse:
    """Respond to one JSON-RPC message; with an error if the body is not one."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return error_response(400, _("请求体不是 JSON。"), PARSE_ERROR)
    if not is_message(message):
        return error_response(400, _("请求体应是一条 JSON-RPC 2.0 消息，不能成批。"))
    # Imported late: workers that serve only pages save the package's memory and load time (1 s).
    from agents.server import answer_http

    return answer_http(request, body)


def is_message(message: Any) -> bool:
    """Whether it is one request, notification or response of JSON-RPC."""
    return (
        isinstance(message, dict)
        and message.get("jsonrpc") == "2.0"
        and (isinstance(message.get("method"), str) or "result" in message or "error" in message)
    )


def is_allowed_origin(origin: str | None) -> bool:
    """Whether the sender is a program, which sends no origin, or a page of this site.

    Otherwise any page could reach a server that listens on its reader's machine (DNS rebinding).
    """
    if origin is None:
        return True
    domain, _port = split_domain_port(urlsplit(origin).netloc)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def method_not_allowed() -> HttpResponse:
    response = HttpResponseNotAllowed(METHODS, content_type="text/plain; charset=utf-8")
    response.write(_("这里供智能体以 POST 使用（Model Context Protocol），不是网页。\n"))
    return response


def error_response(status: int, message: str, code: int = INVALID_REQUEST) -> HttpResponse:
    """An error of JSON-RPC for a request whose id is not known."""
    error = {"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": message}}
    content = json.dumps(error, ensure_ascii=False)
    return HttpResponse(content, status=status, content_type="application/json")
