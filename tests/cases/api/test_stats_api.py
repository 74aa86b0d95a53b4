"""/api/v1/stats/ and ``facets=``: how many cases there are of what."""

import pytest

from tests.factories import (
    make_affiliation,
    make_case,
    make_case_place,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_part,
    make_place,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    return indexed_client


STATS = "/api/v1/stats/"


@pytest.fixture
def library():
    """Four cases: two in 武汉, one in 北京 and 武汉, one nowhere; themes 农业 and 交通."""
    hubei = make_place("湖北省", slug="hubei")
    wuhan = make_place("武汉市", slug="wuhan", parent=hubei)
    beijing = make_place("北京市", slug="beijing", level="municipality")
    farming, traffic = (
        make_theme("智慧农业", slug="farming"),
        make_theme("智慧交通", slug="traffic"),
    )
    part = make_part()
    make_case(part=part, place=wuhan, themes=[farming])
    make_case(part=part, place=wuhan, themes=[farming, traffic])
    both = make_case(part=part, place=beijing, themes=[traffic])
    make_case_place(both, wuhan, is_primary=False)
    nowhere = make_case(part=part, themes=[farming])
    critic = make_expert("徐明", slug="xu-ming")
    post = make_affiliation(critic, organisation=make_organisation("某大学", slug="university"))
    make_critique(nowhere, critic, affiliations=[post])


def get(client, address=STATS, **parameters):
    response = client.get(address, parameters)
    assert response.status_code == 200, response.content.decode()
    return response.json()


def counts(answer, *names):
    return [(*(row[name]["value"] for name in names), row["count"]) for row in answer["results"]]


def test_cases_are_counted_by_one_facet(client, library):
    answer = get(client, by="city")

    assert counts(answer, "city") == [("wuhan", 3), ("beijing", 1)]
    assert answer["results"][0]["city"] == {"value": "wuhan", "label": "武汉"}
    assert (answer["count"], answer["case_count"]) == (2, 4)


@pytest.mark.parametrize("by", [["city", "theme"], "city,theme"])
def test_cases_are_counted_by_two_facets(client, library, by):
    answer = get(client, by=by)

    assert sorted(counts(answer, "city", "theme")) == [
        ("beijing", "traffic", 1),
        ("wuhan", "farming", 2),
        ("wuhan", "traffic", 2),
    ]


def test_a_city_is_paired_with_its_own_province_only(client, library):
    answer = get(client, by="province,city")

    assert counts(answer, "province", "city") == [("hubei", "wuhan", 3), ("beijing", "beijing", 1)]


def test_every_filter_reduces_the_counts(client, library):
    assert counts(get(client, by="theme", city="北京"), "theme") == [("traffic", 1)]
    assert counts(get(client, by="theme", q="高青", city="武汉", theme="智慧交通"), "theme") == [
        ("traffic", 2),
        ("farming", 1),
    ]
    answer = get(client, by="expert,organisation", theme="智慧农业")
    assert counts(answer, "expert", "organisation") == [("xu-ming", "university", 1)]


def test_only_the_primary_place_has_a_level(client, library):
    answer = get(client, by="level")

    assert sorted(counts(answer, "level")) == [("municipality", 1), ("prefecture", 2)]
    assert {row["level"]["label"] for row in answer["results"]} == {"直辖市", "地级市"}


def test_without_a_facet_there_is_one_count(client, library):
    assert get(client)["results"] == [{"count": 4}]


def test_counts_come_in_pages(client, library):
    first = get(client, by="city,theme", page_size=2)
    second = get(client, first["next"])

    assert (len(first["results"]), len(second["results"]), second["next"]) == (2, 1, None)


@pytest.mark.parametrize(
    ("parameters", "parameter", "nearest"),
    [
        ({"by": "citty"}, "by", "city"),
        ({"by": "city,theme,part"}, "by", "city,theme"),
        ({"by": "ordering"}, "by", None),
        ({"ordering": "number"}, "ordering", None),
        ({"citty": "x"}, "citty", "city"),
    ],
)
def test_what_cannot_be_counted_is_a_400(client, parameters, parameter, nearest):
    response = client.get(STATS, parameters)

    error = response.json()["errors"][0]
    assert response.status_code == 400
    assert error["parameter"] == parameter
    assert nearest is None or error["nearest"] == nearest


@pytest.mark.parametrize("facet", ["city", "theme", "part", "level", "expert", "organisation"])
def test_a_list_has_its_facets_when_asked_to(client, library, facet):
    asked = get(client, "/api/v1/cases/", facets=facet)

    values = asked["facets"][facet]
    assert {row["value"]: row["count"] for row in values} == {
        row[facet]["value"]: row["count"] for row in get(client, by=facet)["results"]
    }
    assert set(values[0]) == {"value", "label", "count", "selected"}
    assert "facets" not in get(client, "/api/v1/cases/")


def test_facets_ignore_their_own_choice_and_mark_it(client, library):
    facets = get(client, "/api/v1/cases/", facets="city,theme", city="北京")["facets"]

    assert list(facets) == ["city", "theme"]
    assert [(v["value"], v["count"], v["selected"]) for v in facets["city"]] == [
        ("wuhan", 3, False),
        ("beijing", 1, True),
    ]
    assert [(v["value"], v["count"]) for v in facets["theme"]] == [("traffic", 1)]


def test_facts_have_their_facets_too(client):
    make_fact(kind="amount", year=2016)

    facets = get(client, "/api/v1/facts/", facets="kind,year")["facets"]

    assert [(value["value"], value["count"]) for value in facets["kind"]] == [("amount", 1)]
    assert [value["label"] for value in facets["year"]] == ["2016"]


@pytest.mark.parametrize("address", ["/api/v1/cases/", "/api/v1/facts/"])
def test_an_unknown_facet_is_a_400(client, address):
    response = client.get(address, {"facets": "kindd,placee,zz"})

    assert response.status_code == 400
    assert {error["parameter"] for error in response.json()["errors"]} == {"facets"}


def test_lists_without_facets_do_not_know_the_parameter(client):
    assert client.get("/api/v1/themes/", {"facets": "city"}).status_code == 400


def test_counts_can_be_walked_by_cursor(client, library):
    whole = get(client, by="city,theme")["results"]
    first = get(client, by="city,theme", page_size=2, cursor="*")
    second = get(client, first["next"])

    assert first["results"] + second["results"] == whole
    assert (second["count"], second["next"]) == (3, None)
