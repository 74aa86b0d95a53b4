"""What has not changed is not sent again, and what has is seen at once."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from casebook.core.models import ContentRevision
from cases.models import Case
from search.indexing.rebuild import rebuild
from search.models import Synonym
from search.service.active_index import get_index
from tests.factories import make_case, make_critique, make_expert, make_place, make_theme

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"


@pytest.fixture
def case() -> Case:
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省"))
    case = make_case(place=wuhan, themes=[make_theme("智慧农业", slug="farming")])
    make_critique(case, make_expert("徐明", slug="xu-ming"))
    return case


@pytest.fixture
def addresses(case) -> list[str]:
    rebuild()
    return [
        *("/", "/about/", "/cases/", "/cases/?city=武汉", case.get_absolute_url(), "/facts/"),
        *("/books/", case.book.get_absolute_url(), "/experts/", "/places/wuhan/", "/themes/"),
        *("/search/", CASES, f"{CASES}?city=武汉", f"{CASES}{case.slug}/", "/api/v1/experts/"),
        *("/api/v1/", "/api/v1/suggest/?q=wh", "/api/schema/"),
    ]


def again(client, address, response, **headers):
    return client.get(address, headers={"if-none-match": response["ETag"], **headers})


def test_what_is_unchanged_costs_one_look(client, addresses, django_assert_num_queries):
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address

        with django_assert_num_queries(1):
            unchanged = again(client, address, response)

        assert (unchanged.status_code, unchanged.content) == (304, b""), address
        assert unchanged["ETag"] == response["ETag"], address
        assert unchanged["Cache-Control"] == response["Cache-Control"] == "no-cache", address


def test_the_same_question_is_answered_from_the_cache(
    client, addresses, django_assert_num_queries, monkeypatch
):
    # No date is told in the second of a change; what is too large to be stored is made twice.
    future = timezone.now() + dt.timedelta(minutes=1)
    monkeypatch.setattr("casebook.core.cache.conditional_get.in_place_since", lambda: future)
    for address in addresses:
        first = client.get(address)

        with django_assert_num_queries(1):
            second = client.get(address)

        assert second.content == first.content, address
        assert dict(second.items()) == dict(first.items()), address


def test_a_change_is_seen_at_once(client, case, addresses):
    before = {address: client.get(address) for address in addresses}

    Case.objects.filter(pk=case.pk).update(title="智慧高青：改过的题名")

    for address, response in before.items():
        changed = again(client, address, response)
        assert changed.status_code == 200, address
        assert changed["ETag"] != response["ETag"], address
    assert "改过的题名" in client.get("/cases/").content.decode()
    assert client.get(CASES).json()["results"][0]["title"] == "智慧高青：改过的题名"


def test_every_choice_has_a_tag_of_its_own(client, case, build):
    build()

    def tag(address="/cases/", **headers):
        return client.get(address, headers=headers)["ETag"]

    tags = [
        tag(),
        tag("/cases/?city=wuhan"),
        tag(CASES),
        tag(CASES, host="localhost"),
        tag(hx_request="true"),
        tag(accept="application/json"),
    ]

    assert len(set(tags)) == len(tags)


def test_a_part_of_a_page_is_never_taken_for_the_page(client, case):
    whole = client.get("/cases/").content
    part = client.get("/cases/", headers={"hx-request": "true"}).content

    assert b"<html" in whole
    assert b"<html" not in part
    assert client.get("/cases/").content == whole


@pytest.fixture
def an_hour_ago(case) -> dt.datetime:
    """When the last change was."""
    when = timezone.now() - dt.timedelta(hours=1)
    ContentRevision.objects.update(changed_at=when)
    return when


def test_a_date_serves_as_well_as_a_tag(client, an_hour_ago, monkeypatch, build):
    build()
    ContentRevision.objects.update(changed_at=an_hour_ago)
    monkeypatch.setattr("casebook.core.cache.conditional_get.in_place_since", lambda: an_hour_ago)
    response = client.get(CASES)

    assert response["Last-Modified"] == http_date(an_hour_ago.timestamp())
    dated = {"if-modified-since": response["Last-Modified"]}
    assert client.get(CASES, headers=dated).status_code == 304
    older = {"if-modified-since": http_date(an_hour_ago.timestamp() - 1)}
    assert client.get(CASES, headers=older).status_code == 200
    other_tag = {**dated, "if-none-match": 'W/"x"'}
    assert client.get(CASES, headers=other_tag).status_code == 200


def test_no_date_is_told_while_its_second_lasts(client, case):
    future = timezone.now() + dt.timedelta(minutes=1)
    ContentRevision.objects.update(changed_at=future)

    assert "Last-Modified" not in client.get(CASES)


def test_any_answer_will_do_for_who_asks_so_but_nothing_is_made_of_nothing(client, case, build):
    build()
    anything = {"if-none-match": "*"}

    assert client.get(CASES, headers=anything).status_code == 304
    assert client.get(f"{CASES}nope/", headers=anything).status_code == 404


def test_errors_have_no_tag_and_are_made_anew(client, case):
    assert "ETag" not in client.get(f"{CASES}nope/")
    assert "ETag" not in client.get(CASES, {"cityy": "x"})

    make_case(slug="nope")

    assert client.get(f"{CASES}nope/").status_code == 200


@pytest.mark.parametrize("address", ["/admin/login/", "/healthz", "/readyz", "/admin/quality/"])
def test_what_is_made_for_one_or_for_now_has_no_tag(client, address):
    assert "ETag" not in client.get(address)


def test_head_answers_as_get_does_without_the_content(client, case, build):
    build()
    got = client.get(CASES)

    head = client.head(CASES)

    assert head.content == b""
    assert head["ETag"] == got["ETag"]
    assert client.head(CASES, headers={"if-none-match": got["ETag"]}).status_code == 304


def test_a_head_before_a_get_leaves_it_its_content(client, case):
    client.head("/cases/")

    assert "智慧高青" in client.get("/cases/").content.decode()


def test_a_new_synonym_counts_with_the_next_search(client, case):
    rebuild()
    get_index()
    address = "/api/v1/search/?q=农田"
    assert client.get(address).json()["count"] == 0

    Synonym.objects.create(term="农田", also="农业")
    get_index_again()

    assert client.get(address).json()["synonyms"] == ["农业"]


def get_index_again() -> None:
    """As after the moment that reading the words anew takes."""
    from search.service.active_index import current

    current.refresh()


def test_another_index_is_noticed(client, case):
    rebuild()
    before = client.get("/search/")

    rebuild()

    assert again(client, "/search/", before).status_code == 200


def test_a_search_in_vain_is_asked_each_time(client, case):
    rebuild()
    address = "/api/v1/search/?q=绝无此词"

    assert "ETag" not in client.get(address)


def is_stored(client, address) -> bool:
    """Whether asking for it costs nothing but the look at the revision."""
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries) == 1


def test_the_responses_that_were_asked_for_last_are_stored(client, case, settings, build):
    build()
    settings.CACHES = {"default": settings.CACHES["default"] | {"OPTIONS": {"MAX_ENTRIES": 6}}}
    addresses = [f"/cases/?utm_source={number}" for number in range(8)]
    for address in addresses:
        client.get(address)

    assert is_stored(client, addresses[-1])
    assert not is_stored(client, addresses[0])


def test_what_is_too_large_is_not_stored(client, case, monkeypatch, build):
    build()
    size = len(client.get("/cases/").content)
    cache.clear()
    monkeypatch.setattr("casebook.core.cache.conditional_get.MAX_STORED_BYTES", size - 1)
    client.get("/cases/")

    assert not is_stored(client, "/cases/")
    assert "ETag" in client.get("/cases/")


def test_a_response_that_may_not_be_stored_says_so_and_is_not(client, case):
    """There is no index, so the list of cases is answered from the database."""
    response = client.get("/cases/?q=智慧")

    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response
    assert not is_stored(client, "/cases/?q=智慧")


def test_only_a_get_is_stored(client, case):
    for method in ("head", "options", "post"):
        client.generic(method, CASES)

    assert not is_stored(client, CASES)
