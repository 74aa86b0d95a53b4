"""The filter 缺少字段 of people and bodies."""

import pytest

from tests.factories import (
    make_affiliation,
    make_expert,
    make_organisation,
    make_place,
    make_seat,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


def lacking(client, resource, name):
    response = client.get(f"/api/v1/{resource}/", {"missing": name})
    assert response.status_code == 200, response.content.decode()
    return [row["name"] for row in response.json()["results"]]


@pytest.fixture
def complete():
    """A person and a body that lack nothing."""
    body = make_organisation("武汉市数据局", kind="government", english_name="Wuhan Data Bureau")
    make_seat(body, make_place("武汉市", parent=make_place("湖北省")))
    expert = make_expert("徐明", pinyin="xu ming")
    make_affiliation(expert, organisation=body, job_title="局长")
    return expert


@pytest.mark.parametrize("name", ["post", "organisation", "job_title", "pinyin", "任职机构"])
def test_each_gap_finds_the_person_who_has_it_and_no_other(client, complete, name):
    make_expert("李四")

    assert lacking(client, "experts", name) == ["李四"]


def test_a_name_in_latin_letters_needs_no_pinyin(client, complete):
    make_expert("Ada Sample")

    assert lacking(client, "experts", "pinyin") == []


def test_a_post_without_a_body_lacks_only_the_body(client, complete):
    make_affiliation(make_expert("李四", pinyin="li si"), job_title="教授")

    assert lacking(client, "experts", "organisation") == ["李四"]
    assert lacking(client, "experts", "post") == []


@pytest.mark.parametrize("name", ["kind", "place", "english_name", "people", "所在地"])
def test_each_gap_finds_the_body_that_has_it_and_no_other(client, complete, name):
    make_organisation("无类之社")

    assert lacking(client, "organisations", name) == ["无类之社"]


@pytest.mark.parametrize("place", ["武汉", "hubei", "420000"])
def test_bodies_are_found_by_the_place_they_are_in(client, place):
    hubei = make_place("湖北省", slug="hubei", code="420000")
    wuhan = make_place("武汉市", slug="wuhan", parent=hubei)
    make_seat(make_organisation("武汉市数据局"), wuhan)
    make_seat(make_organisation("北京车网"), make_place("北京市", level="municipality"))

    found = client.get("/api/v1/organisations/", {"place": place}).json()["results"]

    assert [body["name"] for body in found] == ["武汉市数据局"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/experts/?missing=pinyin", ["李四"]),
        ("/organisations/?missing=place", ["无类之社"]),
        ("/organisations/?place=武汉", ["武汉市数据局"]),
    ],
)
def test_the_pages_select_by_the_same_words(client, complete, address, names):
    make_expert("李四")
    make_organisation("无类之社")

    page = client.get(address).context["page"]

    assert [row.name for row in page] == names


def test_the_pages_count_what_is_lacking(client, complete):
    make_expert("李四")

    assert "缺少字段 任职 1 任职机构 1 职务 1 拼音 1" in read(client.get("/experts/")).text


def test_a_wrong_word_is_told_with_the_nearest_right_one(client):
    response = client.get("/organisations/?missing=plce")

    assert response.status_code == 400
    assert "您要找的是不是“place”？" in read(response).text
