"""Copying a reference in a browser, under the real content policy."""

import re

import pytest

from tests.factories import (
    make_book,
    make_case,
    make_contribution,
    make_expert,
    make_passage,
    make_section,
)

pytestmark = pytest.mark.django_db(transaction=True)

REFERENCE = "高青：兴业[M]//徐振强. 数字乡镇. 2019：12-38."


@pytest.fixture
def case():
    book = make_book("towns", edition_date="2019-03-01")
    make_contribution(book, make_expert("徐振强"))
    return make_case(book, title="高青：兴业", start_page=12, end_page=38)


@pytest.fixture
def clipboard(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return lambda: page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def complaints(page):
    """What the browser refuses or cannot run."""
    told = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else 0)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told


def test_the_button_copies_the_reference(page, live_server, case, clipboard, complaints):
    page.goto(live_server.url + case.get_absolute_url())

    page.locator(".cite-copy").first.click()

    page.get_by_role("status").get_by_text("已复制").wait_for()
    assert clipboard() == REFERENCE
    assert complaints == []


def test_the_data_for_search_engines_passes_the_content_policy(page, live_server, case, complaints):
    response = page.goto(live_server.url + case.get_absolute_url())

    data = page.locator("script[type='application/ld+json']")
    name = data.evaluate("element => JSON.parse(element.textContent).name")

    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert name == "高青：兴业"
    assert complaints == []


def test_other_styles_open_without_javascript(page_without_script, live_server, case):
    page_without_script.goto(live_server.url + case.get_absolute_url())

    page_without_script.get_by_text("其他著录格式").first.click()
    page_without_script.get_by_role("link", name=re.compile("7714—2015 顺序编码制")).first.click()

    assert page_without_script.locator("body").inner_text().strip() == (
        "高青: 兴业[M]//徐振强. 数字乡镇. [出版地不详]: [出版者不详], 2019: 12-38."
    )


def test_a_paragraph_is_copied_with_its_address(page, live_server, case, clipboard, complaints):
    passage = make_passage(make_section(case=case), source_page=15)
    page.goto(f"{live_server.url}/books/towns/read/case-01/")

    page.locator("[data-copy-from]").first.click()

    page.get_by_text("已复制引文与网址").wait_for()
    assert clipboard() == (
        "高青：兴业[M/OL]//徐振强. 数字乡镇. 2019：15. "
        f"{live_server.url}{passage.get_absolute_url()}."
    )
    assert complaints == []
