"""Wrong passwords lock an account for the address that they came from, and for nobody else."""

import datetime as dt

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db.models import F

from casebook.core.cache import revision

pytestmark = pytest.mark.django_db

RIGHT = "right horse"
HERE, ELSEWHERE = "203.0.113.9", "198.51.100.7"
MD5 = "django.contrib.auth.hashers.MD5PasswordHasher"


@pytest.fixture(autouse=True)
def accounts(settings) -> None:
    """Two editors, whose passwords are checked fast."""
    settings.PASSWORD_HASHERS = [MD5]
    for name in ("editor", "colleague"):
        User.objects.create_user(name, password=RIGHT, is_staff=True)


def log_in(client, password=RIGHT, *, username="editor", address=HERE, **headers):
    form = {"username": username, "password": password, "next": "/admin/"}
    return client.post("/admin/login/", form, REMOTE_ADDR=address, headers=headers)


def fail(client, times=5, **options):
    """Wrong passwords; the last answer."""
    return [log_in(client, "wrong", **options) for _ in range(times)][-1]


def is_open(response) -> bool:
    """Whether the log-in succeeded; else it must have been refused because of a lock."""
    assert response.status_code in {302, 429}
    return response.status_code == 302


def pass_by(**time) -> None:
    """Let time pass, as if all that is recorded had happened earlier."""
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - dt.timedelta(**time))


def test_four_wrong_passwords_are_forgiven(client):
    assert fail(client, 4).status_code == 200

    assert is_open(log_in(client))


def test_the_fifth_locks_even_the_right_password_out_and_says_for_how_long(client):
    fifth = fail(client)

    locked = log_in(client)

    for response in (fifth, locked):
        assert response.status_code == 429
        assert 1 <= int(response["Retry-After"]) <= 60
        assert "请在 1 分钟后再试" in response.content.decode()
    assert client.get("/admin/").status_code == 302


def test_no_password_is_checked_during_a_lock(client, settings):
    """A right password in an old form is stored anew as soon as it is checked."""
    settings.PASSWORD_HASHERS = [MD5, "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    old = make_password(RIGHT, hasher="pbkdf2_sha256")
    User.objects.filter(username="editor").update(password=old)
    fail(client)

    log_in(client)
    assert User.objects.get(username="editor").password == old

    pass_by(minutes=2)
    log_in(client)
    assert User.objects.get(username="editor").password != old


def test_nobody_else_is_locked_out(client):
    fail(client)

    assert is_open(log_in(client, address=ELSEWHERE))
    assert is_open(log_in(client, username="colleague"))
    assert not is_open(log_in(client))


def test_the_log_in_opens_when_the_lock_ends(client):
    fail(client)

    pass_by(seconds=50)
    assert int(log_in(client)["Retry-After"]) <= 10

    pass_by(seconds=10)
    assert is_open(log_in(client))


def test_each_further_failure_locks_for_longer_up_to_a_quarter_of_an_hour(client):
    fail(client, 4)

    waits = []
    for _ in range(7):
        waits.append(round(int(fail(client, 1)["Retry-After"]) / 60))
        pass_by(minutes=waits[-1])

    assert waits == [1, 2, 4, 8, 15, 15, 15]


def test_a_success_begins_anew(client):
    fail(client, 4)
    log_in(client)

    assert fail(client, 4).status_code == 200


def test_failures_are_forgotten_after_an_hour_and_their_rows_deleted(client):
    fail(client, 4)
    fail(client, 4, username="colleague")
    pass_by(minutes=61)

    assert fail(client, 4).status_code == 200
    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["editor"]


def test_an_account_that_does_not_exist_answers_as_one_that_does(client):
    for username in ("editor", "nobody"):
        statuses = [fail(client, 1, username=username).status_code for _ in range(6)]

        assert statuses == [200] * 4 + [429] * 2
        assert "请在 1 分钟后再试" in log_in(client, username=username).content.decode()


@pytest.mark.parametrize("spelled", [" editor", "editor  ", "ｅｄｉｔｏｒ"])
def test_another_spelling_of_the_account_counts_as_the_same(client, spelled):
    fail(client, username=spelled)

    assert not is_open(log_in(client))


def test_another_case_is_another_account_which_no_password_opens(client):
    assert log_in(client, username="EDITOR").status_code == 200


def test_another_browser_counts_as_the_same(client):
    for number in range(5):
        fail(client, 1, user_agent=f"Browser/{number}")

    assert not is_open(log_in(client))


def test_no_more_is_recorded_than_is_counted(client):
    fail(client, user_agent="Browser/1", accept="text/html")

    [attempt] = AccessAttempt.objects.all()
    assert (attempt.username, attempt.ip_address) == ("editor", HERE)
    assert (attempt.user_agent, attempt.http_accept) == ("", "")
    assert "editor" not in attempt.post_data
    assert "wrong" not in attempt.post_data


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [(0, "{forged}", HERE), (1, f"{{forged}}, {HERE}", "127.0.0.1")],
)
def test_a_forged_address_neither_evades_the_lock_nor_locks_others_out(
    client, settings, proxies, forwarded, address
):
    settings.TRUSTED_PROXIES = proxies

    def attempt(password, forged):
        return log_in(
            client, password, address=address, x_forwarded_for=forwarded.format(forged=forged)
        )

    for number in range(5):
        attempt("wrong", f"198.51.100.{number}")
    for _ in range(5):
        attempt("wrong", ELSEWHERE)

    assert not is_open(attempt(RIGHT, "198.51.100.99"))
    victim = {"x_forwarded_for": ELSEWHERE} if proxies else {}
    assert is_open(log_in(client, address=address if proxies else ELSEWHERE, **victim))


def test_clients_of_one_proxy_are_told_apart(client, settings):
    settings.TRUSTED_PROXIES = 1
    fail(client, address="127.0.0.1", x_forwarded_for=HERE)

    assert not is_open(log_in(client, address="127.0.0.1", x_forwarded_for=HERE))
    assert is_open(log_in(client, address="127.0.0.1", x_forwarded_for=ELSEWHERE))


def test_a_network_of_one_customer_is_one_address(client):
    fail(client, address="2001:db8:1:2::3")

    assert not is_open(log_in(client, address="2001:db8:1:2:ffff::4"))
    assert is_open(log_in(client, address="2001:db8:1:3::3"))


@pytest.mark.parametrize("address", ["", "unix:", "203.0.113.9:4711", "x" * 300])
def test_a_client_without_a_readable_address_is_counted_too(client, address):
    fail(client, address=address)

    assert not is_open(log_in(client, address=address))
    assert is_open(log_in(client))
    assert AccessAttempt.objects.get().ip_address is not None  # else two could stand for one client


def test_an_operator_ends_a_lock(client):
    fail(client)

    call_command("axes_reset_username", "editor")

    assert is_open(log_in(client))


def test_failures_are_no_change_of_content(client):
    before = revision.current()

    fail(client)

    assert revision.current() == before
