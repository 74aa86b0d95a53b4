"""The site as `make serve` runs it: a real server, spoken to over a real socket."""

import gzip
import http.client
import json
import re
import subprocess
from urllib.parse import quote

import pytest

from tests.paths import ROOT
from tests.server import SERVE, environment_of, running_site


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """Of a server that has made itself ready in an empty folder."""
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site.port


def ask(port, target: bytes, **headers):
    """One GET with the target sent as it is given, byte for byte."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.putrequest("GET", "/", skip_host="Host" in headers, skip_accept_encoding=True)
    connection._buffer[0] = b"GET " + target + b" HTTP/1.1"
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    "target", ["/api/v1/cases/?city=武汉".encode(), b"/api/v1/cases/?city=%E6%AD%A6%E6%B1%89"]
)
def test_answers_chinese_addresses_raw_and_encoded(port, target):
    response, body = ask(port, target)

    assert response.status == 200
    assert json.loads(body)["count"] == 3


@pytest.mark.parametrize("address", [b"/api/v1/search/", b"/search/", b"/en/search/"])
@pytest.mark.parametrize("character", ["路", "𠮷", "😀"])
def test_answers_a_search_of_ten_thousand_characters(port, address, character):
    query = f"?q={quote(character * 10_000)}&kind=case&ordering=title"

    response, _ = ask(port, address + query.encode())

    assert response.status == 200


def test_serves_pages_that_ask_for_nothing_elsewhere(port):
    response, body = ask(port, b"/")

    assert response.status == 200
    links = re.findall(r'(?:href|src)="([^"]+)"', body.decode())
    own = f"http://127.0.0.1:{port}/"
    assert not [
        link
        for link in links
        if link.startswith(("http:", "https:", "//")) and not link.startswith(own)
    ]


def test_serves_static_files_compressed_under_names_that_never_change(port):
    _, page = ask(port, b"/")
    style = re.search(rb"/static/css/base\.[0-9a-f]+\.css", page)[0]

    response, body = ask(port, style, Accept_Encoding="gzip")

    assert response.headers["Content-Encoding"] == "gzip"
    assert "immutable" in response.headers["Cache-Control"]
    assert b"@layer" in gzip.decompress(body)


def test_refuses_a_host_it_does_not_know(port):
    response, _ = ask(port, b"/", Host="elsewhere.example")

    assert response.status == 400


def test_a_wrong_setting_stops_the_start_with_one_line(tmp_path):
    result = subprocess.run(
        SERVE,
        cwd=ROOT,
        env=environment_of(tmp_path, HTTPS="perhaps"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert result.stderr.startswith("Casebook cannot start: ")
    assert len(result.stderr.strip().splitlines()) == 1
