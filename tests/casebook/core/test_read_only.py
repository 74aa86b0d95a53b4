"""Every public address may be read by GET and HEAD, asked by OPTIONS, and never written to."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories import make_case

pytestmark = pytest.mark.django_db


def plain_addresses(patterns, prefix="/"):
    """The addresses without parameters that are not of the admin."""
    for each in patterns:
        route = prefix + str(each.pattern)
        if isinstance(each, URLResolver) and each.app_name != "admin":
            yield from plain_addresses(each.url_patterns, route)
        elif isinstance(each, URLPattern) and not set(route) & set("<(^?"):
            yield route


ADDRESSES = sorted(
    address
    for address in set(plain_addresses(get_resolver().url_patterns))
    if not address.startswith(("/api/", "/admin", "/mcp"))
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_refused_before_a_forms_token_is_looked_for(address, method):
    client = Client(enforce_csrf_checks=True)

    response = getattr(client, method)(address)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("address", ["/", "/cases/", "/healthz", "/search/"])
def test_options_says_what_is_allowed(client, address):
    response = client.options(address)

    assert (response.status_code, response.content) == (200, b"")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", ["/", "/cases/", "/healthz", "/api/v1/cases/", "/api/schema/"])
def test_head_is_get_without_content(client, address):
    make_case()
    got = client.get(address)

    head = client.head(address)

    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head["Content-Type"] == got["Content-Type"]


def test_a_browser_may_ask_before_it_asks_conditionally(client):
    response = client.options(
        "/api/v1/cases/",
        headers={
            "origin": "https://elsewhere.example",
            "access-control-request-method": "GET",
            "access-control-request-headers": "if-none-match",
        },
    )

    assert response.status_code == 200
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]
    assert "ETag" in response["Access-Control-Expose-Headers"]


def test_the_admin_may_be_written_to(client):
    assert client.post("/admin/login/", {"username": "x", "password": "y"}).status_code == 200
