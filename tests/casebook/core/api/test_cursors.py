"""Pages by cursor: one behind the other, without gap or repetition, whatever is added meanwhile."""

import pytest

from cases.models import Case
from tests.factories import make_book, make_case, make_fact, make_place

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"
FACTS = "/api/v1/facts/"


@pytest.fixture(params=["database", "index"])
def client(request, client):
    """Walks go by the database where there is no index, else by the index."""
    return request.getfixturevalue("indexed_client") if request.param == "index" else client


@pytest.fixture
def book():
    book = make_book("towns")
    beijing = make_place("北京市", slug="beijing", level="municipality")
    for number in range(1, 11):
        place = beijing if number % 3 == 0 else None
        page = None if number % 4 == 0 else 100 - number
        make_case(book, number=number, place=place, start_page=page, title=f"智慧{number % 2}：例")
    return book


def get(client, address, **parameters):
    response = client.get(address, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def walk(client, address, direction="next", **parameters):
    """Every page from here on, in one direction."""
    page = get(client, address, **parameters)
    while True:
        yield page
        if page[direction] is None:
            return
        page = get(client, page[direction])


def slugs(pages):
    return [row["slug"] for page in pages for row in page["results"]]


ORDERS = ["number", "-number", "page", "-page", "place", "-place", "title", "-title"]


@pytest.mark.parametrize("ordering", ORDERS)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_pages_by_cursor_hold_what_one_long_page_holds(client, book, ordering, size):
    whole = slugs([get(client, CASES, ordering=ordering, page_size=100)])

    pages = list(walk(client, CASES, ordering=ordering, page_size=size, cursor="*"))

    assert slugs(pages) == whole
    assert {page["count"] for page in pages} == {10}
    assert pages[0]["previous"] is None


@pytest.mark.parametrize("ordering", ORDERS)
def test_the_way_back_is_the_way_there(client, book, ordering):
    there = list(walk(client, CASES, ordering=ordering, page_size=3, cursor="*"))

    back = list(walk(client, there[-1]["previous"], direction="previous"))

    assert [page["results"] for page in reversed(back)] == [p["results"] for p in there[:-1]]


def test_rows_that_come_and_go_move_no_page(client, book):
    first = get(client, CASES, page_size=4, cursor="")
    Case.objects.filter(number__in=(2, 4)).delete()
    make_case(book, number=11)

    rest = slugs(walk(client, first["next"]))

    assert rest == [f"towns-{number:02}" for number in range(5, 12)]


def test_facts_are_walked_by_their_values_too(client):
    for value in ("1.5", None, "10", "2", None, "1.5"):
        make_fact(value=value)
    whole = slugs([get(client, FACTS, ordering="value", page_size=100)])

    assert slugs(walk(client, FACTS, ordering="value", page_size=2, cursor="*")) == whole


def test_what_was_searched_for_keeps_its_rank(client, book):
    whole = slugs([get(client, CASES, q="智慧", page_size=100)])

    pages = list(walk(client, CASES, q="智慧", page_size=3, cursor="*"))

    assert slugs(pages) == whole
    assert pages[1]["previous"] is not None


def test_books_come_in_their_own_order_not_in_that_of_their_making(client):
    for slug in ("z-book", "a-book", "m-book"):
        make_case(make_book(slug, title=slug))
        make_fact(make_case(make_book(f"{slug}-2", title=f"{slug}-2")))
    for address in (CASES, "/api/v1/critiques/", "/api/v1/parts/", FACTS):
        whole = slugs([get(client, address, page_size=100)])
        assert slugs(walk(client, address, page_size=2, cursor="*")) == whole, address


def test_the_size_of_pages_may_change_on_the_way(client, book):
    first = get(client, CASES, page_size=2, cursor="*")

    second = client.get(first["next"].replace("page_size=2", "page_size=5")).json()

    assert slugs([second]) == [f"towns-{number:02}" for number in range(3, 8)]


@pytest.mark.parametrize("change", ["ordering=-number", "city=beijing"])
def test_a_cursor_of_another_question_is_refused(client, book, change):
    first = get(client, CASES, page_size=2, cursor="*")

    response = client.get(f"{first['next']}&{change}")

    error = response.json()["errors"][0]
    assert response.status_code == 400
    assert (error["parameter"], error["nearest"]) == ("cursor", "*")


def test_a_cursor_that_was_tampered_with_is_refused(client, book):
    good = get(client, CASES, page_size=2, cursor="*")["next"].split("cursor=")[1].split("&")[0]

    for bad in ("nonsense", "a:b", good[:-1], f"x{good}", good.replace("%3A", ":x")):
        response = client.get(f"{CASES}?cursor={bad}")
        assert response.status_code == 400, bad
        assert response.json()["errors"][0]["parameter"] == "cursor"


def test_pages_are_by_number_or_by_cursor(client, book):
    response = client.get(CASES, {"page": "1", "cursor": "*"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "page"


def test_every_list_can_be_walked(client, book):
    make_fact()
    for resource in ("books", "parts", "critiques", "experts", "organisations", "places", "themes"):
        assert get(client, f"/api/v1/{resource}/", cursor="*")["next"] is None, resource
