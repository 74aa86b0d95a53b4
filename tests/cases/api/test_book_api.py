"""/api/v1/books/ and /api/v1/parts/: the imprint, who made the book, and what is in it."""

from datetime import date
from decimal import Decimal

import pytest

from cases.models import Contribution
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_contribution,
    make_erratum,
    make_expert,
    make_fact,
    make_organisation,
    make_part,
    make_place,
    make_section,
)

pytestmark = pytest.mark.django_db


def get(client, path: str, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def test_a_book_has_its_imprint_and_the_line_of_each_value(client):
    make_book(
        "towns",
        isbn="978-7-5130-0000-1",
        price=Decimal("88.00"),
        word_count=600_000,
        edition_date=date(2019, 9, 1),
        source_line=1,
        field_lines={"isbn": 31},
    )

    found = get(client, "/api/v1/books/")["results"][0]

    assert (found["isbn"], found["price"], found["word_count"]) == (
        "978-7-5130-0000-1",
        "88.00",
        600_000,
    )
    assert found["edition_date"] == "2019-09-01"
    assert found["cip_number"] is None
    assert found["sources"]["isbn"] == {"origin": "book", "line": 31}
    assert "cip_number" not in found["sources"]
    assert found["url"] == "http://testserver/books/towns/"


def test_a_book_has_its_makers_by_role_with_affiliations_as_printed_and_as_meant(client):
    book = make_book("towns")
    editor = make_expert("徐明", slug="xu-ming")
    post = make_affiliation(
        editor, organisation=make_organisation("某大学", slug="a-university"), job_title="教授"
    )
    make_contribution(
        book,
        editor,
        name_as_printed="徐 明",
        affiliation_as_printed="某大学教授",
        affiliations=[post],
    )
    press = make_organisation("某出版社", slug="a-press")
    make_contribution(book, organisation=press, role=Contribution.Role.PUBLISHER)

    found = get(client, "/api/v1/books/towns/")["contributions"]

    assert list(found) == ["chief_editor", "publisher"]
    assert found["chief_editor"] == [
        {
            "order": 1,
            "expert": {"slug": "xu-ming", "name": "徐明"},
            "organisation": None,
            "name_as_printed": "徐 明",
            "affiliation": "某大学教授",
            "posts": [
                {
                    "organisation": {"slug": "a-university", "name": "某大学"},
                    "job_title": "教授",
                    "as_printed": None,
                    "source_line": None,
                    "origin": "editor",
                    "source": {"origin": "editor", "person": "本站编辑"},
                }
            ],
            "source_line": None,
            "origin": "book",
            "source": {"origin": "book"},
        }
    ]
    assert found["publisher"][0]["organisation"] == {"slug": "a-press", "name": "某出版社"}


def test_a_book_lists_its_parts_with_their_cases_and_its_errata(client):
    book = make_book("towns")
    make_part(book, title="绪论")
    make_case(part=make_part(book, title="先行之路"), number=1)
    make_erratum(book, subject="职务", reading="主编", other_reading="副主编", other_line=40)

    found = get(client, "/api/v1/books/towns/")

    assert [
        (part["number"], [case["slug"] for case in part["cases"]]) for part in found["parts"]
    ] == [(1, []), (2, ["towns-01"])]
    assert found["errata"][0]["other_reading"] == "副主编"
    assert found["errata"][0]["other_line"] == 40


def test_books_are_found_by_words_and_ordered(client):
    make_book("a", title="数字乡镇", edition_date=date(2020, 1, 1))
    make_book("b", title="数字城市")
    make_book("c", title="灯杆", edition_date=date(2021, 1, 1))

    found = get(client, "/api/v1/books/", q="数字")["results"]
    ordered = get(client, "/api/v1/books/", ordering="-edition_date")["results"]

    assert [book["slug"] for book in found] == ["a", "b"]
    assert [book["slug"] for book in ordered] == ["c", "a", "b"]


def test_parts_are_listed_in_book_order_and_by_book(client):
    towns, lamps = make_book("towns"), make_book("lamps")
    make_part(towns, number=2)
    make_part(towns, number=1, title="绪论", start_page=1, end_page=11, source_line=5)
    make_part(lamps, number=1)

    found = get(client, "/api/v1/parts/", book="towns")["results"]

    assert [part["slug"] for part in found] == ["towns-part-1", "towns-part-2"]
    assert found[0]["title"] == "绪论"
    assert found[0]["sources"]["end_page"]["origin"] == "derived"


def test_a_part_shows_its_cases_and_headings(client):
    part = make_part(make_book("towns"))
    case = make_case(part=part, number=4, place=make_place("高青县"))
    make_fact(case)
    make_section(part=part, anchor="s-1", title="建设背景")

    found = get(client, "/api/v1/parts/towns-part-1/")

    assert [case["number"] for case in found["cases"]] == [4]
    assert [place["name"] for place in found["cases"][0]["places"]] == ["高青县"]
    assert found["cases"][0]["fact_count"] == 1
    assert found["sections"][0]["url"] == "http://testserver/books/towns/read/part-1/#s-1"


@pytest.mark.parametrize("count", [1, 10])
def test_the_queries_do_not_depend_on_the_data(client, count, django_assert_num_queries):
    book = make_book("towns")
    for number in range(1, count + 1):
        make_book()
        make_case(part=make_part(book, number=number), number=number)
        expert = make_expert()
        post = make_affiliation(expert, organisation=make_organisation())
        make_contribution(book, expert, affiliations=[post])
        make_contribution(
            book, organisation=make_organisation(), role=Contribution.Role.RECOMMENDER
        )
        make_erratum(book)
        make_section(part=book.parts.get(number=1))

    with django_assert_num_queries(3):
        get(client, "/api/v1/books/")
    with django_assert_num_queries(13):
        get(client, "/api/v1/books/towns/")
    with django_assert_num_queries(3):
        get(client, "/api/v1/parts/")
    with django_assert_num_queries(7):
        get(client, "/api/v1/parts/towns-part-1/")
