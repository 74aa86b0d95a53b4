"""The admin's filter 缺少字段: cases and facts that lack something."""

import pytest

from tests.factories import (
    make_case,
    make_critique,
    make_fact,
    make_passage,
    make_place,
    make_reference,
    make_section,
    make_theme,
)

pytestmark = pytest.mark.django_db


def lacking(admin_client, name, model="case"):
    response = admin_client.get(f"/admin/cases/{model}/", {"missing": name})
    assert response.status_code == 200, response.url
    return list(response.context["cl"].queryset)


def numbers(admin_client, name):
    return [case.number for case in lacking(admin_client, name)]


@pytest.fixture
def complete():
    """Case 1, which lacks nothing."""
    wuhan = make_place("武汉市", parent=make_place("湖北省"))
    case = make_case(
        number=1,
        place=wuhan,
        themes=[make_theme()],
        start_page=1,
        end_page=2,
        english_title="Smart Gaoqing",
    )
    critique = make_critique(case, affiliation_as_printed="某大学教授")
    make_passage(make_section(case=case))
    make_passage(make_section(case.book, critique=critique))
    make_fact(case, about="project", origin="public", reference=make_reference())
    return case


FIELDS = (
    *("part", "start_page", "end_page", "place", "city", "theme", "critique", "text"),
    *("critique_text", "project_facts", "english_title"),
)


@pytest.mark.parametrize("name", FIELDS)
def test_each_missing_field_finds_the_case_that_lacks_it(admin_client, complete, name):
    bare = make_case(complete.book, number=2)
    type(bare).objects.filter(pk=bare.pk).update(part=None)

    assert numbers(admin_client, name) == [2]


def test_a_critic_without_an_affiliation_is_a_missing_field(admin_client, complete):
    make_critique(make_case(complete.book, number=2))

    assert numbers(admin_client, "post") == [2]


def test_a_case_of_a_province_lacks_only_the_city(admin_client, complete):
    make_case(complete.book, number=2, place=make_place("湖南省"))

    assert numbers(admin_client, "city") == [2]
    assert numbers(admin_client, "place") == []


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("period", 1),
        ("place", 2),
        ("support", 1),
        ("publisher", 1),
        ("section", 1),
        ("confidence", 1),
    ],
)
def test_facts_that_lack_a_field_are_found_by_it(admin_client, name, count):
    fact = make_fact(origin="book", source_line=9, period="2018", year=2018, confidence="high")
    make_fact(fact.case, origin="public", reference=make_reference())

    assert len(lacking(admin_client, name, "fact")) == count


def test_the_public_list_knows_no_such_parameter(client, complete):
    assert client.get("/cases/?missing=city").status_code == 400
    assert client.get("/api/v1/facts/?missing=place").status_code == 400
