"""Masthead and provenance badges in a browser: theme, menu of a phone, tooltips."""

import pytest

from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}


def ground(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_theme_follows_the_system_until_it_is_chosen_and_is_kept(live_server, page):
    page.emulate_media(color_scheme="light")
    page.goto(f"{live_server.url}/about/")
    light = ground(page)
    switch = page.get_by_role("button", name="外观")

    page.emulate_media(color_scheme="dark")
    dark = ground(page)
    switch.click()
    chosen = switch.inner_text()
    page.goto(f"{live_server.url}/cases/")

    assert dark != light
    assert "浅色" in chosen
    assert ground(page) == light


def test_without_script_there_is_no_switch(live_server, page_without_script):
    page_without_script.goto(f"{live_server.url}/about/")

    assert page_without_script.get_by_role("button", name="外观").count() == 0


def test_the_menu_of_a_phone_opens_without_script(live_server, page_without_script):
    page_without_script.set_viewport_size(PHONE)
    page_without_script.goto(f"{live_server.url}/about/")
    places = page_without_script.get_by_role("link", name="地点")
    assert not places.is_visible()

    page_without_script.get_by_text("菜单").click()

    places.click()
    page_without_script.wait_for_url(f"{live_server.url}/places/")


def test_escape_closes_the_menu_and_returns_to_its_button(live_server, page):
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/about/")
    page.get_by_text("菜单").click()

    page.keyboard.press("Escape")

    assert not page.get_by_role("link", name="地点").is_visible()
    assert page.evaluate("document.activeElement.matches('.menu > summary')")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_tooltip_opens_by_focus_and_pointer(live_server, page_without_script, width):
    case = make_case(title="智慧高青：数字善政", source_line=203)
    page_without_script.set_viewport_size({"width": width, "height": 844})
    page_without_script.goto(f"{live_server.url}{case.get_absolute_url()}")
    mark = page_without_script.locator(".record .source").first
    slip = mark.locator(".source-note")
    assert not slip.is_visible()

    mark.focus()
    with_focus = slip.is_visible(), slip.inner_text()
    page_without_script.locator("h1").click()
    left = slip.is_visible()
    mark.hover()

    assert with_focus == (True, "书中载明 · 行 203")
    assert not left
    assert slip.is_visible()
    box = slip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_escape_closes_a_tooltip(live_server, page):
    case = make_case(source_line=203)
    page.goto(f"{live_server.url}{case.get_absolute_url()}")
    mark = page.locator(".record .source").first
    mark.hover()

    page.keyboard.press("Escape")

    assert not mark.locator(".source-note").is_visible()


@pytest.mark.parametrize("address", ["/", "/cases/", "/search/", "/facts/", "/atlas/", "/about/"])
def test_no_page_is_wider_than_a_phone(live_server, page, address):
    make_case(title="智慧高青：农业大县的数字善政兴业")
    page.set_viewport_size(PHONE)

    page.goto(f"{live_server.url}{address}")

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
