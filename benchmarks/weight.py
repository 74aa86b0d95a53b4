"""Page weight for each type of page: bytes sent, requests, elements, SQL queries, server time.

    python -m benchmarks.weight

Starts the site as ``make serve`` does, in a folder of its own, and opens every page in Chromium
with an empty cache: the numbers are those of a first visit. SQL queries and server time are those
of an uncached response, in this process and without a network.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser.kinds_of_pages import LINKED, PAGES
from tests.cases.parsing.sources import SAMPLE
from tests.chromium import BROWSER_FLAGS, CHROMIUM
from tests.server import running_site

ROUNDS = 10
NOT_WEIGHED = {"API docs", "not found", "refused"}
"""Types of pages that are not ours, or too small to matter."""


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(prefix="casebook-weight-") as data:
        with running_site(Path(data), RATE_LIMIT="0") as site, sync_playwright() as playwright:
            site.manage("import_book", str(SAMPLE))
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_FLAGS)
            pages = addresses(browser, site.url)
            seen = {name: visit(browser, site.url + address) for name, address in pages.items()}
            browser.close()
        costs = dict(cost_of_each(data, pages))
    print(
        f"{'page':<26}{'KB':>7}{'requests':>10}{'elements':>10}{'SQL':>5}{'ms made':>9}{'kept':>7}"
    )
    for name, (size, requests, elements) in seen.items():
        queries, made, kept = costs[name]
        row = f"{size / 1000:>7.1f}{requests:>10}{elements:>10}{queries:>5}{made:>9.1f}{kept:>7.1f}"
        print(f"{name:<26}{row}")


def addresses(browser: Any, site: str) -> dict[str, str]:
    """The path of each type of page; those of records are taken from links on list pages."""
    found = {name: path for name, path in PAGES.items() if name not in NOT_WEIGHED}
    page = browser.new_page()
    for name, (path, link) in LINKED.items():
        page.goto(site + path)
        found[name] = page.locator(link).first.get_attribute("href")
    page.close()
    return found


def visit(browser: Any, address: str) -> tuple[int, int, int]:
    """Bytes received, requests sent and elements shown by one page in a new browser context."""
    context = browser.new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[int] = []
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    elements = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return sum(sizes), len(sizes), elements


def cost_of_each(
    data: str, pages: dict[str, str]
) -> Iterator[tuple[str, tuple[int, float, float]]]:
    """For each page: SQL queries uncached, and median milliseconds uncached and cached."""
    os.environ |= {
        "DATA_DIR": data,
        "DJANGO_SETTINGS_MODULE": "casebook.settings",
        "RATE_LIMIT": "0",
    }
    import django

    django.setup()
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})

    def ask(address: str, *, anew: bool) -> float:
        if anew:
            cache.clear()
        start = time.perf_counter()
        client.get(address)
        return (time.perf_counter() - start) * 1000

    for name, address in pages.items():
        client.get(address)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        queries = len(captured)
        made = statistics.median(ask(address, anew=True) for _ in range(ROUNDS))
        kept = statistics.median(ask(address, anew=False) for _ in range(ROUNDS))
        yield name, (queries, made, kept)


if __name__ == "__main__":
    main()
