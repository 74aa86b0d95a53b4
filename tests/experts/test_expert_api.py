"""/api/v1/experts/: people, their affiliations, and what they did for the books."""

import pytest

from cases.models import Contribution
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_contribution,
    make_critique,
    make_expert,
    make_organisation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    return indexed_client


EXPERTS = "/api/v1/experts/"


def get(client, path: str = EXPERTS, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def slugs(client, **parameters) -> list[str]:
    return [expert["slug"] for expert in get(client, **parameters)["results"]]


@pytest.fixture
def expert():
    """徐明, professor at a university, chief editor of one book and critic in it."""
    expert = make_expert("徐明", slug="xu-ming", pinyin="xu ming")
    body = make_organisation("某大学", slug="a-university")
    post = make_affiliation(expert, organisation=body, job_title="教授")
    book = make_book("towns", title="数字乡镇")
    make_contribution(book, expert, affiliation_as_printed="某大学教授", affiliations=[post])
    make_critique(make_case(book, number=3), expert, affiliation_as_printed="教授")
    return expert


def test_an_expert_has_affiliations_contributions_and_critiques(client, expert):
    found = get(client, f"{EXPERTS}xu-ming/")

    assert (found["name"], found["aliases"]) == ("徐明", [])
    assert found["posts"] == [
        {
            "organisation": {"slug": "a-university", "name": "某大学"},
            "job_title": "教授",
            "as_printed": None,
            "source_line": None,
            "origin": "editor",
            "source": {"origin": "editor", "person": "本站编辑"},
        }
    ]
    contribution, critique = found["contributions"][0], found["critiques"][0]
    assert (contribution["book"], contribution["role"], contribution["role_label"]) == (
        "towns",
        "chief_editor",
        "主编",
    )
    assert contribution["affiliation"] == "某大学教授"
    assert contribution["posts"][0]["job_title"] == "教授"
    assert (critique["case"]["slug"], critique["affiliation"]) == ("towns-03", "教授")
    assert critique["api_url"] == "http://testserver/api/v1/critiques/towns-03-xu-ming/"


def test_experts_are_filtered(client, expert):
    board = make_expert("李四", slug="li-si")
    make_contribution(
        make_book("lamps", title="灯杆"), board, role=Contribution.Role.EDITORIAL_BOARD
    )

    assert slugs(client) == ["li-si", "xu-ming"]
    assert slugs(client, q="徐") == slugs(client, q="XU") == ["xu-ming"]
    assert slugs(client, role="编委") == slugs(client, role="editorial_board") == ["li-si"]
    assert slugs(client, role="critic") == slugs(client, role="点评") == ["xu-ming"]
    assert slugs(client, role=["critic", "编委"]) == ["li-si", "xu-ming"]
    assert slugs(client, organisation="某大学") == ["xu-ming"]
    assert slugs(client, book="数字乡镇") == ["xu-ming"]
    assert slugs(client, ordering="-pinyin") == ["xu-ming", "li-si"]


def test_a_critic_who_did_nothing_else_belongs_to_the_book(client):
    critic = make_expert("李四", slug="li-si")
    make_critique(make_case(make_book("towns")), critic)

    assert slugs(client, book="towns") == ["li-si"]


def test_an_unknown_role_is_refused_with_the_nearest(client):
    response = client.get(EXPERTS, {"role": "critics"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["nearest"] == "critic"


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_do_not_depend_on_the_data(client, count, django_assert_num_queries):
    expert = make_expert(slug="xu-ming")
    for _ in range(count):
        make_affiliation(organisation=make_organisation())
        post = make_affiliation(expert, organisation=make_organisation())
        make_contribution(expert=expert, affiliations=[post])
        make_critique(expert=expert, affiliations=[post])

    client.settle()
    with django_assert_num_queries(5):
        get(client)
    with django_assert_num_queries(12):
        get(client, f"{EXPERTS}xu-ming/")
