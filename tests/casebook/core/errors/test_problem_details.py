"""Every error below /api/ has one shape: RFC 9457 problem details."""

import pytest
from django.db import OperationalError, connection

from cases.models import Case
from tests.factories import make_book, make_case, make_place

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"


def problem(response) -> dict:
    assert response["Content-Type"] == "application/problem+json"
    found = response.json()
    assert set(found) == {"type", "title", "status", "detail", "instance", "errors"}
    assert found["status"] == response.status_code
    assert found["instance"].startswith("/api/")
    for error in found["errors"]:
        assert set(error) == {"parameter", "value", "message", "nearest", "allowed"}
    return found


def proposals(found: dict) -> list[tuple[str, str, str | None]]:
    return [(each["parameter"], each["value"], each["nearest"]) for each in found["errors"]]


def test_an_unknown_parameter_is_a_400_that_proposes_the_nearest(client):
    found = problem(client.get(CASES, {"cityy": "武汉"}))

    assert found["status"] == 400
    assert proposals(found) == [("cityy", "武汉", "city")]
    assert "cityy" in found["detail"]
    assert "是否要找“city”" in found["detail"]


def test_an_unknown_value_is_a_400_that_proposes_the_nearest(client):
    make_place("武汉市", slug="wuhan", parent=make_place("湖北省"))

    response = client.get(CASES, {"city": "武汗"})

    assert proposals(problem(response)) == [("city", "武汗", "武汉")]
    assert "武汉" in response.content.decode("utf-8")


def test_raw_chinese_in_an_address_comes_back_escaped(client):
    found = client.get(f"{CASES}?cityy=武汉").json()

    assert found["instance"] == f"{CASES}?cityy=%E6%AD%A6%E6%B1%89"


def test_all_that_is_wrong_is_told_at_once(client):
    found = problem(client.get(CASES, {"cityy": "武汉", "theme": "某", "ordering": "titel"}))

    assert found["status"] == 400
    assert proposals(found) == [
        ("cityy", "武汉", "city"),
        ("theme", "某", None),
        ("ordering", "titel", "title"),
    ]


def test_a_mark_of_other_sites_is_unknown_to_the_api(client):
    found = problem(client.get(CASES, {"utm_source": "x"}))

    assert found["errors"][0]["parameter"] == "utm_source"


@pytest.mark.parametrize(
    ("parameter", "value", "nearest"),
    [
        ("page", "abc", None),
        ("page", "", None),
        ("page", "0", "1"),
        ("page", "-1", None),
        ("page", "1.5", None),
        ("page", "９", None),
        ("page", "9" * 5000, "1000000000"),
        ("page_size", "0", "1"),
        ("page_size", "101", "100"),
        ("page_size", "many", None),
    ],
)
def test_a_page_that_is_no_number_is_a_400(client, parameter, value, nearest):
    found = problem(client.get(CASES, {parameter: value}))

    assert found["status"] == 400
    assert proposals(found) == [(parameter, value, nearest)]


def test_a_page_beyond_the_last_is_a_404_that_names_the_last(client):
    book = make_book()
    for number in range(1, 4):
        make_case(book, number=number)

    found = problem(client.get(CASES, {"page": "3", "page_size": "2"}))

    assert found["status"] == 404
    assert proposals(found) == [("page", "3", "2")]


def test_an_empty_list_has_one_page(client):
    assert client.get(CASES).json()["results"] == []
    assert proposals(problem(client.get(CASES, {"page": "2"}))) == [("page", "2", "1")]


def test_an_unknown_row_is_a_404_that_proposes_the_nearest(client):
    make_case(make_book("towns"), number=17)

    found = problem(client.get(f"{CASES}town-17/"))

    assert found["status"] == 404
    assert proposals(found) == [("slug", "town-17", "towns-17")]


def test_a_place_by_its_chinese_name_is_proposed_by_its_slug(client):
    make_place("湖北省", slug="hubei")

    found = problem(client.get("/api/v1/places/湖北/"))

    assert proposals(found) == [("slug", "湖北", "hubei")]


def test_a_detail_knows_no_filters(client):
    make_case(make_book("towns"), number=1)

    found = problem(client.get(f"{CASES}towns-01/", {"city": "武汉"}))

    assert found["status"] == 400


@pytest.mark.parametrize("path", ["/api/v1/case/", "/api/v1/case"])
def test_an_unknown_address_is_a_404_that_proposes_the_nearest(client, path):
    found = problem(client.get(path))

    assert found["status"] == 404
    assert proposals(found) == [("path", path, "/api/v1/cases/")]


@pytest.mark.parametrize(
    "path", ["/api/nope/", "/api/v2/cases/", "/api/v1/cases/a/b/", "/api/v1/cases/%00/"]
)
def test_every_address_below_api_answers_in_the_same_shape(client, path):
    assert client.get(path).status_code == 404
    assert client.get(path)["Content-Type"] == "application/problem+json"
    assert client.post(path).status_code == 404


def test_a_missing_slash_is_added(client):
    response = client.get("/api/v1/cases?city=%E6%AD%A6%E6%B1%89")

    assert response.status_code == 301
    assert response["Location"] == "/api/v1/cases/?city=%E6%AD%A6%E6%B1%89"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_a_405_that_says_what_is_allowed(client, method):
    response = getattr(client, method)(CASES)

    assert problem(response)["status"] == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_a_format_nobody_writes_is_a_406(client):
    assert problem(client.get(CASES, headers={"accept": "application/xml"}))["status"] == 406


def test_a_format_named_in_the_address_is_checked(client):
    assert client.get(CASES, {"format": "json"}).status_code == 200
    error = problem(client.get(CASES, {"format": "xml"}))["errors"][0]
    assert (error["parameter"], error["value"]) == ("format", "xml")
    assert error["nearest"] in {"json", "csv"}


def refuse(*_question):
    raise OperationalError("the disk of db7 is full")


def test_an_unforeseen_error_is_a_bare_500_and_is_logged(client, caplog):
    with connection.execute_wrapper(refuse):
        response = client.get(CASES)

    found = problem(response)
    assert found["status"] == 500
    assert "Traceback" not in response.content.decode()
    assert "db7" not in response.content.decode()
    assert any(record.exc_info for record in caplog.records)


def test_the_root_lists_the_resources(client):
    found = client.get("/api/v1/").json()

    assert found["cases"] == "http://testserver/api/v1/cases/"
    assert set(found) >= {
        *("books", "parts", "cases", "critiques"),
        *("experts", "organisations", "places", "themes", "suggest"),
    }
    assert problem(client.get("/api/v1/", {"x": "1"}))["status"] == 400


def test_the_start_of_the_api_leads_to_its_root(client):
    assert client.get("/api/")["Location"] == "/api/v1/"


def test_no_case_is_touched_by_any_of_this(client):
    case = make_case()

    client.delete(f"{CASES}{case.slug}/")

    assert Case.objects.filter(pk=case.pk).exists()


@pytest.mark.parametrize(
    ("parameter", "allowed"),
    [
        ("ordering", {"number", "-number", "place", "page", "title", "relevance"}),
        ("level", {"county", "district", "province"}),
        ("part", {"towns-part-1"}),
        ("synonyms", {"0", "1"}),
    ],
)
def test_who_is_far_from_any_right_value_is_told_all_of_them(client, parameter, allowed):
    make_case(make_book("towns"))

    error = problem(client.get(CASES, {parameter: "99x"}))["errors"][0]

    assert error["nearest"] is None
    assert allowed <= set(error["allowed"])
    assert all(value in client.get(CASES, {parameter: "99x"}).json()["detail"] for value in allowed)


def test_a_switch_says_what_it_may_be(client):
    pages = [client.get(address, {"synonyms": "2"}) for address in ("/cases/", "/en/cases/")]
    error = problem(client.get(CASES, {"synonyms": "2"}))["errors"][0]

    assert error["message"] == "“同义词”只能是 1（是）或 0（否），不能是“2”。"
    assert error["message"] in pages[0].content.decode()
    assert "“Synonyms” is either 1 (yes) or 0 (no), not “2”." in pages[1].content.decode()


def test_who_is_far_from_any_parameter_is_told_all_of_them(client):
    error = problem(client.get(CASES, {"zzz": "1"}))["errors"][0]

    assert error["nearest"] is None
    assert {"city", "page", "ordering"} <= set(error["allowed"])


def test_a_name_in_traditional_characters_is_the_same_name(client):
    make_case(place=make_place("武汉市", slug="wuhan", parent=make_place("湖北省")))

    assert client.get(CASES, {"city": "武漢"}).json()["count"] == 1


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (400, lambda client: client.get(CASES, headers={"host": "elsewhere.example"})),
        (400, lambda client: client.get(CASES, {f"p{number}": "" for number in range(1001)})),
        (404, lambda client: client.get("/api/nothing/")),
        (405, lambda client: client.post("/api/")),
        (405, lambda client: client.post(CASES, b"x" * 3_000_000, content_type="text/plain")),
        (405, lambda client: client.generic("BREW", CASES)),
        (406, lambda client: client.get(CASES, headers={"accept": "image/png"})),
        (414, lambda client: client.get(CASES, {"q": "x" * 150_001})),
    ],
)
def test_every_refusal_below_api_has_the_one_shape(client, settings, status, ask):
    settings.ALLOWED_HOSTS = ["testserver"]
    client.defaults["HTTP_ORIGIN"] = "https://elsewhere.example"

    response = ask(client)

    assert problem(response)["status"] == status
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (400, lambda client: client.get("/cases/", headers={"host": "elsewhere.example"})),
        (405, lambda client: client.post("/cases/", b"x" * 3_000_000, content_type="text/plain")),
        (414, lambda client: client.get("/cases/", {"q": "x" * 150_001})),
    ],
)
def test_people_are_refused_on_a_page(client, settings, status, ask):
    settings.ALLOWED_HOSTS = ["testserver"]

    response = ask(client)

    assert response.status_code == status
    assert "<h1>" in response.content.decode()


def test_a_refusal_speaks_the_language_of_its_address(client):
    too_long = {"q": "x" * 150_001}

    english, chinese = client.get("/en/search/", too_long), client.get("/search/", too_long)
    told = problem(client.get(CASES, too_long))

    assert "150,000 bytes" in english.content.decode()
    assert 'lang="en"' in english.content.decode()
    assert "150,000 字节" in chinese.content.decode()
    assert told["detail"] == "问号之后最多 150,000 字节。"
