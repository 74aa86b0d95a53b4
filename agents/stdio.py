"""The tools over standard input and output, by the package's own transport."""

import anyio
from mcp.server.stdio import stdio_server

from agents.server import make_server
from agents.site import Site


def serve(address: str) -> None:
    """Answer until the input ends; ``address`` is where the site's pages are."""
    site = Site.at(address)
    anyio.run(_serve, site)


async def _serve(site: Site) -> None:
    server = make_server(lambda _asked: site)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
