"""The list of cases: what it shows, how it is filtered, and its errors."""

import pytest

from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_critique,
    make_expert,
    make_organisation,
    make_part,
    make_place,
    make_theme,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    return indexed_client


@pytest.fixture
def wuhan():
    return make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))


def numbers(page) -> list[str]:
    """The numbers of the cases on a page, in the order shown."""
    labels = [has.get("aria-label", "") for _, has in page.elements]
    return [label.removeprefix("案例 ") for label in labels if label.startswith("案例 ")]


def test_a_card_shows_number_title_place_part_themes_critic_and_pages(client, wuhan):
    part = make_part(number=4, title="推进产业融合")
    case = make_case(
        part=part,
        place=wuhan,
        themes=[make_theme("智慧农业")],
        number=17,
        title="智慧高青：数字善政",
        start_page=12,
        end_page=38,
    )
    make_critique(case, make_expert("徐明"))

    page = read(client.get("/cases/"))

    assert numbers(page) == ["17"]
    assert page.has_link(case.get_absolute_url(), "智慧高青：数字善政")
    for words in ("湖北 武汉市", "点评 徐明", "第四篇", "第 12–38 页", "智慧农业"):
        assert words in page.text


def test_a_card_says_where_the_book_is_silent(client):
    make_case(start_page=None)

    page = read(client.get("/cases/"))

    assert "页码 未载明" in page.text
    assert "地点 未载明" in page.text
    assert "点评 未载明" in page.text


def test_filters_with_or_inside_and_and_between(client, wuhan):
    gaoqing = make_place("淄博市", slug="zibo", parent=make_place("山东省"))
    farming = make_theme("智慧农业", slug="farming")
    part = make_part()
    make_case(part=part, number=1, place=wuhan, themes=[farming])
    make_case(part=part, number=2, place=wuhan)
    make_case(part=part, number=3, place=gaoqing, themes=[farming])

    either_city = read(client.get("/cases/?city=wuhan&city=zibo"))
    city_and_theme = read(client.get("/cases/?city=武汉&theme=智慧农业"))

    assert numbers(either_city) == ["1", "2", "3"]
    assert numbers(city_and_theme) == ["1"]


def test_facets_are_check_boxes_with_counts_that_keep_what_is_ticked(client, wuhan):
    part = make_part()
    make_case(part=part, place=wuhan)
    make_case(part=part, place=make_place("淄博市", slug="zibo", parent=make_place("山东省")))

    page = read(client.get("/cases/?city=wuhan"))

    boxes = {
        has["value"]: "checked" in has
        for tag, has in page.elements
        if tag == "input" and has.get("name") == "city"
    }
    assert boxes == {"wuhan": True, "zibo": False}
    assert "武汉 1" in page.text
    assert "淄博 1" in page.text


def test_the_collapsed_facets_say_how_many_values_are_ticked_whatever_was_typed(client, wuhan):
    make_case(title="智慧武汉", place=wuhan)

    typed = read(client.get("/cases/?q=智慧"))
    ticked = read(client.get("/cases/?q=智慧&city=wuhan"))

    assert typed.with_class("facets-used") == 0
    assert "筛选 1 项" in ticked.text


def test_each_facet_of_the_contract_is_there(client, wuhan):
    body = make_organisation("清华大学")
    expert = make_expert("徐明")
    case = make_case(place=wuhan, themes=[make_theme()])
    post = make_affiliation(expert, organisation=body)
    make_critique(case, expert, affiliations=[post])

    page = read(client.get("/cases/"))

    names = {has.get("name") for tag, has in page.elements if has.get("type") == "checkbox"}
    assert names == {"part", "province", "city", "level", "theme", "expert", "organisation"}


def test_a_long_facet_shows_eight_and_collapses_the_others_but_never_a_ticked_one(client):
    case = make_case()
    experts = [make_expert(f"专家{number}", slug=f"expert-{number}") for number in range(1, 10)]
    for expert in experts:
        make_critique(case, expert)

    page = read(client.get("/cases/"))
    ticked = read(client.get("/cases/?expert=expert-9"))

    assert "其余 1 项" in page.text
    assert "其余 1 项" not in ticked.text


def test_chips_remove_one_value_and_keep_the_others(client, wuhan):
    make_place("淄博市", slug="zibo", parent=make_place("山东省"))
    make_case(place=wuhan)

    page = read(client.get("/cases/?q=高青&city=wuhan&city=zibo&ordering=page"))

    assert page.has_link("?q=%E9%AB%98%E9%9D%92&city=zibo&ordering=page", "武汉")
    assert page.has_link("?city=wuhan&city=zibo&ordering=page", "高青")
    assert page.has_link("/cases/", "全部清除")


def test_without_the_last_filter_the_address_is_the_plain_one(client, wuhan):
    make_case(place=wuhan)

    page = read(client.get("/cases/?city=wuhan"))
    part = client.get("/cases/?q=", headers={"HX-Request": "true"})

    assert page.has_link("/cases/", "移除 城市 武汉")
    assert part["HX-Push-Url"] == "/cases/"


def test_the_form_carries_filters_that_have_no_box(client, wuhan):
    make_case(place=wuhan)

    page = read(client.get("/cases/?place=hubei&ordering=page"))

    hidden = {
        (has["name"], has["value"]) for _, has in page.elements if has.get("type") == "hidden"
    }
    assert hidden == {("place", "hubei"), ("ordering", "page")}


def test_orders_by_number_place_and_page(client):
    part = make_part()
    beijing = make_place("北京市", slug="beijing", level="municipality")
    anhui = make_place("安徽省", slug="anhui")
    make_case(part=part, number=1, place=beijing, start_page=300)
    make_case(part=part, number=2, place=anhui, start_page=100)

    assert numbers(read(client.get("/cases/"))) == ["1", "2"]
    assert numbers(read(client.get("/cases/?ordering=place"))) == ["2", "1"]
    assert numbers(read(client.get("/cases/?ordering=page"))) == ["2", "1"]


def test_shows_twenty_a_page_and_leads_on_with_the_filters_kept(client):
    part = make_part()
    for number in range(1, 22):
        make_case(part=part, number=number)

    first = read(client.get("/cases/?q=高青"))
    second = read(client.get("/cases/?q=高青&page=2"))

    assert len(numbers(first)) == 20
    assert numbers(second) == ["21"]
    assert first.has_link("?q=%E9%AB%98%E9%9D%92&page=2", "下一页")
    assert "共 21 个案例" in first.text


def test_an_empty_list_says_what_each_filter_costs(client, wuhan):
    zibo = make_place("淄博市", slug="zibo", parent=make_place("山东省"))
    farming = make_theme("智慧农业", slug="farming")
    part = make_part()
    make_case(part=part, place=wuhan)
    make_case(part=part, place=wuhan)
    make_case(part=part, place=zibo, themes=[farming])

    page = read(client.get("/cases/?city=wuhan&theme=farming"))

    assert "没有同时符合这些条件的案例" in page.text
    assert "去掉城市“武汉” （1 条）" in page.text
    assert "去掉主题“智慧农业” （2 条）" in page.text
    assert page.has_link("?theme=farming", "武汉")


@pytest.mark.parametrize(
    ("query", "named", "proposed"),
    [
        ("cityy=武汉", "cityy", "?city=%E6%AD%A6%E6%B1%89"),
        ("city=武汗", "武汗", "?city=%E6%AD%A6%E6%B1%89"),
        ("q=高青&cityy=武汉", "cityy", "?q=%E9%AB%98%E9%9D%92&city=%E6%AD%A6%E6%B1%89"),
        ("ordering=numbr", "numbr", "?ordering=number"),
    ],
)
def test_a_mistyped_address_is_named_and_set_right(client, wuhan, query, named, proposed):
    make_case(place=wuhan)

    response = client.get(f"/cases/?{query}")

    page = read(response)
    assert response.status_code == 400
    assert named in page.text
    assert page.has_link(f"/cases/{proposed}", "您要找的是不是")


def test_what_is_near_nothing_can_only_be_left_out(client):
    response = client.get("/cases/?city=ζζζζ&q=高青")

    page = read(response)
    assert response.status_code == 400
    assert page.has_link("/cases/?q=%E9%AB%98%E9%9D%92", "去掉它再试")


def test_the_alternate_in_json_has_the_same_filters_and_no_foreign_marks(client, wuhan):
    make_case(place=wuhan)

    page = read(client.get("/cases/?city=武汉&utm_source=weixin&page=1"))

    assert page.alternate("application/json") == "/api/v1/cases/?city=wuhan"
    assert client.get(page.alternate("application/json")).json()["count"] == 1


def test_marks_of_other_sites_do_no_harm(client):
    response = client.get("/cases/?utm_source=weixin&spm=a1")

    assert response.status_code == 200


@pytest.mark.parametrize("page", ["0", "2", "两"])
def test_a_page_that_is_not_there_is_not_found(client, page):
    make_case()

    response = client.get(f"/cases/?page={page}")

    assert response.status_code == 404


def test_books_are_a_facet_only_where_there_are_several(client):
    make_case(book=make_book("one"))

    alone = read(client.get("/cases/"))
    make_case(book=make_book("two"))
    together = read(client.get("/cases/"))

    box = ("input", {"id": "book-one", "type": "checkbox", "name": "book", "value": "one"})
    assert box not in alone.elements
    assert box in together.elements


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_grow_with_the_list(
    client, django_assert_num_queries, count
):
    for _ in range(count):
        place = make_place("武汉市", parent=make_place("湖北省"))
        case = make_case(place=place, themes=[make_theme()])
        make_critique(case, make_expert())

    client.settle()
    with django_assert_num_queries(7):
        client.get("/cases/")
