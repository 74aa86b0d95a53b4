"""Compression where the client accepts gzip; a response in the cache is compressed once."""

import gzip

import pytest

from tests.factories import make_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    """Lists from an index are stored; those of a site without one are not."""
    make_case()
    indexed_client.settle()
    return indexed_client


def get(client, address="/cases/", accepts="gzip", **headers):
    return client.get(address, headers={"accept-encoding": accepts, **headers})


@pytest.mark.parametrize("address", ["/cases/", "/api/v1/cases/", "/about/"])
def test_a_cached_response_is_not_compressed_again(client, address):
    """Whatever is compressed anew begins with other random bytes than the time before."""
    responses = [get(client, address) for _ in range(4)]

    assert {response["Content-Encoding"] for response in responses} == {"gzip"}
    assert len({response.content for response in responses}) == 1
    assert {int(response["Content-Length"]) for response in responses} == {
        len(responses[0].content)
    }


@pytest.mark.parametrize("order", [("gzip", "identity"), ("identity", "gzip")])
def test_the_compressed_and_the_plain_form_say_the_same(client, order):
    forms = {accepts: get(client, accepts=accepts) for accepts in order * 2}
    packed, plain = forms["gzip"], forms["identity"]

    assert gzip.decompress(packed.content) == plain.content
    assert "Content-Encoding" not in plain
    assert int(plain["Content-Length"]) == len(plain.content) > 2 * len(packed.content)
    assert packed["ETag"] == plain["ETag"]
    assert "Accept-Encoding" in packed["Vary"]
    assert packed["Vary"] == plain["Vary"]


@pytest.mark.parametrize("accepts", ["gzip", "identity"])
def test_either_form_is_revalidated_by_the_same_tag(client, accepts):
    tag = get(client)["ETag"]

    unchanged = get(client, accepts=accepts, if_none_match=tag)

    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert "Accept-Encoding" in unchanged["Vary"]


@pytest.mark.parametrize(
    ("accepts", "encoding"),
    [
        ("", None),
        ("identity", None),
        ("br", None),
        ("gzip", "gzip"),
        ("GZip", "gzip"),
        ("br, gzip;q=0.5", "gzip"),
        ("deflate, gzip ; q=1.0, *;q=0", "gzip"),
        ("*", "gzip"),
        ("gzip;q=0", None),
        ("gzip; q=0.000, br", None),
        ("gzip;q=0, *", None),
        ("*;q=0", None),
        ("gzip;q=much", None),
        ("not-gzip", None),
    ],
)
@pytest.mark.parametrize("address", ["/cases/", "/admin/login/", "/cases/?format=csv"])
def test_compresses_for_those_who_accept_it(client, address, accepts, encoding):
    for _ in range(2):
        response = get(client, address, accepts)

        assert response.get("Content-Encoding") == encoding


def test_a_streamed_download_is_compressed(client):
    packed = get(client, "/cases/?format=csv")
    plain = get(client, "/cases/?format=csv", "identity")

    assert gzip.decompress(packed.getvalue()) == plain.getvalue()


def test_what_is_short_is_not_compressed(client):
    assert "Content-Encoding" not in get(client, "/healthz")


def test_head_names_the_headers_of_get(client):
    got = get(client)

    head = client.head("/cases/", headers={"accept-encoding": "gzip"})

    assert head.content == b""
    assert head.headers == got.headers
