"""A change page that is opened and saved changes nothing: no value, no mark, no date, no index."""

import json
from io import StringIO

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.urls import reverse

from cases.models import Passage, Theme
from tests.cases.parsing.sources import SAMPLE
from tests.factories import (
    make_book,
    make_case,
    make_critique,
    make_erratum,
    make_expert,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_theme,
)
from tests.forms import untouched
from tests.paths import FIXTURES

pytestmark = pytest.mark.django_db

WRITTEN_BY_A_VISIT = {"admin.logentry", "sessions.session"}
PAGES = 4
"""So many rows of each model, from all over its table."""
READ_ONLY = {"cases.importedrow", "search.failedsearch"}
EDITABLE = [model for model in admin.site._registry if model._meta.label_lower not in READ_ONLY]


@pytest.fixture(scope="module")
def stocked(shipped_rows, django_db_blocker):
    """The shipped book, a book with its text, and the words of the search."""
    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    with django_db_blocker.unblock():
        call_command("import_book", str(SAMPLE), "--slug", "sample", **quiet)
        call_command("load_synonyms", **quiet)


def all_rows():
    """Every row of every table, by the name of the model."""
    return {
        model._meta.label_lower: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label_lower not in WRITTEN_BY_A_VISIT
    }


def save_untouched(client, row):
    """Open the change page of a row and press the button; return how often that was noted."""
    label = row._meta
    url = reverse(f"admin:{label.app_label}_{label.model_name}_change", args=[row.pk])
    fields = untouched(client.get(url), f"{label.model_name}_form")
    response = client.post(url, fields)
    assert response.status_code == 302, response.context["errors"]
    return LogEntry.objects.latest("pk").get_change_message()


def check_untouched(client, row):
    before = all_rows()

    noted = save_untouched(client, row)

    assert noted == "没有字段被修改。"
    assert all_rows() == before


@pytest.mark.parametrize("model", EDITABLE, ids=lambda model: model._meta.label_lower)
def test_an_untouched_page_changes_nothing(stocked, admin_client, model):
    keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))

    for key in keys[:: max(1, len(keys) // PAGES)]:
        check_untouched(admin_client, model._base_manager.get(pk=key))


def make_odd_rows():
    """Rows with values that the forms would write otherwise."""
    words = [" 一 ", "二", "二", "三\n四", ""]
    hubei = make_place("湖北省 ", aliases=words, note=" 省\t", code="")
    case = make_case(place=hubei, title=" 智慧\n武汉：互联 ", english_title=" ")
    make_critique(case, affiliation_as_printed=" 院长\n")
    make_fact(case, statement=" 三百二十家。 ", value="-0.7500", period="", unit=" 家")
    passage = make_passage(text="\n甲\t乙\n丙\r\n丁\r戊 \n\n", marker=" ", kind="table")
    return [
        *(hubei, case, case.facts.get(), case.critiques.get(), passage, passage.section),
        *(make_book(notices=words, price="36.50", sheets="4.250"), make_erratum(note=" 注 ")),
        *(make_expert("徐 明 ", aliases=words), make_organisation("某 大学 ", aliases=words)),
        make_theme("主题 ", title_words=words),
    ]


def test_values_that_forms_tidy_stay_as_they_are(admin_client):
    for row in make_odd_rows():
        check_untouched(admin_client, row)


def test_a_load_goes_on_to_refresh_what_was_saved_untouched(admin_client, tmp_path):
    load_themes(tmp_path, title_words=["灯杆 ", "灯杆"])
    save_untouched(admin_client, Theme.objects.get(slug="big-data"))

    load_themes(tmp_path, title_words=["路灯"])

    theme = Theme.objects.get(slug="big-data")
    assert theme.title_words == ["路灯"]
    assert theme.edited_fields == []


def load_themes(folder, **values):
    """The shipped themes, all with these values."""
    themes = json.loads((FIXTURES / "themes.json").read_text("utf-8"))
    changed = [item | {"fields": item["fields"] | values} for item in themes]
    (folder / "themes.json").write_text(json.dumps(changed), "utf-8")
    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    call_command("load_book", str(folder / "themes.json"), **quiet)


def test_a_table_that_was_saved_untouched_is_refreshed_by_its_source(
    stocked, admin_client, tmp_path
):
    table = Passage.objects.filter(kind="table").first()
    save_untouched(admin_client, table)
    second_row = table.text.split("\n")[1]
    lines = SAMPLE.read_text("utf-8").split("\n")
    lines[table.source_line] += "九"
    source = tmp_path / "book.txt"
    source.write_text("\n".join(lines), "utf-8")

    call_command(
        "import_book", str(source), "--slug", "sample", stdout=StringIO(), stderr=StringIO()
    )

    table.refresh_from_db()
    assert f"{second_row}九" in table.text


def test_line_ends_of_a_browser_are_not_stored(admin_client):
    passage = make_passage(text="甲\n乙", kind="table")
    url = reverse("admin:cases_passage_change", args=[passage.pk])
    fields = untouched(admin_client.get(url), "passage_form")

    admin_client.post(url, fields | {"text": "甲\r\n丙"})

    passage.refresh_from_db()
    assert passage.text == "甲\n丙"
    assert passage.edited_fields == ["text"]
