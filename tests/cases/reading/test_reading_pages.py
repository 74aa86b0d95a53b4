"""Reading: the running text, its paragraphs' own addresses, and what is not there."""

import pytest
from django.utils import timezone

from tests.factories import (
    make_book,
    make_case,
    make_critique,
    make_expert,
    make_part,
    make_passage,
    make_section,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    return make_book("towns", title="数字乡镇")


def test_the_contents_show_which_pages_have_text(client, book):
    part = make_part(book, title="集成")
    with_text = make_case(part=part, title="智慧深圳：标杆")
    make_case(part=part, title="智慧湘潭：探索")
    make_passage(make_section(case=with_text))

    page = read(client.get("/books/towns/read/"))

    assert "案例 1 智慧深圳：标杆 案例 2 智慧湘潭：探索 未导入" in page.text
    assert page.has_link("/books/towns/read/case-02/", "智慧湘潭")
    assert page.has_link("/books/towns/read/preface/", "前言")


def test_a_reading_page_shows_headings_and_paragraphs_with_addresses(client, book):
    case = make_case(book=book)
    section = make_section(case=case, marker="一、", title="建设背景", anchor="s-1")
    passage = make_passage(section, text="镇里把灯杆连成一张网。", anchor="p-1")

    page = read(client.get("/books/towns/read/case-01/"))

    assert ("h2", {"class": "heading", "id": "s-1"}) in page.elements
    assert ("p", {"class": "passage", "id": "p-1"}) in page.elements
    assert page.has_link(passage.get_absolute_url(), "¶")
    assert "一、建设背景" in page.text
    assert "镇里把灯杆连成一张网。" in page.text


def test_headings_of_lower_levels_are_smaller(client, book):
    part = make_part(book)
    for level in range(1, 5):
        make_passage(make_section(part=part, level=level, anchor=f"s-{level}"))

    page = read(client.get("/books/towns/read/part-1/"))

    headings = {has["id"]: tag for tag, has in page.elements if has.get("class") == "heading"}
    assert headings == {"s-1": "h2", "s-2": "h3", "s-3": "h4", "s-4": "h5"}


def test_items_tables_and_captions_are_marked_up_as_such(client, book):
    section = make_section(book)
    make_passage(section, kind="item", marker="（1）", text="先装灯杆；")
    make_passage(section, kind="item", marker="（2）", text="再连网。")
    make_passage(section, kind="table_caption", text="表1-1 灯杆")
    make_passage(section, kind="table", text="| 年份 | 数量 |\n|---|---|\n| 2018 | 300 |")

    page = read(client.get("/books/towns/read/preface/"))

    tags = [tag for tag, _ in page.elements]
    assert page.with_class("items") == 1
    assert "（1） 先装灯杆；" in page.text
    assert page.with_class("caption") == 1
    assert (tags.count("table"), tags.count("tr"), tags.count("th"), tags.count("td")) == (
        1,
        2,
        2,
        2,
    )
    assert "年份 数量 2018 300" in page.text


def test_the_printed_page_is_told_where_it_begins(client, book):
    section = make_section(book)
    for page_number in (2, 2, 3):
        make_passage(section, source_page=page_number)

    page = read(client.get("/books/towns/read/preface/"))

    assert page.text.count("页 2") == 1
    assert page.text.count("页 3") == 1


def test_critiques_stand_at_the_end_of_their_case(client, book):
    case = make_case(book=book)
    make_passage(make_section(case=case), text="案例的正文。")
    critique = make_critique(case, make_expert("徐明"))
    make_passage(make_section(book, critique=critique, level=0, title=""), text="点评的正文。")

    page = read(client.get("/books/towns/read/case-01/"))

    assert page.text.index("案例的正文") < page.text.rindex("专家点评：徐明")
    assert page.text.rindex("专家点评：徐明") < page.text.index("点评的正文")


def test_a_reading_page_without_text_says_how_to_import(client, book):
    make_case(book=book)

    page = read(client.get("/books/towns/read/case-01/"))

    assert "尚未导入" in page.text
    assert "import_book" in page.text


def test_reading_pages_lead_to_the_nearest_ones_that_have_text(client, book):
    part = make_part(book)
    cases = [make_case(part=part, title=f"案例{word}") for word in "甲乙丙"]
    make_passage(make_section(case=cases[0]))
    make_passage(make_section(case=cases[2]))

    page = read(client.get("/books/towns/read/case-01/"))

    assert page.has_link("/books/towns/read/case-03/", "案例丙")
    assert "上一则" not in page.text


@pytest.mark.parametrize("unit", ["case-9", "case-99", "part-7", "postface"])
def test_a_reading_page_that_the_book_does_not_have_is_not_found(client, book, unit):
    make_case(book=book, number=9)

    assert client.get(f"/books/towns/read/{unit}/").status_code == 404


def test_a_paragraph_stands_among_its_neighbours_and_leads_back(client, book):
    section = make_section(book, title="建设背景")
    passages = [make_passage(section, text=f"第{word}段。") for word in "一二三四五六七"]

    page = read(client.get(passages[3].get_absolute_url()))

    assert "第二段。" in page.text
    assert "第六段。" in page.text
    assert "第一段。" not in page.text
    assert "第七段。" not in page.text
    assert page.has_link(f"/books/towns/read/preface/#{passages[3].anchor}", "在全文中阅读")


def test_a_removed_paragraph_is_gone_and_says_so(client, book):
    passage = make_passage(make_section(book), removed_at=timezone.now(), text="")

    response = client.get(passage.get_absolute_url())

    page = read(response)
    assert response.status_code == 410
    assert "这一段已不在书中" in page.text
    assert page.has_link("/books/towns/read/", "数字乡镇")


def test_a_paragraph_that_never_was_is_not_found(client, book):
    assert client.get("/books/towns/read/p/p-none/").status_code == 404


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_grow_with_the_text(
    client, django_assert_num_queries, count
):
    book = make_book("towns")
    case = make_case(book=book)
    for _ in range(count):
        section = make_section(case=case)
        critique = make_critique(case, make_expert())
        make_passage(make_section(book, critique=critique))
        passages = [make_passage(section) for _ in range(count)]
        make_case(book=book)

    with django_assert_num_queries(7):
        client.get("/books/towns/read/case-01/")
    with django_assert_num_queries(5):
        client.get("/books/towns/read/")
    with django_assert_num_queries(5):
        client.get(passages[0].get_absolute_url())


def test_words_are_looked_for_within_the_text(client, book):
    section = make_section(case=make_case(book=book))
    make_passage(section, text="镇里把灯杆连成一张网。", anchor="p-1")
    make_passage(section, text="别的话。", anchor="p-2")
    make_passage(section, text="<灯杆> 与 WIFI", anchor="p-3")

    response = client.get("/books/towns/read/case-01/?find=灯杆 wifi")

    page = read(response)
    assert "2 段含所查的词" in page.text
    assert [link.href for link in page.links if link.href.startswith("#p-")] == ["#p-1", "#p-3"]
    assert "&lt;<mark>灯杆</mark>&gt; 与 <mark>WIFI</mark>" in response.content.decode()


def test_what_is_not_in_the_text_is_said_to_be_missing(client, book):
    make_passage(make_section(case=make_case(book=book)), text="镇里把灯杆连成一张网。")

    page = read(client.get("/books/towns/read/case-01/?find=农业"))

    assert "本文没有所查的词" in page.text


def test_the_headings_stand_beside_the_text_as_its_contents(client, book):
    part = make_part(book)
    for level in range(1, 4):
        make_passage(make_section(part=part, level=level, anchor=f"s-{level}"))

    page = read(client.get("/books/towns/read/part-1/"))

    contents = [
        link.href for link in page.links if link.href.startswith("#s-") and link.text != "¶"
    ]
    assert contents == ["#s-1", "#s-2"]
