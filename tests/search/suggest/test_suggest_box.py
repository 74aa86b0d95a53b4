"""The search box in a browser: suggestions while typing, by keyboard, beside an input method."""

import re

import pytest

from search.suggest import suggest as suggesting
from tests.factories import make_case, make_place, make_theme

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def box(live_server, page):
    """The search box of the home page, with a few names to suggest."""
    suggesting.current.forget()
    make_case(title="智慧深圳：全球视野下的标杆性实践", slug="casebook-01")
    make_place("深圳市", parent=make_place("广东省"), slug="shenzhen")
    make_theme("智慧交通", slug="smart-transport", english_name="Smart Transport")
    page.goto(live_server.url)
    return page.get_by_role("searchbox").or_(page.get_by_role("combobox"))


@pytest.fixture
def asked(page):
    """What the page has asked the server to suggest for."""
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    return lambda: [url for url in addresses if "/api/v1/suggest/" in url]


def test_initials_show_the_title(box, page):
    box.press_sequentially("zhsz")

    page.get_by_role("option", name="智慧深圳：全球视野下的标杆性实践").wait_for()

    assert page.get_by_role("group", name="案例").get_by_role("option").count() == 1
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("status").inner_text() == "1 条建议"


def test_kinds_are_grouped(box, page):
    box.press_sequentially("shenzhen")
    page.get_by_role("option").first.wait_for()

    groups = page.get_by_role("listbox").get_by_role("group").all()

    assert [group.get_attribute("aria-label") for group in groups] == ["案例", "地点"]


def test_english_pages_suggest_our_english_names(live_server, page):
    suggesting.current.forget()
    make_place("深圳市", parent=make_place("广东省"), slug="shenzhen", english_name="Shenzhen")
    make_place("深圳湾", parent=make_place("广东省"), slug="bay")
    page.goto(f"{live_server.url}/en/")

    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).press_sequentially("shenzhen")
    options = page.get_by_role("option")
    options.first.wait_for()

    assert options.all_inner_texts() == ["Shenzhen", "深圳湾"]
    assert [option.get_attribute("lang") for option in options.all()] == ["en", "zh-Hans"]


def test_the_keyboard_chooses_and_enter_goes_there(box, page, live_server):
    box.press_sequentially("zhjt")
    option = page.get_by_role("option", name="智慧交通")
    option.wait_for()

    box.press("ArrowDown")

    assert option.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")

    box.press("Enter")
    page.wait_for_url(f"{live_server.url}/themes/smart-transport/")


def test_arrows_go_around(box, page):
    box.press_sequentially("shenzhen")
    options = page.get_by_role("option")
    options.first.wait_for()

    box.press("ArrowUp")
    last = box.get_attribute("aria-activedescendant")
    box.press("ArrowDown")
    first = box.get_attribute("aria-activedescendant")

    assert last == options.last.get_attribute("id")
    assert first == options.first.get_attribute("id")


def test_a_click_goes_there(box, page, live_server):
    box.press_sequentially("zhjt")

    page.get_by_role("option", name="智慧交通").click()

    page.wait_for_url(f"{live_server.url}/themes/smart-transport/")


def test_enter_without_a_choice_searches_for_what_was_typed(box, page):
    box.press_sequentially("zhjt")
    page.get_by_role("option").first.wait_for()

    box.press("Enter")

    page.wait_for_url(re.compile(r"\?q=zhjt$"))


def test_escape_closes_the_list_and_keeps_the_text(box, page):
    box.press_sequentially("zhjt")
    page.get_by_role("option").first.wait_for()

    box.press("Escape")

    assert page.get_by_role("option").count() == 0
    assert box.input_value() == "zhjt"
    assert box.get_attribute("aria-expanded") == "false"


def test_nothing_is_asked_while_an_input_method_composes(box, page, asked):
    box.focus()
    keyboard = page.context.new_cdp_session(page)

    for letters in ("z", "zhi", "zhi'hui", "zhi'hui'shen"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
    page.wait_for_timeout(400)  # more than three times the pause after which it would ask

    assert asked() == []
    assert page.get_by_role("option").count() == 0

    keyboard.send("Input.insertText", {"text": "智慧深"})

    page.get_by_role("option", name="智慧深圳：全球视野下的标杆性实践").wait_for()
    assert len(asked()) == 1


def test_fast_typing_asks_once(box, page, asked):
    box.press_sequentially("zhsz")

    page.get_by_role("option").first.wait_for()

    assert [url.partition("?")[2] for url in asked()] == ["q=zhsz"]


def test_the_form_works_without_the_script(live_server, page_without_script):
    page_without_script.goto(live_server.url)
    box = page_without_script.get_by_role("searchbox")

    box.fill("深圳")
    box.press("Enter")

    page_without_script.wait_for_url(re.compile("q="))


def test_nothing_offends_the_content_security_policy(box, page):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))

    box.press_sequentially("zhsz")
    page.get_by_role("option").first.wait_for()

    assert complaints == []


def test_on_an_english_page_what_is_chosen_is_shown_in_english(box, page, live_server):
    page.goto(f"{live_server.url}/en/")
    box.press_sequentially("zhjt")
    page.get_by_role("option", name="Smart Transport").click()

    page.wait_for_url(f"{live_server.url}/en/themes/smart-transport/")
