"""Documents are made of any number of rows, without more queries for each row."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case, CasePlace, Critique, Fact, Passage, Place
from experts.models import Affiliation, Expert
from search.indexing.documents import documents
from search.indexing.outbox import apply_waiting
from search.indexing.rebuild import check
from search.query.query import Query
from search.service.active_index import get_index
from tests.factories import (
    make_affiliation,
    make_book,
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

pytestmark = pytest.mark.django_db(transaction=True)


def found(text: str, kind: str) -> list[str]:
    hits = get_index().search(Query(text, filters={"kind": (kind,)})).hits
    return [hit.slug for hit in hits]


@pytest.fixture
def large_organisation():
    """An organisation with 3,000 people, each with a name of one's own."""
    body = make_organisation("甲研究院")
    people = Expert.objects.bulk_create(
        Expert(slug=f"person-{number}", name=f"人{number:04}") for number in range(3_000)
    )
    Affiliation.objects.bulk_create(
        Affiliation(expert=person, organisation=body, job_title="研究员") for person in people
    )
    return body


@pytest.fixture
def critic_of_many():
    """An expert who wrote 1,500 critiques."""
    expert, book = make_expert("徐明"), make_book()
    cases = Case.objects.bulk_create(
        Case(book=book, number=n, slug=f"case-{n}", title=f"案例{n}", name="案例")
        for n in range(1_500)
    )
    Critique.objects.bulk_create(
        Critique(case=case, expert=expert, slug=f"critique-{case.pk}", name_as_printed="徐明")
        for case in cases
    )
    return expert


def test_an_organisation_with_thousands_of_people_is_indexed_and_edited(build, large_organisation):
    build()
    before = found("人2999", "organisation")

    large_organisation.name = "乙研究院"
    large_organisation.save()
    apply_waiting()

    assert before == found("乙研究院", "organisation") == [large_organisation.slug]
    assert found("乙研究院 人2999", "expert")[0] == "person-2999"
    assert found('"甲研究院"', "expert") == []
    assert check().is_clean


def test_a_critic_of_a_thousand_cases_is_indexed_and_edited(build, critic_of_many):
    build()

    critic_of_many.aliases = ["明翁"]
    critic_of_many.save()
    apply_waiting()

    assert found("明翁", "expert") == [critic_of_many.slug]
    assert get_index().search(Query("专家:明翁", filters={"kind": ("case",)})).total == 1_500
    assert check().is_clean


def test_a_case_may_have_thousands_of_paragraphs_and_facts(build):
    case = make_case(title="智慧云梦")
    section = make_section(book=case.book, case=case)
    texts = {"book": case.book, "section": section, "kind": "paragraph"}
    Passage.objects.bulk_create(
        Passage(anchor=f"p-{n}", order=n, text=f"第{n}段", **texts) for n in range(1_200)
    )
    Fact.objects.bulk_create(
        Fact(slug=f"fact-{n}", case=case, statement=f"事项{n}", kind="count") for n in range(1_200)
    )

    build()

    assert found("第1199段", "case") == found("事项1199", "case") == [case.slug]
    assert check().is_clean


def test_a_case_may_have_thousands_of_places(build):
    case, province = make_case(title="智慧云梦"), make_place()
    above = {"level": "town", "parent": province, "province": province}
    places = Place.objects.bulk_create(
        Place(slug=f"town-{n}", name=f"乡{n:04}镇", path=f"{province.path}town-{n}/", **above)
        for n in range(1_200)
    )
    CasePlace.objects.bulk_create(CasePlace(case=case, place=place) for place in places)

    build()

    assert found("地点:乡1199镇", "case") == [case.slug]
    assert check().is_clean


def rows_of_every_kind(count: int) -> dict[str, list[int]]:
    """So many rows of each kind, each with rows of its own around it, places four levels deep."""
    keys: dict[str, list[int]] = {}
    for _ in range(count):
        district = make_place(
            "丙区", level="district", parent=make_place("甲州市", parent=make_place())
        )
        place = make_place("丁镇", level="town", parent=district)
        body, expert, theme = make_organisation(), make_expert(), make_theme()
        post = make_affiliation(expert, organisation=body)
        case = make_case()
        make_case_place(case, place)
        make_case_theme(case, theme)
        critique = make_critique(case, expert, affiliations=[post])
        passage = make_passage(make_section(book=case.book, critique=critique))
        fact = make_fact(case)
        fact.places.add(place)
        fact.organisations.add(body)
        for kind, row in (
            *(("case", case), ("critique", critique), ("passage", passage), ("fact", fact)),
            *(("expert", expert), ("organisation", body), ("place", place), ("theme", theme)),
        ):
            keys.setdefault(kind, []).append(row.pk)
    return keys


def test_the_number_of_queries_is_the_same_for_one_row_and_for_many():
    keys = rows_of_every_kind(8)

    def count(kind: str, some: list[int]) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert len(list(documents(kind, some))) == len(some)
        return len(asked)

    for kind, some in keys.items():
        assert count(kind, some) == count(kind, some[:1]), kind
