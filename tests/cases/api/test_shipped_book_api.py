"""The shipped book through the API: 25 cases, found where they lie."""

import re
from urllib.parse import urlsplit

from django.urls import resolve

from tests.pages import read

CASES = "/api/v1/cases/"

WITHOUT_ROWS = ("search", "stats", "suggest")
"""Resources that answer questions and have no rows of their own."""

COUNTS = {
    "": 25,
    "city=武汉": 3,
    "city=wuhan": 3,
    "city=420100": 3,
    "city=武汉市": 3,
    "city=北京": 3,
    "city=宁波": 1,
    "province=湖北": 4,
    "province=湖南": 2,
    "city=武汉&city=北京": 6,
    "place=420106": 1,
    "place=余姚": 1,
    "q=农业": 2,
}


def test_the_places_of_the_cases_are_counted_right(shipped_book, client):
    found = {query: client.get(f"{CASES}?{query}").json()["count"] for query in COUNTS}

    assert found == COUNTS


def test_the_provinces_add_up_to_all_cases(shipped_book, client):
    levels = "level=province&level=municipality"
    provinces = client.get(f"/api/v1/places/?{levels}&page_size=100").json()["results"]

    counts = [
        client.get(CASES, {"province": province["slug"]}).json()["count"] for province in provinces
    ]

    assert sum(counts) == 25


def test_a_mistyped_parameter_or_city_is_proposed(shipped_book, client):
    parameter = client.get(CASES, {"cityy": "武汉"})
    city = client.get(CASES, {"city": "武汗"})

    assert (parameter.status_code, city.status_code) == (400, 400)
    assert parameter.json()["errors"][0]["nearest"] == "city"
    assert city.json()["errors"][0]["nearest"] == "武汉"


def test_there_are_25_critiques_by_24_people(shipped_book, client):
    critiques = client.get("/api/v1/critiques/?page_size=100").json()["results"]
    critics = client.get("/api/v1/experts/?role=critic").json()["count"]

    assert len(critiques) == 25
    assert len({critique["expert"]["slug"] for critique in critiques}) == critics == 24


def test_every_row_of_every_resource_has_a_detail_and_the_address_of_a_page(shipped_book, client):
    resources = client.get("/api/v1/").json()
    for resource in [resources[name] for name in resources if name not in WITHOUT_ROWS]:
        rows = client.get(resource, {"page_size": 100}).json()["results"]
        assert rows
        for row in rows:
            assert client.get(row["api_url"]).json()["slug"] == row["slug"]
            assert resolve(urlsplit(row["url"]).path)


RECORD = re.compile(r"/(?:cases|experts|organisations|places|themes|facts)/([^/]+)/")
ROWS_LOOKED_AT = 25


def texts(value) -> set[str]:
    """Every text in a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return {text for each in value for text in texts(each)}
    return {value} if isinstance(value, str) else set()


def test_a_detail_names_every_record_that_its_page_links_to(shipped_book, client):
    resources = client.get("/api/v1/").json()
    missing = {}
    for resource in [resources[name] for name in resources if name not in WITHOUT_ROWS]:
        rows = client.get(resource, {"page_size": ROWS_LOOKED_AT}).json()["results"]
        for row in rows:
            known = texts(client.get(row["api_url"]).json())
            path, fragment = urlsplit(row["url"])[2::2]
            if fragment:  # a part of another record's page
                break
            links = read(client.get(path)).links
            linked = {found[1] for link in links if (found := RECORD.fullmatch(link.href))}
            if unnamed := linked - known:
                missing[path] = unnamed

    assert missing == {}


def test_each_part_of_the_book_has_its_cases(shipped_book, client):
    parts = client.get("/api/v1/books/digital-china-2019/").json()["parts"]

    assert [len(part["cases"]) for part in parts] == [0, 5, 7, 2, 11]


def test_a_case_can_be_cited_from_its_json_alone(shipped_book, client):
    case = client.get(f"{CASES}digital-china-2019-18/").json()

    assert case["places"][0]["city"] == "武汉市"
    assert case["places"][0]["code"] == "420106"
    assert case["sources"]["title"]["origin"] == "book"
    assert case["sources"]["title"]["line"] > 0
    assert case["sources"]["end_page"]["origin"] == "derived"
    assert case["start_page"] <= case["end_page"]
    assert (case["previous"]["number"], case["next"]["number"]) == (17, 19)


def test_each_case_has_themes_with_their_reason(shipped_book, client):
    for case in client.get(CASES, {"page_size": 100}).json()["results"]:
        assert 1 <= len(case["themes"]) <= 4
        assert all(theme["evidence"] for theme in case["themes"])
