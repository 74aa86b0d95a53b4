"""The search page and the list of cases in a browser: results change without a reload, and back."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.factories import make_case, make_part, make_place

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["/search/", "/cases/"])
def results(request, live_server, page, build):
    """The answer to a search that has one case in Wuhan and one in Zibo."""
    part = make_part()
    for number, (city, slug) in enumerate((("武汉市", "wuhan"), ("淄博市", "zibo")), start=1):
        place = make_place(city, slug=slug, parent=make_place(f"{slug}省"))
        make_case(part=part, number=number, place=place, title="多功能路灯")
    build()
    page.goto(f"{live_server.url}{request.param}?q=路灯")
    return page


@pytest.fixture
def complaints(page):
    """What the browser's console says, as of an inline style that our policy forbids."""
    found = []
    page.on("console", lambda message: found.append(message.text))
    return found


def test_a_ticked_box_swaps_the_results_and_the_address(complaints, results):
    results.evaluate("document.body.dataset.stayed = 'yes'")

    results.get_by_role("checkbox", name="武汉").check()
    results.wait_for_url(re.compile("city=wuhan"))

    assert "共 1" in results.locator(".list-head").inner_text()
    assert "共 1" in results.locator("#announcement").inner_text()
    assert results.evaluate("document.body.dataset.stayed") == "yes"
    assert results.evaluate("document.activeElement.id") == "city-wuhan"
    assert complaints == []


def test_the_way_to_english_keeps_what_was_ticked(results):
    results.get_by_role("checkbox", name="武汉").check()
    results.wait_for_url(re.compile("city=wuhan"))

    chinese = urlsplit(results.url)
    english = f"/en{chinese.path}?{chinese.query}"
    expect(results.get_by_role("link", name="English")).to_have_attribute("href", english)


def test_the_title_follows_the_words_of_a_search(live_server, page, build):
    make_case(place=make_place("武汉市", slug="wuhan"), title="多功能路灯")
    build()
    page.goto(f"{live_server.url}/search/?q=路灯")

    page.locator("#list-form input[name=q]").fill("多功能路灯")
    page.get_by_role("checkbox", name="武汉").check()

    expect(page).to_have_title("多功能路灯 · 检索 · 案例库")


def test_back_undoes_what_was_ticked(results):
    results.get_by_role("checkbox", name="武汉").check()
    results.wait_for_url(re.compile("city=wuhan"))

    results.go_back()
    results.get_by_role("checkbox", name="淄博").wait_for()

    assert "city" not in results.url
    assert not results.get_by_role("checkbox", name="武汉").is_checked()
    assert "共 2" in results.locator(".list-head").inner_text()


def test_it_works_without_script(browser, results):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(results.url)

    page.get_by_role("checkbox", name="武汉").check()
    page.get_by_role("button", name="按所选筛选").click()

    assert "city=wuhan" in page.url
    assert "共 1" in page.locator(".list-head").inner_text()
    context.close()
