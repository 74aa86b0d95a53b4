"""One case: every value with its source, and what stands around it."""

import pytest

from casebook.core.provenance import Origin
from search.indexing.rebuild import rebuild
from tests.factories import (
    make_case,
    make_case_place,
    make_case_theme,
    make_critique,
    make_erratum,
    make_expert,
    make_fact,
    make_part,
    make_passage,
    make_place,
    make_reference,
    make_section,
    make_theme,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


def page_of(client, case):
    return read(client.get(case.get_absolute_url()))


def test_printed_values_name_their_line_and_derived_ones_their_rule(client):
    case = make_case(title="智慧高青：数字善政", start_page=56, end_page=87, source_line=203)

    page = page_of(client, case)

    assert "标题 智慧高青：数字善政 书 书中载明 · 行 203" in page.text
    assert "起始页 第 56 页 书 书中载明 · 行 203" in page.text
    assert "终止页 第 87 页 推 按规则推得 · 行 203 · 下一标题起始页减一" in page.text


def test_what_an_editor_changed_is_marked(client):
    case = make_case(title="智慧高青", edited_fields=["title"])

    page = page_of(client, case)

    assert "标题 智慧高青 编 编辑补充" in page.text


def test_the_book_is_said_to_be_silent_where_it_is(client):
    page = page_of(client, make_case(start_page=None))

    assert "起始页 未载明" in page.text
    assert "终止页 未载明" in page.text
    assert "地点 未载明" in page.text
    assert "主题 未载明" in page.text
    assert "专家点评 未载明" in page.text


def test_places_show_the_way_down_with_the_reason(client):
    hubei = make_place("湖北省", slug="hubei")
    wuhan = make_place("武汉市", slug="wuhan", parent=hubei)
    wuchang = make_place("武昌区", slug="wuchang", parent=wuhan, level="district")
    case = make_case()
    make_case_place(case, wuchang, evidence="武昌")

    page = page_of(client, case)

    assert "湖北省 武汉市 武昌区 依据：武昌 推 按规则推得" in page.text
    assert page.has_link("/places/wuhan/")


def test_themes_show_who_or_what_assigned_them(client):
    case = make_case()
    make_case_theme(case, make_theme("智慧农业"), evidence="农业大县")
    make_case_theme(case, make_theme("县域治理"), evidence="编辑判断", origin=Origin.EDITOR)

    page = page_of(client, case)

    assert "智慧农业 依据：农业大县 推 按规则推得" in page.text
    assert "县域治理 依据：编辑判断 编 编辑补充" in page.text


def test_a_critique_shows_the_affiliation_as_printed_and_what_else_the_expert_reviewed(client):
    part = make_part()
    expert = make_expert("李琦")
    case, other = make_case(part=part), make_case(part=part, title="智慧唐山：开放平台")
    make_critique(case, expert, affiliation_as_printed="北京大学主任、教授", source_line=210)
    make_critique(other, expert, affiliation_as_printed="北京大学教授")

    page = page_of(client, case)

    assert "李琦 书 书中载明 · 行 210 北京大学主任、教授" in page.text
    assert page.has_link(f"{other.get_absolute_url()}#critique-{expert.slug}", "智慧唐山")
    assert "北京大学教授" not in page.text


def test_neighbours_are_the_cases_before_and_after_in_the_book(client):
    part = make_part()
    first, middle, last = (make_case(part=part, title=f"案例{word}") for word in "甲乙丙")
    make_case(title="另一本书的案例")

    page = page_of(client, middle)
    at_the_start = page_of(client, first)

    assert page.has_link(first.get_absolute_url(), "上一则 案例甲")
    assert page.has_link(last.get_absolute_url(), "下一则 案例丙")
    assert "上一则" not in at_the_start.text
    assert "另一本书" not in page_of(client, last).text


def test_without_text_it_says_so_and_tells_how_to_import(client):
    case = make_case()

    page = page_of(client, case)

    assert "正文尚未导入" in page.text
    assert page.has_link(f"{case.book.get_absolute_url()}read/case-01/")


def test_with_text_it_leads_to_the_headings(client):
    case = make_case()
    section = make_section(case=case, marker="一、", title="建设背景")
    make_passage(section)

    page = page_of(client, case)

    assert page.has_link(section.get_absolute_url(), "一、建设背景")
    assert "正文尚未导入" not in page.text


def test_errata_on_its_lines_are_shown_with_both_readings(client):
    case = make_case(source_line=203)
    make_erratum(
        case.book,
        subject="点评人的单位",
        reading="甲所",
        source_line=203,
        other_reading="乙所",
        other_line=88,
    )
    make_erratum(case.book, subject="与本案例无关", source_line=12)

    page = page_of(client, case)

    assert (
        "点评人的单位 一处作“甲所” 书 书中载明 · 行 203 另一处作“乙所” 书 书中载明 · 行 88"
        in page.text
    )
    assert "与本案例无关" not in page.text


def test_an_unknown_case_is_not_found(client):
    assert client.get("/cases/no-such-case/").status_code == 404


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_grow_with_the_case(
    client, django_assert_max_num_queries, count
):
    part = make_part()
    case = make_case(part=part)
    for number in range(count):
        hubei = make_place("湖北省")
        make_case_place(case, make_place("武汉市", parent=hubei), is_primary=number == 0)
        make_case_theme(case, make_theme())
        expert = make_expert()
        make_critique(case, expert)
        make_critique(make_case(part=part), expert)
        make_passage(make_section(case=case))
        make_fact(case, origin="public", reference=make_reference()).places.add(hubei)

    rebuild()
    client.get(case.get_absolute_url())

    # Another address, for the response to the first is stored.
    with django_assert_max_num_queries(14):
        client.get(f"{case.get_absolute_url()}?from=elsewhere")
