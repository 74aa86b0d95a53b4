"""/api/v1/cases/: what a case looks like as JSON, and how the list is filtered and paged."""

import pytest

from casebook.core.provenance import Origin
from cases.models import Case
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_case_place,
    make_critique,
    make_erratum,
    make_expert,
    make_fact,
    make_part,
    make_place,
    make_reference,
    make_section,
    make_theme,
)

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"


@pytest.fixture
def gaoqing() -> Case:
    """Case 3 of a small book: in Gaoqing, about agriculture, reviewed by 徐明."""
    shandong = make_place("山东省", slug="shandong", code="370000")
    zibo = make_place("淄博市", slug="zibo", code="370300", parent=shandong)
    place = make_place("高青县", slug="gaoqing", code="370322", parent=zibo, level="county")
    part = make_part(make_book("towns"), title="先行之路")
    case = make_case(part=part, number=3, start_page=72, end_page=99, source_line=60)
    make_case_place(case, place, evidence="高青")
    case.themes.add(
        make_theme("智慧农业", slug="agriculture"),
        through_defaults={"evidence": "农业", "origin": Origin.DERIVED},
    )
    critic = make_expert("徐明", slug="xu-ming")
    make_critique(case, critic, name_as_printed="徐 明", affiliation_as_printed="某大学教授")
    return case


def get(client, path: str = CASES, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def test_a_case_is_written_in_the_words_of_the_models(client, gaoqing):
    answer = get(client)

    found = answer["results"][0]
    sources = found.pop("sources")
    assert answer["count"] == 1
    assert found == {
        "slug": "towns-03",
        "number": 3,
        "title": "智慧高青：农业大县的数字善政兴业",
        "name": "智慧高青",
        "subtitle": "农业大县的数字善政兴业",
        "english_title": None,
        "book": "towns",
        "part": {"number": 1, "title": "先行之路", "slug": "towns-part-1"},
        "start_page": 72,
        "end_page": 99,
        "places": [
            {
                "name": "高青县",
                "short_name": "高青",
                "slug": "gaoqing",
                "level": "county",
                "code": "370322",
                "province": "山东省",
                "city": "淄博市",
                "trail": ["shandong", "zibo", "gaoqing"],
                "is_primary": True,
                "evidence": "高青",
                "origin": "derived",
                "source": {"origin": "derived", "rule": "案例标题中的地名，取最深的一级"},
            }
        ],
        "themes": [
            {
                "slug": "agriculture",
                "name": "智慧农业",
                "evidence": "农业",
                "origin": "derived",
                "source": {
                    "origin": "derived",
                    "rule": "标题中的用词对应主题词表；标题没有时取篇名",
                },
            }
        ],
        "critiques": [
            {
                "slug": "towns-03-xu-ming",
                "expert": {"slug": "xu-ming", "name": "徐明"},
                "affiliation": "某大学教授",
                "name_as_printed": "徐 明",
                "order": 1,
                "source_line": None,
                "origin": "book",
                "sources": {
                    "name_as_printed": {"origin": "book"},
                    "affiliation_as_printed": {"origin": "book"},
                },
            }
        ],
        "fact_count": 0,
        "facts_url": "http://testserver/api/v1/facts/?case=towns-03",
        "url": "http://testserver/cases/towns-03/",
        "api_url": "http://testserver/api/v1/cases/towns-03/",
        "source_line": 60,
        "origin": "book",
    }
    assert sources["title"] == {"origin": "book", "line": 60}
    assert sources["end_page"] == {"origin": "derived", "line": 60, "rule": "下一标题起始页减一"}


def test_what_the_book_does_not_say_is_null_and_has_no_source(client):
    make_case(make_book("towns"), title="智慧高青", part=None)

    found = get(client)["results"][0]

    assert (found["subtitle"], found["start_page"], found["places"]) == (None, None, [])
    assert "subtitle" not in found["sources"]


def test_a_case_of_a_province_has_no_city(client):
    make_case(place=make_place("湖南省", code="430000"))

    place = get(client)["results"][0]["places"][0]

    assert (place["province"], place["city"]) == ("湖南省", None)


def test_facts_carry_their_references(client, gaoqing):
    reference = make_reference(title="统计公报", url="https://example.org/1")
    make_fact(gaoqing, origin=Origin.PUBLIC, reference=reference, value="320", unit="家")

    fact = get(client, expand="facts")["results"][0]["facts"][0]

    assert (fact["statement"], fact["unit"], fact["origin"]) == (
        "该县有三百二十家农业合作社。",
        "家",
        "public",
    )
    assert fact["reference"]["url"] == "https://example.org/1"


def test_a_detail_has_its_neighbours_and_headings(client, gaoqing):
    make_case(gaoqing.book, number=1)
    make_case(gaoqing.book, number=2)
    make_case(gaoqing.book, number=5)
    make_section(case=gaoqing, anchor="s-1", title="建设背景")
    make_section(case=gaoqing, anchor="s-0", level=0, title="", marker="")

    found = get(client, f"{CASES}towns-03/")

    assert (found["previous"]["slug"], found["next"]["slug"]) == ("towns-02", "towns-05")
    assert [section["title"] for section in found["sections"]] == ["建设背景"]
    assert found["sections"][0]["url"] == "http://testserver/books/towns/read/case-03/#s-1"


def test_the_first_case_has_none_before_it(client, gaoqing):
    found = get(client, f"{CASES}towns-03/")

    assert (found["previous"], found["next"]) == (None, None)


def test_the_list_takes_the_filters_of_the_page(client, gaoqing):
    make_case(gaoqing.book, number=4, place=make_place("北京市", level="municipality"))

    assert get(client, city="淄博")["count"] == 1
    assert get(client, city=["淄博", "北京"])["count"] == 2
    assert get(client, city="淄博", theme="agriculture", q="高青 徐明")["count"] == 1
    assert [case["number"] for case in get(client, ordering="-number")["results"]] == [4, 3]


def test_pages_follow_each_other_without_gap_or_repetition(client):
    book = make_book("towns")
    for number in range(1, 8):
        make_case(book, number=number)
    numbers, url = [], f"{CASES}?page_size=3&q=智慧"

    while url:
        page = get(client, url)
        numbers += [case["number"] for case in page["results"]]
        url = page["next"]

    assert numbers == [1, 2, 3, 4, 5, 6, 7]
    assert page["count"] == 7
    assert "page=2" in page["previous"]


def test_raw_chinese_in_an_address_comes_back_escaped(client):
    book = make_book("towns")
    for number in range(1, 4):
        make_case(book, number=number)

    page = get(client, f"{CASES}?q=智慧&page_size=1")

    assert page["next"] == f"http://testserver{CASES}?q=%E6%99%BA%E6%85%A7&page_size=1&page=2"


def test_a_page_has_twenty_cases_unless_asked_otherwise(client):
    book = make_book("towns")
    for number in range(1, 23):
        make_case(book, number=number)

    assert len(get(client)["results"]) == 20
    assert len(get(client, page_size=100)["results"]) == 22


def test_chinese_is_written_as_it_is_read(client, gaoqing):
    response = client.get(CASES)

    assert response["Content-Type"] == "application/json"
    assert "智慧高青" in response.content.decode("utf-8")


def test_any_page_on_the_web_may_read(client, gaoqing):
    elsewhere = {"origin": "https://elsewhere.example"}

    for address in (CASES, f"{CASES}nope/"):
        assert client.get(address, headers=elsewhere)["Access-Control-Allow-Origin"] == "*"


def test_head_and_options_answer(client, gaoqing):
    head, options = client.head(CASES), client.options(CASES)

    assert (head.status_code, head.content) == (200, b"")
    assert options.status_code == 200
    assert options["Allow"] == "GET, HEAD, OPTIONS"


def full_case(book, number: int) -> Case:
    province = make_place("某省")
    case = make_case(
        book, number=number, part=make_part(book, number=number), themes=[make_theme()]
    )
    make_case_place(case, make_place("某市", parent=province))
    critic = make_expert()
    make_critique(case, critic, affiliations=[make_affiliation(critic)])
    make_fact(case)
    make_section(case=case)
    return case


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_of_a_list_do_not_depend_on_the_data(
    indexed_client, count, django_assert_num_queries
):
    book = make_book("towns")
    for number in range(1, count + 1):
        full_case(book, number)

    indexed_client.settle()
    with django_assert_num_queries(6):
        get(indexed_client)


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_of_a_detail_do_not_depend_on_the_data(
    indexed_client, count, django_assert_num_queries
):
    case = full_case(make_book("towns"), 1)
    for _ in range(count):
        make_case_place(case, make_place("某县", parent=make_place()), is_primary=False)
        case.themes.add(make_theme(), through_defaults={"evidence": "某"})
        make_critique(case, make_expert())
        make_section(case=case)

    indexed_client.settle()
    with django_assert_num_queries(19):
        get(indexed_client, f"{CASES}towns-01/")


def test_a_detail_holds_what_its_page_shows_besides(client, gaoqing):
    critique = gaoqing.critiques.get()
    post = make_affiliation(critique.expert, job_title="教授", as_printed="某大学教授")
    critique.affiliations.set([post])
    other = make_critique(make_case(gaoqing.book, number=9), critique.expert)
    county = gaoqing.case_places.get().place
    make_fact(gaoqing, origin=Origin.BOOK, source_line=5)
    elsewhere = make_fact(origin=Origin.BOOK, source_line=6, case=None, statement="该县另有一事。")
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(case=None, book=gaoqing.book)
    elsewhere.places.add(county)
    make_erratum(gaoqing.book, source_line=60, other_line=99)

    found = get(client, f"{CASES}towns-03/")

    written = found["critiques"][0]
    assert [post["job_title"] for post in written["posts"]] == ["教授"]
    assert [row["slug"] for row in written["other_critiques"]] == [other.slug]
    assert [fact["source_line"] for fact in found["facts"]] == [5]
    assert [fact["statement"] for fact in found["book_facts"]] == ["该县另有一事。"]
    assert [row["source_line"] for row in found["errata"]] == [60]
