"""A case page from a list: its position in the results, its neighbours, the link back."""

import pytest
from django.utils.http import urlencode

from tests.factories import make_case, make_part, make_place
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def wuhan():
    """Three cases in Wuhan, and between them in the book one elsewhere."""
    place = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    part = make_part()
    first, second = make_case(part=part, place=place), make_case(part=part, place=place)
    make_case(part=part, title="别处的案例")
    return first, second, make_case(part=part, place=place)


def address(case, within):
    return f"{case.get_absolute_url()}?{urlencode({'within': within})}"


def test_links_of_a_list_carry_its_query(client, wuhan):
    page = read(client.get("/cases/?city=武汉"))

    assert page.has_link(address(wuhan[0], "cases?city=wuhan"), wuhan[0].title)


def test_links_of_the_whole_list_carry_nothing(client, wuhan):
    page = read(client.get("/cases/"))

    assert page.has_link(wuhan[0].get_absolute_url(), wuhan[0].title)


def test_the_case_knows_its_place_in_the_results_and_its_neighbours_there(client, wuhan):
    first, second, third = wuhan

    page = read(client.get(address(second, "cases?city=wuhan")))

    assert "第 2 个，共 3 个案例" in page.text
    assert page.has_link(address(first, "cases?city=wuhan"), "上一例")
    assert page.has_link(address(third, "cases?city=wuhan"), "下一例")
    assert page.has_link("/cases/?city=wuhan", "回到结果")


def test_the_ends_of_the_results_have_one_neighbour(client, wuhan):
    first, _second, third = wuhan

    at_the_start = read(client.get(address(first, "cases?city=wuhan"))).text
    at_the_end = read(client.get(address(third, "cases?city=wuhan"))).text

    assert "上一例" not in at_the_start
    assert "下一例" in at_the_start
    assert "下一例" not in at_the_end


def test_a_search_of_everything_is_gone_back_to_with_all_its_parameters(client, wuhan):
    page = read(client.get(address(wuhan[0], "search?q=智慧&kind=case&province=hubei")))

    assert "第 1 个，共 3 个案例" in page.text
    assert page.has_link("/search/?q=智慧&kind=case&province=hubei", "回到结果")


@pytest.mark.parametrize(
    "given",
    ["", "cases", "cases?", "groupmessage", "cases?city=nowhere", "//evil.example/?city=wuhan"],
)
def test_what_names_no_results_is_passed_over(client, wuhan, given):
    response = client.get(address(wuhan[0], given))

    assert response.status_code == 200
    assert "回到结果" not in read(response).text


def test_a_case_that_is_not_among_the_results_does_not_say_so(client, wuhan):
    other = make_case(title="新来的案例")

    assert "回到结果" not in read(client.get(address(other, "cases?city=wuhan"))).text


def test_the_canonical_address_is_that_of_the_case(client, wuhan):
    page = read(client.get(address(wuhan[0], "cases?city=wuhan")))

    canonical = [has["href"] for _, has in page.elements if has.get("rel") == "canonical"]
    assert [link.removeprefix("http://testserver") for link in canonical] == [
        wuhan[0].get_absolute_url()
    ]
