"""How much of the project's code one warm request executes.

    python -m benchmarks.trace [PATH ...]

Prepares a site in a folder of its own, requests each address twice in this process and traces a
third request: the project's files and functions (by name in their file) that run, how often
execution passes from one of these files to another by a call or a return, and the SQL queries.
The response cache is off, DEBUG too.
"""

import os
import sys
import tempfile
from pathlib import Path
from types import FrameType

ADDRESSES = ("/cases/?q=大数据&city=武汉", "/cases/digital-china-2019-17/")
ROOT = Path(__file__).resolve().parents[1]
PACKAGES = tuple(f"{ROOT / name}/" for name in ("agents", "casebook", "cases", "experts", "search"))


class Trace:
    """Counts the calls of the project's own functions, lambdas and comprehensions among them."""

    def __init__(self) -> None:
        self.functions: set[tuple[str, str]] = set()
        self.changes = 0
        self.last = ""

    @property
    def files(self) -> set[str]:
        return {file for file, _ in self.functions}

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event not in ("call", "return") or not code.co_filename.startswith(PACKAGES):
            return
        self.functions.add((code.co_filename, code.co_name))
        self.changes += code.co_filename != self.last
        self.last = code.co_filename


def trace(address: str) -> tuple[Trace, int]:
    """The trace of one warm request, and its number of SQL queries."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    for _ in range(2):
        response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    count = len(queries)  # the next request empties the log
    traced = Trace()
    sys.setprofile(traced)
    try:
        client.get(address)
    finally:
        sys.setprofile(None)
    return traced, count


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="casebook-trace-") as data:
        os.environ |= {
            "DATA_DIR": data,
            "DJANGO_SETTINGS_MODULE": "casebook.settings",
            "RATE_LIMIT": "0",
            "RESPONSE_CACHE_ENTRIES": "0",
        }
        import django

        django.setup()
        from django.core.management import call_command

        call_command("prepare", stdout=sys.stderr)
        print(f"{'address':<44}{'files':>7}{'functions':>11}{'changes':>9}{'SQL':>5}")
        for address in sys.argv[1:] or ADDRESSES:
            traced, queries = trace(address)
            row = (
                f"{len(traced.files):>7}{len(traced.functions):>11}{traced.changes:>9}{queries:>5}"
            )
            print(f"{address:<44}{row}")


if __name__ == "__main__":
    main()
