"""A running site with the shipped book and an imported one, and a browser that reports errors."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.paths import ROOT
from tests.server import running_site

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SCREENSHOTS = ROOT / "var" / "screenshots"


@pytest.fixture(scope="session")
def site(prepared_folder, tmp_path_factory) -> Iterator[str]:
    """The address of a site with the shipped book and the sample, its text imported."""
    folder = shutil.copytree(prepared_folder, tmp_path_factory.mktemp("site") / "data")
    with running_site(folder) as running:
        running.manage("import_book", "tests/data/sample_casebook.txt")
        yield running.url


@pytest.fixture
def visit(browser: Browser, site: str, request) -> Iterator[Callable[..., Page]]:
    """Opens windows on the site; afterwards no script may have failed and no other host been asked.

    A screenshot of each window's last view is saved in ``var/screenshots/``.
    """
    contexts, faults = [], []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", complain)
        page.on("request", lambda asked: elsewhere(asked.url))

    def complain(message) -> None:
        if message.type in {"error", "warning"} and "the server responded" not in message.text:
            faults.append(message.text)

    def elsewhere(url: str) -> None:
        if urlsplit(url).scheme not in {"data", "blob"} and not url.startswith(site):
            faults.append(f"asked another host: {url}")

    def visit(address: str = "/", *, viewport=DESKTOP, **options) -> Page:
        context = browser.new_context(
            base_url=site, locale="zh-CN", viewport=viewport, accept_downloads=True, **options
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(address)
        return page

    yield visit
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for number, context in enumerate(contexts):
        for page in context.pages:
            page.screenshot(path=picture_of(request.node.name, number), full_page=True)
        context.close()
    assert faults == []


def picture_of(name: str, number: int) -> Path:
    safe = "".join(character if character.isalnum() else "-" for character in name)
    return SCREENSHOTS / f"{safe[:100]}-{number}.png"
