"""A document that cannot be indexed is kept with its error, is reported, and delays no other."""

import fcntl
from contextlib import contextmanager
from datetime import timedelta

import psycopg2
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from casebook.background_worker import Worker
from cases.models import Place
from search.indexing.outbox import apply_waiting
from search.indexing.rebuild import check, rebuild
from search.models import FailedDocument
from search.query.query import Query
from search.service.active_index import get_index
from tests.factories import make_case, make_place

pytestmark = pytest.mark.django_db(transaction=True)

UNFIT = [7]
"""Other names of a place, as JSON lets an editor write them, that are no texts."""


def found(text: str) -> list[str]:
    return [hit.slug for hit in get_index().search(Query(text)).hits]


def when_due() -> None:
    """As if the time had come to try again."""
    FailedDocument.objects.update(retry_at=timezone.now() - timedelta(seconds=1))


@pytest.fixture
def place(build):
    place = make_place("甲州省", slug="jiazhou")
    build()
    return place


@pytest.fixture
def unfit(place):
    """A place whose document cannot be made, saved together with a case that is in order."""
    with transaction.atomic():
        place.aliases = UNFIT
        place.save()
        make_case(title="智慧云梦", slug="yunmeng")
    apply_waiting()
    return place


def test_it_is_kept_with_its_error_and_the_rest_is_applied(unfit):
    failed = FailedDocument.objects.get()

    assert (failed.kind, failed.object_id, failed.attempts) == ("place", unfit.pk, 1)
    assert failed.error.startswith("TypeError: ")
    assert failed.retry_at > timezone.now()
    assert found("云梦") == ["yunmeng"]


def test_the_document_that_was_there_stays(unfit):
    assert found("甲州省") == ["jiazhou"]


def test_readyz_and_check_index_name_it(unfit, client, capsys):
    response = client.get("/readyz")
    with pytest.raises(SystemExit):
        call_command("check_index")

    named = f"1 change(s) cannot be indexed, first place {unfit.pk} (TypeError: "
    assert response.status_code == 503
    assert named in response.content.decode()
    assert named in capsys.readouterr().err


def test_a_request_that_changes_it_again_does_not_try_it(unfit):
    unfit.save()

    assert FailedDocument.objects.get().attempts == 1


def test_the_worker_tries_what_changed_again_at_once(unfit):
    unfit.save()

    problems = Worker().work()

    assert len(problems) == 1
    assert FailedDocument.objects.get().attempts == 2


def test_the_worker_tries_it_again_when_its_time_has_come_and_ever_later(unfit):
    assert Worker().work() == []
    when_due()
    problems = Worker().work()

    failed = FailedDocument.objects.get()
    assert problems == ["TypeError: object of type 'int' has no len()"] == [failed.error]
    assert failed.attempts == 2
    assert failed.retry_at > timezone.now() + timedelta(seconds=2)


def test_the_worker_heals_it_when_the_cause_is_gone(unfit, client):
    Place.objects.filter(pk=unfit.pk).update(aliases=["甲国"])
    when_due()

    assert Worker().work() == []

    assert found("甲国") == ["jiazhou"]
    assert check().is_clean
    assert client.get("/readyz").status_code == 200


def test_a_repair_tries_it_again_at_once(unfit):
    Place.objects.filter(pk=unfit.pk).update(aliases=["甲国"])

    call_command("check_index", repair=True, verbosity=0)

    assert found("甲国") == ["jiazhou"]


def test_a_rebuild_leaves_it_out_and_keeps_it(unfit):
    rebuild()

    assert found("云梦") == ["yunmeng"]
    assert found("甲州省") == []
    assert FailedDocument.objects.get().error.startswith("TypeError: ")


def test_a_rebuild_in_which_hundreds_fail_leaves_the_active_index(build):
    make_case(title="智慧云梦", slug="yunmeng")
    build()
    Place.objects.bulk_create(
        Place(slug=f"p-{n}", name="甲省", level="province", path=f"/p-{n}/", aliases=UNFIT)
        for n in range(120)
    )

    with pytest.raises(TypeError):
        rebuild()

    assert found("云梦") == ["yunmeng"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL takes no such text")
def test_a_row_that_cannot_even_be_read_holds_no_other_up(build):
    places = [make_place(f"甲{number}省", slug=f"p-{number}") for number in range(9)]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_place SET note = CAST(x'ff' AS TEXT) WHERE slug = 'p-4'")

    build()

    assert found("甲3省") == ["p-3"]
    failed = FailedDocument.objects.get()
    assert (failed.kind, failed.object_id) == ("place", places[4].pk)


# --- An index that cannot be written ---------------------------------------------------------


@pytest.fixture
def unwritable(place, tmp_path):
    """Where the engine looks for its lock there is a folder, whose name is no secret."""
    lock = tmp_path / "index" / "writing.lock"
    lock.unlink()
    lock.mkdir()
    return lock


def test_what_an_index_cannot_take_waits_and_is_named_without_our_path(unwritable, client):
    case = make_case(title="智慧云梦")
    with pytest.raises(IsADirectoryError):
        apply_waiting()

    text = client.get("/readyz").content.decode()

    assert f"first case {case.pk} (IsADirectoryError: " in text
    assert str(unwritable.parent) not in text


def test_the_worker_puts_it_in_when_the_index_can_be_written_again(unwritable):
    make_case(title="智慧云梦", slug="yunmeng")
    before = Worker().work()
    unwritable.rmdir()
    when_due()

    after = Worker().work()

    assert len(before) == 1
    assert after == []
    assert found("云梦") == ["yunmeng"]
    assert check().is_clean


# --- An editor never waits ------------------------------------------------------------------


@pytest.mark.parametrize("name", ["outbox.lock", "index/writing.lock", "rebuild.lock"])
def test_an_edit_does_not_wait_while_another_process_writes_to_the_index(place, tmp_path, name):
    with (tmp_path / name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        make_case(title="智慧云梦")

    assert found("云梦") == []
    assert Worker().work() == []
    assert len(found("云梦")) == 1
    assert check().is_clean


@contextmanager
def another_transaction():
    """One of another program, which has just written to the database and goes on."""
    settings = connection.settings_dict
    names = {
        "dbname": "NAME",
        "user": "USER",
        "password": "PASSWORD",
        "host": "HOST",
        "port": "PORT",
    }
    other = psycopg2.connect(**{name: settings[key] for name, key in names.items()})
    other.cursor().execute("UPDATE casebook_contentrevision SET mark = mark")
    try:
        yield
    finally:
        other.close()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's test database is in memory")
def test_an_edit_does_not_wait_for_a_transaction_that_began_meanwhile(place):
    other = another_transaction()
    with transaction.atomic():
        transaction.on_commit(other.__enter__)
        make_case(title="智慧云梦")
    other.__exit__(None, None, None)

    assert Worker().work() == []
    assert len(found("云梦")) == 1
