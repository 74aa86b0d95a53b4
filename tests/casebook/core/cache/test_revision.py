"""The content revision moves with every change, whoever makes it."""

import pytest
from django.core.management import call_command
from django.db import transaction

from casebook.core.cache import revision
from cases.models import Place
from experts.models import Expert
from search.models import StopWord
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


def test_a_tie_between_rows_moves_it(moves):
    fact, place = make_fact(), make_place()
    moves()

    fact.places.add(place)
    assert moves()

    fact.places.add(place)
    assert not moves()

    fact.places.set([])
    assert moves()


def test_a_load_moves_it_and_the_same_load_again_does_not(moves):
    call_command("load_book", str(FIXTURES / "places.json"), verbosity=0)
    assert moves()
    assert Place.objects.exists()

    call_command("load_book", str(FIXTURES / "places.json"), verbosity=0)
    assert not moves()


def test_words_of_the_search_move_it(moves):
    word = StopWord.objects.create(word="的确")
    assert moves()

    word.delete()
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
