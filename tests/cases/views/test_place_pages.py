"""Places: the tree, and one place with all that lies in it."""

import pytest

from tests.factories import make_case, make_fact, make_part, make_place, make_reference
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def wuhan():
    hubei = make_place("湖北省", slug="hubei", code="420000")
    return make_place("武汉市", slug="wuhan", parent=hubei, code="420100")


def test_the_tree_counts_the_cases_at_or_below_each_place(client, wuhan):
    part = make_part()
    wuchang = make_place("武昌区", parent=wuhan, level="district")
    for place in (wuhan, wuchang):
        make_case(part=part, place=place)

    page = read(client.get("/places/"))

    assert "湖北省 2 武汉市 2 武昌区 1" in page.text


def test_a_place_shows_where_it_lies_its_code_and_what_its_point_means(client, wuhan):
    make_place(
        "武昌区",
        slug="wuchang",
        parent=wuhan,
        level="district",
        code="420106",
        latitude=30.55,
        longitude=114.31,
        coordinate_quality="行政中心",
    )

    page = read(client.get("/places/wuchang/"))

    assert "上级 湖北省 武汉市" in page.text
    assert "行政区划代码 420106" in page.text
    assert "北纬 30.55，东经 114.31 行政中心" in page.text
    assert page.has_link("/places/hubei/", "湖北省")


def test_a_zone_has_no_code_and_the_page_says_why(client, wuhan):
    make_place("东湖高新区", slug="donghu", parent=wuhan, level="zone")

    page = read(client.get("/places/donghu/"))

    assert "开发区不是行政区划，没有代码" in page.text
    assert "坐标（WGS84） 未知" in page.text


def test_a_place_lists_its_cases_and_those_below_it(client, wuhan):
    part = make_part()
    wuchang = make_place("武昌区", slug="wuchang", parent=wuhan, level="district")
    here = make_case(part=part, place=wuhan)
    below = make_case(part=part, place=wuchang)

    city = read(client.get("/places/wuhan/"))
    district = read(client.get("/places/wuchang/"))

    assert city.has_link(here.get_absolute_url())
    assert city.has_link(below.get_absolute_url())
    assert not district.has_link(here.get_absolute_url())
    assert city.has_link("/cases/?place=wuhan")


def test_an_unknown_place_is_not_found(client):
    assert client.get("/places/atlantis/").status_code == 404


def test_places_without_a_case_stand_apart(client):
    make_case(place=make_place("湖北省"))
    make_place("四川省")

    page = read(client.get("/places/"))

    assert "湖北省 1 没有案例、事实中提到的地方 四川省" in page.text


def test_a_place_shows_the_facts_that_name_it(client):
    hubei = make_place("湖北省", slug="hubei")
    fact = make_fact(statement="湖北有四个案例。")
    fact.places.add(hubei)

    page = read(client.get("/places/hubei/"))

    assert page.has_link(fact.get_absolute_url(), "湖北有四个案例。")
    assert page.has_link("/facts/?place=hubei")


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_grow_with_the_tree(
    client, django_assert_num_queries, count
):
    hubei = make_place("湖北省", slug="hubei")
    part = make_part()
    for _ in range(count):
        case = make_case(part=part, place=make_place("武汉市", parent=hubei))
        make_fact(case, origin="public", reference=make_reference()).places.add(hubei)

    with django_assert_num_queries(3):
        client.get("/places/")
    with django_assert_num_queries(13):
        client.get("/places/hubei/")
