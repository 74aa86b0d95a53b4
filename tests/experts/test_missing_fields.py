"""The admin's filter 缺少字段 of people and organisations."""

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


def lacking(admin_client, model, name):
    response = admin_client.get(f"/admin/experts/{model}/", {"missing": name})
    assert response.status_code == 200, response.url
    return [row.name for row in response.context["cl"].queryset]


@pytest.fixture
def complete():
    """A person and an organisation that lack nothing."""
    body = make_organisation("武汉市数据局", kind="government", english_name="Wuhan Data Bureau")
    make_seat(body, make_place("武汉市", parent=make_place("湖北省")))
    expert = make_expert("徐明", pinyin="xu ming")
    make_affiliation(expert, organisation=body, job_title="局长")
    return expert


@pytest.mark.parametrize("name", ["post", "organisation", "job_title", "pinyin"])
def test_each_missing_field_finds_the_person_who_lacks_it(admin_client, complete, name):
    make_expert("李四")

    assert lacking(admin_client, "expert", name) == ["李四"]


def test_a_name_in_latin_letters_needs_no_pinyin(admin_client, complete):
    make_expert("Ada Sample")

    assert lacking(admin_client, "expert", "pinyin") == []


def test_an_affiliation_without_an_organisation_lacks_only_that(admin_client, complete):
    make_affiliation(make_expert("李四", pinyin="li si"), job_title="教授")

    assert lacking(admin_client, "expert", "organisation") == ["李四"]
    assert lacking(admin_client, "expert", "post") == []


@pytest.mark.parametrize("name", ["kind", "place", "english_name", "people"])
def test_each_missing_field_finds_the_organisation_that_lacks_it(admin_client, complete, name):
    make_organisation("无类之社")

    assert lacking(admin_client, "organisation", name) == ["无类之社"]


def test_a_name_that_no_field_has_is_said_to_be_wrong(admin_client, complete):
    response = admin_client.get("/admin/experts/organisation/?missing=plce")

    assert response["Location"] == "/admin/experts/organisation/?e=1"


def test_the_filter_is_offered(admin_client, complete):
    page = read(admin_client.get("/admin/experts/expert/"))

    assert page.has_link("?missing=post", "任职")


def test_the_public_list_knows_no_such_parameter(client, complete):
    assert client.get("/experts/?missing=pinyin").status_code == 400
    assert client.get("/api/v1/experts/?missing=pinyin").status_code == 400
