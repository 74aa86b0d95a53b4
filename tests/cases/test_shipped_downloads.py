"""The shipped book as files: as many rows as the API counts, and the same things in them."""

import pytest

from tests.downloaded import csv_rows, download, json_rows, jsonl_rows, markdown_rows, sheet_rows

LISTS = ("books", "parts", "cases", "critiques", "experts", "organisations", "places", "themes")
PAGES = ("cases", "facts", "experts", "organisations", "places", "themes")
EMPTY = (None, "")


def all_rows(client, resource, query=""):
    """Every row that the API lists, page by page."""
    address = f"/api/v1/{resource}/?page_size=100{query}"
    rows = []
    while address:
        answer = client.get(address).json()
        rows += answer["results"]
        address = answer["next"]
    assert len(rows) == answer["count"]
    return rows


@pytest.mark.parametrize("resource", [*LISTS, "facts"])
def test_a_table_has_the_rows_of_the_api_in_their_order(client, shipped_book, resource):
    listed = all_rows(client, resource)

    as_csv = csv_rows(client, f"/api/v1/{resource}/?format=csv")
    as_sheet = sheet_rows(client, f"/api/v1/{resource}/?format=xlsx")
    as_markdown = markdown_rows(client, f"/api/v1/{resource}/?format=md")

    addresses = [row["api_url"] for row in listed]
    assert [row["接口地址"] for row in as_csv] == addresses
    assert [row["接口地址"] for row in as_sheet] == addresses
    assert [row["本站网址"] for row in as_csv] == [row["url"] for row in listed]
    assert len(as_markdown) == len(listed) + 2
    assert {len(row) for row in as_markdown} == {len(as_csv[0])}


@pytest.mark.parametrize("resource", [*LISTS, "facts"])
def test_json_files_have_the_objects_of_the_api(client, shipped_book, resource):
    listed = all_rows(client, resource)

    assert json_rows(client, f"/api/v1/{resource}/?format=json") == listed
    assert jsonl_rows(client, f"/api/v1/{resource}/?format=jsonl") == listed


@pytest.mark.parametrize("resource", PAGES)
@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_page_and_api_give_the_same_file(client, shipped_book, resource, kind):
    from_page = download(client, f"/{resource}/?format={kind}")

    assert from_page == download(client, f"/api/v1/{resource}/?format={kind}")


@pytest.mark.parametrize("resource", [*LISTS, "facts"])
def test_csv_and_sheet_hold_the_same_cells(client, shipped_book, resource):
    as_csv = csv_rows(client, f"/api/v1/{resource}/?format=csv")
    as_sheet = sheet_rows(client, f"/api/v1/{resource}/?format=xlsx")

    for row, cells in zip(as_csv, as_sheet, strict=True):
        for name, text in row.items():
            cell = cells[name]
            if isinstance(cell, int | float):
                assert float(text) == cell
            else:
                shown = "" if cell in EMPTY else str(cell).removesuffix(" 00:00:00")
                assert text.removeprefix("'") == shown.removeprefix("'")


def test_a_case_tells_its_place_its_critics_and_why(client, shipped_book):
    (row,) = csv_rows(client, "/cases/?q=高青&expert=&format=csv&place=gaoqing")

    case = client.get(f"/api/v1/cases/{row['网址名']}/").json()
    assert row["标题"] == case["title"]
    assert (row["案例序号"], row["起始页"]) == (str(case["number"]), str(case["start_page"]))
    assert (row["主要地点"], row["城市"], row["省份"]) == ("高青县", "淄博市", "山东省")
    assert row["行政区划代码"] == "370322"
    assert row["地点依据"] == "高青县：高青"
    assert row["点评专家"] == "；".join(each["expert"]["name"] for each in case["critiques"])
    assert row["含全部检索词"] == "是"


def test_the_figures_of_the_book_are_numbers_with_their_lines(client, shipped_book):
    rows = sheet_rows(client, "/facts/?origin=book&q=277&format=xlsx")

    listed = all_rows(client, "facts", "&origin=book&q=277")
    assert [row["编号"] for row in rows] == [fact["slug"] for fact in listed]
    assert 277 in [row["数值"] for row in rows]
    assert {row["来源"] for row in rows} == {"书中载明"}
    assert all(isinstance(row["原文行号"], int) for row in rows)


def test_a_public_fact_carries_its_whole_source(client, shipped_book):
    row = csv_rows(client, "/facts/?origin=public&case=23&format=csv")[0]

    fact = client.get(f"/api/v1/facts/{row['编号']}/").json()
    source = fact["source"]
    assert (row["来源"], row["网址"], row["发布者"]) == (
        *("公开资料", source["link"]),
        source.get("publisher", ""),
    )
    assert (row["参考资料"], row["查阅日期"]) == (source["title"], source["read_on"])
