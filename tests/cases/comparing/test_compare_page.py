"""The comparison of cases: the same rows for each, differences marked, files to take along."""

import csv
from io import BytesIO, StringIO

import pytest
from docx import Document

from casebook.core.provenance import Origin
from cases.models import Fact
from tests.downloaded import names
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_part,
    make_place,
    make_reference,
    make_theme,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """Two cases of one part: two places of one province, one theme in common and one apart."""
    book = make_book("towns")
    part = make_part(book)
    hubei = make_place("湖北省")
    farming, traffic = make_theme("智慧农业"), make_theme("智慧交通")
    first = make_case(
        part=part,
        title="智慧麻城：甲",
        place=make_place("麻城市", parent=hubei),
        themes=[farming, traffic],
        start_page=12,
        end_page=40,
    )
    second = make_case(
        part=part, title="智慧武汉：乙", place=make_place("武汉市", parent=hubei), themes=[farming]
    )
    return first, second


def address(*cases, **others):
    query = "&".join(
        [*(f"case={case.slug}" for case in cases), *(f"{k}={v}" for k, v in others.items())]
    )
    return f"/compare/?{query}"


def table(client, *cases):
    """Label → whether it differs and the values of each case, read from the CSV."""
    text = client.get(address(*cases, format="csv")).content.decode("utf-8-sig")
    _header, *rows = csv.reader(StringIO(text))
    return {row[1]: (row[2] == "是", *row[3::2]) for row in rows}


def test_the_columns_stand_in_the_order_asked_for(client, pair):
    first, second = pair

    text = read(client.get(address(second, first))).text

    assert text.index("智慧武汉") < text.index("智慧麻城")


def test_what_differs_is_told_from_what_is_alike(client, pair):
    rows = table(client, *pair)

    assert rows["地点"] == (True, "麻城市（麻城）", "武汉市（武汉）")
    assert rows["省份"][0] is False
    assert rows["主题"][0] is True
    assert rows["篇"][0] is False


def test_what_the_book_does_not_say_is_said(client, pair):
    rows = table(client, *pair)

    assert rows["页码"] == (False, "起 第 12 页\n止 第 40 页", "未载明")
    assert rows["篇幅"] == (False, "29 页", "未载明")
    assert rows["点评专家"] == (False, "未载明", "未载明")


def test_only_what_the_others_lack_is_marked(client, pair):
    page = read(client.get(address(*pair)))

    unshared = page.with_class("unshared")

    assert unshared == len(["智慧交通"])


def test_an_organisation_with_two_affiliations_is_named_once(client, pair):
    centre = make_organisation(name="智慧城市研究中心")
    posts = [make_affiliation(organisation=centre, job_title=title) for title in ("主任", "教授")]
    make_critique(pair[0]).affiliations.set(posts)

    assert table(client, *pair)["所在机构"] == (False, "智慧城市研究中心", "未载明")


def test_differences_alone(client, pair):
    page = read(client.get(address(*pair, differences=1)))

    assert "智慧交通" in page.text
    assert "湖北省" not in page.text


def test_project_facts_stand_by_kind_and_background_is_counted(client, pair):
    first, second = pair
    outcome = {
        "origin": Origin.PUBLIC,
        "kind": Fact.Kind.OUTCOME,
        "reference": make_reference(),
    }
    fact = make_fact(first, about="project", **outcome)
    make_fact(second, about="place", **outcome)

    page = read(client.get(address(*pair)))
    rows = table(client, *pair)

    assert page.has_link(fact.get_absolute_url(), fact.statement)
    assert rows["成效"] == (False, fact.statement, "未找到")
    assert rows["所在地背景"] == (False, "未找到", "1 条")


def test_cases_without_project_facts_say_so(client, pair):
    assert table(client, *pair)["项目"][1:] == ("未找到公开的项目资料", "未找到公开的项目资料")


def test_every_value_of_the_file_has_its_source(client, pair):
    make_critique(pair[0], make_expert("徐明"), affiliation_as_printed="某研究院研究员")

    text = client.get(address(*pair, format="csv")).content.decode("utf-8-sig")
    _header, *rows = csv.reader(StringIO(text))

    nothing = {"未载明", "未找到", "未找到公开的项目资料"}
    cells = [pair for row in rows for pair in zip(row[3::2], row[4::2], strict=True)]
    assert all(bool(source) != (value in nothing) for value, source in cells)


def test_a_word_processor_gets_the_same_table(client, pair):
    make_critique(pair[0], make_expert("徐明"))
    make_critique(pair[1], make_expert("周敏"))

    response = client.get(address(*pair, format="docx"))
    table_read = Document(BytesIO(response.content)).tables[0]

    slugs = "_".join(case.slug for case in pair)
    assert names(response) == (f"compare_{slugs}.docx", "案例比较_智慧麻城_智慧武汉.docx")
    assert [cell.text for cell in table_read.rows[0].cells] == [
        "项目",
        "案例 1 智慧麻城",
        "案例 2 智慧武汉",
    ]
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table_read.rows}
    assert rows["点评专家（不同）"][0].startswith("徐明　[书中载明")
    assert rows["点评专家（不同）"][1].startswith("周敏　[书中载明")


def test_a_case_may_be_named_by_number_and_title(client, pair):
    page = read(client.get("/compare/", {"case": ["1", "智慧武汉：乙"]}))

    assert page.has_link(pair[0].get_absolute_url())
    assert page.has_link(pair[1].get_absolute_url())


def test_one_case_asks_for_another(client, pair):
    page = read(client.get(address(pair[0])))

    assert "加入一个案例" in page.text


def test_an_empty_comparison_says_how_to_begin(client):
    assert "加入比较" in read(client.get("/compare/")).text


def test_a_fifth_case_is_refused(client):
    cases = [make_case() for _ in range(5)]

    response = client.get(address(*cases))

    assert response.status_code == 400
    assert "最多并排比较 4 个案例" in read(response).text


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("case=智慧长春", "不是已知的案例"),
        ("casee=1", "没有名为“casee”的参数"),
        ("format=pdf", "没有“pdf”格式"),
    ],
)
def test_what_is_wrong_with_the_address_is_named(client, pair, query, message):
    response = client.get(f"/compare/?{query}")

    assert response.status_code == 400
    assert message in read(response).text


@pytest.mark.parametrize("count", [2, 4])
def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries, count):
    cases = [make_case(place=make_place(parent=make_place("湖北省"))) for _ in range(count)]
    for case in cases:
        make_critique(case)
        make_fact(case, origin=Origin.PUBLIC, reference=make_reference())

    with django_assert_max_num_queries(16):
        client.get(address(*cases))
