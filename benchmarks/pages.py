"""Server time and SQL queries of the pages and the API on the shipped book.

    python -m benchmarks.pages [--rounds 50]

Prepares a site in a folder of its own, then requests each address in this process, without a
network: this measures Django, the database and the templates. ``healthz``, which does nothing,
is the baseline: ``ratio`` is how many times longer an address takes. ``gzip`` is the median time
of the compressed response.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time

ADDRESSES = (
    "/healthz",
    "/",
    "/cases/",
    "/cases/?city=武汉&theme=大数据应用",
    "/cases/?q=大数据",
    "/cases/digital-china-2019-17/",
    "/books/digital-china-2019/",
    "/experts/",
    "/search/?q=大数据",
    "/api/v1/cases/",
    "/api/v1/cases/digital-china-2019-17/",
    "/api/v1/search/?q=大数据",
    "/api/v1/suggest/?q=zhsz",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="casebook-pages-") as data:
        os.environ |= {
            "DATA_DIR": data,
            "DJANGO_SETTINGS_MODULE": "casebook.settings",
            "RATE_LIMIT": "0",
        }
        import django

        django.setup()
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        print(
            f"{'address':<44}{'p50 ms':>8}{'p95 ms':>8}{'gzip ms':>9}"
            f"{'ratio':>8}{'SQL':>5}{'KB':>7}"
        )
        yardstick = 0.0
        for address in ADDRESSES:
            times, queries, size = measure(address, rounds)
            gzip = statistics.median(measure(address, rounds, "gzip")[0])
            p50 = statistics.median(times)
            p95 = statistics.quantiles(times, n=20)[-1]
            yardstick = yardstick or p50
            row = f"{p50:>8.2f}{p95:>8.2f}{gzip:>9.2f}{p50 / yardstick:>8.0f}{queries:>5}"
            print(f"{address:<44}{row}{size / 1024:>7.1f}")


def measure(address: str, rounds: int, encoding: str = "identity") -> tuple[list[float], int, int]:
    """Times in milliseconds of warm requests, queries of one, and the bytes of its response."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost", "accept-encoding": encoding})
    for _ in range(3):
        response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    queries = len(captured)  # the next request empties the log
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - start) * 1000)
    return times, queries, len(response.content)


if __name__ == "__main__":
    main()
