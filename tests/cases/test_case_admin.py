"""The editors' admin: every table in Chinese, edits recorded, errors shown in the form."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from casebook.core.provenance import Origin
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_case_place,
    make_contribution,
    make_critique,
    make_erratum,
    make_expert,
    make_fact,
    make_organisation,
    make_part,
    make_passage,
    make_place,
    make_reference,
    make_section,
    make_theme,
)

pytestmark = pytest.mark.django_db

MODELS = [model for app in ("cases", "experts") for model in apps.get_app_config(app).get_models()]


def form_of(client, row):
    """What the change page of a row would send if nothing were touched."""
    response = client.get(change_url(row))
    assert response.status_code == 200
    context = response.context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    return {field.html_name: sent(field.value()) for form in forms for field in form}


def sent(value):
    """A value as a browser sends it."""
    if value is None or value is False:
        return ""
    if isinstance(value, list | tuple):
        return [getattr(item, "pk", item) for item in value]
    return getattr(value, "pk", value)


def change_url(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def save(client, row, **changes):
    return client.post(change_url(row), form_of(client, row) | changes)


def errors_of(response):
    """All that the forms of a page complain about."""
    assert response.status_code == 200, "the form was accepted"
    return " ".join(str(error) for error in response.context["errors"])


def test_every_table_is_in_the_admin_or_within_a_page_of_it():
    within = {inline.model for page in admin.site._registry.values() for inline in page.inlines}

    assert set(MODELS) - set(admin.site._registry) - within == set()


def make_one_of_each():
    """A row in every table, tied together."""
    place = make_place("武汉市", parent=make_place())
    case = make_case(place=place, themes=[make_theme()])
    critique = make_critique(case, make_expert())
    make_affiliation(critique.expert, organisation=make_organisation())
    make_contribution(case.book)
    make_erratum(case.book)
    make_passage(make_section(case=case))
    make_fact(case, origin=Origin.PUBLIC, reference=make_reference())


@pytest.mark.parametrize(
    "model", [model for model in MODELS if admin.site.is_registered(model)], ids=str
)
def test_each_table_can_be_listed_searched_and_opened(admin_client, model):
    make_one_of_each()
    stem = f"admin:{model._meta.app_label}_{model._meta.model_name}"

    listed = admin_client.get(reverse(f"{stem}_changelist"))
    found = admin_client.get(reverse(f"{stem}_changelist"), {"q": "徐"})
    opened = [admin_client.get(change_url(row)) for row in model.objects.all()]

    assert listed.status_code == 200
    assert found.status_code == 200
    assert "案例库编辑台" in listed.content.decode()
    assert {page.status_code for page in opened} <= {200}


def test_what_a_person_changes_is_remembered_as_the_editors(admin_client):
    case = make_case(part=make_part(), title="智慧高青：善政", start_page=56, source_line=203)

    save(admin_client, case, title="智慧高青：数字善政", start_page="57")

    case.refresh_from_db()
    assert case.edited_fields == ["start_page", "title"]
    assert case.source_of("title").origin == Origin.EDITOR
    assert case.source_of("name").origin == Origin.DERIVED
    assert case.origin == Origin.BOOK


def test_saving_without_a_change_remembers_nothing(admin_client):
    case = make_case(place=make_place(), themes=[make_theme()])
    make_critique(case)

    response = save(admin_client, case)

    case.refresh_from_db()
    assert response.status_code == 302
    assert case.edited_fields == []
    assert case.critiques.get().edited_fields == []
    assert case.case_places.get().edited_fields == []


def test_changes_in_rows_within_a_page_are_remembered_too(admin_client):
    case = make_case()
    make_critique(case, make_expert("徐明"), affiliation_as_printed="主任")

    save(admin_client, case, **{"critiques-0-affiliation_as_printed": "教授"})

    critique = case.critiques.get()
    assert critique.affiliation_as_printed == "教授"
    assert critique.edited_fields == ["affiliation_as_printed"]


def test_a_row_added_by_hand_is_the_editors(admin_client):
    case = make_case()
    expert = make_expert(slug="xu-ming")

    save(
        admin_client,
        case,
        **{
            "critiques-TOTAL_FORMS": "1",
            "critiques-0-case": case.pk,
            "critiques-0-order": "1",
            "critiques-0-expert": expert.pk,
            "critiques-0-name_as_printed": "徐明",
        },
    )

    critique = case.critiques.get()
    assert critique.origin == Origin.EDITOR
    assert critique.slug == f"{case.slug}-xu-ming"


def test_a_new_case_is_the_editors(admin_client):
    book = make_book()
    inlines = ("case_places", "case_themes", "critiques")
    counts = {f"{name}-{kind}_FORMS": "0" for name in inlines for kind in ("TOTAL", "INITIAL")}

    admin_client.post(
        reverse("admin:cases_case_add"),
        {"book": book.pk, "number": 26, "slug": "b-26", "title": "甲：乙", "name": "甲", **counts},
    )

    assert book.cases.get().origin == Origin.EDITOR


def test_an_editor_may_enter_a_fact_from_a_public_source(admin_client):
    fact = make_fact()
    reference = make_reference()

    refused = save(admin_client, fact, origin="public")
    accepted = save(admin_client, fact, origin="public", reference=reference.pk)

    fact.refresh_from_db()
    assert refused.status_code == 200
    assert accepted.status_code == 302
    assert fact.origin == Origin.PUBLIC


def test_lists_of_words_are_edited_one_a_line(admin_client):
    expert = make_expert("徐明", aliases=["徐 明"])

    save(admin_client, expert, aliases="徐 明\n老徐\n\n老徐")

    expert.refresh_from_db()
    assert expert.aliases == ["徐 明", "老徐"]


def test_an_address_stays_as_it_is(admin_client):
    expert = make_expert("徐明", slug="xu-ming")

    save(admin_client, expert, slug="other")

    expert.refresh_from_db()
    assert expert.slug == "xu-ming"


def test_a_place_within_itself_is_refused_in_words(admin_client):
    hubei = make_place("湖北省")
    wuhan = make_place("武汉市", parent=hubei)
    wuchang = make_place("武昌区", parent=wuhan, level="district")

    response = save(admin_client, wuhan, parent=wuchang.pk)

    assert "一个地点不能位于它自己之内" in errors_of(response)


def test_a_province_with_a_parent_and_a_zone_with_a_code_are_refused(admin_client):
    hubei = make_place("湖北省")
    zone = make_place("东湖高新区", parent=hubei, level="zone")

    with_parent = save(admin_client, hubei, parent=zone.pk)
    with_code = save(admin_client, zone, code="420111")

    assert "没有上级" in errors_of(with_parent)
    assert "没有代码" in errors_of(with_code)


def test_a_place_moves_with_all_below_it(admin_client):
    hubei, hunan = make_place("湖北省", slug="hubei"), make_place("湖南省", slug="hunan")
    city = make_place("甲市", slug="jia", parent=hubei)
    district = make_place("乙区", slug="yi", parent=city, level="district")

    save(admin_client, city, parent=hunan.pk)

    district.refresh_from_db()
    assert district.path == "/hunan/jia/yi/"
    assert district.province == hunan


def test_two_primary_places_are_refused_in_words(admin_client):
    case = make_case(place=make_place())
    make_case_place(case, make_place(), is_primary=False)

    response = save(
        admin_client, case, **{"case_places-0-is_primary": "on", "case_places-1-is_primary": "on"}
    )

    assert "只能有一个主要地点" in errors_of(response)


def test_another_place_can_become_the_primary_one_in_one_step(admin_client):
    first, second = make_place(slug="a-first"), make_place(slug="b-second")
    case = make_case(place=first)
    make_case_place(case, second, is_primary=False)

    response = save(
        admin_client, case, **{"case_places-0-is_primary": "", "case_places-1-is_primary": "on"}
    )

    assert response.status_code == 302
    assert case.case_places.get(is_primary=True).place == second


def test_the_same_place_or_expert_twice_is_refused(admin_client):
    place, expert = make_place(), make_expert()
    case = make_case(place=place)
    make_case_place(case, make_place(), is_primary=False)
    make_critique(case, expert)
    make_critique(case, make_expert())

    twice_there = save(admin_client, case, **{"case_places-1-place": place.pk})
    twice_by = save(admin_client, case, **{"critiques-1-expert": expert.pk})

    assert errors_of(twice_there)
    assert errors_of(twice_by)


def test_pages_out_of_order_and_a_part_of_another_book_are_refused(admin_client):
    case = make_case(start_page=10, end_page=20)

    backwards = save(admin_client, case, end_page="9")
    elsewhere = save(admin_client, case, part=make_part().pk)

    assert "终止页不能小于起始页" in errors_of(backwards)
    assert "不属于所选的图书" in errors_of(elsewhere)


def test_a_contribution_is_by_a_person_or_an_organisation_never_both(admin_client):
    contribution = make_contribution()

    both = save(admin_client, contribution, organisation=make_organisation().pk)
    neither = save(admin_client, contribution, expert="")

    assert "只填一个" in errors_of(both)
    assert "只填一个" in errors_of(neither)


def test_text_can_be_set_right_but_not_added_or_removed(admin_client):
    passage = make_passage(text="灯杆连城一张网。")

    save(admin_client, passage, text="灯杆连成一张网。")
    added = admin_client.get(reverse("admin:cases_passage_add"))
    removed = admin_client.post(
        reverse("admin:cases_passage_delete", args=[passage.pk]), {"post": "yes"}
    )

    passage.refresh_from_db()
    assert passage.text == "灯杆连成一张网。"
    assert passage.edited_fields == ["text"]
    assert (added.status_code, removed.status_code) == (403, 403)


@pytest.mark.parametrize("count", [1, 10])
def test_a_list_in_the_admin_asks_as_often_for_much_as_for_little(
    admin_client, django_assert_num_queries, count
):
    book = make_book()
    for _ in range(count):
        make_case(part=make_part(book))

    with django_assert_num_queries(8):
        admin_client.get(reverse("admin:cases_case_changelist"))


def test_the_admin_words_a_source_as_the_pages_do(admin_client):
    reference = make_reference(
        title="上线", url="https://example.org/a", publisher="某日报", published="2018-05-09"
    )
    fact = make_fact(origin=Origin.PUBLIC, reference=reference, confidence="medium")
    case = make_case(source_line=203)

    of_fact = admin_client.get(change_url(fact)).content.decode()
    of_case = admin_client.get(change_url(case)).content.decode()

    assert "公开资料 · 上线 · 某日报 · 2018-05-09 · https://example.org/a · 可信度中" in of_fact
    assert "书中载明 · 行 203" in of_case


def make_crowded_case(count):
    """A case with so many places, themes and critiques."""
    case = make_case(part=make_part(), themes=[make_theme() for _ in range(count)])
    for _ in range(count):
        make_case_place(case, make_place(), is_primary=False)
        expert = make_expert()
        make_critique(case, expert, affiliations=[make_affiliation(expert)])
    return case


@pytest.mark.parametrize(
    "changes", [{}, {"title": "智慧高青：数字善政"}], ids=["as it is", "title"]
)
@pytest.mark.parametrize("count", [1, 8])
def test_saving_a_case_takes_few_queries(
    admin_client, django_assert_max_num_queries, count, changes
):
    case = make_crowded_case(count)
    form = form_of(admin_client, case)

    with django_assert_max_num_queries(30):
        response = admin_client.post(change_url(case), form | changes)

    assert response.status_code == 302


def test_a_theme_that_the_case_already_has_is_refused(admin_client):
    theme = make_theme()
    case = make_case(themes=[theme, make_theme()])
    form = form_of(admin_client, case)

    changed = {"case_themes-1-theme": theme.pk}
    added = {
        f"case_themes-2-{name}": value
        for name, value in (("theme", theme.pk), ("evidence", "大数据"))
    }

    for sent in (changed, added | {"case_themes-TOTAL_FORMS": 3}):
        response = admin_client.post(change_url(case), form | sent)
        assert "重复" in errors_of(response)
    assert case.case_themes.count() == 2
