"""Related cases: which, in which order, and why."""

import pytest

from search.service.related_cases import related_cases
from tests.factories import (
    make_case,
    make_critique,
    make_expert,
    make_part,
    make_place,
    make_theme,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def part():
    return make_part()


@pytest.fixture
def wuhan():
    return make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))


def reasons_of(case) -> dict[int, list[str]]:
    return {row.case.number: row.reasons for row in related_cases(case)}


def test_critic_theme_city_and_province_are_told(index, part, wuhan):
    farming = make_theme("智慧农业")
    critic = make_expert("徐明")
    macheng = make_place("麻城市", slug="macheng", parent=wuhan.parent)
    case = make_case(part=part, number=1, place=wuhan, themes=[farming])
    by_critic = make_case(part=part, number=2)
    make_critique(case, critic)
    make_critique(by_critic, critic)
    make_case(part=part, number=3, themes=[farming])
    make_case(part=part, number=4, place=wuhan)
    make_case(part=part, number=5, place=macheng)
    make_case(part=part, number=6)

    assert reasons_of(case) == {
        2: ["同一点评专家：徐明"],
        3: ["同一主题：智慧农业"],
        4: ["同在一市：武汉"],
        5: ["同在一省：湖北"],
    }


def test_who_shares_more_comes_first(index, part, wuhan):
    farming = make_theme("智慧农业")
    case = make_case(part=part, number=1, place=wuhan, themes=[farming])
    make_case(part=part, number=2, place=wuhan)
    make_case(part=part, number=3, place=wuhan, themes=[farming])

    assert list(reasons_of(case)) == [3, 2]
    assert reasons_of(case)[3] == ["同一主题：智慧农业", "同在一市：武汉"]


def test_at_most_five_and_always_the_same(index, part, wuhan):
    case = make_case(part=part, number=1, place=wuhan)
    for number in range(2, 10):
        make_case(part=part, number=number, place=wuhan)

    assert list(reasons_of(case)) == [2, 3, 4, 5, 6]
    assert reasons_of(case) == reasons_of(case)


def test_words_of_titles_tie_where_little_else_does(build, part):
    case = make_case(part=part, number=1, title="城市大数据平台：应用")
    make_case(part=part, number=2, title="全省大数据平台：调度")
    make_case(part=part, number=3, title="老街改造：步行")
    build()

    assert reasons_of(case) == {2: ["标题用词相近：大数据平台"]}


def test_the_case_page_shows_them(client, index, part, wuhan):
    case = make_case(part=part, number=1, place=wuhan)
    other = make_case(part=part, number=2, place=wuhan)

    page = read(client.get(case.get_absolute_url()))

    assert "相关案例" in page.text
    assert page.has_link(other.get_absolute_url())
    assert "同在一市：武汉" in page.text


def test_a_case_with_nothing_in_common_has_no_such_section(client, index):
    case = make_case()
    make_case(title="老街改造")

    assert b'id="related"' not in client.get(case.get_absolute_url()).content


def test_they_are_looked_for_once_until_something_changes(
    client, build, part, wuhan, django_assert_num_queries
):
    case = make_case(part=part, number=1, place=wuhan)
    make_case(part=part, number=2, place=wuhan)
    build()
    client.get(case.get_absolute_url())

    with django_assert_num_queries(2):
        before = reasons_of(case)
    make_case(part=part, number=3, place=wuhan)

    assert list(before) == [2]
    assert list(reasons_of(case)) == [2, 3]


def test_each_language_has_its_own_reasons(client, build, part, wuhan):
    case = make_case(part=part, number=1, place=wuhan)
    make_case(part=part, number=2, place=wuhan)
    build()

    chinese, english = (
        read(client.get(prefix + case.get_absolute_url())) for prefix in ("", "/en")
    )

    assert "同在一市：武汉" in chinese.text
    assert "Same city: 武汉" in english.text


def test_what_was_found_without_an_index_is_not_stored(client, index, build, tmp_path, part):
    case = make_case(part=part, number=1, title="城市大数据平台：应用")
    make_case(part=part, number=2, title="全省大数据平台：调度")
    build()
    (tmp_path / "index").rename(tmp_path / "away")
    index.forget()
    assert b'id="related"' not in client.get(case.get_absolute_url()).content

    (tmp_path / "away").rename(tmp_path / "index")
    index.forget()

    assert reasons_of(case) == {2: ["标题用词相近：大数据平台"]}


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_queries_does_not_grow(
    index, part, wuhan, django_assert_max_num_queries, count
):
    case = make_case(part=part, number=1, place=wuhan)
    for number in range(count):
        make_case(part=part, number=number + 2, place=wuhan)
    related_cases(case)

    with django_assert_max_num_queries(8):
        related_cases(case)
