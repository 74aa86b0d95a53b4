"""The comparison basket in a browser: cases collected across pages, and compared."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def titles():
    cases = [
        make_case(title=f"智慧{name}：记") for name in ("高青", "麻城", "武昌", "余姚", "亦庄")
    ]
    return [case.name for case in cases]


def pick(page, title):
    page.get_by_role("button", name=f"加入比较 {title}").click()


def test_cases_of_two_pages_are_compared(live_server, page, titles):
    page.goto(f"{live_server.url}/cases/")
    pick(page, titles[0])
    page.get_by_role("link", name=titles[1]).first.click()
    pick(page, titles[1])

    page.get_by_label("待比较的案例").get_by_role("link", name="比较").click()

    headings = page.get_by_role("columnheader")
    expect(headings.filter(has_text=titles[0])).to_be_visible()
    expect(headings.filter(has_text=titles[1])).to_be_visible()


def test_a_second_click_takes_it_out_again(live_server, page, titles):
    page.goto(f"{live_server.url}/cases/")
    tray = page.get_by_label("待比较的案例")
    pick(page, titles[0])
    expect(tray).to_be_visible()

    page.get_by_role("button", name=f"已加入比较 {titles[0]}").click()

    expect(tray).to_be_hidden()


def test_a_fifth_is_not_taken_and_the_reason_is_told(live_server, page, titles):
    page.goto(f"{live_server.url}/cases/")
    tray = page.get_by_label("待比较的案例")
    for title in titles:
        pick(page, title)

    expect(tray.get_by_role("listitem")).to_have_count(4)
    expect(tray.get_by_role("status")).to_contain_text("最多并排比较 4 个案例")


def test_one_is_taken_out_and_all_are_cleared(live_server, page, titles):
    page.goto(f"{live_server.url}/cases/")
    tray = page.get_by_label("待比较的案例")
    for title in titles[:2]:
        pick(page, title)

    tray.get_by_role("button", name=f"移除 {titles[0]}").click()
    expect(tray.get_by_role("listitem")).to_have_count(1)
    tray.get_by_role("button", name="清空").click()

    expect(tray).to_be_hidden()


def test_a_list_that_is_swapped_keeps_its_marks(live_server, page, titles):
    page.goto(f"{live_server.url}/cases/")
    pick(page, titles[0])

    box = page.locator("#list-q")
    box.fill(titles[0])
    box.press("Enter")

    expect(page.get_by_role("button", name=f"已加入比较 {titles[0]}")).to_be_visible()


def test_without_scripts_the_link_begins_a_comparison(live_server, page_without_script, titles):
    page = page_without_script
    page.goto(f"{live_server.url}/cases/")

    page.get_by_role("link", name=f"加入比较 {titles[0]}").click()

    expect(page.get_by_role("columnheader").filter(has_text=titles[0])).to_be_visible()
