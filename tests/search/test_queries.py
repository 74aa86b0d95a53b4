"""The judged queries of queries.toml, asked one by one, and on the page and in the API."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import override_settings

from search.indexing.rebuild import rebuild
from search.management.commands.load_synonyms import add_synonyms
from search.query.query import MAX_PAGE_SIZE, Hit, Query, SearchResults
from search.service.active_index import current, get_index
from tests.pages import read

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "data" / "sample_casebook.txt"
QUERIES: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "queries.toml").read_text("utf-8"))
ROWS = [
    pytest.param(row, id=f"{topic}-{row['q'][:30]}-{position}")
    for topic, rows in QUERIES.items()
    for position, row in enumerate(rows, start=1)
]
KEYS = {
    *("q", "repeat", "kinds", "must", "first", "only", "below", "never", "count", "shows"),
    *("also", "synonyms", "why"),
}
CASE_ADDRESS = re.compile(r"/cases/([\w-]+)/(?:\?|$)")


@pytest.fixture(scope="module")
def library(shipped_rows, tmp_path_factory, django_db_blocker) -> Iterator[Path]:
    """The folder of an index of the shipped book and the sample casebook, with synonyms."""
    folder = tmp_path_factory.mktemp("queries")
    with django_db_blocker.unblock(), override_settings(DATA_DIR=folder):
        call_command("import_book", str(SAMPLE), verbosity=0)
        add_synonyms()
        current.forget()
        rebuild()
    yield folder
    current.forget()


@pytest.fixture
def searched(library, db, settings) -> None:
    """Both books, found by that index, which stays open from one test to the next."""
    settings.DATA_DIR = library


def whole(short: str) -> str:
    """``17`` → digital-china-2019-17, ``sample-04`` → shili-anli-ji-2024-04."""
    slug = re.sub(r"^sample-(?=\d\d)", "shili-anli-ji-2024-", short)
    return re.sub(r"^(?=\d\d(-|$))", "digital-china-2019-", slug)


def slugs(row: dict[str, Any], key: str) -> set[str]:
    given = row.get(key, [])
    return {whole(slug) for slug in ([given] if isinstance(given, str) else given)}


def ask(row: dict[str, Any]) -> SearchResults:
    """Everything that a row's query finds."""
    typed = row["q"] * row.get("repeat", 1)
    filters = {"kind": tuple(row.get("kinds", ["case"]))}
    query = Query(
        typed, filters=filters, page_size=MAX_PAGE_SIZE, synonyms=row.get("synonyms", True)
    )
    return get_index().search(query)


def faults(row: dict[str, Any], results: SearchResults) -> Iterator[str]:
    """What is wrong with the answer to a row, in words."""
    full = {hit.slug for hit in results.hits if hit.is_full}
    partial = {hit.slug for hit in results.hits if not hit.is_full}
    best = results.hits[0] if results.hits else None
    yield from misplaced(results)
    if lacking := (slugs(row, "must") | slugs(row, "only")) - full:
        yield f"must find {sorted(lacking)}"
    if "only" in row and (surplus := full - slugs(row, "only")):
        yield f"must not find {sorted(surplus)}"
    if "first" in row and (best is None or best.slug not in slugs(row, "first")):
        yield f"first is {best and best.slug} instead of {row['first']}"
    if lacking := slugs(row, "below") - partial:
        yield f"must find {sorted(lacking)} below the line"
    if noisy := slugs(row, "never") & (full | partial):
        yield f"must never find {sorted(noisy)}"
    if "count" in row and results.full_count != row["count"]:
        yield f"must find {row['count']}, found {results.full_count}"
    if "shows" in row and not (best and shown(best, row["shows"])):
        yield f"the best hit must show {row['shows']}, shows {best and (best.title, best.snippet.text)}"
    if "also" in row and list(results.also) != row["also"]:
        yield f"must look for {row['also']}, too, looked for {list(results.also)}"


def misplaced(results: SearchResults) -> Iterator[str]:
    """What is wrong with the line between full and partial hits, and with its counts."""
    order = [hit.is_full for hit in results.hits]
    if order != sorted(order, reverse=True):
        yield "a hit with some words stands above one with all"
    if (sum(order), len(order)) != (results.full_count, results.total):
        yield f"gives {sum(order)} of {len(order)}, counts {results.full_count} of {results.total}"


def shown(hit: Hit, words: str) -> bool:
    """Whether words stand in the title or the snippet of a hit, marked at least in part."""
    return any(
        start < at + len(words) and at < end
        for text, marks in (
            (hit.title, hit.title_highlights),
            (hit.snippet.text, hit.snippet.highlights),
        )
        if (at := text.find(words)) >= 0
        for start, end in marks
    )


def test_every_row_says_what_it_expects_and_why():
    for row in (row for rows in QUERIES.values() for row in rows):
        assert set(row) <= KEYS, row
        assert row["why"], row
        assert set(row) & {"must", "first", "only", "below", "never", "count"}, row

    assert len(ROWS) >= 150


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_was_judged_right(searched, row):
    results = ask(row)

    assert list(faults(row, results)) == [], f"{row['q'][:40]}: {row['why']}"


@pytest.mark.parametrize(
    "typed",
    [
        "路灯",
        "数据",
        "智",
        "大数据平台",
        '"城市大数据平台"',
        "武汉 -智慧武昌",
        "菊花 OR 香烟盒",
        "地点：江苏",
        "专家:董振国",
        "智慧城市頂層設計",
        "金泽大学",
        "ＰＰＰ",
        "城管",
        "哪个县做了智慧农业？",
        "智慧停车",
        "经典",
        "2018年",
        '"菊花',
    ],
)
def test_pages_and_api_give_the_same_cases_in_the_same_order(client, searched, typed):
    row = {"q": typed}
    wanted = [hit.slug for hit in ask(row).hits]

    for address, more in (("/api/v1/search/", {"kind": "case"}), ("/api/v1/cases/", {})):
        answer = client.get(address, {"q": typed, "page_size": 100, **more}).json()
        assert [each["slug"] for each in answer["results"]] == wanted, address
    for address, more in (("/search/", {"kind": "case"}), ("/cases/", {})):
        page = client.get(address, {"q": typed, **more})
        assert cases_on(page) == wanted[:20], address


def cases_on(response: HttpResponse) -> list[str]:
    """The cases that a page links to, from the top."""
    found = (CASE_ADDRESS.match(link.href) for link in read(response).links)
    return list(dict.fromkeys(match[1] for match in found if match))
