"""The formats of downloads: what each holds, is called, and does to hostile cells."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Fact
from tests.downloaded import (
    csv_rows,
    download,
    json_rows,
    jsonl_rows,
    markdown_rows,
    names,
    sheet_rows,
    workbook,
)
from tests.factories import make_book, make_case, make_fact, make_place, make_theme
from tests.pages import read

pytestmark = pytest.mark.django_db
HOSTILE = [
    *("=1+1", "+86", "-2+3", "@SUM(A1)", "\tx", "＝A1", "＋1", "－1", "＠x", " =1+1", "\u3000=1"),
    *("\ufeff=1+1", "'=1+1", "'已有一撇"),
]


def test_a_csv_file_is_utf_8_with_its_mark_and_has_line_ends_as_the_standard_wants(client):
    make_theme("智慧农业", definition='两行，\n带“引号”与"quotes"')

    content = download(client, "/api/v1/themes/?format=csv")

    assert content.startswith("\ufeff名称,".encode())
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 2
    assert csv_rows(client, "/themes/?format=csv")[0]["定义"] == '两行，\n带“引号”与"quotes"'


@pytest.mark.parametrize("title", HOSTILE)
def test_no_text_acts_as_a_formula_and_every_text_can_be_had_back(client, title):
    make_case(title=title)

    (row,) = csv_rows(client, "/cases/?format=csv")
    sheet = workbook(client, "/cases/?format=xlsx").worksheets[0]

    assert row["标题"] == f"'{title}"
    cell = sheet["B2"]
    assert (cell.value, cell.data_type) == (title, "s")


@pytest.mark.parametrize("title", ["普通标题", "2019年", "a=b", "1-2", "甲'乙"])
def test_an_ordinary_text_stays_as_it_is(client, title):
    make_case(title=title)

    assert csv_rows(client, "/cases/?format=csv")[0]["标题"] == title


def test_negative_numbers_stay_numbers(client):
    make_fact(value="-12.5", unit="%")

    assert csv_rows(client, "/facts/?format=csv")[0]["数值"] == "-12.5"
    assert sheet_rows(client, "/facts/?format=xlsx")[0]["数值"] == -12.5


def test_a_sheet_has_typed_cells(client):
    make_book(title="数字乡镇", word_count=980000, price="128.00", edition_date=dt.date(2019, 3, 1))

    (row,) = sheet_rows(client, "/api/v1/books/?format=xlsx")

    assert (row["书名"], row["字数"], row["定价（元）"]) == ("数字乡镇", 980000, 128)
    assert row["出版年月"].date() == dt.date(2019, 3, 1)
    assert row["ISBN"] is None


def test_a_sheet_can_be_read_and_filtered_as_it_opens(client):
    make_theme("智慧农业", definition="很" * 200)
    make_theme("智慧交通")

    book = workbook(client, "/themes/?format=xlsx")
    sheet = book.worksheets[0]

    assert book.sheetnames == ["主题", "来源说明"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}3"
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert 8 <= widths["名称"] <= 16
    assert 50 <= widths["定义"] <= 61


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\x01乙\x0b丙", "甲\ufffd乙\ufffd丙"),
        ("甲\uffff乙", "甲\ufffd乙"),
        ("<r><t>甲</t></r>", "<r><t>甲</t></r> "),
        ("https://example.org/甲", "https://example.org/甲"),
    ],
)
def test_a_sheet_holds_what_xml_or_its_writer_would_take_amiss(client, text, shown):
    make_theme("智慧农业", definition=text)

    assert sheet_rows(client, "/themes/?format=xlsx")[0]["定义"] == shown


def test_a_markdown_table_keeps_each_cell_between_its_bars(client):
    make_theme("智慧|农业", definition="两行\n*甲* <b>_乙_\\")

    text = download(client, "/themes/?format=md").decode()
    heading, _line, row = markdown_rows(client, "/themes/?format=md")

    assert text.startswith("# 主题\n\n| 名称 |")
    assert dict(zip(heading, row, strict=True))["名称"] == "智慧|农业"
    assert r"两行<br>\*甲\* \<b\>\_乙\_\\" in text
    assert "| <http://testserver/themes/" in text


def test_json_is_the_list_of_the_api_on_one_page_with_what_the_file_is(client):
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    book = make_book(isbn="9787000000001")
    for _ in range(25):
        make_case(book, place=wuhan)
    first = client.get("/api/v1/cases/?city=武汉").json()
    second = client.get("/api/v1/cases/?city=武汉&page=2").json()

    whole = json.loads(download(client, "/cases/?city=武汉&format=json"))

    assert whole["results"] == first["results"] + second["results"]
    assert (whole["count"], whole["next"], whole["previous"]) == (25, None, None)
    about = whole["about"]
    assert about["query"] == [{"parameter": "city", "value": "wuhan", "label": "武汉"}]
    assert about["address"] == "http://testserver/cases/?city=%E6%AD%A6%E6%B1%89"
    assert about["books"] == ["数字乡镇（ISBN 9787000000001）"]


@pytest.mark.parametrize("rows", [csv_rows, sheet_rows, json_rows, jsonl_rows])
def test_every_format_holds_all_rows_in_the_order_asked_for(client, rows):
    book = make_book()
    for _ in range(101):
        make_case(book)

    found = rows(client, "/api/v1/cases/?ordering=-number&format=" + FORMAT_OF[rows])

    numbers = [int(row.get("number") or row.get("案例序号")) for row in found]
    assert numbers == list(range(101, 0, -1))


FORMAT_OF = {csv_rows: "csv", sheet_rows: "xlsx", json_rows: "json", jsonl_rows: "jsonl"}


def test_the_second_sheet_says_what_was_asked_and_where_values_come_from(client):
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    make_case(make_book(isbn="9787000000001"), place=wuhan)

    notes = workbook(client, "/cases/?city=wuhan&format=xlsx").worksheets[1]

    told = dict(notes.iter_rows(values_only=True))
    assert told["检索与筛选"] == "城市 武汉"
    assert told["条数"] == "1"
    assert told["网址"] == "http://testserver/cases/?city=wuhan"
    assert told["图书"] == "数字乡镇（ISBN 9787000000001）"
    assert told["列：英文标题（本站译）"] == "本站自拟，原书没有"
    assert "未载明" in told["空着的格"]


def test_what_the_book_does_not_print_is_told_beside_the_row(client):
    make_case(english_title="A Smart County", end_page=20, start_page=12, source_line=31)

    (row,) = csv_rows(client, "/cases/?format=csv")

    assert (row["来源"], row["原文行号"]) == ("书中载明", "31")
    assert "终止页（按规则推得：下一标题起始页减一）" in row["另有来源的字段"]
    assert "英文标题（编辑补充：本站自拟，原书没有）" in row["另有来源的字段"]


@pytest.mark.parametrize(
    ("address", "plain", "full"),
    [
        ("/cases/?format=csv", "cases.csv", "案例.csv"),
        ("/cases/?city=武汉&format=csv", "cases_wuhan.csv", "案例_武汉.csv"),
        ("/api/v1/cases/?city=420100&format=xlsx", "cases_wuhan.xlsx", "案例_武汉.xlsx"),
        ("/facts/?q=试点&kind=count&format=md", "facts_count.md", "事实_试点_数量.md"),
        ("/cases/?city=武汉&ordering=-number&format=json", "cases_wuhan.json", "案例_武汉.json"),
        (
            "/facts/?q=%22a/b%22:%20..%5Cc%E2%80%AE%0D%0Ad&format=csv",
            *("facts.csv", "事实_a-b-..-c-d.csv"),
        ),
    ],
)
def test_a_file_is_named_after_what_is_in_it(client, address, plain, full):
    make_place("武汉市", slug="wuhan", code="420100", parent=make_place("湖北省", slug="hubei"))

    assert names(client.get(address)) == (plain, full)


def test_a_name_has_an_end(client):
    response = client.get("/facts/", {"q": "很长" * 200, "format": "csv"})

    plain, full = names(response)
    assert plain == "facts.csv"
    assert len(full.encode()) < 200
    assert full.endswith(".csv")


@pytest.mark.parametrize(
    ("query", "parameter", "nearest"),
    [
        ("format=pdf", "format", "csv"),
        ("format=xls", "format", "xlsx"),
        ("format=", "format", "csv"),
        ("format=csv&format=md", "format", None),
        ("format=csv&cityy=武汉", "cityy", "city"),
        ("format=csv&city=武汗", "city", "武汉"),
        ("format=csv&page=2", "page", None),
        ("format=json&page_size=5", "page_size", None),
    ],
)
def test_what_is_wrong_with_a_download_is_told_as_of_any_list(client, query, parameter, nearest):
    make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))

    response = client.get(f"/api/v1/cases/?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    (problem,) = response.json()["errors"]
    assert (problem["parameter"], problem["nearest"]) == (parameter, nearest)


def test_a_page_tells_what_is_wrong_with_a_download_in_words(client):
    response = client.get("/cases/?format=cvs&theme=x&page=2")

    page = read(response)
    assert response.status_code == 400
    assert "没有“cvs”格式。" in page.text
    assert "下载的总是全部结果的全部字段，不能同时给“page”。" in page.text
    assert page.has_link("/cases/?format=csv&theme=x&page=2", "您要找的是不是“csv”？")


def test_a_download_may_be_asked_for_by_any_page_and_without_its_body(client):
    make_theme()

    response = client.head(
        "/api/v1/themes/?format=csv",
        headers={"accept": "text/csv", "origin": "https://elsewhere.example"},
    )

    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert b"".join(response.streaming_content) == b""
    assert "Content-Length" not in response  # nobody knows it beforehand


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "jsonl", "md"])
def test_the_number_of_queries_grows_with_hundreds_of_rows_not_with_each(
    client, kind, django_assert_max_num_queries
):
    theme, wuhan = make_theme(), make_place("武汉市", parent=make_place())
    book = make_book()
    for _ in range(60):
        make_fact(make_case(book, place=wuhan, themes=[theme])).places.add(wuhan)

    with django_assert_max_num_queries(20):
        download(client, f"/api/v1/cases/?format={kind}")
    with django_assert_max_num_queries(12):
        download(client, f"/api/v1/facts/?format={kind}")


@pytest.fixture
def thousands(db):
    """Facts of one case, three thousand of them."""
    case = make_case()
    places = [make_place("湖北省"), make_place("湖南省")]
    facts = Fact.objects.bulk_create(
        Fact(slug=f"f-{number:04}", case=case, statement=f"第{number}条。", kind="count")
        for number in range(3000)
    )
    links = Fact.places.through
    links.objects.bulk_create(links(fact=fact, place=place) for fact in facts for place in places)
    return facts


def test_thousands_of_rows_take_a_few_queries(client, thousands, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        rows = jsonl_rows(client, "/api/v1/facts/?format=jsonl")

    assert [row["slug"] for row in rows] == [fact.slug for fact in thousands]
    assert {len(row["places"]) for row in rows} == {2}


def test_a_file_begins_before_its_last_row_is_loaded(client, thousands):
    with CaptureQueriesContext(connection) as queries:
        pieces = iter(client.get("/facts/?format=csv").streaming_content)
        first = next(pieces)
        begun = len(queries)
        rest = b"".join(pieces)

    assert first.startswith("\ufeff编号".encode())
    assert begun < len(queries)
    assert (first + rest).count(b"\r\n") == 3001
