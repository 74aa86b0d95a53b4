"""The atlas: every drawing follows the filters, and its table says the same."""

import pytest

from cases.charts import SQUARES, legend, shade
from cases.models import Contribution
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_contribution,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_place,
    make_theme,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    return indexed_client


@pytest.fixture
def cases():
    """Two cases in Hubei and one in Shandong; farming in both provinces, traffic in one."""
    hubei = make_place("湖北省", slug="hubei", code="420000")
    shandong = make_place("山东省", slug="shandong", code="370000")
    wuhan, zibo = make_place("武汉市", parent=hubei), make_place("淄博市", parent=shandong)
    farming = make_theme("智慧农业", slug="farming")
    traffic = make_theme("智慧交通", slug="traffic")
    book = make_book()
    return [
        make_case(book, title="智慧武昌：一", place=wuhan, themes=[farming, traffic]),
        make_case(book, title="智慧汉阳：二", place=wuhan, themes=[traffic]),
        make_case(book, title="智慧高青：三", place=zibo, themes=[farming]),
    ]


def atlas(client, **filters):
    return read(client.get("/atlas/", filters))


def labels(page, class_name):
    """The accessible names of the elements of a class."""
    return [
        attributes["aria-label"]
        for _tag, attributes in page.elements
        if class_name in attributes.get("class", "").split() and "aria-label" in attributes
    ]


def test_every_province_has_a_square_of_its_own():
    assert len(SQUARES) == 34
    assert len({square.code for square in SQUARES}) == 34
    assert len({(square.column, square.row) for square in SQUARES}) == 34


def test_squares_carry_the_number_of_cases_and_lead_to_them(client, cases):
    page = atlas(client)

    assert sorted(labels(page, "tile")) == ["山东：1 个案例", "湖北：2 个案例"]
    assert page.has_link("/atlas/?province=hubei")


def test_the_squares_follow_other_filters_and_ignore_their_own(client, cases):
    by_theme = labels(atlas(client, theme="traffic"), "tile")
    by_province = labels(atlas(client, province="hubei"), "tile")

    assert by_theme == ["湖北：2 个案例"]
    assert sorted(by_province) == ["山东：1 个案例", "湖北：2 个案例"]


def test_a_selected_square_leads_back(client, cases):
    assert atlas(client, province="hubei").has_link("/atlas/?", "")


def test_charts_count_what_the_filters_leave(client, cases):
    text = atlas(client, province="hubei").text

    assert "共 2 个案例" in text
    assert "智慧交通 2" in text
    assert "智慧农业 1" in text


def test_critics_organisations_are_counted_by_kind(client, cases):
    university = make_organisation("某大学", kind="academia")
    expert = make_expert()
    post = make_affiliation(expert, organisation=university)
    make_critique(cases[0], expert, affiliations=[post])

    assert "点评专家所在机构的类别" in atlas(client).text


def test_the_heat_table_leads_to_the_cases_of_a_cell(client, cases):
    page = atlas(client)

    assert page.has_link("/cases/?theme=traffic&province=hubei", "2")
    assert not page.has_link("/cases/?theme=traffic&province=shandong")


def test_the_years_are_those_of_the_cases_left(client, cases):
    make_fact(cases[0], year=2016, period="2016")
    make_fact(cases[0], year=2017, period="2017")
    make_fact(cases[2], year=1999, period="1999")

    page = atlas(client, province="hubei")

    years = f"/facts/?case={cases[0].slug}&case={cases[1].slug}"
    assert page.has_link(f"{years}&year=2016", "2016")
    assert "1999" not in page.text


def test_critics_stand_beside_their_cases_and_their_roles_on_the_board(client, cases):
    expert = make_expert("徐明")
    make_critique(cases[0], expert)
    make_critique(cases[2], expert)
    role = Contribution.Role.EDITORIAL_BOARD
    make_contribution(cases[0].book, expert, role=role)

    page = atlas(client)

    assert "徐明 1 智慧武昌 、 3 智慧高青 编委" in page.text


def test_an_empty_library_has_an_atlas_too(client):
    assert "没有案例" in atlas(client).text


def test_what_is_wrong_with_a_filter_is_named(client, cases):
    response = client.get("/atlas/", {"province": "湖比"})

    assert response.status_code == 400
    assert "湖北" in read(response).text


@pytest.mark.parametrize("count", [1, 6])
def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries, count):
    for number in range(count):
        province = make_place(f"某{number}省", code=SQUARES[number].code)
        case = make_case(place=make_place(parent=province), themes=[make_theme()])
        make_critique(case)
        make_fact(case, year=2000 + number)

    client.settle()
    with django_assert_max_num_queries(40):
        client.get("/atlas/")


@pytest.mark.parametrize(
    ("largest", "steps"), [(1, [1]), (3, [1, 2, 3]), (10, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])]
)
def test_shades_rise_in_equal_steps(largest, steps):
    assert shade(0, largest) == 0
    assert [shade(count, largest) for count in range(1, largest + 1)] == steps


def test_the_legend_tells_what_a_shade_stands_for():
    assert legend([0, 4, 10]) == [(1, "1–2"), (2, "3–4"), (3, "5–6"), (4, "7–8"), (5, "9–10")]
    assert legend([]) == []
