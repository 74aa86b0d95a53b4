"""What each type of page weighs: bytes on the wire, requests, elements, SQL queries, server time.

    python -m benchmarks.weight

Starts the site as ``make serve`` does, in a folder of its own, and opens every page in Chromium
with an empty cache: what is counted is what a first visit costs. SQL queries and server time are
those of the answer made anew, in this process and without a network.
"""

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
ROUNDS = 10
PAGES = {
    "home": "/",
    "list of cases": "/cases/",
    "list of cases, searched": "/cases/?q=大数据",
    "case": "/cases/digital-china-2019-23/",
    "search": "/search/?q=大数据",
    "facts": "/facts/",
    "facts, searched": "/facts/?q=277",
    "book": "/books/digital-china-2019/",
    "part": "/books/digital-china-2019/parts/5/",
    "experts": "/experts/",
    "organisations": "/organisations/",
    "places": "/places/",
    "place": "/places/wuhan/",
    "themes": "/themes/",
    "atlas": "/atlas/",
    "comparison": "/compare/?case=digital-china-2019-17&case=digital-china-2019-23",
    "about": "/about/",
}


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(prefix="casebook-weight-") as data:
        with served(data) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            seen = {name: visit(browser, site + address) for name, address in PAGES.items()}
            browser.close()
        costs = dict(cost_of_each(data))
    print(
        f"{'page':<26}{'KB':>7}{'requests':>10}{'elements':>10}{'SQL':>5}{'ms made':>9}{'kept':>7}"
    )
    for name, (size, requests, elements) in seen.items():
        queries, made, kept = costs[name]
        row = f"{size / 1000:>7.1f}{requests:>10}{elements:>10}{queries:>5}{made:>9.1f}{kept:>7.1f}"
        print(f"{name:<26}{row}")


@contextmanager
def served(data: str) -> Iterator[str]:
    """The address of a server that has made itself ready in a folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "casebook/gunicorn.py", "casebook.wsgi"],
        env=os.environ | {"DATA_DIR": data, "CASEBOOK_BIND": bind},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        if not any(line.startswith("Casebook serves") for line in server.stdout or ()):
            sys.exit("The site did not start.")
        yield f"http://{bind}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate()


def visit(browser: Any, address: str) -> tuple[int, int, int]:
    """Bytes received, requests sent and elements shown by one page in a fresh window."""
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


def cost_of_each(data: str) -> Iterator[tuple[str, tuple[int, float, float]]]:
    """For each page the SQL queries of a new answer, and median milliseconds of new and kept ones."""
    os.environ |= {
        "DATA_DIR": data,
        "DJANGO_SETTINGS_MODULE": "casebook.settings",
        "RATE_LIMIT": "0",
    }
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from casebook.answers import answers

    client = Client(headers={"host": "localhost"})

    def ask(address: str, *, anew: bool) -> float:
        if anew:
            answers.clear()
        start = time.perf_counter()
        client.get(address)
        return (time.perf_counter() - start) * 1000

    for name, address in PAGES.items():
        client.get(address)
        answers.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        queries = len(captured)
        made = statistics.median(ask(address, anew=True) for _ in range(ROUNDS))
        kept = statistics.median(ask(address, anew=False) for _ in range(ROUNDS))
        yield name, (queries, made, kept)


if __name__ == "__main__":
    main()
