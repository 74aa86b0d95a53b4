"""Themes: the vocabulary, and one term with its cases."""

import pytest

from tests.factories import make_case, make_case_theme, make_part, make_theme
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_the_list_defines_each_theme_and_counts_its_cases(client):
    farming = make_theme(
        "智慧农业", slug="farming", definition="以信息技术改进农业。", english_name="Smart farming"
    )
    make_case(themes=[farming])

    page = read(client.get("/themes/"))

    assert page.has_link("/themes/farming/", "智慧农业")
    assert "智慧农业 1 Smart farming 以信息技术改进农业。" in page.text


def test_themes_stand_in_the_order_of_the_vocabulary(client):
    make_theme("后", order=2)
    make_theme("先", order=1)

    page = read(client.get("/themes/"))

    assert page.text.index("先 0") < page.text.index("后 0")


def test_a_theme_shows_its_scope_and_the_reason_for_each_case(client):
    farming = make_theme("智慧农业", slug="farming", scope="不含食品溯源。")
    case = make_case(title="智慧高青：农业大县")
    make_case_theme(case, farming, evidence="农业大县")

    page = read(client.get("/themes/farming/"))

    assert "使用范围 不含食品溯源。" in page.text
    assert "智慧高青：农业大县 依据：农业大县 推 按规则推得" in page.text
    assert page.has_link("/cases/?theme=farming")


def test_an_unknown_theme_is_not_found(client):
    assert client.get("/themes/none/").status_code == 404


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_grow_with_the_theme(
    client, django_assert_num_queries, count
):
    farming = make_theme(slug="farming")
    part = make_part()
    for _ in range(count):
        make_case(part=part, themes=[farming, make_theme()])

    with django_assert_num_queries(2):
        client.get("/themes/")
    with django_assert_num_queries(4):
        client.get("/themes/farming/")
