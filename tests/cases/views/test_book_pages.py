"""Books: the list, the contents with colophon, board and errata, and one part."""

from datetime import date
from decimal import Decimal

import pytest

from cases.models import Contribution
from tests.factories import (
    make_book,
    make_case,
    make_contribution,
    make_critique,
    make_erratum,
    make_expert,
    make_organisation,
    make_part,
    make_section,
)
from tests.pages import read

pytestmark = pytest.mark.django_db

Role = Contribution.Role


def test_the_list_shows_each_book_with_its_size(client):
    book = make_book("digital-towns", title="数字乡镇", subtitle="案例精选")
    make_case(part=make_part(book))
    make_part(book)

    page = read(client.get("/books/"))

    assert page.has_link("/books/digital-towns/", "《数字乡镇——案例精选》")
    assert "2 篇，1 个案例" in page.text


def test_the_contents_list_parts_sections_and_cases_with_their_pages(client):
    book = make_book()
    essay = make_part(book, title="绪论", start_page=1)
    make_section(part=essay, marker="一、", title="十年", start_page=2, source_line=192)
    part = make_part(book, title="集成", start_page=11)
    case = make_case(part=part, number=7, title="智慧深圳：标杆", start_page=12, source_line=196)
    make_critique(case, make_expert("徐振强"))

    page = read(client.get(book.get_absolute_url()))

    assert "第一篇 绪论" in page.text
    assert "一、十年 书 书中载明 · 行 192 2" in page.text
    assert "第二篇 集成" in page.text
    assert "7 智慧深圳：标杆 书 书中载明 · 行 196 点评 徐振强 12" in page.text


def test_the_colophon_reads_as_printed_each_line_with_its_source(client):
    book = make_book(
        isbn="978-7-5026-4700-1",
        word_count=900000,
        sheets=Decimal("35.500"),
        price=Decimal("149.00"),
        edition_date=date(2019, 3, 1),
        field_lines={"isbn": 40, "price": 71},
    )
    make_contribution(
        book,
        organisation=make_organisation("中国标准出版社"),
        role=Role.PUBLISHER,
        source_line=50,
    )

    page = read(client.get(book.get_absolute_url()))

    assert "ISBN 978-7-5026-4700-1 书 书中载明 · 行 40" in page.text
    assert "定价（元） 149.00 元 书 书中载明 · 行 71" in page.text
    assert "字数 900 千字" in page.text
    assert "印张 35.5 书" in page.text
    assert "出版年月 2019年3月" in page.text
    assert "出版 中国标准出版社 书 书中载明 · 行 50" in page.text
    assert "开本 未载明" in page.text


def test_the_board_stands_by_role_in_the_order_printed(client):
    book = make_book()
    chief = make_contribution(
        book,
        make_expert("徐明", slug="xu-ming"),
        name_as_printed="徐 明",
        affiliation_as_printed="某中心主任",
        source_line=84,
    )
    make_contribution(book, make_expert("李磊"), role=Role.EDITORIAL_BOARD)
    make_contribution(
        book, organisation=make_organisation("剑桥智慧城市商学院"), role=Role.RECOMMENDER
    )

    page = read(client.get(book.get_absolute_url()))

    assert "主编 徐 明 某中心主任 书 书中载明 · 行 84 编委 李磊 未载明" in page.text
    assert "联袂推荐 剑桥智慧城市商学院" in page.text
    assert page.has_link(chief.expert.get_absolute_url(), "徐 明")


def test_errata_keep_both_readings(client):
    book = make_book()
    make_erratum(
        book, subject="角色", reading="主编", source_line=8, other_reading="副主编", other_line=86
    )

    page = read(client.get(book.get_absolute_url()))

    assert "角色 一处作“主编” 书 书中载明 · 行 8 另一处作“副主编” 书 书中载明 · 行 86" in page.text


def test_errata_that_a_person_found_say_so(client):
    book = make_book()
    make_erratum(book, subject="市场规模", reading="约二", source_line=329, origin="editor")

    page = read(client.get(book.get_absolute_url()))

    assert "市场规模 编 编辑补充 一处作“约二” 书 书中载明 · 行 329" in page.text


def test_a_part_shows_its_cases_and_the_parts_beside_it(client):
    book = make_book()
    before, part = make_part(book, title="绪论"), make_part(book, title="集成", start_page=11)
    case = make_case(part=part, title="智慧深圳：标杆")

    page = read(client.get(part.get_absolute_url()))

    assert page.has_link(case.get_absolute_url(), "智慧深圳：标杆")
    assert page.has_link(before.get_absolute_url(), "绪论")
    assert "起始页 第 11 页" in page.text
    assert "终止页 未载明" in page.text


@pytest.mark.parametrize("address", ["/books/none/", "/books/none/parts/1/", "/books/none/read/"])
def test_an_unknown_book_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_an_unknown_part_is_not_found(client):
    book = make_book("towns")

    assert client.get(f"{book.get_absolute_url()}parts/9/").status_code == 404


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_grow_with_the_book(
    client, django_assert_num_queries, count
):
    book = make_book("towns")
    for _ in range(count):
        part = make_part(book)
        make_section(part=part)
        make_critique(make_case(part=part), make_expert())
        make_contribution(book)
        make_contribution(book, organisation=make_organisation(), role=Role.RECOMMENDER)
        make_erratum(book)

    with django_assert_num_queries(13):
        client.get("/books/towns/")
    with django_assert_num_queries(11):
        client.get("/books/towns/parts/1/")
