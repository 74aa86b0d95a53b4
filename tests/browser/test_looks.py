"""What the styles have to see to, as a browser draws it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.kinds_of_pages import CASE

THREE = "/compare/?case=digital-china-2019-01&case=digital-china-2019-05&case=digital-china-2019-17"


def test_nothing_shows_through_the_labels_of_a_comparison(visit):
    page = visit(THREE, viewport=PHONE)
    page.locator(".table-scroll").evaluate("box => box.scrollLeft = 150")

    showing = page.evaluate(
        """() => [...document.querySelectorAll("tbody tr:not(.group)")].filter((row) => {
          const label = row.querySelector("th");
          const edge = label.getBoundingClientRect().right;
          return [...row.querySelectorAll("td .source")].some((seal) => {
            seal.scrollIntoView({ block: "center", behavior: "instant" });
            document.querySelector(".table-scroll").scrollLeft = 150;
            const { left, right, top, bottom } = seal.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            return x > 20 && x < edge && !label.contains(document.elementFromPoint(x, y));
          });
        }).map((row) => row.textContent)"""
    )

    assert showing == []
    for heading in page.locator("tr.group span").all():
        assert heading.bounding_box()["x"] >= 0


def test_the_names_of_the_cases_stay_above_their_columns(visit):
    page = visit(THREE)

    page.locator("table.compare tbody tr").last.scroll_into_view_if_needed()

    for name in page.get_by_role("columnheader").all():
        expect(name).to_be_in_viewport(ratio=1)


def on_top(page, selector):
    """Whether the lower edge of an element is drawn above all else."""
    return page.locator(selector).evaluate(
        """element => {
          element.style.pointerEvents = "auto";
          const { left, bottom } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(left + 12, bottom - 6));
        }"""
    )


def test_a_tooltip_is_shown_above_the_comparison_basket(visit):
    page = visit(CASE, viewport=PHONE)
    page.get_by_role("button", name=re.compile("^加入比较")).first.click()

    page.locator(".source").first.click()

    expect(page.locator(".source:focus .source-note")).to_be_visible()
    assert on_top(page, ".source:focus .source-note")


def test_what_was_done_is_shown_above_the_comparison_basket(visit):
    page = visit(CASE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=re.compile("^加入比较")).first.click()

    page.locator("#cite").get_by_role("link", name=re.compile("^复制")).first.click()

    expect(page.locator(".said.is-said")).to_be_visible()
    assert on_top(page, ".said.is-said")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_what_has_the_focus_is_not_behind_the_comparison_basket(visit, viewport):
    page = visit("/cases/", viewport=viewport, reduced_motion="reduce")
    page.get_by_role("button", name=re.compile("^加入比较")).first.click()

    hidden = []
    for _stop in range(40):
        page.keyboard.press("Tab")
        hidden += page.evaluate(
            """() => {
              const here = document.activeElement;
              const edge = document.getElementById("tray").getBoundingClientRect().top;
              return here.getBoundingClientRect().bottom > edge ? [here.outerHTML] : [];
            }"""
        )
    assert hidden == []
