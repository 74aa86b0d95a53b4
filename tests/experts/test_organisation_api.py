"""/api/v1/organisations/: organisations, their people, and what they did for the books."""

import pytest

from cases.models import Contribution
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_contribution,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_place,
    make_seat,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    return indexed_client


ORGANISATIONS = "/api/v1/organisations/"


def get(client, path: str = ORGANISATIONS, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def slugs(client, **parameters) -> list[str]:
    return [body["slug"] for body in get(client, **parameters)["results"]]


def test_an_organisation_has_its_people_and_contributions(client):
    body = make_organisation("某出版社", slug="a-press", kind="media")
    make_affiliation(make_expert("徐明", slug="xu-ming"), organisation=body, job_title="编辑")
    make_contribution(make_book("towns"), organisation=body, role=Contribution.Role.PUBLISHER)

    found = get(client, f"{ORGANISATIONS}a-press/")

    assert (found["name"], found["kind"], found["english_name"]) == ("某出版社", "media", None)
    assert found["people"] == [
        {
            "expert": {"slug": "xu-ming", "name": "徐明"},
            "job_title": "编辑",
            "as_printed": None,
            "critiques": [],
            "source_line": None,
            "origin": "editor",
            "source": {"origin": "editor", "person": "本站编辑"},
        }
    ]
    assert found["contributions"][0]["book"] == "towns"
    assert found["contributions"][0]["role_label"] == "出版"


def test_an_organisation_has_its_ties_to_cases(client):
    body = make_organisation(slug="a-university")
    post = make_affiliation(make_expert("徐明", slug="xu-ming"), organisation=body)
    book = make_book("towns")
    make_critique(make_case(book, number=3), post.expert, affiliations=[post])
    naming = make_fact(make_case(book, number=1), slug="f-1")
    naming.organisations.add(body)

    found = get(client, f"{ORGANISATIONS}a-university/")

    first, second = found["ties"]
    assert (first["case"]["slug"], first["critics"], first["facts"]) == ("towns-01", [], ["f-1"])
    assert second["case"]["slug"] == "towns-03"
    assert (second["critics"], second["facts"]) == ([{"slug": "xu-ming", "name": "徐明"}], [])
    assert found["people"][0]["critiques"][0]["case"]["slug"] == "towns-03"


def test_organisations_are_filtered(client):
    make_organisation("某大学", slug="a-university", kind="academia")
    make_organisation("某大学出版社", slug="a-press", kind="media")

    assert slugs(client, q="大学", ordering="pinyin") == ["a-press", "a-university"]
    assert (
        slugs(client, kind="academia") == slugs(client, kind="高校与科研院所") == ["a-university"]
    )
    assert slugs(client, ordering="-pinyin") == ["a-university", "a-press"]


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_do_not_depend_on_the_data(client, count, django_assert_num_queries):
    body = make_organisation(slug="a-press")
    for _ in range(count):
        make_organisation()
        post = make_affiliation(organisation=body)
        make_critique(expert=post.expert, affiliations=[post])
        make_contribution(organisation=body)
        make_fact().organisations.add(body)

    client.settle()
    with django_assert_num_queries(3):
        get(client)
    with django_assert_num_queries(10):
        get(client, f"{ORGANISATIONS}a-press/")


def test_an_organisation_has_its_place_with_the_source(client):
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省"))
    body = make_organisation(
        "武汉市数据局", slug="bureau", kind="government", aliases=["市数据局"],
        origin="book", source_line=9, english_name="Wuhan Data Bureau",
    )  # fmt: skip
    make_seat(body, wuhan, evidence="武汉市", source_line=9)

    found = get(client, f"{ORGANISATIONS}bureau/")

    assert (found["place"]["slug"], found["place"]["evidence"]) == ("wuhan", "武汉市")
    assert (found["place"]["source"]["origin"], found["place"]["source"]["line"]) == ("derived", 9)
    origins = {name: source["origin"] for name, source in found["sources"].items()}
    assert origins == {
        "name": "book",
        "kind": "derived",
        "english_name": "editor",
        "aliases": "editor",
    }


def test_a_kind_that_the_name_does_not_give_is_an_editors(client):
    make_organisation(
        "国家信息中心", slug="centre", kind="government", origin="book", source_line=9
    )

    found = get(client, f"{ORGANISATIONS}centre/")

    assert found["sources"]["kind"]["origin"] == "editor"
    assert found["place"] is None


@pytest.mark.parametrize("place", ["武汉", "hubei", "420000"])
def test_organisations_are_found_by_the_place_they_are_in(client, place):
    hubei = make_place("湖北省", slug="hubei", code="420000")
    wuhan = make_place("武汉市", slug="wuhan", parent=hubei)
    make_seat(make_organisation("武汉市数据局"), wuhan)
    make_seat(make_organisation("北京车网"), make_place("北京市", level="municipality"))

    found = client.get("/api/v1/organisations/", {"place": place}).json()["results"]

    assert [body["name"] for body in found] == ["武汉市数据局"]


def test_the_page_selects_by_the_same_place(client):
    wuhan = make_place("武汉市", parent=make_place("湖北省"))
    make_seat(make_organisation("武汉市数据局"), wuhan)
    make_organisation("无类之社")

    page = client.get("/organisations/?place=武汉").context["page"]

    assert [row.name for row in page] == ["武汉市数据局"]
