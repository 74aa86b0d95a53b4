"""The facts and the atlas in a browser: a ticked box changes them without a reload."""

import re

import pytest
from playwright.sync_api import expect

from casebook.core.provenance import Origin
from tests.factories import make_case, make_fact, make_part, make_place, make_reference

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def towns(build):
    """A case in Wuhan with a fact of the book, one in Zibo with a public fact."""
    part = make_part()
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    zibo = make_place("淄博市", slug="zibo", parent=make_place("山东省", slug="shandong"))
    make_fact(make_case(part=part, number=1, place=wuhan))
    case = make_case(part=part, number=2, place=zibo)
    make_fact(case, origin=Origin.PUBLIC, reference=make_reference(), year=2017)
    build()


@pytest.mark.parametrize(
    "ticked",
    [
        ("/facts/", "公开资料", "origin=public", "共 1 条事实"),
        ("/atlas/", "武汉", "city=wuhan", "共 1 个案例"),
    ],
)
def test_a_ticked_box_swaps_the_results_and_the_address(towns, live_server, page, ticked):
    path, box, chosen, seen = ticked
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(live_server.url + path)
    page.evaluate("document.body.dataset.stayed = 'yes'")

    page.get_by_role("checkbox", name=box).check()
    page.wait_for_url(re.compile(chosen))

    assert seen in page.locator(".list-head").inner_text()
    assert page.locator("#announcement").inner_text().strip() == seen
    english = page.get_by_role("link", name="English")
    expect(english).to_have_attribute("href", f"/en{path}?{chosen}")
    assert page.evaluate("document.body.dataset.stayed") == "yes"
    assert said == []


@pytest.mark.parametrize("path", ["/facts/", "/atlas/"])
def test_htmx_gets_the_results_alone(client, towns, path):
    part = client.get(
        f"{path}?city=武汉" if path == "/atlas/" else path, headers={"HX-Request": "1"}
    )

    assert "<html" not in part.content.decode()
    assert part["HX-Push-Url"].startswith(path)
    assert "HX-Request" in part["Vary"]


def test_a_list_without_anything_to_choose_from_has_no_button(client):
    assert "按所选筛选" not in client.get("/facts/?q=鲸鱼").content.decode()
