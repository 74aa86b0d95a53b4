"""A search as a file: every hit, and whether it has every word."""

import json

import pytest

from search.service import answer as answers
from tests.downloaded import csv_rows, download, json_rows, jsonl_rows, names, sheet_rows
from tests.factories import make_case
from tests.pages import read

QUESTIONS = ["q=农业", "q=智慧 交通 管理", "q=北京&kind=case", "kind=expert"]


def hits(client, query):
    address = f"/api/v1/search/?page_size=100&{query}"
    found = []
    while address:
        answer = client.get(address).json()
        found += answer["results"]
        address = answer["next"]
    return found, answer


@pytest.mark.parametrize("query", QUESTIONS)
def test_a_file_holds_every_hit_in_its_order(client, shipped_index, query):
    found, answer = hits(client, query)

    rows = csv_rows(client, f"/search/?{query}&format=csv")

    assert len(rows) == answer["count"]
    assert [(row["标题"], row["网址名"]) for row in rows] == [
        (hit["title"], hit["slug"]) for hit in found
    ]
    assert [row["含全部检索词"] for row in rows].count("是") == answer["full_count"]
    assert [row["本站网址"] for row in rows] == [hit["url"] or "" for hit in found]
    assert [row["接口地址"] for row in rows] == [hit["api_url"] or "" for hit in found]


def test_json_files_have_the_hits_of_the_api(client, shipped_index):
    found, answer = hits(client, "q=农业")

    whole = json.loads(download(client, "/search/?q=农业&format=json"))

    assert whole["results"] == found
    assert jsonl_rows(client, "/api/v1/search/?q=农业&format=jsonl") == found
    for name in ("count", "full_count", "facets", "synonyms", "did_you_mean"):
        assert whole[name] == answer[name]


def test_hits_found_some_at_a_time_are_all_there_once(client, shipped_index, monkeypatch):
    everything = sheet_rows(client, "/search/?q=北京&format=xlsx")

    monkeypatch.setattr(answers, "ROWS_AT_ONCE", 7)

    assert sheet_rows(client, "/search/?q=北京&format=xlsx") == everything
    assert len(everything) > 14


def test_a_list_of_found_cases_tells_which_have_every_word(client, shipped_index):
    answer = client.get("/api/v1/cases/?q=智慧 交通").json()

    rows = json_rows(client, "/cases/?q=智慧 交通&format=json")

    assert [row["slug"] for row in rows][:20] == [row["slug"] for row in answer["results"]]
    assert len(rows) == answer["count"]
    assert [row["is_full"] for row in rows].count(True) == answer["full_count"]


def test_a_search_names_its_file_after_the_words(client, shipped_index):
    response = client.get("/search/?q=智慧 农业&format=xlsx")

    assert names(response) == ("search.xlsx", "检索_智慧-农业.xlsx")


def test_without_an_index_there_is_no_file_but_a_word_about_it(client, db, index):
    make_case(title="智慧农业")

    from_api = client.get("/api/v1/search/?q=农业&format=csv")
    page = client.get("/search/?q=农业&format=csv")

    assert from_api.status_code == 503
    assert from_api["Content-Type"] == "application/problem+json"
    assert page["Content-Type"].startswith("text/html")
    assert "智慧农业" in read(page).text
