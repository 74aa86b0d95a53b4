"""/api/v1/search/: the shape of its answer, and what it answers on the shipped book."""

import pytest

from search.models import Synonym
from tests.factories import make_case, make_passage, make_place, make_section, make_theme

SEARCH = "/api/v1/search/"


def get(client, **parameters):
    response = client.get(SEARCH, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


@pytest.fixture
def case(db, build):
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    case = make_case(number=3, title="多功能路灯", place=wuhan)
    make_passage(make_section(case=case), text="区里先换了三千盏路灯。")
    build()
    return case


def test_a_hit_says_what_where_and_why(client, case):
    hit = get(client, q="路灯", kind="case")["results"][0]

    assert hit == {
        "kind": "case",
        "slug": case.slug,
        "title": "多功能路灯",
        "number": 3,
        "url": f"http://testserver{case.get_absolute_url()}",
        "api_url": f"http://testserver/api/v1/cases/{case.slug}/",
        "is_full": True,
        "snippet": hit["snippet"],
        "highlights": hit["highlights"],
        "reason": None,
    }


def test_highlights_are_places_in_the_snippet(client, case):
    hit = get(client, q="路灯", kind="passage")["results"][0]

    assert [hit["snippet"][start:end] for start, end in hit["highlights"]] == ["路灯"]
    assert hit["api_url"] is None
    assert hit["number"] is None


def test_a_reason_names_the_field_where_the_title_does_not_show_the_words(client, case):
    assert get(client, q="武汉", kind="case")["results"][0]["reason"] == "地点：武汉市"


def test_facets_carry_labels_counts_and_what_is_chosen(client, case):
    facets = get(client, q="路灯", city="武汉市")["facets"]

    assert facets["city"] == [{"value": "wuhan", "label": "武汉", "count": 2, "selected": True}]
    assert {value["value"]: value["count"] for value in facets["kind"]} == {"case": 1, "passage": 1}
    assert list(facets) == [
        *("kind", "book", "part", "province", "city"),
        *("level", "theme", "expert", "organisation", "year"),
    ]


def test_pages_lead_on_and_back(client, case):
    first = get(client, q="路灯", page_size=1)
    second = client.get(first["next"]).json()

    assert (first["count"], first["full_count"], first["previous"]) == (2, 2, None)
    assert second["next"] is None
    assert second["previous"].endswith("page=1")
    assert first["results"] != second["results"]


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("kind=cas", 400, "kind"),
        ("kinds=case", 400, "kinds"),
        ("city=武汗", 400, "city"),
        ("page=0", 400, "page"),
        ("page_size=101", 400, "page_size"),
        ("ordering=best", 400, "ordering"),
        ("q=路灯&page=99", 404, "page"),
        ("q=路灯&page=999999999&page_size=100", 404, "page"),
    ],
)
def test_errors_are_problems_that_name_the_parameter(client, case, query, status, parameter):
    response = client.get(f"{SEARCH}?{query}")

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert [each["parameter"] for each in response.json()["errors"]] == [parameter]


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
        "地点:",
        "(((",
    ],
)
def test_nothing_that_can_be_typed_is_an_error(client, case, typed):
    assert client.get(SEARCH, {"q": typed}).status_code == 200


def test_synonyms_are_told_and_can_be_switched_off(client, case, build):
    Synonym.objects.create(term="街灯", also="路灯")
    build()

    on, off = get(client, q="街灯"), get(client, q="街灯", synonyms="0")

    assert (on["synonyms"], on["count"]) == (["路灯"], 2)
    assert (off["synonyms"], off["count"]) == ([], 0)


def test_a_synonym_inside_a_run_of_words_takes_part(client, case, build):
    Synonym.objects.create(term="街灯", also="路灯")
    build()

    answer = get(client, q="武汉街灯", kind="case")

    assert answer["synonyms"] == ["路灯"]
    assert answer["full_count"] == 1


def test_quoted_words_mean_what_they_say(client, case, build):
    Synonym.objects.create(term="街灯", also="路灯")
    build()

    assert get(client, q='"街灯"')["count"] == 0


def test_a_misspelt_word_is_answered_with_a_proposal(client, build, db):
    make_theme("智慧农业")
    build()

    assert get(client, q="智惠农业")["did_you_mean"] == ["智慧农业"]


def test_without_an_index_it_says_so(client, index, db):
    response = client.get(SEARCH, {"q": "路灯"})

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Content-Type"] == "application/problem+json"


def test_without_the_slash_it_leads_to_the_address_with_one(client, case):
    response = client.get("/api/v1/search?q=路灯", follow=True)

    assert response.json()["count"] == 2


def test_it_is_described(client, db):
    schema = client.get("/api/schema/?format=json").json()

    operation = schema["paths"][SEARCH]["get"]
    names = {parameter["name"] for parameter in operation["parameters"]}
    assert {"q", "kind", "year", "city", "synonyms", "ordering", "page", "page_size"} <= names
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/Search"}


def test_a_search_can_be_walked_by_cursor(client, db, build):
    for number in range(1, 8):
        make_case(slug=f"towns-{number:02}", title=f"智慧第{number}镇")
    build()
    whole = get(client, q="智慧", page_size=100)["results"]
    page = get(client, q="智慧", page_size=3, cursor="*")
    found = page["results"]

    while page["next"]:
        page = client.get(page["next"]).json()
        found = found + page["results"]

    assert found == whole
    assert len(whole) >= 7
    other_size = page["previous"].replace("page_size=3", "page_size=2")
    assert client.get(page["previous"]).status_code == 200
    assert client.get(other_size).json()["errors"][0]["parameter"] == "cursor"


def test_only_the_facets_and_fields_asked_for_are_told(client, db, build):
    make_case()
    build()

    answer = get(client, q="高青", facets="kind,theme", fields="slug,title")

    assert list(answer["facets"]) == ["kind", "theme"]
    assert set(answer["results"][0]) == {"slug", "title"}


@pytest.mark.parametrize(
    ("parameter", "value", "nearest"),
    [("facets", "kindd", "kind"), ("fields", "titel", "title"), ("expand", "facts", None)],
)
def test_a_facet_or_field_that_is_not_there_is_a_400(client, case, parameter, value, nearest):
    error = client.get(SEARCH, {parameter: value}).json()["errors"][0]

    assert (error["parameter"], error["value"], error["nearest"]) == (parameter, value, nearest)
