"""Each index remembers the last outbox entry it holds; one that is too far behind is rebuilt."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casebook.background_worker import Worker
from casebook.core.cache import revision
from casebook.core.file_locks import machine_name
from search.indexing.index_position import (
    RETENTION,
    failing,
    position,
    position_file,
    waiting,
)
from search.indexing.outbox import apply_waiting
from search.indexing.rebuild import check
from search.models import OutboxEntry, SearchIndex
from search.query.query import Query
from search.service.active_index import get_backend, get_index
from tests.factories import make_case, make_place

pytestmark = pytest.mark.django_db(transaction=True)

LONG_AGO = timezone.now() - RETENTION - timedelta(days=1)


@pytest.fixture(autouse=True)
def built(build):
    make_case(title="智慧云梦", slug="yunmeng")
    build()


@pytest.fixture
def another():
    """The index of another machine that holds nothing of what comes now."""
    applied = position().pk
    return SearchIndex.objects.create(name="other", applied=applied, seen_at=timezone.now())


def index_version() -> str:
    return get_backend().info().version


def found(text: str) -> list[str]:
    return [hit.slug for hit in get_index().search(Query(text)).hits]


def test_entries_stay_until_every_index_has_them(another):
    make_place("甲州市")
    Worker().work()

    assert not waiting().exists()
    assert OutboxEntry.objects.count() == 2

    SearchIndex.objects.filter(pk=another.pk).update(applied=position().pk)
    make_place("乙州市")
    Worker().work()

    assert OutboxEntry.objects.count() == 2


def test_entries_go_after_a_week_although_an_index_lacks_them(another):
    make_place("甲州市")
    waiting().update(created_at=LONG_AGO)
    make_place("乙州市")

    Worker().work()

    assert not OutboxEntry.objects.filter(created_at=LONG_AGO).exists()
    assert SearchIndex.objects.filter(name="other").exists()


def test_an_index_that_was_not_seen_for_a_week_is_forgotten(another):
    SearchIndex.objects.filter(pk=another.pk).update(seen_at=LONG_AGO)
    make_place("甲州市")

    Worker().work()

    assert OutboxEntry.objects.get() == position()
    assert not SearchIndex.objects.filter(name="other").exists()


def gone() -> None:
    OutboxEntry.objects.all().delete()


def of_another_database() -> None:
    OutboxEntry.objects.filter(pk=position().pk).update(created_at=LONG_AGO)


def no_file() -> None:
    position_file().unlink()


def forgotten() -> None:
    SearchIndex.objects.all().delete()


def no_text() -> None:
    position_file().write_bytes(b"\xff\xfe")


def no_time() -> None:
    position_file().write_text(f"{position().pk} gestern {machine_name()}")


@pytest.mark.parametrize("spoil", [gone, forgotten, of_another_database, no_file, no_text, no_time])
def test_an_index_whose_position_is_not_in_the_outbox_is_rebuilt(client, spoil):
    before = index_version()
    spoil()

    text = client.get("/readyz").content.decode()
    checked = check()
    assert Worker().work() == []

    assert text.startswith("index: lacks changes that are no longer in the outbox; ")
    assert not checked.is_clean
    assert index_version() != before
    assert check().is_clean
    assert client.get("/readyz").content == b"ready\n"


def test_until_then_nothing_is_applied_to_it():
    gone()
    make_case(title="交通治理")

    apply_waiting()

    assert found("交通") == []


def test_a_process_killed_before_it_told_the_database_does_no_harm():
    make_case(title="智慧交通", slug="traffic")
    Worker().work()
    SearchIndex.objects.update(applied=position().pk - 1)
    before = revision.current().mark

    Worker().work()

    assert SearchIndex.objects.get().applied == position().pk
    assert revision.current().mark != before


def test_an_index_that_was_moved_takes_along_what_failed_in_it():
    unfit = make_place("甲州市", aliases=[7])
    Worker().work()
    text = position_file().read_text("utf-8")
    position_file().write_text(text.replace(machine_name(), "another machine:/data"), "utf-8")
    SearchIndex.objects.update(name="another machine:/data")
    before = index_version()

    assert Worker().work() == []

    assert index_version() == before
    assert [failed.object_id for failed in failing()] == [unfit.pk]


def test_a_quiet_site_stays_known_without_a_change_of_its_pages():
    SearchIndex.objects.update(seen_at=timezone.now() - timedelta(hours=2))
    before = revision.current().mark

    Worker().work()

    assert SearchIndex.objects.get().seen_at > timezone.now() - timedelta(minutes=1)
    assert revision.current().mark == before


def test_readyz_names_what_waits_and_since_when(client):
    make_place("甲州市")
    make_place("乙州市")
    first = waiting().first().created_at

    response = client.get("/readyz")

    assert response.status_code == 200
    since = timezone.localtime(first)
    assert response.content.decode().startswith(
        f"ready\noutbox: 2 change(s) wait for the index since {since:%F %T}; "
    )
