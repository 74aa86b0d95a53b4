"""MCP server of the tools over HTTP and stdio; importing this module loads ``mcp``.

The package's HTTP server is an ASGI application. Each request runs it in an event loop of its
own; the tools run in the request's thread, and so with its database connection. It is stateless:
any worker can serve any request.
"""

import json
import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import anyio
import httpx2
from asgiref.sync import async_to_sync, sync_to_async
from django.conf import settings
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as ToolDescription

from agents.api_client import ApiClient, ToolError
from agents.tools import TOOLS
from agents.tools.tool import Tool
from casebook.core.errors.error_responses import explain
from casebook.core.web.requests import ParameterError, nearest

log = logging.getLogger(__name__)
Call = Callable[[Tool, ApiClient, dict[str, Any]], CallToolResult]
HOP_BY_HOP = frozenset({"connection", "transfer-encoding", "content-length"})
"""Headers that the web server writes itself."""


def answer_http(request: HttpRequest, body: bytes) -> HttpResponse:
    """Respond to a message of MCP's Streamable HTTP transport, without session and stream."""
    headers = [(name.encode(), value.encode("latin-1")) for name, value in request.headers.items()]
    message = httpx2.Request("POST", request.build_absolute_uri(), headers=headers, content=body)
    server = make_server(ApiClient(request.build_absolute_uri("/")), call)

    async def run() -> httpx2.Response:
        manager = StreamableHTTPSessionManager(server, json_response=True, stateless=True)
        async with manager.run():
            transport = httpx2.ASGITransport(manager.handle_request)
            answer = await transport.handle_async_request(message)
            await answer.aread()
        return answer

    answer = async_to_sync(run)()
    response = HttpResponse(answer.content, status=answer.status_code)
    del response["Content-Type"]
    for name, value in answer.headers.items():
        if name not in HOP_BY_HOP:
            response[name] = value
    return response


def serve_stdio(address: str) -> None:
    """Serve over stdio until the input ends; ``address`` is the site's URL."""
    server = make_server(ApiClient(address), call_and_close)

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)


def make_server(client: ApiClient, call: Call) -> Server[Any]:
    """A server whose tools call the API through this client."""

    async def list_tools(_context: Any, _params: Any) -> ListToolsResult:
        return ListToolsResult(tools=descriptions(get_language()))

    async def call_tool(_context: Any, params: CallToolRequestParams) -> CallToolResult:
        return await sync_to_async(call)(find(params.name), client, params.arguments or {})

    return Server(
        "casebook",
        version=str(settings.SPECTACULAR_SETTINGS["VERSION"]),
        title=_("案例库"),
        instructions=_(
            "案例库收录案例集图书中的案例、专家点评与事实，每个值都注明来源。"
            "先用 search_cases 或 list_facets 找到案例，再用 get_case 查看；"
            "引用书中文字之前用 check_quote 核对，用 cite 取得著录格式。"
            "书中没有载明的内容为 null，请照实说“未载明”，不要推测。"
        ),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


@cache
def descriptions(_language: str | None) -> list[ToolDescription]:
    """The tools as the protocol describes them, cached by language."""
    return [
        ToolDescription(
            name=tool.name,
            title=str(tool.title),
            description=str(tool.description),
            input_schema=tool.input_schema(),
            output_schema=tool.output_schema(),
            annotations=ToolAnnotations(
                title=str(tool.title),
                read_only_hint=True,
                destructive_hint=False,
                idempotent_hint=True,
                open_world_hint=False,
            ),
        )
        for tool in TOOLS.values()
    ]


def find(name: str) -> Tool:
    """The tool of this name; ``MCPError``, an error of the protocol, if there is none."""
    if name not in TOOLS:
        message = _("没有名为“%(name)s”的工具。") % {"name": name}
        problem = ParameterError("name", name, message, nearest(name, TOOLS))
        raise MCPError(INVALID_PARAMS, explain(problem))
    return TOOLS[name]


def call(tool: Tool, client: ApiClient, arguments: dict[str, Any]) -> CallToolResult:
    """Call a tool; return its result as data and as text, or an error result."""
    try:
        answer = tool.call(client, arguments)
    except ToolError as error:
        return error_result(str(error))
    except Exception:
        log.exception("The tool %s failed.", tool.name)
        return error_result(_("服务器遇到意外错误，已记入日志。"))
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return CallToolResult(content=[TextContent(text=text)], structured_content=answer)


def call_and_close(tool: Tool, client: ApiClient, arguments: dict[str, Any]) -> CallToolResult:
    """Call a tool outside a request, closing old database connections before and after.

    An agent may be idle for longer than a connection lasts.
    """
    close_old_connections()
    try:
        return call(tool, client, arguments)
    finally:
        close_old_connections()


def error_result(message: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=message)], is_error=True)
