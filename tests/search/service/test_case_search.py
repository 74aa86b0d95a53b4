"""The list of cases, searched: what is found, in which order, and what shows it."""

from urllib.parse import urlencode

import pytest

from cases.models import Passage
from search.models import Synonym
from tests.factories import (
    make_case,
    make_critique,
    make_expert,
    make_part,
    make_passage,
    make_place,
    make_section,
    make_theme,
)
from tests.pages import read

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"


def found(client, **parameters) -> list[int]:
    return [case["number"] for case in client.get(CASES, parameters).json()["results"]]


def counts(client, **parameters) -> tuple[int, int]:
    answer = client.get(CASES, parameters).json()
    return answer["count"], answer["full_count"]


@pytest.fixture
def cases(build):
    """1 is about lamps in Wuhan, 2 about data in Wuhan, 3 about lamps in Zibo."""
    part = make_part()
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    zibo = make_place("淄博市", slug="zibo", parent=make_place("山东省", slug="shandong"))
    lamps = make_case(part=part, number=1, place=wuhan, title="多功能路灯：一杆多用")
    make_case(part=part, number=2, place=wuhan, title="数据平台：一网统管")
    make_case(part=part, number=3, place=zibo, title="灯杆联网：路灯节能", start_page=5)
    make_passage(make_section(case=lamps), text="区里先换了三千盏路灯。", anchor="p-1")
    build()
    return part


def test_full_hits_come_first_and_those_with_some_words_follow(client, cases):
    first, *others = found(client, q="武汉 路灯")

    assert first == 1
    assert set(others) == {2, 3}
    assert counts(client, q="武汉 路灯") == (3, 1)


def test_an_explicit_order_holds_on_either_side_of_the_line(client, cases):
    assert found(client, q="武汉 路灯", ordering="-number") == [1, 3, 2]
    assert found(client, q="武汉 OR 路灯", ordering="-number") == [3, 2, 1]


def test_relevance_may_be_named(client, cases):
    assert found(client, q="路灯", ordering="relevance") == found(client, q="路灯")


def test_filters_reduce_the_hits_and_the_counts_with_them(client, cases):
    assert found(client, q="路灯", city="武汉") == [1]
    assert counts(client, q="武汉 路灯", city="淄博") == (1, 0)
    assert found(client, q="数据", place="湖北") == [2]


def test_without_words_nothing_is_counted_apart(client, cases):
    assert "full_count" not in client.get(CASES).json()


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ('"路灯节能"', [3]),
        ("路灯 -节能", [1]),
        ("節能", [3]),
        ("地点:淄博", [3]),
        ("灯", [3, 1]),
        ("", [1, 2, 3]),
        ("   ", [1, 2, 3]),
    ],
)
def test_the_query_language_holds(client, cases, typed, numbers):
    assert sorted(found(client, q=typed)) == sorted(numbers)


@pytest.mark.parametrize(
    "typed",
    [
        "路" * 10_000,
        "x " * 5_000,
        "\x00\x01\x1f",
        '"路灯',
        "*",
        ":",
        "-",
        "OR",
        '""',
        "(((",
        "路灯 OR",
    ],
)
def test_nothing_that_can_be_typed_is_an_error(client, cases, typed):
    assert client.get(CASES, {"q": typed}).status_code == 200
    assert client.get("/cases/", {"q": typed}).status_code == 200


def test_page_and_api_find_the_same(client, cases):
    for typed in ("路灯", "數據", "武汉 路灯", '"一网统管"', "灯"):
        page = read(client.get("/cases/", {"q": typed}))
        labels = [has.get("aria-label", "") for _, has in page.elements]
        numbers = [int(label[3:]) for label in labels if label.startswith("案例 ")]
        assert numbers == found(client, q=typed)


def test_the_page_draws_a_line_and_counts_apart(client, cases):
    page = read(client.get("/cases/", {"q": "武汉 路灯"}))

    assert "共 3 个案例，其中 1 个含全部检索词" in page.text
    assert "以下只含部分检索词" in page.text
    assert (
        page.text.index("多功能")
        < page.text.index("以下只含部分检索词")
        < page.text.index("一网统管")
    )


def test_a_card_marks_the_words_and_leads_to_their_paragraph(client, cases):
    page = read(client.get("/cases/", {"q": "三千盏"}))

    passage = Passage.objects.get()
    assert page.has_link(passage.get_absolute_url(), "区里先换了 三千盏 路灯。")
    assert ("mark", {}) in page.elements


def test_a_card_says_where_the_words_are_if_the_title_does_not(client, build):
    case = make_case(title="一网统管", themes=[make_theme("智慧农业")])
    make_critique(case, make_expert("徐明"))
    build()

    assert "专家 徐明" in read(client.get("/cases/", {"q": "徐明"})).text
    assert "主题 智慧 农业" in read(client.get("/cases/", {"q": "智慧"})).text


def test_titles_are_escaped_where_words_are_marked(client, build):
    make_case(title="<b>路灯</b>")
    build()

    content = client.get("/cases/", {"q": "路灯"}).content.decode()

    assert "&lt;b&gt;<mark>路灯</mark>&lt;/b&gt;" in content


def test_synonyms_are_told_and_can_be_switched_off(client, cases, build):
    Synonym.objects.all().delete()
    Synonym.objects.create(term="街灯", also="路灯")
    build()

    on = read(client.get("/cases/", {"q": "街灯"}))
    off = read(client.get("/cases/", {"q": "街灯", "synonyms": "0"}))

    assert "已同时查找：路灯" in on.text
    assert on.has_link("?q=%E8%A1%97%E7%81%AF&synonyms=0", "只查原词")
    assert sorted(found(client, q="街灯")) == [1, 3]
    assert found(client, q="街灯", synonyms="0") == []
    assert "已同时查找" not in off.text


def test_without_an_index_the_database_answers_and_the_page_says_so(client, index):
    make_case(number=7, title="多功能路灯")

    page = read(client.get("/cases/", {"q": "路灯"}))

    assert "全文检索暂时不可用" in page.text
    assert found(client, q="路灯") == [7]


def test_htmx_gets_the_very_results_of_the_page_and_the_address(client, cases):
    whole = client.get("/cases/", {"q": "路灯", "city": "wuhan"})
    part = client.get("/cases/", {"q": "路灯", "city": "wuhan"}, headers={"HX-Request": "true"})

    assert "HX-Request" in whole["Vary"]
    assert part["HX-Push-Url"] == "/cases/?q=%E8%B7%AF%E7%81%AF&city=wuhan"
    assert "<html" not in part.content.decode()
    assert 'id="announcement" hx-swap-oob="innerHTML"' in part.content.decode()
    assert "多功能" in part.content.decode()


def test_htmx_gets_the_whole_page_when_it_restores_one(client, cases):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in client.get("/cases/", headers=headers).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_number_of_queries_does_not_grow(client, build, django_assert_max_num_queries, count):
    for _ in range(count):
        case = make_case(
            title="多功能路灯", place=make_place("武汉市", parent=make_place("湖北省"))
        )
        make_passage(make_section(case=case), text="换了三千盏路灯。")
    build()
    client.get("/cases/", {"q": "三千盏"})

    with django_assert_max_num_queries(24):
        client.get("/cases/", {"q": "三千盏"})


def test_another_spelling_is_proposed_where_it_finds_cases(client, cases):
    make_theme("智慧农业")
    wrong, right, elsewhere = (
        read(client.get("/cases/", {"q": typed})) for typed in ("数居平台", "数据平台", "智慧农页")
    )

    assert wrong.has_link(f"?{urlencode({'q': '数据平台'})}", "数据平台")
    assert "您要找的是不是" not in right.text
    assert "您要找的是不是" not in elsewhere.text  # 智慧农业 finds no case here
