"""Every form of the admin rejects control characters with a message that names the position."""

import pytest
from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from casebook.core.provenance import Origin
from cases.models import Case
from search.models import DictionaryWord, StopWord, Synonym
from tests.factories import (
    make_affiliation,
    make_case,
    make_contribution,
    make_critique,
    make_erratum,
    make_expert,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_reference,
    make_seat,
    make_section,
    make_theme,
)
from tests.forms import untouched

pytestmark = pytest.mark.django_db

READ_ONLY = {"cases.importedrow", "search.failedsearch"}
EDITABLE = [model for model in admin.site._registry if model._meta.label_lower not in READ_ONLY]


@pytest.fixture
def one_of_each(admin_user):
    place = make_place("湖北省")
    case = make_case(place=place, themes=[make_theme()])
    critique = make_critique(case, make_expert())
    body = make_organisation()
    make_seat(body, place)
    make_affiliation(critique.expert, organisation=body)
    make_contribution(case.book)
    make_erratum(case.book)
    make_passage(make_section(case=case))
    make_fact(case, origin=Origin.PUBLIC, reference=make_reference())
    Group.objects.create(name="编辑")
    DictionaryWord.objects.create(word="灯杆")
    StopWord.objects.create(word="的")
    Synonym.objects.create(term="城管", also="城市管理")


def url_of(model, action, *keys):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{action}", args=keys)


def texts_in(response):
    """The fields for text of a page, those of rows within it too."""
    context = response.context
    inlines = [each.formset for each in context["inline_admin_formsets"]]
    all_forms = [context["adminform"].form, *(form for each in inlines for form in each.forms)]
    return {
        field.html_name: field
        for form in all_forms
        for field in form
        if isinstance(field.field, forms.CharField)
    }


def complaints(response):
    return " ".join(str(error) for error in response.context["errors"])


@pytest.mark.parametrize("model", EDITABLE, ids=lambda model: model._meta.label_lower)
def test_a_control_character_is_refused_in_every_field_for_text(one_of_each, admin_client, model):
    url = url_of(model, "change", model._base_manager.first().pk)
    page = admin_client.get(url)
    fields = untouched(page, f"{model._meta.model_name}_form")

    refused = admin_client.post(url, fields | dict.fromkeys(texts_in(page), "甲\x0b乙"))

    assert refused.status_code == 200
    for name, field in texts_in(refused).items():
        assert "第 2 个字符是不可见的控制字符 U+000B，请删去。" in "".join(field.errors), name


def save_title(client, title):
    case = Case.objects.first() or make_case()
    url = url_of(Case, "change", case.pk)
    fields = untouched(client.get(url), "case_form")
    return client.post(url, fields | {"title": title})


@pytest.mark.parametrize(
    "character",
    [
        *"\x00\x01\x08\x0b\x0c\x1f\x7f\x80\x85\x9f\u2028\u2029\u202a\u202e\u2066\u2069\ufffe\uffff\t\n"
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_each_such_character_is_named_by_its_number(admin_client, character):
    response = save_title(admin_client, f"智慧{character}武汉")

    code = f"U+{ord(character):04X}"
    assert f"第 3 个字符是不可见的控制字符 {code}，请删去。" in complaints(response)
    assert not Case.objects.filter(title__contains=character.replace("\x00", "?")).exists()


@pytest.mark.parametrize(
    "title", ["智慧武汉：a\u00a0b\u3000c", "𠮷野👩\u200d💻", "智慧武汉\t\r\n", " 武汉"]
)
def test_blanks_joiners_and_what_a_copied_cell_brings_along_are_no_such_characters(
    admin_client, title
):
    assert save_title(admin_client, title).status_code == 302

    assert Case.objects.get().title == title.strip()


def test_in_several_lines_the_line_is_named_too(admin_client):
    passage = make_passage(text="甲\n乙丙", kind="table")
    url = url_of(type(passage), "change", passage.pk)
    fields = untouched(admin_client.get(url), "passage_form")

    refused = admin_client.post(url, fields | {"text": "甲\t一\r\n乙\u202e丙"})
    accepted = admin_client.post(url, fields | {"text": "甲\t一\r\n乙丙"})

    assert "第 2 行第 2 个字符是不可见的控制字符 U+202E，请删去。" in complaints(refused)
    assert accepted.status_code == 302


def test_a_list_of_words_is_not_split_at_such_characters(admin_client):
    expert = make_expert("徐明", aliases=["徐 明"])
    url = url_of(type(expert), "change", expert.pk)
    fields = untouched(admin_client.get(url), "expert_form")

    line = admin_client.post(url, fields | {"aliases": "徐 明\r\n老\u2028徐"})
    tab = admin_client.post(url, fields | {"aliases": "徐 明\r\n老徐\t小徐"})

    assert "第 2 行第 2 个字符是不可见的控制字符 U+2028，请删去。" in complaints(line)
    assert "第 2 行第 3 个字符是不可见的控制字符 U+0009，请删去。" in complaints(tab)


def test_new_rows_are_looked_at_as_well(admin_client):
    for model, fields in (
        (StopWord, {"word": "甲\x0b乙"}),
        (Group, {"name": "甲\x0b乙"}),
        (type(make_expert()), {"name": "甲\x0b乙", "slug": "jia-yi"}),
    ):
        page = admin_client.get(url_of(model, "add"))
        sent = untouched(page, f"{model._meta.model_name}_form")
        response = admin_client.post(url_of(model, "add"), sent | fields)

        assert "第 2 个字符是不可见的控制字符 U+000B，请删去。" in complaints(response)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.org/a", "data:text/html,a"]
)
def test_an_address_begins_with_http(admin_client, address):
    reference = make_reference()
    url = url_of(type(reference), "change", reference.pk)
    fields = untouched(admin_client.get(url), "reference_form")

    response = admin_client.post(url, fields | {"url": address})

    assert "URL" in complaints(response)
