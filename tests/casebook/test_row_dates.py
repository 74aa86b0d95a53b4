"""The day since when a page is as it is, whoever changed it."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import connection

from casebook.models import RowDate
from casebook.row_dates import SHOWN_BY, changed_at, look_after, triggers
from cases.models import Case, CasePlace, Passage, Place
from tests.factories import (
    make_case,
    make_case_theme,
    make_critique,
    make_fact,
    make_passage,
    make_place,
    make_section,
    make_theme,
)

pytestmark = pytest.mark.django_db

LONG_AGO = dt.datetime(2001, 2, 3, tzinfo=dt.UTC)


def forget():
    """Let everything be as old as it can be, so that a change stands out."""
    RowDate.objects.update(changed_at=LONG_AGO)


def is_new(kind, row):
    return changed_at(kind, [row.pk])[row.pk] != LONG_AGO


def test_a_new_row_is_dated_now():
    before = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=5)

    case = make_case()

    assert before < changed_at("case")[case.pk] < before + dt.timedelta(minutes=5)


def test_an_update_past_the_models_is_seen():
    case, other = make_case(), make_case()
    forget()

    Case.objects.filter(pk=case.pk).update(title="改过的题名")

    assert is_new("case", case)
    assert not is_new("case", other)


@pytest.mark.parametrize(
    "change",
    [
        lambda case: make_case_theme(case, make_theme()),
        make_critique,
        make_fact,
        lambda case: make_section(case=case),
    ],
)
def test_what_hangs_on_a_case_dates_the_case(change):
    case = make_case()
    forget()

    change(case)

    assert is_new("case", case)


def test_taking_a_place_away_dates_the_case_and_the_place():
    place = make_place()
    case = make_case(place=place)
    forget()

    CasePlace.objects.filter(case=case).delete()

    assert is_new("case", case)
    assert is_new("place", place)


def test_a_row_that_moves_dates_where_it_was_and_where_it_is():
    old, new = make_place(), make_place()
    link = make_case(place=old).case_places.get()
    forget()

    CasePlace.objects.filter(pk=link.pk).update(place=new)

    assert is_new("place", old)
    assert is_new("place", new)


def test_a_paragraph_dates_its_section():
    passage = make_passage()
    forget()

    Passage.objects.filter(pk=passage.pk).update(text="另一句话。")

    assert is_new("section", passage.section)


def test_a_relation_of_many_dates_both_ends():
    fact, place = make_fact(), make_place()
    forget()

    fact.places.add(place)

    assert is_new("fact", fact)
    assert is_new("place", place)


def test_a_lost_trigger_comes_back_and_rows_without_a_date_get_one():
    place = make_place()
    RowDate.objects.all().delete()
    with connection.cursor() as cursor:
        for name, _ in triggers(connection.vendor, "cases_place"):
            on = " ON cases_place" if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on}')

    look_after()

    assert place.pk in changed_at("place")
    forget()
    Place.objects.filter(pk=place.pk).update(note="改过")
    assert is_new("place", place)


def test_every_table_and_column_that_is_watched_is_there():
    tables = {
        model._meta.db_table: {field.column for field in model._meta.concrete_fields}
        for model in apps.get_models(include_auto_created=True)
    }

    assert {
        table: set(owners.values()) - tables.get(table, set()) for table, owners in SHOWN_BY.items()
    } == {table: set() for table in SHOWN_BY}
