"""The filter 缺少字段: cases that lack something."""

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


def lacking(client, *names):
    response = client.get("/api/v1/cases/", {"missing": names})
    assert response.status_code == 200, response.content.decode()
    return [case["number"] for case in response.json()["results"]]


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


GAPS = (
    *("part", "start_page", "end_page", "place", "city", "theme", "critique", "text"),
    *("critique_text", "project_facts", "english_title"),
)


@pytest.mark.parametrize("name", GAPS)
def test_each_gap_finds_the_case_that_has_it_and_no_other(client, complete, name):
    bare = make_case(complete.book, number=2)
    type(bare).objects.filter(pk=bare.pk).update(part=None)

    assert lacking(client, name) == [2]


def test_a_critic_without_a_post_is_a_gap(client, complete):
    make_critique(make_case(complete.book, number=2))

    assert lacking(client, "点评专家职务") == [2]


def test_a_case_of_a_province_lacks_only_the_city(client, complete):
    make_case(complete.book, number=2, place=make_place("湖南省"))

    assert lacking(client, "city") == [2]
    assert lacking(client, "place") == []


def test_gaps_are_joined_by_or_and_counted_beside_the_filter(client, complete):
    make_case(complete.book, number=2, english_title="A")
    make_case(complete.book, number=3, start_page=4)

    facets = {box.field: box for box in client.get("/cases/").context["facets"]}
    shown = [*facets["missing"].shown, *facets["missing"].folded]
    counts = {value.value: value.count for value in shown}

    assert lacking(client, "english_title", "start_page") == [2, 3]
    assert (counts["start_page"], counts["end_page"]) == (1, 2)
