"""Facts as JSON: each with its figure, its source, and what contradicts it."""

import pytest

from casebook.core.provenance import Origin
from tests.factories import (
    make_case,
    make_erratum,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_reference,
    make_section,
)

FACTS = "/api/v1/facts/"


def get(client, query=""):
    response = client.get(f"{FACTS}{query}")
    assert response.status_code == 200, response.content.decode()
    return response.json()


@pytest.mark.django_db
def test_a_fact_is_written_in_full(client):
    case = make_case(slug="towns-03")
    reference = make_reference(
        title="上线", publisher="某日报", published="2018-05-09", read_on="2026-11-22"
    )
    fact = make_fact(
        case,
        slug="c03-f01",
        origin=Origin.PUBLIC,
        reference=reference,
        value="46",
        unit="项",
        year=2018,
        period="2018-05",
        confidence="high",
        about="project",
        after_book=False,
    )
    fact.places.add(make_place("湖北省", slug="hubei", code="420000"))
    fact.organisations.add(make_organisation("清华大学", slug="qinghua"))

    written = get(client)["results"][0]

    assert written["source"] == {
        "origin": "public",
        "link": reference.url,
        "title": "上线",
        "publisher": "某日报",
        "date": "2018-05-09",
        "read_on": "2026-11-22",
        "confidence": "high",
    }
    assert (written["value"], written["value_to"], written["unit"]) == ("46", None, "项")
    assert (written["case"], written["period"], written["qualifier"]) == (
        *("towns-03", "2018-05"),
        None,
    )
    assert written["places"] == [{"slug": "hubei", "name": "湖北省", "code": "420000"}]
    assert written["organisations"] == [{"slug": "qinghua", "name": "清华大学"}]
    assert written["url"] == "http://testserver/facts/c03-f01/"
    assert written["api_url"] == "http://testserver/api/v1/facts/c03-f01/"


@pytest.mark.django_db
def test_a_detail_leads_to_the_paragraph_of_the_book(client):
    case = make_case()
    passage = make_passage(make_section(case.book), source_line=315)
    fact = make_fact(case, book=case.book, origin=Origin.BOOK, source_line=315)

    written = get(client, f"{fact.slug}/")

    assert written["passage_url"] == f"http://testserver{passage.get_absolute_url()}"
    assert get(client, f"{make_fact(case).slug}/")["passage_url"] is None


@pytest.mark.django_db
def test_a_case_has_its_facts_in_the_same_words(client):
    fact = make_fact(make_case(slug="towns-03"))

    of_case = client.get("/api/v1/cases/towns-03/").json()["facts"]

    assert of_case == get(client)["results"]
    assert of_case[0]["slug"] == fact.slug


@pytest.mark.django_db
def test_an_unknown_kind_is_refused_with_the_nearest(client):
    response = client.get(f"{FACTS}?kind=regulations")

    assert response.status_code == 400
    assert response.json()["errors"][0]["nearest"] == "regulation"


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_depend_on_the_data(
    indexed_client, count, django_assert_num_queries
):
    for _ in range(count):
        case = make_case()
        erratum = make_erratum(case.book)
        fact = make_fact(case, erratum=erratum, origin="public", reference=make_reference())
        fact.places.add(make_place())
        fact.organisations.add(make_organisation())

    indexed_client.settle()
    with django_assert_num_queries(5):
        get(indexed_client)


# --- The shipped book -------------------------------------------------------------------------


def all_of(client, query):
    return get(client, f"?{query}&page_size=100")["results"]


def test_the_277_pilots_are_found_with_their_line(shipped_book, client):
    facts = [f for f in all_of(client, "origin=book&q=277") if f["value"] == "277"]

    found = {(fact["unit"], fact["period"], fact["source"]["line"]) for fact in facts}
    assert ("个试点", "2018-11", 315) in found


def test_the_local_regulations_have_city_and_month(shipped_book, client):
    facts = [f for f in all_of(client, "origin=book&kind=regulation") if f["period"]]

    found = {(fact["places"][0]["name"], fact["period"]) for fact in facts}
    assert found == {("杭州市", "2015-12"), ("银川市", "2016-10"), ("济宁市", "2017-05")}


def test_the_count_of_ppp_projects_has_its_date(shipped_book, client):
    (fact,) = [f for f in all_of(client, "origin=book&q=PPP") if f["value"] == "11784"]

    assert (fact["period"], fact["source"]["line"]) == ("2017-02", 381)


def test_both_market_ranges_point_to_their_erratum(shipped_book, client):
    facts = [
        fact
        for fact in all_of(client, "origin=book&q=十三五")
        if fact["erratum"] and fact["erratum"]["subject"] == "“十三五”智慧城市市场规模"
    ]

    assert len(facts) == 2
    assert len({fact["source"]["line"] for fact in facts}) == 2
    assert all(fact["value_to"] for fact in facts)
