"""English names are our own translation, and say so wherever they stand."""

import pytest

from cases.models import Case, Part, Place, Theme
from experts.models import Organisation
from tests.factories import make_case, make_organisation
from tests.pages import read

pytestmark = pytest.mark.django_db

OURS = {"origin": "editor", "rule": "本站自拟，原书没有", "person": "本站编辑"}


def test_a_page_marks_the_translation_and_its_language(client):
    case = make_case(english_title="Smart Gaoqing")

    page = read(client.get(case.get_absolute_url()))

    assert "Smart Gaoqing 编 本站译名" in page.text
    assert any(tag == "span" and has.get("lang") == "en" for tag, has in page.elements)


def test_the_api_names_the_editors_as_its_source(client):
    make_case(slug="towns-03", english_title="Smart Gaoqing")
    make_organisation(slug="tsinghua", english_name="Tsinghua University")

    case = client.get("/api/v1/cases/towns-03/").json()
    body = client.get("/api/v1/organisations/tsinghua/").json()

    assert case["english_title"] == "Smart Gaoqing"
    assert case["sources"]["english_title"] == OURS
    assert body["sources"]["english_name"] == OURS


def test_a_row_without_a_translation_has_no_source_for_it(client):
    make_organisation(slug="tsinghua")

    assert "english_name" not in client.get("/api/v1/organisations/tsinghua/").json()["sources"]


def test_everything_shipped_has_an_english_name_and_every_organisation_a_kind(shipped_book):
    assert shipped_book.english_title
    assert not Case.objects.filter(english_title="").exists()
    assert not Part.objects.filter(english_title="").exists()
    assert not Place.objects.filter(english_name="").exists()
    assert not Theme.objects.filter(english_name="").exists()
    assert not Organisation.objects.filter(english_name="").exists()
    assert not Organisation.objects.filter(kind="").exists()


def test_an_english_page_has_a_badge_for_the_translation_and_one_for_the_printed_title(client):
    case = make_case(title="智慧高青", english_title="Smart Gaoqing", origin="book", source_line=7)

    page = read(client.get(f"/en{case.get_absolute_url()}"))

    assert "Smart Gaoqing E Our translation" in page.text
    assert "智慧高青 B Printed in the book · line 7" in page.text
