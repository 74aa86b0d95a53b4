"""The tools over real servers: a site of two worker processes, and standard input and output."""

import http.client
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tests.agents.conftest import request
from tests.cases.parsing.sources import SAMPLE
from tests.paths import ROOT
from tests.server import environment_of, manage, running_site


def run(use):
    """The result of a coroutine, run in its own thread: this one has the driver's event loop."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(anyio.run, use).result()


TRUE = "每格有一名热心人，手里有一张小事清单"
FALSE = "食堂为每位老人发放了智能手环，接线员据此安排订餐与配餐"
MOST_ROUNDS = 50

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/maps").exists(), reason="what a process has loaded is read from /proc"
)


@pytest.fixture(scope="module")
def folder(site_folder):
    """A data folder with the sample casebook and its text beside the shipped book."""
    manage(environment_of(site_folder), "import_book", str(SAMPLE), "--slug", "sample")
    return site_folder


@pytest.fixture(scope="module")
def server(folder):
    with running_site(folder) as site:
        yield site


def has_loaded_mcp(pid):
    """Whether the package is in a process: it brings a library of its own along."""
    return "_pydantic_core" in Path(f"/proc/{pid}/maps").read_text()


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def check(port, quote):
    """Ask over a connection of its own, so that any worker may answer."""
    message = request("tools/call", name="check_quote", arguments={"quote": quote})
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", "/mcp", json.dumps(message), headers)
    answer = json.loads(connection.getresponse().read())["result"]["structuredContent"]
    connection.close()
    return answer["verdict"], answer["places"][0]["where"]["case"]["number"]


@needs_proc
def test_workers_that_serve_pages_do_without_the_package(folder):
    paths = ["/", "/cases/", "/cases/sample-08/", "/search/?q=%E6%B0%B4", "/api/v1/cases/", "/mcp"]

    with running_site(folder) as site, ThreadPoolExecutor(8) as threads:
        statuses = set(threads.map(lambda path: get(site.port, path), paths * 10))
        loaded = [has_loaded_mcp(worker) for worker in site.workers()]

    assert statuses == {200, 405}
    assert loaded == [False, False]


@needs_proc
def test_a_false_quotation_is_refused_by_either_of_two_workers(server):
    answers = []

    with ThreadPoolExecutor(8) as threads:
        for _ in range(MOST_ROUNDS):
            answers += threads.map(lambda quote: check(server.port, quote), [TRUE, FALSE] * 4)
            if all(map(has_loaded_mcp, server.workers())):
                break

    assert len(server.workers()) == 2
    assert all(map(has_loaded_mcp, server.workers()))
    assert set(answers) == {("exact", 3), ("not_found", 8)}


async def use_every_tool(target, **options):
    """What each tool returns to the client of the package."""
    async with Client(target, **options) as client:
        tools = [tool.name for tool in (await client.list_tools()).tools]
        found = await client.call_tool("search_cases", {"query": "接线员"})
        case = await client.call_tool("get_case", {"case": "sample-08"})
        facets = await client.call_tool("list_facets", {"facets": ["part"]})
        cited = await client.call_tool("cite", {"item": "sample-08"})
        true = await client.call_tool("check_quote", {"quote": TRUE})
        address = true.structured_content["places"][0]["passages"][0]["address"]
        passage = await client.call_tool("get_passage", {"passage": address})
        wrong = await client.call_tool("get_case", {"case": "sample-88"})
    return {
        "tools": len(tools),
        "found": found.structured_content["results"][0]["number"],
        "case": case.structured_content["title"],
        "facets": facets.structured_content["facets"][0]["parameter"],
        "cited": cited.structured_content["citation"][:6],
        "verdict": true.structured_content["verdict"],
        "passage": TRUE in passage.structured_content["text"],
        "wrong": wrong.is_error,
    }


def command_in(folder):
    """How an agent on the same machine starts the site's tools."""
    return StdioServerParameters(
        command=sys.executable,
        args=[str(ROOT / "manage.py"), "mcp", "--site", "https://casebook.example"],
        env=environment_of(folder),
    )


EXPECTED = {
    "tools": 6,
    "found": 8,
    "case": "武汉社区食堂：订餐、配餐与陪餐的一本账",
    "facets": "part",
    "cited": "武汉社区食堂",
    "verdict": "exact",
    "passage": True,
    "wrong": True,
}


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_client_of_the_package_uses_every_tool_over_http(server, mode):
    async def use():
        return await use_every_tool(f"{server.url}/mcp", mode=mode)

    assert run(use) == EXPECTED


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_client_of_the_package_uses_every_tool_over_standard_streams(folder, mode):
    async def use():
        return await use_every_tool(command_in(folder), mode=mode)

    assert run(use) == EXPECTED


def test_addresses_begin_as_the_command_was_told(folder):
    async def use():
        async with Client(command_in(folder)) as client:
            return await client.call_tool("cite", {"item": "sample-08"})

    answer = run(use)

    assert answer.structured_content["url"] == "https://casebook.example/cases/sample-08/"


def test_an_address_that_is_none_stops_the_command_with_one_line(folder):
    result = subprocess.run(
        [sys.executable, "manage.py", "mcp", "--site", "casebook.example"],
        cwd=ROOT,
        env=environment_of(folder),
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert result.stderr.strip() == (
        "CommandError: --site is no address: casebook.example (try http://127.0.0.1:8000)"
    )
