"""A client of the JSON API that calls its views in process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from casebook.core.errors.error_responses import explain
from casebook.core.web.requests import ParameterError


class ToolError(Exception):
    """A failed tool call; the message is for the agent and names the cause and the remedy."""

    @classmethod
    def of(cls, *problems: ParameterError) -> "ToolError":
        return cls("".join(explain(problem) for problem in problems))


class InternalRequest(HttpRequest):
    """A GET request to a view of the API, made in process; ``address`` is the site's URL."""

    def __init__(self, address: str, query: QueryDict) -> None:
        super().__init__()
        self.method, self.path, self.path_info = "GET", "/", "/"
        self.META, self.GET = {"HTTP_ACCEPT": "application/json"}, query  # type: ignore[assignment]
        self.address = urlsplit(address)

    def get_host(self) -> str:
        """The host without a check: it was checked with the agent's request, or configured."""
        return self.address.netloc

    def _get_scheme(self) -> str:
        return self.address.scheme


@dataclass(frozen=True)
class ApiClient:
    """Calls API views in process; ``address`` is the site's URL: ``https://casebook.example``."""

    address: str

    def get(
        self, view: Callable[..., Any], query: QueryDict | None = None, **path_parts: str
    ) -> Any:
        """The parsed JSON response of a view; an error response raises ``ToolError``."""
        response = view(InternalRequest(self.address, query or QueryDict()), **path_parts)
        if hasattr(response, "render"):
            response.render()
        answer = json.loads(response.content)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            raise ToolError(answer.get("detail") or _("请求有误。"))
        return answer

    def absolute(self, path: str) -> str:
        """The absolute URL of a path."""
        return urljoin(self.address, path)
