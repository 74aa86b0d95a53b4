"""The list of facts: what it shows, how it is filtered, its time line and its table."""

import random
from xml.etree import ElementTree as ET

import pytest

from casebook.core.provenance import Origin
from cases.models import Fact
from tests.factories import (
    make_case,
    make_fact,
    make_organisation,
    make_part,
    make_place,
    make_reference,
    make_section,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    return indexed_client


def make_book_fact(statement="共有277个试点。", **fields):
    """A fact of the book that belongs to no case."""
    fact = make_fact(statement=statement, **({"origin": Origin.BOOK, "source_line": 9} | fields))
    Fact.objects.filter(pk=fact.pk).update(case=None, book=fact.case.book)
    fact.refresh_from_db()
    return fact


def make_public_fact(**fields):
    return make_fact(origin=Origin.PUBLIC, reference=make_reference(), **fields)


def page_of(client, query=""):
    response = client.get(f"/facts/{query}")
    assert response.status_code == 200, response.content.decode()
    return read(response)


def test_a_fact_is_listed_with_its_figure_in_words_and_the_line_it_stands_on(client):
    fact = make_book_fact(kind="count", period="2018-11", year=2018, section_title="一、十年")

    page = page_of(client)

    assert page.has_link(fact.get_absolute_url(), "共有277个试点。")
    assert "数量 2018年11月 书 书中载明 · 行 9 一、十年" in page.text


def test_facts_of_the_book_come_before_those_of_public_pages(client):
    make_public_fact(statement="网页上说有三处。")
    make_book_fact("书上说有两处。")

    text = page_of(client).text

    assert text.index("书上说有两处。") < text.index("网页上说有三处。")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?origin=book", 1),
        ("?origin=公开资料", 1),
        ("?kind=policy", 1),
        ("?kind=数量", 1),
        ("?kind=policy&kind=count", 2),
        ("?kind=policy&origin=book", 0),
        ("?year=2016", 1),
        ("?year=1900", 0),
        ("?place=wuhan", 1),
        ("?place=湖北", 1),
        ("?organisation=清华大学", 1),
        ("?case=3", 1),
        ("?section=十年", 1),
        ("?about=place", 1),
        ("?q=试点 277", 1),
        ("?q=试点&q=政策", 2),
    ],
)
def test_each_parameter_selects_its_facts(client, query, count):
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    fact = make_book_fact(kind="count", year=2016, section_title="一、十年")
    fact.organisations.add(make_organisation("清华大学"))
    make_public_fact(
        case=make_case(number=3), statement="出台政策。", kind="policy", about="place"
    ).places.add(wuhan)

    page = page_of(client, query)

    assert f"共 {count} 条事实" in page.text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?knd=count", "您要找的是不是“kind”？"),
        ("?kind=cuont", "您要找的是不是“count”？"),
        ("?year=二零一六", "“二零一六”不是已知的年份。"),
        ("?format=pdf", "没有“pdf”格式。"),
    ],
)
def test_what_is_wrong_with_an_address_is_told(client, query, words):
    response = client.get(f"/facts/{query}")

    assert response.status_code == 400
    assert words in read(response).text


def test_an_empty_list_says_what_could_go(client):
    make_book_fact(year=2016)

    page = page_of(client, "?year=1900&origin=book")

    assert "没有同时符合这些条件的事实。" in page.text
    assert page.has_link("?origin=book", "去掉年份“1900”")


def test_a_heading_holds_the_facts_of_all_headings_below_it(client):
    part = make_part(title="绪论")
    problems = make_section(part=part, marker="二、", title="关键问题")
    law = make_section(part=part, parent=problems, level=2, marker="（六）", title="法制")
    for section, nearest in ((None, "绪论"), (problems, "二、关键问题"), (law, "6.法制化路径")):
        make_book_fact(part=part, section=section, section_title=nearest)

    counts = {
        words: f"共 {count} 条事实" in page_of(client, f"?section={words}").text
        for words, count in (("绪论", 3), ("关键问题", 2), ("（六）法制", 1), ("法制化路径", 1))
    }

    assert all(counts.values()), counts


def test_facts_of_the_essay_and_of_cases_have_their_part(client):
    essay = make_part(title="绪论")
    cases = make_part(essay.book, title="综合集成")
    make_book_fact(part=essay)
    make_public_fact(case=make_case(part=cases))

    facets = {facet.field: facet for facet in client.get("/facts/").context["facets"]}

    assert [(value.label, value.count) for value in facets["part"].shown] == [
        ("绪论", 1),
        ("综合集成", 1),
    ]
    assert "共 1 条事实" in page_of(client, "?part=绪论").text


def test_the_count_beside_a_value_is_the_number_of_facts_after_the_click(client):
    choice = random.Random(4).choice
    province = make_place("湖北省", slug="hubei")
    places = [province, make_place("武汉市", slug="wuhan", parent=province)]
    bodies = [make_organisation(), make_organisation()]
    cases = [make_case(), make_case()]
    for _ in range(12):
        fact = make_public_fact(
            case=choice(cases), kind=choice(["count", "policy"]), year=choice([None, 2015, 2016])
        )
        fact.places.set(choice([[], places, places[1:]]))
        fact.organisations.set(choice([[], bodies, bodies[:1]]))
    start = "?kind=count&place=hubei"

    facets = client.get(f"/facts/{start}").context["facets"]

    values = [(facet.field, value) for facet in facets for value in (*facet.shown, *facet.folded)]
    assert {field for field, _ in values} == {
        *("origin", "kind", "year", "place", "organisation", "part", "case", "book"),
    }
    for field, value in values:
        others = {"kind": "count", "place": "hubei"} | {field: value.value}
        page = read(client.get("/facts/", others))
        assert f"共 {value.count} 条事实" in page.text, (field, value)


def test_the_time_line_and_its_table_say_the_same(client):
    make_book_fact(year=2014)
    make_public_fact(year=2014)
    make_public_fact(year=2016)

    response = client.get("/facts/?origin=book&origin=public")

    page = read(response)
    figure = response.content.decode().partition('<figure class="timeline">')[2]
    drawing = ET.fromstring(figure[figure.index("<svg") : figure.index("</svg>") + 6])
    assert [title.text for title in drawing.iter("title")] == ["2014 年：2 条", "2016 年：1 条"]
    assert len(list(drawing.iter("rect"))) == 3
    assert "年份 书中载明 书外 2014 1 1 2016 0 1" in page.text
    assert page.has_link("?origin=book&origin=public&year=2014", "2014")


def test_there_is_no_time_line_without_two_years(client):
    make_book_fact(year=2014)

    assert page_of(client).with_class("timeline") == 0


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_depend_on_the_facts(
    client, count, django_assert_num_queries
):
    for year in range(2000, 2000 + count):
        fact = make_public_fact(year=year, section_title=f"一、{year} 年")
        fact.places.add(make_place())
        fact.organisations.add(make_organisation())

    client.settle()
    with django_assert_num_queries(6):
        client.get("/facts/")
