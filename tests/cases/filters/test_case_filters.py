"""Which cases the parameters of an address select, and what is said of wrong ones."""

import pytest
from django.http import QueryDict

from casebook.core.web.requests import ParameterError, check_parameters
from cases.filters.case_filter import CaseFilter
from cases.models import Case, Place
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


@pytest.fixture
def places() -> dict[str, Place]:
    """Hubei with Wuhan and Wuchang in it, Beijing, Ningxia with Yinchuan."""
    hubei = make_place("湖北省", slug="hubei", code="420000")
    wuhan = make_place("武汉市", slug="wuhan", code="420100", parent=hubei, aliases=["江城"])
    wuchang = make_place("武昌区", slug="wuchang", code="420106", parent=wuhan, level="district")
    beijing = make_place("北京市", slug="beijing", code="110000", level="municipality")
    ningxia = make_place("宁夏回族自治区", slug="ningxia", short_name="宁夏", code="640000")
    yinchuan = make_place("银川市", slug="yinchuan", code="640100", parent=ningxia)
    found = [hubei, wuhan, wuchang, beijing, ningxia, yinchuan]
    return {place.slug: place for place in found}


@pytest.fixture
def book(places):
    """Five cases: 1 Wuhan, 2 Wuchang, 3 Beijing, 4 Yinchuan, 5 Hubei as a whole."""
    book = make_book("towns")
    part = make_part(book)
    for slug in ("wuhan", "wuchang", "beijing", "yinchuan", "hubei"):
        make_case(part=part, place=places[slug], title=f"智慧{places[slug].short_name}：甲")
    return book


def numbers(query: str) -> list[int]:
    case_filter = CaseFilter(QueryDict(query), Case.objects.all())
    assert case_filter.is_valid(), case_filter.parameter_errors
    return [case.number for case in case_filter.qs]


def problems(query: str) -> list[ParameterError]:
    return CaseFilter(QueryDict(query), Case.objects.all()).parameter_errors


@pytest.mark.parametrize("value", ["武汉", "wuhan", "420100", "武汉市", "江城", "Wuhan", " 武 汉 "])
def test_a_city_goes_by_all_its_names(book, value):
    assert numbers(f"city={value}") == [1, 2]


@pytest.mark.parametrize("value", ["宁夏", "宁夏回族自治区", "宁夏自治区", "640000"])
def test_an_autonomous_region_goes_by_all_its_names(book, value):
    assert numbers(f"province={value}") == [4]


def test_a_province_holds_its_own_cases_and_those_below(book):
    assert numbers("province=湖北") == [1, 2, 5]


def test_a_municipality_is_province_and_city(book):
    assert numbers("province=北京") == numbers("city=北京") == [3]


def test_a_place_holds_itself_and_all_below(book):
    assert numbers("place=武汉") == [1, 2]
    assert numbers("place=420106") == [2]


def test_a_repeated_parameter_means_or(book):
    assert numbers("city=武汉&city=北京") == [1, 2, 3]


def test_two_parameters_mean_and(book):
    assert numbers("province=湖北&level=district") == [2]


def test_a_case_in_two_places_of_one_city_is_one_hit(book, places):
    make_case_place(Case.objects.get(number=1), places["wuchang"], is_primary=False)

    assert numbers("city=武汉") == [1, 2]


@pytest.mark.parametrize("value", ["prefecture", "地级市"])
def test_a_level_is_that_of_the_primary_place(book, places, value):
    make_case_place(Case.objects.get(number=5), places["wuhan"], is_primary=False)

    assert numbers(f"level={value}") == [1, 4]


def test_one_name_of_several_places_means_all_of_them(book, places):
    town = make_place("武昌镇", slug="other", parent=places["yinchuan"], level="town")
    make_case(book, place=town)

    assert numbers("place=武昌") == [2, 6]


def test_a_slug_means_one_place_even_where_another_has_that_name(book, places):
    make_place("某镇", slug="other", parent=places["yinchuan"], level="town", aliases=["wuchang"])

    assert numbers("place=wuchang") == [2]


def test_a_part_goes_by_number_slug_and_title():
    book = make_book("towns")
    make_part(book, title="先行之路")
    second = make_part(book, title="融合之路")
    make_case(part=second)

    for value in ("2", "第2篇", "towns-part-2", "融合之路"):
        assert numbers(f"part={value}") == [1]
    assert numbers("part=1") == []


def test_a_book_goes_by_slug_title_and_isbn():
    make_case(make_book("towns", title="数字乡镇", isbn="978-7-5130-0000-1"))
    make_case(make_book("lamps", title="灯杆"), number=2)

    for value in ("towns", "数字乡镇", "978-7-5130-0000-1", "9787513000001"):
        assert numbers(f"book={value}") == [1]


def test_a_theme_goes_by_slug_and_name():
    theme = make_theme("智慧农业", slug="agriculture")
    make_case(themes=[theme])
    make_case(number=2)

    assert numbers("theme=agriculture") == numbers("theme=智慧农业") == [1]


def test_an_expert_is_the_critic():
    critic = make_expert("徐明", slug="xu-ming")
    make_critique(make_case(), critic)
    make_case(number=2)

    assert numbers("expert=徐明") == numbers("expert=xu-ming") == [1]


def test_an_organisation_is_that_of_the_affiliation_at_this_critique():
    university = make_organisation("某大学", slug="a-university")
    critic = make_expert()
    post = make_affiliation(critic, organisation=university)
    make_critique(make_case(), critic, affiliations=[post])
    make_critique(make_case(number=2), critic)

    assert numbers("organisation=某大学") == [1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("智慧北京", [3]),
        ("江城", [1, 2]),
        ("湖北 武昌", [2]),
        ("湖北 银川", []),
        ("徐明", [4]),
        ("smart", [5]),
        ("智慧农业", [5]),
    ],
)
def test_text_is_looked_for_in_titles_places_critics_and_themes(book, text, found):
    make_critique(Case.objects.get(number=4), make_expert("徐明"))
    theme = make_theme("智慧农业", english_name="Smart farming")
    Case.objects.get(number=5).themes.add(theme, through_defaults={"evidence": "农业"})

    assert numbers(f"q={text}") == found


def test_blank_values_select_nothing_in_particular(book):
    assert numbers("q=&city=&ordering=") == [1, 2, 3, 4, 5]


def test_a_null_character_is_no_error(book):
    assert numbers("city=武%00汉&q=%00") == [1, 2]


@pytest.mark.parametrize(
    ("ordering", "found"),
    [
        ("number", [1, 2, 3]),
        ("-number", [3, 2, 1]),
        ("title", [2, 3, 1]),
        ("-title", [1, 3, 2]),
        ("page", [3, 1, 2]),
        ("-page", [1, 3, 2]),
        ("place", [3, 1, 2]),
        ("-place", [1, 3, 2]),
    ],
)
def test_cases_are_ordered_and_those_without_a_value_come_last(ordering, found, places):
    part = make_part()
    make_case(part=part, title="C", start_page=40, place=places["wuhan"])
    make_case(part=part, title="A")
    make_case(part=part, title="B", start_page=12, place=places["beijing"])

    assert numbers(f"ordering={ordering}") == found


def test_equal_places_keep_the_order_of_the_book(places):
    part = make_part()
    for number in (3, 1, 2):
        make_case(part=part, number=number, place=places["wuhan"])

    assert numbers("ordering=-place") == [1, 2, 3]


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("city=武汗", "武汉"),
        ("city=五汉", "武汉"),
        ("city=wuham", "wuhan"),
        ("city=伦敦", None),
        ("city=100%d", None),
        ("province=胡北", "湖北"),
        ("province=银川", "宁夏"),
        ("city=武昌区", "武汉"),
        ("level=distrikt", "district"),
        ("ordering=numbr", "number"),
        ("ordering=-titel", "-title"),
    ],
)
def test_an_unknown_value_is_named_with_the_nearest_right_one(book, query, nearest):
    parameter, _, value = query.partition("=")

    found = problems(query)

    assert [(p.parameter, p.value, p.nearest) for p in found] == [(parameter, value, nearest)]
    assert value in found[0].message


def test_every_wrong_value_has_its_problem(book):
    found = problems("city=武汗&city=北京&city=伦敦&theme=farming")

    assert [(p.parameter, p.value) for p in found] == [
        ("city", "武汗"),
        ("city", "伦敦"),
        ("theme", "farming"),
    ]


def test_more_than_fifty_values_are_refused():
    found = problems("&".join(f"place=p{n}" for n in range(51)))

    assert [p.message for p in found] == ["最多 50 个。"]


def test_a_long_text_is_never_a_mistake(book):
    assert numbers("q=" + " ".join(["智慧", "湖北"] * 2_500)) == [1, 2, 5]


def test_what_was_selected_has_canonical_values_and_labels(book):
    case_filter = CaseFilter(QueryDict("city=武汉市&city=110000&q=智慧"), Case.objects.all())

    assert case_filter.selected == {
        "city": [("wuhan", "武汉"), ("beijing", "北京")],
        "q": [("智慧", "智慧")],
    }


@pytest.mark.parametrize(
    ("values", "queries"),
    [
        (["wuhan"], 1),
        (["wuhan", "beijing", "yinchuan"], 1),
        (["武汉"], 4),
        (["武汉", "北京", "银川市", "110000"], 4),
        (["伦敦"], 6),
        (["伦敦", "巴黎", "柏林"], 6),
        (["武汉", "伦敦", "巴黎", "柏林"], 7),
    ],
)
def test_resolving_takes_as_many_queries_for_many_values_as_for_one(
    book, values, queries, django_assert_num_queries
):
    parameters = QueryDict("&".join(f"city={value}" for value in values))

    with django_assert_num_queries(queries):
        CaseFilter(parameters, Case.objects.all()).is_valid()


def test_an_unknown_parameter_is_named_with_the_nearest_right_one(rf):
    request = rf.get("/cases/", {"cityy": "武汉", "utm_source": "x"})

    found = check_parameters(request, CaseFilter.base_filters)

    assert [(p.parameter, p.value, p.nearest) for p in found] == [("cityy", "武汉", "city")]


def test_a_strict_check_refuses_tracking_marks_too(rf):
    request = rf.get("/cases/", {"utm_source": "x"})

    found = check_parameters(request, ["city"], strict=True)

    assert [p.parameter for p in found] == ["utm_source"]
