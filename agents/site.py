"""The site as one agent sees it: asked in process, by the very views of the API."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from casebook.http import Problem
from casebook.problems import explain

View = Callable[..., Any]
NOT_FORWARDED = ("CONTENT_TYPE", "CONTENT_LENGTH", "HTTP_ACCEPT", "wsgi.input")
"""What an agent said of its own message, which is not the question that a tool asks."""


class RefusedError(Exception):
    """A question that cannot be answered, with what to do about it, in words for the agent."""


def refused(problems: list[Problem]) -> RefusedError:
    return RefusedError("".join(explain(problem) for problem in problems))


class Asked(WSGIRequest):
    """A question to a view of the API."""

    def get_host(self) -> str:
        """The host is known: the agent's own request came to it, or the operator named it."""
        return str(self.META["HTTP_HOST"])


@dataclass(frozen=True)
class Site:
    """Who asks, and under which address the site is known to them."""

    environ: Mapping[str, Any]

    @classmethod
    def of(cls, request: HttpRequest) -> "Site":
        """As the sender of a request sees it."""
        kept = {key: value for key, value in request.META.items() if key not in NOT_FORWARDED}
        return cls(kept | {"HTTP_HOST": request.get_host()})

    @classmethod
    def at(cls, address: str) -> "Site":
        """Under an address like ``https://casebook.example``."""
        parts = urlsplit(address)
        default_port = "443" if parts.scheme == "https" else "80"
        return cls(
            {
                "wsgi.url_scheme": parts.scheme,
                "HTTP_HOST": parts.netloc,
                "SERVER_NAME": parts.hostname or "",
                "SERVER_PORT": str(parts.port or default_port),
                "REMOTE_ADDR": "127.0.0.1",
            }
        )

    def get(self, view: View, query: QueryDict | None = None, **kwargs: str) -> dict[str, Any]:
        """What the API answers; raises what it refuses."""
        response = view(self._request(query), **kwargs)
        if hasattr(response, "render"):
            response.render()
        answer: dict[str, Any] = json.loads(response.content)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            raise RefusedError(answer.get("detail") or _("请求有误。"))
        return answer

    def absolute(self, path: str) -> str:
        """The full address of a page."""
        return self._request().build_absolute_uri(path)

    def _request(self, query: QueryDict | None = None) -> Asked:
        return Asked(
            {
                **self.environ,
                "REQUEST_METHOD": "GET",
                "PATH_INFO": "/",
                "QUERY_STRING": query.urlencode() if query else "",
                "HTTP_ACCEPT": "application/json",
                "wsgi.input": BytesIO(),
            }
        )
