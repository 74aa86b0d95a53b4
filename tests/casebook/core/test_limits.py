"""So many requests a minute from one address; every answer says what is left."""

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from limits import RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage

from casebook.core.middleware import client_of, network_of, open_limiter

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"


@pytest.fixture(autouse=True)
def three_a_minute(settings):
    """Few requests, counted afresh by one process."""
    settings.RATE_LIMIT = 3
    settings.WEB_CONCURRENCY = 1


def test_every_answer_says_what_is_left(client):
    answers = [client.get(address) for address in (CASES, "/cases/", "/nowhere/")]

    assert {answer["RateLimit-Policy"] for answer in answers} == {'"minute";q=3;w=60'}
    assert [answer["RateLimit"].split(";t=")[0] for answer in answers] == [
        f'"minute";r={number}' for number in (2, 1, 0)
    ]


def exhausted(client, address=CASES):
    """The first answer that is refused."""
    answers = [client.get(address) for _ in range(4)]

    assert [answer.status_code for answer in answers[:3]] == [200] * 3
    return answers[3]


def test_what_is_too_much_is_refused_with_the_time_to_wait(client):
    answer = exhausted(client)

    assert answer.status_code == 429
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 429
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert answer["RateLimit"] == f'"minute";r=0;t={answer["Retry-After"]}'


def test_people_are_told_on_a_page(client):
    answer = exhausted(client, "/cases/")

    assert answer.status_code == 429
    assert "请求过于频繁" in answer.content.decode()


def test_one_address_does_not_use_up_what_another_has(client):
    exhausted(client)

    assert client.get(CASES, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_health_is_never_refused(client):
    exhausted(client)

    assert client.get("/healthz").status_code == 200


def test_no_limit_is_a_limit_of_none(client, settings):
    settings.RATE_LIMIT = 0

    assert "RateLimit" not in client.get(CASES)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "client"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9", "198.51.100.1"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, None, "127.0.0.1"),
    ],
)
def test_only_as_many_proxies_as_are_ours_are_believed(rf, settings, proxies, forwarded, client):
    settings.TRUSTED_PROXIES = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}

    assert client_of(rf.get("/", headers=headers)) == client


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("unknown", "unknown"),
    ],
)
def test_a_network_of_one_customer_is_one_address(address, network):
    assert network_of(address) == network


class SharedStorage(MemoryStorage):
    """A storage that all processes would reach, in the place of Redis."""

    STORAGE_SCHEME = ("shared",)


class UnreachableStorage(SharedStorage):
    STORAGE_SCHEME = ("unreachable",)

    def incr(self, *_arguments, **_options):
        raise StorageError(ConnectionRefusedError("no such server"))


@pytest.mark.parametrize(("storage", "quota"), [("memory://", 2), ("shared://", 3)])
def test_a_process_allows_its_share_and_a_common_storage_the_whole(
    client, settings, storage, quota
):
    settings.WEB_CONCURRENCY = 2
    settings.RATE_LIMIT_STORAGE_URI = storage

    answers = [client.get(CASES) for _ in range(quota + 1)]

    assert [answer.status_code for answer in answers] == [200] * quota + [429]
    assert answers[0]["RateLimit-Policy"] == f'"minute";q={quota};w=60'


def test_a_storage_that_cannot_be_reached_limits_nobody_and_is_logged(client, settings, caplog):
    settings.RATE_LIMIT_STORAGE_URI = "unreachable://"

    answers = [client.get(CASES) for _ in range(4)]

    assert {answer.status_code for answer in answers} == {200}
    assert "no such server" in caplog.text


def allowed_of_a_hundred() -> int:
    """How many of a hundred requests are allowed that eight threads count at once."""
    count = partial(open_limiter("memory://").hit, RateLimitItemPerMinute(20), "client")
    with ThreadPoolExecutor(8) as pool:
        return sum(hit.result() for hit in [pool.submit(count) for _ in range(100)])


def test_no_count_is_lost_between_threads():
    """Threads take turns after each step of the interpreter, or nearly so."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        allowed = {allowed_of_a_hundred() for _ in range(50)}
    finally:
        sys.setswitchinterval(interval)

    assert allowed == {20}
