"""What the tests of the agents' tools may ask for."""

import json

import jsonschema
import pytest
from django.test import Client

from agents.tools import TOOLS


@pytest.fixture
def post():
    """Sends one JSON-RPC message, as an agent does, and returns the response."""

    def send(message, **headers):
        headers = {"Accept": "application/json, text/event-stream"} | headers
        return Client(headers=headers).post("/mcp", message, content_type="application/json")

    return send


@pytest.fixture
def call(post):
    """Calls a tool; its response fits its output schema, as data and as text."""

    def ask(tool, **arguments):
        answer = post(request("tools/call", name=tool, arguments=arguments)).json()["result"]
        text = answer["content"][0]["text"]
        if answer["isError"]:
            return text
        jsonschema.validate(answer["structuredContent"], TOOLS[tool].output_schema())
        assert json.loads(text) == answer["structuredContent"]
        return answer["structuredContent"]

    return ask


def request(method, **params):
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
