"""What a search of the shipped book finds, on the page and in the API."""

import pytest

from tests.pages import read

SEARCH = "/api/v1/search/"


def numbers(client, typed: str, address: str = SEARCH) -> list[int]:
    """The numbers of the cases with every word, sorted."""
    more = {"kind": "case"} if address == SEARCH else {}
    answer = client.get(address, {"q": typed, "page_size": 100, **more}).json()
    return sorted(case["number"] for case in answer["results"][: answer["full_count"]])


def test_a_phrase_finds_only_the_case_that_has_it(client, shipped_index):
    assert numbers(client, '"城市大数据平台"') == [19]


def test_an_excluded_word_leaves_two_cases(client, shipped_index):
    assert len(numbers(client, "武汉 -智慧武昌")) == 2


@pytest.mark.parametrize(
    "typed", ["路灯", "大数据", "数据", "智", "智慧城市頂層設計", "PPP模式", "電子政務 云平台"]
)
def test_search_and_list_find_the_same_cases(client, shipped_index, typed):
    assert numbers(client, typed) == numbers(client, typed, "/api/v1/cases/")


@pytest.mark.parametrize("order", ["number", "page", "place", "title"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_search_and_list_have_the_same_orders(client, shipped_index, order, sign):
    query = {"q": "智慧 数据", "ordering": f"{sign}{order}", "page_size": 100}

    cases = client.get("/api/v1/cases/", query).json()["results"]
    hits = client.get(SEARCH, {**query, "kind": "case"}).json()["results"]

    assert [case["slug"] for case in hits] == [case["slug"] for case in cases]


def test_the_counts_of_facets_equal_the_hits_after_the_click(client, shipped_index):
    query = {"q": "数据", "theme": "big-data"}
    facets = client.get(SEARCH, query).json()["facets"]
    del facets["theme"]

    for name, values in facets.items():
        for value in values[:3]:
            clicked = client.get(SEARCH, {**query, name: value["value"]}).json()
            assert clicked["count"] == value["count"], (name, value)


def test_help_has_examples_that_work(client, shipped_index):
    page = read(client.get("/search/"))

    examples = [
        link for link in page.links if link.href.startswith("?q=") and "page" not in link.href
    ]
    assert len(examples) >= 10
    for example in examples:
        assert "没有找到" not in read(client.get(f"/search/{example.href}")).text, example.text


def test_a_known_word_and_one_character_more_are_no_other_word(client, shipped_index):
    """In 上海敏行 there is 上海 already: 上海市行 would mend nothing."""
    assert client.get(SEARCH, {"q": "上海敏行"}).json()["did_you_mean"] == []


def test_two_words_that_are_found_apart_are_no_misspelt_name(client, shipped_index):
    """深圳交警 is in the book; who asks for the traffic of Shenzhen means that."""
    answer = client.get(SEARCH, {"q": "哪些案例是关于深圳交通的"}).json()

    assert answer["results"][0]["number"] == 15
    assert answer["did_you_mean"] == []
