"""/api/v1/places/: the tree of places, each with its cases."""

import pytest

from tests.factories import make_book, make_case, make_place

pytestmark = pytest.mark.django_db

PLACES = "/api/v1/places/"


@pytest.fixture
def wuchang():
    hubei = make_place("湖北省", slug="hubei", code="420000")
    wuhan = make_place("武汉市", slug="wuhan", code="420100", parent=hubei)
    return make_place("武昌区", slug="wuchang", code="420106", parent=wuhan, level="district")


def get(client, path: str = PLACES, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def slugs(client, **parameters) -> list[str]:
    return [place["slug"] for place in get(client, **parameters)["results"]]


def test_a_place_knows_what_it_lies_in(client, wuchang):
    found = get(client, f"{PLACES}wuchang/")

    assert (found["province"], found["city"], found["parent"]) == ("湖北省", "武汉市", "wuhan")
    assert [place["slug"] for place in found["ancestors"]] == ["hubei", "wuhan"]
    assert found["children"] == []
    assert found["url"] == "http://testserver/places/wuchang/"


def test_a_place_goes_by_its_code_too(client, wuchang):
    assert get(client, f"{PLACES}420106/")["slug"] == "wuchang"


def test_a_place_holds_the_cases_of_all_below(client, wuchang):
    make_case(make_book("towns"), number=18, place=wuchang)

    found = get(client, f"{PLACES}420000/")

    assert [place["slug"] for place in found["children"]] == ["wuhan"]
    assert found["descendants"] == [
        {"slug": "wuhan", "name": "武汉市", "parent": "hubei", "case_count": 1},
        {"slug": "wuchang", "name": "武昌区", "parent": "wuhan", "case_count": 1},
    ]
    assert [case["slug"] for case in found["cases"]] == ["towns-18"]
    assert [place["slug"] for place in found["cases"][0]["places"]] == ["wuchang"]


def test_a_zone_has_no_code(client, wuchang):
    make_place("光谷", slug="guanggu", parent=wuchang, level="zone")

    assert get(client, f"{PLACES}guanggu/")["code"] is None


def test_places_are_filtered(client, wuchang):
    make_place("北京市", slug="beijing", level="municipality")

    assert slugs(client, level="市辖区") == ["wuchang"]
    assert slugs(client, province="湖北") == ["hubei", "wuhan", "wuchang"]
    assert slugs(client, q="北") == ["beijing", "hubei"]
    assert slugs(client, province="湖北", ordering="-code") == ["wuchang", "wuhan", "hubei"]


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_do_not_depend_on_the_data(client, wuchang, count, django_assert_num_queries):
    book = make_book("towns")
    for number in range(1, count + 1):
        town = make_place("某镇", parent=wuchang, level="town")
        make_case(book, number=number, place=town)

    with django_assert_num_queries(3):
        get(client)
    with django_assert_num_queries(11):
        get(client, f"{PLACES}wuchang/")
