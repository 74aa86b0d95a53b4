"""Facets: their counts are the hits after the click, whatever else is selected."""

import random

import pytest
from django.http import QueryDict

from casebook.core.filters.facets import FacetCounts
from cases.filters.case_filter import CaseFilter
from cases.models import Case
from search.service.answer import Answer
from search.service.list_page import facet_boxes
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_case_place,
    make_critique,
    make_expert,
    make_organisation,
    make_part,
    make_place,
    make_theme,
)

pytestmark = pytest.mark.django_db


def answer(query: str = "") -> Answer:
    case_filter = CaseFilter(QueryDict(query), Case.objects.all())
    assert case_filter.is_valid(), case_filter.parameter_errors
    return Answer(case_filter)


def facets(query: str = "") -> dict[str, FacetCounts]:
    return {facet.field: facet for facet in answer(query).facets}


def shown(facet: FacetCounts) -> list[tuple[str, int]]:
    return [(value.label, value.count) for value in facet.values]


@pytest.fixture
def wuhan():
    return make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))


@pytest.fixture
def beijing():
    return make_place("北京市", slug="beijing", level="municipality")


def test_the_most_frequent_value_comes_first(wuhan, beijing, build):
    part = make_part()
    make_case(part=part, place=beijing)
    make_case(part=part, place=wuhan)
    make_case(part=part, place=wuhan)
    build()

    assert shown(facets()["city"]) == [("武汉", 2), ("北京", 1)]


def test_parts_keep_the_order_of_the_book(build):
    book = make_book()
    for number in range(1, 12):
        make_case(part=make_part(book, number=number, title=f"第{number}"), number=number)
    build()

    assert [label for label, _ in shown(facets()["part"])] == [f"第{n}" for n in range(1, 12)]


def test_counts_ignore_the_selection_of_their_own_facet(wuhan, beijing, build):
    part = make_part()
    make_case(part=part, place=wuhan)
    make_case(part=part, place=beijing)
    build()

    found = facets("city=武汉")

    assert [(v.value, v.count, v.selected) for v in found["city"].values] == [
        ("beijing", 1, False),
        ("wuhan", 1, True),
    ]
    assert shown(found["province"]) == [("湖北", 1)]


def test_a_selected_value_is_listed_even_without_hits(wuhan, beijing, build):
    make_case(place=wuhan)
    make_case(place=beijing, number=2)
    build()

    found = facets("city=武汉&province=北京")

    assert [(v.label, v.count, v.selected) for v in found["city"].values] == [
        ("北京", 1, False),
        ("武汉", 0, True),
    ]


def test_levels_have_readable_labels(wuhan, build):
    make_case(place=wuhan)
    build()

    assert shown(facets()["level"]) == [("地级市", 1)]


def test_books_are_a_facet_only_where_there_are_several(wuhan, build):
    make_case(make_book("towns"))
    build()
    assert "book" not in {box.field for box in facet_boxes(answer())}

    make_case(make_book("lamps"), number=2)
    build()
    assert {value.value for value in facets()["book"].values} == {"towns", "lamps"}


def test_without_an_index_nothing_is_counted(wuhan, index):
    make_case(place=wuhan)

    found = answer("city=武汉")

    assert (found.facets, found.count, found.is_limited) == ([], 1, True)


@pytest.fixture
def mixed_books(build):
    """Two books of cases with places, themes and critics from a seeded random generator."""
    deal = random.Random(25)
    provinces = [make_place(f"{name}省") for name in ("甲", "乙")]
    cities = [make_place(f"{name}市", parent=deal.choice(provinces)) for name in "丙丁戊己"]
    districts = [make_place(f"{c}区", parent=deal.choice(cities), level="district") for c in "庚辛"]
    themes = [make_theme() for _ in range(4)]
    critics = [make_expert(name) for name in ("张三", "李四", "王五")]
    bodies = [make_organisation() for _ in range(3)]
    posts = [make_affiliation(c, organisation=deal.choice(bodies)) for c in critics for _ in "1"]
    for book in (make_book(), make_book()):
        parts = [make_part(book, title=f"{book.slug}{n}") for n in range(3)]
        for _ in range(15):
            case = make_case(
                part=deal.choice(parts), themes=deal.sample(themes, deal.randint(0, 3))
            )
            spots = deal.sample(provinces + cities + districts, deal.randint(0, 2))
            for position, place in enumerate(spots):
                make_case_place(case, place, is_primary=position == 0)
            for post in deal.sample(posts, deal.randint(0, 2)):
                make_critique(case, post.expert, affiliations=[post])
    build()


def test_each_count_is_the_number_of_hits_after_the_click(mixed_books):
    options = {name: [v.value for v in facet.values] for name, facet in facets().items()}
    for seed in range(12):
        deal = random.Random(seed)
        chosen = {
            name: deal.sample(options[name], min(len(options[name]), deal.randint(1, 2)))
            for name in deal.sample(sorted(options), deal.randint(0, 3))
        }

        found = facets(as_query(chosen))

        for name, facet in found.items():
            assert {v.value for v in facet.values if v.selected} == set(chosen.get(name, ()))
            for value in facet.values:
                assert value.count == hits(chosen | {name: [value.value]}), (chosen, name, value)
            listed = {value.value for value in facet.values}
            for value in set(options[name]) - listed:
                assert hits(chosen | {name: [value]}) == 0


def as_query(chosen: dict[str, list[str]]) -> str:
    return "&".join(f"{name}={value}" for name, values in chosen.items() for value in values)


def hits(chosen: dict[str, list[str]]) -> int:
    """The number of cases as the database selects them, without the index."""
    return CaseFilter(QueryDict(as_query(chosen)), Case.objects.all()).qs.count()


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_depend_on_the_data(
    wuhan, build, count, django_assert_num_queries
):
    book = make_book()
    for number in range(1, count + 1):
        case = make_case(book, number=number, place=wuhan, themes=[make_theme()])
        make_critique(case)
    build()
    found = answer("city=wuhan")
    assert found.count == count

    with django_assert_num_queries(1):
        assert found.facets
