"""Streamable HTTP: which requests are errors, and with which codes of the protocol."""

import json

import pytest
from django.test import Client

from tests.agents.conftest import request

pytestmark = pytest.mark.django_db

PING = request("ping")


@pytest.mark.parametrize("method", ["get", "delete", "put", "options", "head"])
def test_only_post_is_answered(method):
    response = getattr(Client(), method)("/mcp")

    assert response.status_code == 405
    assert response["Allow"] == "POST"


def test_a_request_is_answered_as_json_at_once(post):
    response = post(PING)

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response.json() == {"jsonrpc": "2.0", "id": 1, "result": {}}
    assert "Mcp-Session-Id" not in response


@pytest.mark.parametrize(
    ("offered", "spoken"),
    [("2025-11-25", "2025-11-25"), ("2025-03-26", "2025-03-26"), ("1999-01-01", "2025-11-25")],
)
def test_a_version_is_agreed_upon(post, offered, spoken):
    client = {"name": "test", "version": "1"}
    hello = request("initialize", protocolVersion=offered, capabilities={}, clientInfo=client)

    answer = post(hello).json()["result"]

    assert answer["protocolVersion"] == spoken
    assert answer["serverInfo"]["name"] == "casebook"
    assert answer["capabilities"] == {"tools": {"listChanged": False}}


def test_notifications_and_responses_are_accepted_without_an_answer(post):
    notification = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    response = {"jsonrpc": "2.0", "id": 1, "result": {}}

    for message in (notification, response):
        answer = post(message)
        assert (answer.status_code, answer.content) == (202, b"")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{bad", -32700),
        (" ", -32700),
        ("[" * 20_000, -32700),
        ("\udcff", -32700),
        (json.dumps([PING]), -32600),
        ("[]", -32600),
        ("1", -32600),
        ("{}", -32600),
        ('{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600),
        ('{"jsonrpc":"2.0","id":1,"method":7}', -32600),
    ],
)
def test_what_is_no_message_is_refused(body, code):
    raw = body.encode("utf-8", "surrogateescape")

    response = Client().post("/mcp", raw, content_type="application/json")

    assert response.status_code == 400
    assert response.json()["error"]["code"] == code


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (request("nothing/here"), -32601),
        (request("resources/list"), -32601),
        (request("tools/call"), -32602),
        (request("tools/call", name="check_quotes"), -32602),
    ],
)
def test_what_is_not_offered_is_an_error_of_the_protocol(post, message, code):
    assert post(message).json()["error"]["code"] == code


def test_a_mistyped_tool_gets_the_nearest_one(post):
    answer = post(request("tools/call", name="check_quotes")).json()

    assert answer["error"]["message"].endswith("是否要找“check_quote”？")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Accept": "text/html"}, 406),
        ({"Accept": "application/json"}, 200),
        ({"Accept": "application/json, text/event-stream"}, 200),
        ({"Mcp-Protocol-Version": "1999-01-01"}, 400),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://testserver:8000"}, 200),
    ],
)
def test_headers_are_looked_at(post, headers, status):
    assert post(PING, **headers).status_code == status


def test_another_content_type_is_refused():
    response = Client().post("/mcp", "{}", content_type="text/plain")

    assert response.status_code == 415


def test_too_large_a_body_is_refused():
    body = json.dumps(PING) + " " * 65_536

    response = Client().post("/mcp", body, content_type="application/json")

    assert response.status_code == 413
    assert response.json()["error"]["code"] == -32600


def test_no_page_of_another_site_may_read(post):
    assert "Access-Control-Allow-Origin" not in post(PING)


def test_a_message_needs_no_token_against_forgery():
    client = Client(enforce_csrf_checks=True, headers={"Accept": "application/json"})

    assert client.post("/mcp", PING, content_type="application/json").status_code == 200
