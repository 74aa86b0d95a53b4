"""Cost of the MCP tools, and their effect on the pages.

    python -m benchmarks.mcp [--rounds 50]

Starts a site of one worker over the sample casebook and the shipped book, measures pages
before the worker has answered any MCP request, then each tool, then the pages again, over a
persistent connection: the worker's CPU time, and the time of whole requests. Pages come from
the response cache, as for a reader, so that little else is measured.
"""

import argparse
import http.client
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.cases.parsing.sources import SAMPLE
from tests.server import environment_of, manage, running_site

PAGES = ("/", "/cases/", "/cases/sample-08/", "/search/?q=%E6%95%B0%E6%8D%AE", "/api/v1/cases/")
CALLS = {
    "search_cases": {"query": "数据"},
    "get_case": {"case": "digital-china-2019-17"},
    "list_facets": {},
    "cite": {"item": "sample-08"},
    "check_quote": {"quote": "每格有一名热心人，手里有一张小事清单"},
    "check_quote, one figure wrong": {"quote": "一年下来，故事里的归档率是百分之九十八"},
    "check_quote, nothing like it": {"quote": "食堂为每位老人发放了智能手环，接线员据此安排"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    folder = tempfile.TemporaryDirectory(prefix="casebook-mcp-")
    with folder as name, site(Path(name)) as (port, pid):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        print(f"{'':<44}{'cpu ms':>8}{'p50 ms':>8}{'p95 ms':>8}")
        for page in PAGES:
            measure(f"{page}, no agent yet", pid, lambda page=page: get(connection, page), rounds)
        own, started = resident(pid), time.perf_counter()
        post(connection, "ping", {})
        took = time.perf_counter() - started
        print(f"loading the package: {took:.1f} s, {resident(pid) - own:.0f} MB")
        measure("ping", pid, lambda: post(connection, "ping", {}), rounds)
        for label, arguments in CALLS.items():
            params = {"name": label.partition(",")[0], "arguments": arguments}
            call = partial(post, connection, "tools/call", params)
            measure(label, pid, call, rounds)
        for page in PAGES:
            measure(f"{page}, after agents", pid, lambda page=page: get(connection, page), rounds)


@contextmanager
def site(folder: Path) -> Iterator[tuple[int, int]]:
    """A server with one worker; its port, and the worker's process id."""
    manage(environment_of(folder), "migrate", "--verbosity", "0")
    manage(environment_of(folder), "import_book", str(SAMPLE), "--slug", "sample")
    with running_site(folder, WEB_CONCURRENCY="1", RATE_LIMIT="0") as running:
        get(http.client.HTTPConnection("127.0.0.1", running.port), "/healthz")
        yield running.port, running.workers()[0]


def resident(pid: int) -> float:
    """Resident memory of a process in MB."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def processor_seconds(pid: int) -> float:
    """CPU seconds that a process has used (user and system)."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(label: str, pid: int, ask: Callable[[], None], rounds: int) -> None:
    """Print the worker's mean CPU time, and p50 and p95 of whole requests, in milliseconds."""
    ask()
    times = []
    used = processor_seconds(pid)
    for _ in range(rounds):
        started = time.perf_counter()
        ask()
        times.append((time.perf_counter() - started) * 1000)
    mean = (processor_seconds(pid) - used) / rounds * 1000
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{label:<44}{mean:>8.1f}{p50:>8.1f}{p95:>8.1f}", flush=True)


def get(connection: http.client.HTTPConnection, page: str) -> None:
    connection.request("GET", page)
    response = connection.getresponse()
    response.read()
    assert response.status == 200, (page, response.status)


def post(connection: http.client.HTTPConnection, method: str, params: dict) -> None:
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    connection.request("POST", "/mcp", json.dumps(message), headers)
    answer = json.loads(connection.getresponse().read())
    assert not answer["result"].get("isError"), answer


if __name__ == "__main__":
    main()
