"""How the API says to cite its rows."""

import json

import bibtexparser
import pytest
import rispy

from cases.citations.gbt7714 import STYLES
from tests.factories import (
    make_book,
    make_case,
    make_contribution,
    make_critique,
    make_expert,
)

pytestmark = pytest.mark.django_db

TEXT = "高青：兴业[M]//徐振强. 数字乡镇. 2019：12-38."


@pytest.fixture
def case():
    book = make_book("towns", edition_date="2019-03-01")
    make_contribution(book, make_expert("徐振强"))
    return make_case(book, title="高青：兴业", start_page=12, end_page=38)


def test_details_hold_the_usual_reference(client, case):
    critique = make_critique(case, make_expert("徐明"))
    addresses = {
        f"/api/v1/cases/{case.slug}/": TEXT,
        "/api/v1/books/towns/": "徐振强. 数字乡镇[M]. 2019.",
        f"/api/v1/critiques/{critique.slug}/": (
            "徐明. [“高青：兴业”专家点评][M]//徐振强. 数字乡镇. 2019."
        ),
    }

    found = {address: client.get(address).json()["citation"] for address in addresses}

    assert found == {
        address: {"style": "gbt7714-2025-numeric", "text": text}
        for address, text in addresses.items()
    }


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_to_be_had(client, case, style):
    answer = client.get(f"/api/v1/cases/{case.slug}/citation/?style={style}").json()

    page_text = client.get(f"/cases/{case.slug}/cite.txt?style={style}").content.decode()
    assert answer == {"style": style, "text": page_text.strip()}


def test_ris_is_the_same_as_on_the_page(client, case):
    response = client.get(f"/api/v1/cases/{case.slug}/citation/?format=ris")

    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{case.slug}.ris"'
    assert response.content == client.get(f"/cases/{case.slug}/cite.ris").content
    assert rispy.loads(response.content.decode())[0]["title"] == "高青：兴业"


def test_a_client_may_ask_by_media_type(client, case):
    address = f"/api/v1/cases/{case.slug}/citation/"

    bib = client.get(address, headers={"accept": "application/x-bibtex"})
    csl = client.get(address, headers={"accept": "application/vnd.citationstyles.csl+json"})

    assert bibtexparser.parse_string(bib.content.decode()).entries[0]["title"] == "高青：兴业"
    assert json.loads(csl.content)[0]["title"] == "高青：兴业"


@pytest.mark.parametrize(
    ("query", "parameter", "nearest"),
    [
        ("style=gbt7714-2015-numerical", "style", "gbt7714-2015-numeric"),
        ("format=riss", "format", "ris"),
        ("stile=x", "stile", "style"),
    ],
)
def test_what_there_is_not_is_refused_by_name(client, case, query, parameter, nearest):
    response = client.get(f"/api/v1/cases/{case.slug}/citation/?{query}")

    (error,) = response.json()["errors"]
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert (error["parameter"], error["nearest"]) == (parameter, nearest)


def test_a_refused_style_is_told_as_a_problem_in_every_format(client, case):
    response = client.get(f"/api/v1/cases/{case.slug}/citation/?style=apa&format=ris")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_an_unknown_row_has_no_citation(client, case):
    response = client.get("/api/v1/cases/towns-1/citation/")

    assert response.status_code == 404
    assert response.json()["errors"][0]["nearest"] == case.slug
