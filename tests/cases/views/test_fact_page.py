"""One fact with its whole source."""

import pytest

from casebook.core.provenance import Origin
from tests.factories import (
    make_case,
    make_erratum,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_reference,
    make_section,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


def page_of(client, fact):
    return read(client.get(fact.get_absolute_url()))


def test_a_figure_is_read_with_its_qualifier_range_and_unit(client):
    fact = make_fact(value="2.3", value_to="4.1", qualifier="about", unit="万亿元")

    assert "数值 约 2.3–4.1 万亿元" in page_of(client, fact).text


def test_what_the_fact_names_is_linked(client):
    fact = make_fact()
    place, body = make_place("湖北省"), make_organisation("清华大学")
    fact.places.add(place)
    fact.organisations.add(body)

    page = page_of(client, fact)

    assert page.has_link(place.get_absolute_url(), "湖北省")
    assert page.has_link(body.get_absolute_url(), "清华大学")
    assert page.has_link(fact.case.get_absolute_url(), fact.case.title)


def test_a_fact_of_the_book_leads_to_the_paragraph_of_its_line(client):
    case = make_case()
    section = make_section(case.book)
    make_passage(section, source_line=300)
    passage = make_passage(section, source_line=314)
    make_passage(section, source_line=316)
    fact = make_fact(case, book=case.book, origin=Origin.BOOK, source_line=315)

    page = page_of(client, fact)

    assert "来源 书 书中载明 · 行 315" in page.text
    assert page.has_link(passage.get_absolute_url(), "读这一段")


def test_without_the_text_it_leads_to_its_section(client):
    case = make_case()
    section = make_section(part=case.part)
    fact = make_fact(case, book=case.book, origin=Origin.BOOK, source_line=315, section=section)

    assert page_of(client, fact).has_link(section.get_absolute_url(), "到书中这一节")


def test_a_fact_of_a_page_shows_what_it_rests_on_and_how_sure_that_is(client):
    reference = make_reference(quality="repost", note="发布日期：转载日", read_on="2026-11-22")
    fact = make_fact(
        origin=Origin.PUBLIC,
        reference=reference,
        support="共建成三百个",
        confidence="medium",
        after_book=True,
        self_reported=True,
    )

    page = page_of(client, fact)

    assert "不是书中所载" in page.text
    assert "数量 成书之后 自报数据" in page.text
    assert "2026-11-22 查阅 转载 发布日期：转载日" in page.text
    assert "网页中的依据 共建成三百个" in page.text
    assert "可信度 中" in page.text


def test_a_missing_date_is_unstated_in_the_book_and_unknown_on_a_page(client):
    of_book = make_fact(origin=Origin.BOOK, source_line=3)
    of_page = make_fact(origin=Origin.PUBLIC, reference=make_reference())

    assert "时间 未载明" in page_of(client, of_book).text
    assert "时间 未知" in page_of(client, of_page).text
    assert "与成书先后 未知" in page_of(client, of_page).text


def test_a_contradiction_shows_both_readings_and_the_other_fact(client):
    case = make_case()
    erratum = make_erratum(case.book, reading="2.3", other_reading="4.1")
    facts = [
        make_fact(case, origin=Origin.BOOK, source_line=line, statement=words, erratum=erratum)
        for line, words in ((334, "一处为2.3。"), (373, "一处为4.1。"))
    ]

    page = page_of(client, facts[0])

    assert "一处作“2.3”" in page.text
    assert page.has_link(facts[1].get_absolute_url(), "一处为4.1。")


def test_an_unknown_fact_is_not_found(client):
    assert client.get("/facts/no-such-fact/").status_code == 404
