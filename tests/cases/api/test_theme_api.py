"""/api/v1/themes/: the controlled vocabulary, and why each case has its themes."""

import pytest

from tests.factories import make_book, make_case, make_case_theme, make_theme

pytestmark = pytest.mark.django_db

THEMES = "/api/v1/themes/"


def get(client, path: str = THEMES, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def test_a_theme_has_its_definition_and_its_cases_with_their_reason(client):
    theme = make_theme(
        "智慧农业", slug="agriculture", definition="以信息技术改进农业。", title_words=["农业"]
    )
    make_case_theme(make_case(make_book("towns"), number=3), theme, evidence="农业")

    found = get(client, f"{THEMES}agriculture/")

    assert (found["name"], found["definition"], found["scope"]) == (
        "智慧农业",
        "以信息技术改进农业。",
        None,
    )
    assert found["title_words"] == ["农业"]
    assert found["sources"]["title_words"]["origin"] == "editor"
    assert found["cases"][0]["case"]["slug"] == "towns-03"
    assert found["cases"][0]["evidence"] == "农业"


def test_themes_are_found_by_words_and_kept_in_their_order(client):
    make_theme("智慧交通", slug="transport", order=2)
    make_theme("智慧农业", slug="agriculture", order=1)
    make_theme("政务服务", slug="government", order=3, definition="网上办事。")

    found = [theme["slug"] for theme in get(client)["results"]]
    smart = [theme["slug"] for theme in get(client, q="智慧")["results"]]

    assert found == ["agriculture", "transport", "government"]
    assert smart == ["agriculture", "transport"]


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_do_not_depend_on_the_data(client, count, django_assert_num_queries):
    theme, book = make_theme(slug="agriculture"), make_book()
    for number in range(1, count + 1):
        make_theme()
        make_case(book, number=number, themes=[theme])

    with django_assert_num_queries(3):
        get(client)
    with django_assert_num_queries(3):
        get(client, f"{THEMES}agriculture/")
