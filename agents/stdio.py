"""The tools over standard input and output, by the package's own transport."""

from typing import Any

import anyio
from django.db import close_old_connections
from mcp.server.stdio import stdio_server
from mcp_types import CallToolResult

from agents.server import call, make_server
from agents.site import Site
from agents.tools.tool import Tool


def serve(address: str) -> None:
    """Answer until the input ends; ``address`` is where the site's pages are."""
    site = Site.at(address)
    anyio.run(_serve, site)


async def _serve(site: Site) -> None:
    server = make_server(lambda _asked: site, call_afresh)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def call_afresh(tool: Tool, site: Site, arguments: dict[str, Any]) -> CallToolResult:
    """Call a tool as a request would: an agent may be silent for longer than a connection lasts."""
    close_old_connections()
    try:
        return call(tool, site, arguments)
    finally:
        close_old_connections()
