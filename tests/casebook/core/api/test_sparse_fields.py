"""``fields`` and ``expand``: what of a row is written."""

import pytest

from tests.factories import make_case, make_critique, make_expert, make_fact, make_part, make_place

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"


@pytest.fixture
def case():
    case = make_case(slug="towns-01", place=make_place("北京市", level="municipality"))
    make_critique(case, make_expert("徐明"))
    make_fact(case, statement="该县有三百二十家农业合作社。")
    make_fact(case)
    return case


def rows(client, **parameters):
    response = client.get(CASES, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()["results"]


def test_a_list_is_light_and_has_the_number_of_facts(client, case):
    row = rows(client)[0]

    assert row["fact_count"] == 2
    assert "facts" not in row
    assert client.get(row["facts_url"]).json()["count"] == 2


def test_a_list_brings_the_facts_when_asked_to(client, case):
    row = rows(client, expand="facts")[0]

    statements = {fact["statement"] for fact in row["facts"]}
    assert "该县有三百二十家农业合作社。" in statements
    assert len(row["facts"]) == row["fact_count"] == 2
    assert "previous" not in row


def test_a_detail_has_them_anyway(client, case):
    found = client.get(f"{CASES}towns-01/").json()
    asked = client.get(f"{CASES}towns-01/", {"expand": "facts"}).json()

    assert len(found["facts"]) == 2
    assert asked == found


def test_only_what_is_named_is_written_in_the_usual_order(client, case):
    assert rows(client, fields="title,slug") == [{"slug": "towns-01", "title": case.title}]


def test_a_repeated_parameter_is_a_longer_list(client, case):
    assert set(rows(client, fields=["slug", "title"])[0]) == {"slug", "title"}


def test_a_name_with_dots_reaches_into_a_value(client, case):
    row = rows(client, fields="part.title,places.city,critiques.expert.name")[0]

    assert row == {
        "part": {"title": case.part.title},
        "places": [{"city": "北京市"}],
        "critiques": [{"expert": {"name": "徐明"}}],
    }


def test_the_whole_of_a_value_includes_its_parts(client, case):
    row = rows(client, fields="part.title,part")[0]

    assert set(row["part"]) == {"number", "title", "slug"}


def test_to_name_what_lists_leave_out_is_to_ask_for_it(client, case):
    row = rows(client, fields="slug,facts.unit")[0]

    assert row == {"slug": "towns-01", "facts": [{"unit": None}, {"unit": None}]}


def test_a_detail_takes_sparse_fields_too(client, case):
    assert client.get(f"{CASES}towns-01/", {"fields": "slug"}).json() == {"slug": "towns-01"}


@pytest.mark.parametrize(
    ("parameter", "value", "nearest"),
    [
        ("fields", "titel", "title"),
        ("fields", "part.titel", "part.title"),
        ("fields", "title.x", None),
        ("expand", "fact", "facts"),
        ("expand", "previous", None),
    ],
)
@pytest.mark.parametrize("address", [CASES, f"{CASES}towns-01/"])
def test_an_unknown_name_is_a_400_that_tells_the_right_ones(  # noqa: PLR0917
    client, case, address, parameter, value, nearest
):
    response = client.get(address, {parameter: value})

    error = response.json()["errors"][0]
    assert response.status_code == 400
    assert (error["parameter"], error["value"]) == (parameter, value)
    assert nearest is None or error["nearest"] == nearest
    assert set(error["allowed"]) >= ({"slug", "title"} if parameter == "fields" else {"facts"})


RESOURCES = ["books", "parts", "critiques", "experts", "organisations", "places", "themes", "facts"]


@pytest.mark.parametrize("resource", RESOURCES)
def test_every_list_expands_what_its_details_hold(client, case, resource):
    from casebook.api_urls import router

    viewsets = {prefix: viewset for prefix, viewset, _name in router.registry}
    names = viewsets[resource].expandable

    answer = client.get(f"/api/v1/{resource}/", {"expand": ",".join(names)})

    assert names
    assert answer.status_code == 200, answer.content.decode()
    assert all(set(names) <= set(row) for row in answer.json()["results"])


@pytest.mark.parametrize("count", [1, 8])
def test_expanding_asks_the_database_as_often_for_many(
    indexed_client, count, django_assert_num_queries
):
    part = make_part()
    for _ in range(count):
        make_fact(make_case(part=part))
    indexed_client.settle()

    with django_assert_num_queries(10):
        rows(indexed_client, expand="facts,sections")
