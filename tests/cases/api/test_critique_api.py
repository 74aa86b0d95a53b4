"""/api/v1/critiques/: one expert on one case, with the affiliation printed there."""

import pytest

from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_critique,
    make_expert,
    make_organisation,
    make_section,
)

pytestmark = pytest.mark.django_db

CRITIQUES = "/api/v1/critiques/"


def get(client, path: str = CRITIQUES, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def slugs(client, **parameters) -> list[str]:
    return [critique["slug"] for critique in get(client, **parameters)["results"]]


@pytest.fixture
def critique():
    critic = make_expert("徐明", slug="xu-ming")
    body = make_organisation("某大学", slug="a-university")
    post = make_affiliation(critic, organisation=body, job_title="教授")
    return make_critique(
        make_case(make_book("towns"), number=3),
        critic,
        name_as_printed="徐 明",
        affiliation_as_printed="某大学教授",
        affiliations=[post],
        source_line=61,
    )


def test_a_critique_names_case_expert_and_affiliation(client, critique):
    found = get(client, f"{CRITIQUES}towns-03-xu-ming/")

    assert found["case"]["slug"] == "towns-03"
    assert found["expert"] == {"slug": "xu-ming", "name": "徐明"}
    assert (found["name_as_printed"], found["affiliation"]) == ("徐 明", "某大学教授")
    assert found["posts"][0]["organisation"]["name"] == "某大学"
    assert found["url"] == "http://testserver/cases/towns-03/#critique-xu-ming"
    assert found["sources"]["name_as_printed"] == {"origin": "book", "line": 61}
    assert found["sections"] == []


def test_a_critique_shows_the_headings_of_its_text(client, critique):
    make_section(critique.case.book, critique=critique, anchor="s-9", title="启示")

    found = get(client, f"{CRITIQUES}towns-03-xu-ming/")

    assert found["sections"][0]["url"] == "http://testserver/books/towns/read/case-03/#s-9"


def test_critiques_are_filtered(client, critique):
    other = make_critique(make_case(make_book("lamps"), number=4), make_expert("李四"))

    assert slugs(client, expert="徐明") == ["towns-03-xu-ming"]
    assert slugs(client, book="lamps") == [other.slug]
    assert slugs(client, case="4") == [other.slug]
    assert slugs(client, organisation="某大学") == ["towns-03-xu-ming"]
    assert slugs(client, ordering="-number") == ["towns-03-xu-ming", other.slug]


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_do_not_depend_on_the_data(client, count, django_assert_num_queries):
    book = make_book("towns")
    for number in range(1, count + 1):
        critic = make_expert(slug=f"critic-{number}")
        post = make_affiliation(critic, organisation=make_organisation())
        critique = make_critique(make_case(book, number=number), critic, affiliations=[post])
        make_section(book, critique=critique)

    with django_assert_num_queries(5):
        get(client)
    with django_assert_num_queries(7):
        get(client, f"{CRITIQUES}towns-01-critic-1/")
