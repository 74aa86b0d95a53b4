"""What is saved is found after the worker's next step: the outbox carries it to the index."""

from pathlib import Path

import pytest
from django.db import transaction

from casebook.background_worker import Worker
from casebook.core.cache import revision
from cases.importing.load import load_files
from cases.importing.objects import LoadError
from cases.importing.report import Report
from search.indexing.index_position import waiting
from search.indexing.rebuild import check, rebuild
from search.query.query import Query
from search.service.active_index import get_index
from tests.factories import (
    make_affiliation,
    make_case,
    make_case_place,
    make_case_theme,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_section,
    make_theme,
)
from tests.paths import FIXTURES

BOOK = [FIXTURES / f"{name}.json" for name in ("places", "themes", "digital_china_2019")]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def built(index):
    rebuild()


def found(text: str, *kinds: str) -> list[str]:
    """What a search finds once the worker has applied what waits."""
    assert Worker().work() == []
    hits = get_index().search(Query(text, filters={"kind": kinds} if kinds else {})).hits
    return sorted(hit.slug for hit in hits)


def test_a_new_case_is_found():
    case = make_case(title="智慧云梦：湖区的预警")

    assert found("湖区") == [case.slug]
    assert not waiting().exists()


def test_a_renamed_place_changes_what_its_cases_are_found_by():
    place = make_place(name="甲州市", short_name="甲州")
    case = make_case(title="智慧交通")
    make_case_place(case, place)

    place.name, place.short_name = "乙州市", "乙州"
    place.save()

    assert found("乙州", "case") == [case.slug]
    assert found("甲州") == []


def test_a_place_shows_in_the_cases_below_it():
    city = make_place(name="甲州市", short_name="甲州", parent=make_place())
    district = make_place(name="丙区", short_name="丙区", level="district", parent=city)
    case = make_case(title="智慧交通")
    make_case_place(case, district)

    city.name, city.short_name = "乙州市", "乙州"
    city.save()

    assert found("城市:乙州", "case") == [case.slug]


def test_a_critique_given_to_another_expert_leaves_the_first():
    first, second = make_expert("徐明"), make_expert("李琦")
    case = make_case(title="智慧交通")
    critique = make_critique(case=case, expert=first)

    critique.expert = second
    critique.save()

    assert found("徐明", "case", "critique") == []
    assert found("李琦", "case", "critique") == sorted([case.slug, critique.slug])


def test_a_case_that_an_affiliation_leaves_is_noted_from_either_end():
    body = make_organisation("甲研究院")
    critique = critique_from(body)
    post = critique.affiliations.get()

    post.critiques.remove(critique)
    after = found("甲研究院", "case")
    post.critiques.add(critique)
    again = found("甲研究院", "case")
    post.critiques.clear()

    assert (after, again) == ([], [critique.case.slug])
    assert found("甲研究院", "case") == []


def critique_from(body):
    """A critique of 智慧交通 by somebody affiliated to the organisation."""
    expert = make_expert("徐明")
    critique = make_critique(case=make_case(title="智慧交通"), expert=expert)
    critique.affiliations.add(make_affiliation(expert, organisation=body))
    return critique


def test_a_renamed_organisation_is_found_in_the_cases_its_people_reviewed():
    body = make_organisation("甲研究院")
    critique = critique_from(body)

    body.name = "乙研究院"
    body.save()

    assert found("乙研究院", "case") == [critique.case.slug]
    assert found('"甲研究院"') == []


def test_a_place_renamed_in_english_changes_what_the_cases_below_it_are_found_by():
    city = make_place("甲州市", parent=make_place(), english_name="Jiazhou")
    case = make_case(title="智慧交通")
    make_case_place(case, make_place("丙区", level="district", parent=city))
    critique = make_critique(case=case)

    city.english_name = "Yizhou"
    city.save()

    assert found("Yizhou", "case") == [case.slug]
    assert found("城市:Yizhou", "critique") == [critique.slug]
    assert found("Jiazhou") == []


def test_an_organisation_renamed_in_english_changes_what_its_people_are_found_by():
    body = make_organisation("甲研究院", english_name="Jia Institute")
    critique = critique_from(body)

    body.english_name = "Yi Institute"
    body.save()

    assert found("Yi Institute", "expert", "critique") == sorted(
        [critique.expert.slug, critique.slug]
    )
    assert found('"Jia Institute"') == []


def test_a_person_spelt_otherwise_is_found_by_the_new_spelling():
    expert = make_expert("解明", slug="xie-ming", pinyin="jie ming")
    critique = make_critique(case=make_case(title="智慧交通"), expert=expert)

    expert.pinyin = "xie ming"
    expert.save()

    assert found("Xie Ming", "case", "critique") == sorted([critique.case.slug, critique.slug])
    assert found('"Jie Ming"') == []


def test_a_theme_taken_away_is_no_longer_counted():
    theme = make_theme(name="水务")
    case = make_case(title="智慧交通")
    link = make_case_theme(case, theme)

    before = found("主题:水务", "case")
    link.delete()

    assert before == [case.slug]
    assert found("主题:水务", "case") == []


def test_a_corrected_passage_is_found_in_its_case_too():
    case = make_case(title="智慧交通")
    passage = make_passage(section=make_section(book=case.book, case=case), text="路口装了雷达")

    passage.text = "路口装了地磁"
    passage.save()

    assert found("地磁", "case") == [case.slug]
    assert len(found("地磁", "passage")) == 1
    assert found("雷达") == []


def test_a_deleted_case_takes_its_facts_out_of_the_index():
    case = make_case(title="智慧交通")
    make_fact(case=case, statement="路口装了雷达")

    case.facts.all().delete()
    case.delete()

    assert found("雷达") == []
    assert check().is_clean


def test_what_is_rolled_back_never_reaches_the_index():
    with transaction.atomic():
        make_case(title="智慧云梦：湖区的预警")
        transaction.set_rollback(True)

    assert not waiting().exists()
    assert found("湖区") == []


def test_what_reaches_the_index_moves_the_content_revision():
    make_case(title="智慧云梦：湖区的预警")
    before = revision.current().mark

    assert found("湖区")

    assert revision.current().mark != before


def load(*files: Path) -> Report:
    return load_files(files, lambda _message: None)


def test_a_load_reaches_the_index_although_it_writes_in_bulk():
    load(*BOOK)

    assert found("灯杆", "case") == ["digital-china-2019-17"]
    assert check().is_clean


def test_what_a_later_load_changes_is_found_wherever_it_shows(tmp_path):
    load(*BOOK)
    renamed = tmp_path / "themes.json"
    themes = (FIXTURES / "themes.json").read_text("utf-8")
    renamed.write_text(themes.replace('"智慧农业"', '"田野数字化"'), "utf-8")

    report = load(renamed)

    assert report.changed == 1
    assert "digital-china-2019-22" in found("主题:田野数字化", "case")
    assert check().is_clean


def test_an_edit_after_a_load_that_failed_is_found(tmp_path):
    broken = tmp_path / "places.json"
    broken.write_text('[{"model": "cases.place", "fields": {"name": "甲州市"}}]', "utf-8")
    with pytest.raises(LoadError):
        load(broken)

    case = make_case(title="智慧云梦：湖区的预警")

    assert found("湖区") == [case.slug]


def test_an_edit_in_the_middle_of_a_rebuild_is_not_lost():
    place = make_place(name="甲州市", short_name="甲州")
    for _ in range(3):
        make_case_place(make_case(title="智慧交通"), place)

    def rename_after_the_cases(documents):
        for document in documents:
            yield document
            if document.kind == "place":
                place.name, place.short_name = "乙州市", "乙州"
                place.save()

    rebuild(rename_after_the_cases)

    assert len(found("乙州", "case")) == 3
    assert found("甲州") == []
    assert check().is_clean
