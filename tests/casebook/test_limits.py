"""So many requests a minute from one address; every answer says what is left."""

import subprocess
import sys

import pytest

from casebook.limits.counters import Counters
from casebook.limits.rates import client_of, network_of
from tests.paths import ROOT
from tests.rates import left

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases/"


@pytest.fixture(autouse=True)
def three_a_minute(settings, tmp_path):
    """Few requests, counted afresh, in a minute that has some time left."""
    settings.DATA_DIR = tmp_path
    settings.RATE_LIMIT = 3


def test_every_answer_says_what_is_left(client):
    answers = [client.get(address) for address in (CASES, "/cases/", "/nowhere/")]

    assert {answer["RateLimit-Policy"] for answer in answers} == {'"minute";q=3;w=60'}
    assert [left(answer) for answer in answers] in ([2, 1, 0], [2, 1, 2], [2, 2, 1])


def exhausted(client, address=CASES):
    """The first answer that is refused; a minute may turn meanwhile."""
    return next(
        answer for answer in (client.get(address) for _ in range(9)) if answer.status_code != 200
    )


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


COUNT = """
import sys
from pathlib import Path
from casebook.limits.counters import Counters
counters = Counters(Path(sys.argv[1]))
for _ in range(500):
    counters.count("one", 7)
"""


def test_no_count_is_lost_between_processes(tmp_path):
    path = tmp_path / "counts"
    command = [sys.executable, "-c", COUNT, str(path)]

    running = [subprocess.Popen(command, cwd=ROOT) for _ in range(4)]

    assert [process.wait() for process in running] == [0, 0, 0, 0]
    assert Counters(path).count("one", 7) == 2001


def test_a_new_minute_counts_afresh(tmp_path):
    counters = Counters(tmp_path / "counts")

    counts = [counters.count("one", window) for window in (7, 7, 8)]

    assert counts == [1, 2, 1]


def test_many_names_keep_their_own_counts(tmp_path):
    counters = Counters(tmp_path / "counts")
    names = [f"198.51.{number // 256}.{number % 256}" for number in range(10_000)]

    counts = [counters.count(name, 7) for name in names for _ in range(2)]

    assert counts == [1, 2] * len(names)
