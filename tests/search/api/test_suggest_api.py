"""The resource of suggestions."""

import pytest

from tests.factories import make_case, make_place, make_theme

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/suggest/"


def test_suggestions_have_kind_label_value_and_url(client):
    make_theme("智慧交通", slug="smart-transport", english_name="Smart Transport")

    answer = client.get(ADDRESS, {"q": "zhjt"}).json()

    assert answer == {
        "suggestions": [
            {
                "kind": "theme",
                "label": "智慧交通",
                "english_name": "Smart Transport",
                "value": "smart-transport",
                "url": "/themes/smart-transport/",
            }
        ]
    }


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "  "}, {"q": "\x00"}, {"q": "甲" * 10_000}])
def test_nothing_typed_or_nothing_found_is_an_empty_list(client, query):
    response = client.get(ADDRESS, query)

    assert response.status_code == 200
    assert response.json() == {"suggestions": []}


def test_a_limit_is_kept(client):
    for number in range(30):
        make_case(title=f"智慧甲{number}：实践")

    usual = client.get(ADDRESS, {"q": "智慧"}).json()["suggestions"]
    three = client.get(ADDRESS, {"q": "智慧", "limit": "3"}).json()["suggestions"]
    most = client.get(ADDRESS, {"q": "智慧", "limit": "20"}).json()["suggestions"]

    assert [len(usual), len(three), len(most)] == [10, 3, 20]


@pytest.mark.parametrize("limit", ["0", "21", "-1", "many", "", "9" * 500, "１"])
def test_another_limit_is_refused(client, limit):
    response = client.get(ADDRESS, {"q": "智慧", "limit": limit})

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [each["parameter"] for each in response.json()["errors"]] == ["limit"]


def test_an_unknown_parameter_is_refused_with_the_nearest_right_one(client):
    response = client.get(ADDRESS, {"q": "智慧", "limits": "3"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "limits"
    assert response.json()["errors"][0]["nearest"] == "limit"


@pytest.mark.parametrize("count", [1, 20])
def test_queries_do_not_depend_on_how_much_there_is(client, django_assert_max_num_queries, count):
    for number in range(count):
        make_case(title=f"智慧甲{number}：实践")
        make_place(f"甲{number}省")
    client.get(ADDRESS, {"q": "yi"})  # reads the names that have just been made

    with django_assert_max_num_queries(1):  # has anything changed?
        client.get(ADDRESS, {"q": "jia"})


def test_any_page_on_the_web_may_ask(client):
    response = client.get(ADDRESS, headers={"origin": "https://elsewhere.example"})

    assert response["Access-Control-Allow-Origin"] == "*"


def test_the_api_names_it_and_its_description_explains_it(client):
    root = client.get("/api/v1/").json()
    schema = client.get("/api/schema/?format=json").json()

    operation = schema["paths"][ADDRESS]["get"]
    assert root["suggest"].endswith(ADDRESS)
    assert {each["name"] for each in operation["parameters"]} == {"q", "limit"}
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/Suggestions"}
