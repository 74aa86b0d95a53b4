"""The content revision moves with every change, whoever makes it."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from casebook import revision
from casebook.triggers import ALSO_SHOWN, NOT_SHOWN, content_tables, look_after, triggers
from cases.models import Case, Place
from experts.models import Expert
from search.models import OutboxEntry
from tests.conftest import FIXTURES
from tests.factories import make_case, make_fact, make_place

pytestmark = pytest.mark.django_db


def mark() -> int:
    return revision.current().mark


@pytest.fixture
def moves():
    """Whether the revision moved since this was last asked."""
    seen = [mark()]

    def ask() -> bool:
        seen.append(mark())
        return seen[-1] != seen[-2]

    return ask


def test_every_table_of_content_has_its_triggers():
    shown = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in {"experts", "cases"}
    }
    with connection.cursor() as cursor:
        query = (
            "SELECT event_object_table FROM information_schema.triggers"
            if connection.vendor == "postgresql"
            else "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
        )
        cursor.execute(f"{query}")
        watched = {table for (table,) in cursor.fetchall()}

    assert shown - watched == {"cases_importedrow"}
    assert {"search_synonym", "search_outboxentry"} <= watched
    assert {"cases.importedrow"} == NOT_SHOWN
    assert len(content_tables()) == len(shown) - 1 + len(ALSO_SHOWN)


def test_a_new_a_changed_and_a_deleted_row_move_it(moves):
    expert = Expert.objects.create(slug="xu-ming", name="徐明")
    assert moves()

    Expert.objects.filter(pk=expert.pk).update(name="徐鸣")
    assert moves()

    expert.delete()
    assert moves()


def test_rows_in_bulk_move_it(moves):
    Expert.objects.bulk_create([Expert(slug="a", name="甲"), Expert(slug="b", name="乙")])

    assert moves()


def test_rows_that_are_there_already_do_not_hinder_it(moves):
    Expert.objects.create(slug="a", name="甲")
    moves()

    Expert.objects.bulk_create(
        [Expert(slug="a", name="甲"), Expert(slug="b", name="乙")], ignore_conflicts=True
    )

    assert moves()


def test_sql_by_hand_moves_it(moves):
    make_place(slug="wuhan")
    moves()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_place SET note = 'x' WHERE slug = 'wuhan'")

    assert moves()


def test_a_tie_between_rows_moves_it(moves):
    fact, place = make_fact(), make_place()
    moves()

    fact.places.add(place)

    assert moves()


def test_a_load_moves_it_and_the_same_load_again_does_not(moves):
    call_command("load_book", str(FIXTURES / "places.json"), verbosity=0)
    assert moves()
    assert Place.objects.exists()

    call_command("load_book", str(FIXTURES / "places.json"), verbosity=0)
    assert not moves()


def test_what_has_reached_the_index_moves_it(moves):
    entry = OutboxEntry.objects.create(kind="case", object_id=1)
    moves()

    entry.delete()

    assert moves()


def test_reading_does_not_move_it(client, moves):
    make_case()
    moves()

    client.get("/cases/")

    assert not moves()


def test_a_change_that_is_taken_back_leaves_it_as_it_was():
    before = mark()

    with transaction.atomic():
        make_case()
        within = mark()
        transaction.set_rollback(True)

    assert mark() == before
    assert within != before


def test_it_is_told_by_one_look_at_one_row(django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        revision.current()

    assert "casebook_contentrevision" in asked.captured_queries[0]["sql"]


def test_a_trigger_that_a_migration_dropped_comes_back(moves):
    case = make_case()
    names = [name for name, _ in triggers(connection.vendor, ["cases_case"], ["cases_case"])]
    with connection.cursor() as cursor:
        for name in names:
            on_table = " ON cases_case" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on_table}")
    moves()
    Case.objects.filter(pk=case.pk).update(title="无人察觉")
    assert not moves()

    look_after()
    assert moves()

    Case.objects.filter(pk=case.pk).update(title="有人察觉")
    assert moves()
