"""The tools as an MCP server; only this module and those that import it load ``mcp``."""

import json
import logging
from collections.abc import Callable
from functools import cache
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as ToolDescription

from agents.site import RefusedError, Site
from agents.tools import TOOLS
from agents.tools.tool import Tool
from casebook.http import Problem, nearest
from casebook.problems import explain

log = logging.getLogger(__name__)
NAME = "casebook"


Call = Callable[[Tool, Site, dict[str, Any]], CallToolResult]


def make_server(site_of: Callable[[Any], Site], call: Call) -> Server[Any]:
    """A server of the tools; ``site_of`` makes of the transport's request who asks."""

    async def list_tools(
        _context: ServerRequestContext[Any], _params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=descriptions(get_language()))

    async def call_tool(
        context: ServerRequestContext[Any], params: CallToolRequestParams
    ) -> CallToolResult:
        tool = tool_named(params.name)
        site = site_of(context.request)
        return await sync_to_async(call)(tool, site, params.arguments or {})

    return Server(
        NAME,
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
    """The tools as the protocol describes them, once for each language."""
    return [describe(tool) for tool in TOOLS.values()]


def describe(tool: Tool) -> ToolDescription:
    return ToolDescription(
        name=tool.name,
        title=str(tool.title),
        description=str(tool.description),
        input_schema=tool.schema(),
        output_schema=tool.result,
        annotations=ToolAnnotations(
            title=str(tool.title),
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )


def call(tool: Tool, site: Site, arguments: dict[str, Any]) -> CallToolResult:
    """A tool's answer as data and as text; what is wrong with the question, as an error to mend."""
    try:
        answer = tool.call(site, arguments)
    except RefusedError as error:
        return failed(str(error))
    except Exception:
        log.exception("The tool %s failed.", tool.name)
        return failed(_("服务器遇到意外错误，已记入日志。"))
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return CallToolResult(content=[TextContent(text=text)], structured_content=answer)


def tool_named(name: str) -> Tool:
    """The tool; a name that means none is the protocol's business, not a tool's."""
    tool = TOOLS.get(name)
    if tool is None:
        message = _("没有名为“%(name)s”的工具。") % {"name": name}
        problem = Problem("name", name, message, nearest(name, TOOLS))
        raise MCPError(INVALID_PARAMS, explain(problem))
    return tool


def failed(message: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=message)], is_error=True)
