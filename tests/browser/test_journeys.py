"""Ten journeys of readers through the site, in a browser."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.kinds_of_pages import CASE


def test_finds_cases_by_their_city(visit):
    page = visit("/")

    page.get_by_role("link", name=re.compile(r"^武汉")).first.click()
    page.get_by_role("link", name=re.compile("智慧武昌大数据中心")).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("智慧武昌大数据中心")
    expect(page.get_by_role("main")).to_contain_text("武汉市")


def test_finds_cases_by_a_theme(visit):
    page = visit("/themes/")

    page.get_by_role("main").get_by_role("link", name="智慧农业").first.click()
    page.get_by_role("link", name=re.compile("湖北麻城智慧农业")).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("湖北麻城智慧农业")


def test_a_misspelt_word_is_corrected_by_one_click(visit):
    page = visit("/")

    box = page.locator("#home-q")
    box.fill("智慧灯竿")
    box.press("Enter")
    page.get_by_role("link", name="智慧灯杆").first.click()

    expect(page.get_by_role("main")).to_contain_text("北京亦庄智慧灯杆")


def test_refines_by_a_facet_and_goes_back(visit):
    page = visit("/cases/")
    announced = page.locator("#announcement")

    page.get_by_role("checkbox", name=re.compile("^湖北")).check()
    expect(page).to_have_url(re.compile(r"province=hubei"))
    expect(announced).to_contain_text("5")
    expect(page.get_by_role("article")).to_have_count(5)
    page.go_back()

    expect(page).to_have_url(re.compile(r"/cases/$"))
    expect(page.get_by_role("article")).to_have_count(20)
    expect(page.get_by_role("checkbox", name=re.compile("^湖北"))).not_to_be_checked()


def test_compares_two_cases_and_takes_the_table_along(visit):
    page = visit("/cases/?city=武汉")
    picks = page.get_by_role("button", name=re.compile("^加入比较"))
    picks.nth(0).click()
    picks.first.click()
    page.locator("#tray").get_by_role("link", name=re.compile("^比较")).click()

    with page.expect_download() as as_csv:
        page.get_by_role("link", name="CSV").click()
    with page.expect_download() as as_docx:
        page.get_by_role("link", name="DOCX").click()

    text = Path(as_csv.value.path()).read_text("utf-8-sig")
    rows = {row[1]: row for row in csv.reader(StringIO(text))}
    assert rows["城市"][2:4] == ["否", "武汉市"]
    assert "城市" in [row.cells[0].text for row in Document(as_docx.value.path()).tables[0].rows]


def test_takes_a_reference_along(visit):
    page = visit(CASE, permissions=["clipboard-read", "clipboard-write"])

    page.locator("#cite").get_by_role("link", name=re.compile("^复制")).first.click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    with page.expect_download() as download:
        page.locator("#cite").get_by_role("link", name="RIS").click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "北京亦庄智慧灯杆：规模化感知城市的运营模式[M]//徐振强，李有增. 数字中国"
    )
    ris = Path(download.value.path()).read_text("utf-8")
    assert ris.startswith("TY  - CHAP")
    assert "SP  - 363" in ris


def test_reads_a_text_and_leads_others_to_a_paragraph(visit):
    page = visit("/cases/shili-anli-ji-2024-01/")

    page.get_by_role("link", name=re.compile("阅读")).first.click()
    paragraph = page.locator("[id^='p-']").nth(2)
    anchor = paragraph.get_attribute("id")
    page.goto(f"{page.url.split('#')[0]}#{anchor}")

    expect(page.locator(f"#{anchor}:target")).to_be_visible()


def test_finds_the_way_on_a_phone(visit):
    page = visit("/", viewport=PHONE)

    page.get_by_text("菜单", exact=True).first.click()
    page.get_by_role("navigation").get_by_role("link", name="专家").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("专家")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_everything_is_reached_by_keyboard(visit):
    page = visit("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#home-q")).to_be_focused()
    page.keyboard.type("yizhuang")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(places|cases)/"))

    expect(page.get_by_role("main")).to_contain_text("亦庄")


def test_works_without_scripts(visit):
    page = visit("/cases/", java_script_enabled=False)

    page.get_by_role("searchbox").or_(page.locator("#list-q")).first.fill("亦庄 灯杆")
    page.get_by_role("button", name="检索").first.click()
    expect(page.get_by_role("article").first).to_contain_text("北京亦庄智慧灯杆")
    page.get_by_role("link", name=re.compile("北京亦庄智慧灯杆")).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("北京亦庄智慧灯杆")
    expect(page.get_by_role("main")).to_contain_text("第 363")


@pytest.mark.parametrize(("first", "second"), [("light", "dark"), ("dark", "light")])
def test_the_look_once_chosen_stays(visit, first, second):
    page = visit("/", color_scheme=first)
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    switch = page.locator("[data-theme-switch]")

    while page.evaluate("document.documentElement.dataset.theme") != second:
        switch.click()
    page.goto("/about/")

    assert page.evaluate("document.documentElement.dataset.theme") == second
    assert page.evaluate(paper) != before
