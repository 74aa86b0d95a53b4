"""Rows of content bear the time of the last change of themselves, or of what their page shows."""

import datetime as dt

import pytest
from django.apps import apps

from casebook.core.content import ContentModel, ContentQuerySet
from cases.models import Case, CasePlace, Contribution, Passage
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


CONTENT = [model for model in apps.get_models() if issubclass(model, ContentModel)]


def forget():
    """Let everything be as old as it can be, so that a change stands out."""
    for model in CONTENT:
        model.objects.update(updated_at=LONG_AGO)


def is_new(row):
    row.refresh_from_db()
    return row.updated_at != LONG_AGO


def test_a_new_row_is_dated_now():
    before = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=5)

    case = make_case()

    case.refresh_from_db()
    assert before < case.updated_at < before + dt.timedelta(minutes=5)


def test_an_update_past_the_models_is_seen():
    case, other = make_case(), make_case()
    forget()

    Case.objects.filter(pk=case.pk).update(title="改过的题名")

    assert is_new(case)
    assert not is_new(other)


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

    assert is_new(case)


def test_taking_a_place_away_dates_the_case_and_the_place():
    place = make_place()
    case = make_case(place=place)
    forget()

    CasePlace.objects.filter(case=case).delete()

    assert is_new(case)
    assert is_new(place)


def test_a_row_that_moves_dates_where_it_was_and_where_it_is():
    old, new = make_place(), make_place()
    link = make_case(place=old).case_places.get()
    forget()

    CasePlace.objects.filter(pk=link.pk).update(place=new)

    assert is_new(old)
    assert is_new(new)


def test_a_paragraph_dates_its_section():
    passage = make_passage()
    forget()

    Passage.objects.filter(pk=passage.pk).update(text="另一句话。")

    assert is_new(passage.section)


def test_a_relation_of_many_dates_both_ends():
    fact, place = make_fact(), make_place()
    forget()

    fact.places.add(place)

    assert is_new(fact)
    assert is_new(place)


def test_rows_in_bulk_date_what_they_hang_on_and_those_that_go_do():
    case = make_case()
    link = CasePlace(case=case, place=make_place())
    forget()

    CasePlace.objects.bulk_create([link])
    assert is_new(case)
    assert is_new(link.place)

    forget()
    link.delete()
    assert is_new(case)


def test_many_rows_that_are_updated_at_once_are_dated():
    passages = [make_passage(), make_passage()]
    forget()
    for passage in passages:
        passage.text = "另一句话。"

    Passage.objects.bulk_update(passages, ["text"])

    assert all(map(is_new, passages))
    assert all(is_new(passage.section) for passage in passages)


def test_what_is_touched_is_a_row_with_a_date():
    touched = {
        model._meta.get_field(name).related_model for model in CONTENT for name in model.touches
    }

    assert touched <= set(CONTENT)
    assert set(Contribution.touches) == {"book", "expert", "organisation"}


def test_every_model_that_pages_show_is_one_of_content():
    models = {
        model._meta.label_lower
        for model in apps.get_models()
        if model._meta.app_label in {"experts", "cases"}
    }

    assert models - {model._meta.label_lower for model in CONTENT} == {"cases.importedrow"}
    assert all(isinstance(model.objects.all(), ContentQuerySet) for model in CONTENT)
