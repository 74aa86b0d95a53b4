"""One exchange of Streamable HTTP within an ordinary, synchronous request.

The package's own server is an ASGI application. It is asked from a worker thread, in an
event loop that lives as long as the request; the tools run in the request's own thread,
and so with its database connection. Nothing is kept between requests: any worker
answers any of them.
"""

from typing import Any

from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

from agents.server import call, make_server
from agents.site import Site

HOP_BY_HOP = frozenset({"connection", "transfer-encoding", "content-length"})
"""Headers that are the server's own business."""

SITE = "casebook.site"


def exchange(request: HttpRequest, body: bytes) -> HttpResponse:
    """What the protocol answers to a request with this body."""
    made = Exchange(request, body)
    async_to_sync(made.run)()
    return made.response()


class Exchange:
    """A request that was received whole, and the answer as it comes out."""

    def __init__(self, request: HttpRequest, body: bytes) -> None:
        self._body = body
        self._scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": request.scheme,
            "path": request.path,
            "raw_path": request.path.encode(),
            "query_string": b"",
            "headers": [
                (name.lower().encode("latin-1"), value.encode("latin-1"))
                for name, value in request.headers.items()
            ],
            SITE: Site.of(request),
        }
        self._status = 500
        self._headers: list[tuple[bytes, bytes]] = []
        self._content = b""
        self._is_received = False

    async def run(self) -> None:
        manager = StreamableHTTPSessionManager(
            make_server(lambda asked: asked.scope[SITE], call), json_response=True, stateless=True
        )
        async with manager.run():
            await manager.handle_request(self._scope, self._receive, self._send)

    async def _receive(self) -> dict[str, Any]:
        if self._is_received:
            return {"type": "http.disconnect"}
        self._is_received = True
        return {"type": "http.request", "body": self._body, "more_body": False}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self._status, self._headers = message["status"], message.get("headers", [])
        else:
            self._content += message.get("body", b"")

    def response(self) -> HttpResponse:
        response = HttpResponse(self._content, status=self._status)
        del response["Content-Type"]
        for name, value in self._headers:
            if name.decode("latin-1").lower() not in HOP_BY_HOP:
                response[name.decode("latin-1")] = value.decode("latin-1")
        return response
