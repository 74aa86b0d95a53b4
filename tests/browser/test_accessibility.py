"""Accessibility of every type of page: axe, zoom, keyboard, forced colours, reduced motion."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.kinds_of_pages import LINKED, PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
LOOKS = [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light"), (PHONE, "dark")]


OTHERS = {"exclude": [[".swagger-ui"]]}
"""Swagger UI is a library's; the plain list of resources beside it is ours."""


def violations(page, *but):
    """What axe has against the page, each with the elements."""
    return [
        f"{found['id']}: {[node['html'][:120] for node in found['nodes'][:3]]}"
        for found in Axe().run(page, context=OTHERS, options=OPTIONS).response["violations"]
        if found["id"] not in but
    ]


def faults_of(page):
    """The violations at each width and in each colour scheme; nothing where there are none."""
    faults = {}
    page.locator("main").first.wait_for()
    for viewport, scheme in LOOKS:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        if found := violations(page):
            faults[f"{viewport['width']} {scheme}"] = found
    return faults


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(visit, kind):
    page = visit(PAGES[kind])

    assert faults_of(page) == {}


@pytest.mark.parametrize(
    "kind",
    ["home", "cases", "cases searched", "case", "book", "search", "atlas", "compare", "facts"],
)
def test_axe_finds_nothing_in_english(visit, kind):
    page = visit(f"/en{PAGES[kind]}")

    assert faults_of(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("kind", LINKED)
def test_axe_finds_nothing_on_what_lists_lead_to(visit, kind):
    address, link = LINKED[kind]
    page = visit(address)
    page.locator(link).first.click()
    page.wait_for_load_state()

    assert faults_of(page) == {}


@pytest.mark.parametrize("kind", PAGES)
def test_at_four_hundred_per_cent_nothing_is_cut_off(visit, kind):
    page = visit(PAGES[kind], viewport={"width": 320, "height": 256})

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", ["home", "cases", "case", "atlas"])
def test_forced_colours_and_little_motion_break_nothing(visit, kind):
    page = visit(PAGES[kind], forced_colors="active", reduced_motion="reduce")

    moving = page.evaluate(
        "document.getAnimations().filter((each) => each.playState === 'running').length"
    )
    assert moving == 0
    # Which colours are forced is the reader's choice; axe reckons with those of the style sheet.
    assert violations(page, "color-contrast") == []


@pytest.mark.parametrize("kind", PAGES)
def test_every_stop_of_the_keyboard_is_seen(visit, kind):
    page = visit(PAGES[kind])

    unseen = []
    for _stop in range(12):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const here = document.activeElement;
              const style = getComputedStyle(here);
              const box = here.getBoundingClientRect();
              if (here.closest(".swagger-ui")) return ["", true];
              const ring = style.outlineStyle !== "none" || style.boxShadow !== "none"
                || here.querySelector?.("rect");
              return [here.outerHTML.slice(0, 80), Boolean(ring) && box.width > 0];
            }"""
        )
        if not stop[1] and not stop[0].startswith("<body"):
            unseen.append(stop[0])
    assert unseen == []
