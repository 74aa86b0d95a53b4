"""What the styles have to see to, as a browser draws it."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/experts/xu-zhenqiang/", "/atlas/"])
def test_a_drawing_of_ties_is_read_in_every_look(visit, address, scheme):
    page = visit(address, color_scheme=scheme)
    drawing = page.locator(".tie-graph")
    ink = page.evaluate("getComputedStyle(document.body).color")

    expect(drawing.locator("text").first).to_have_css("fill", ink)
    expect(drawing.locator("path").first).to_have_css("fill", "none")
    expect(drawing.locator("path").first).not_to_have_css("stroke", "none")
