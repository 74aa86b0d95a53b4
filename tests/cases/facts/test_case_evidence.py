"""What a case page shows besides the book: facts, each with its source, set apart."""

import pytest

from casebook.core.provenance import Origin
from cases.models import Book, Case, Fact, Part, Place, Theme
from experts.models import Expert, Organisation
from tests.cases.shown_values import values_without_origin
from tests.factories import make_case, make_fact, make_place, make_reference
from tests.pages import read

pytestmark = pytest.mark.django_db


def make_public_fact(case, statement="平台于2018年5月上线。", **fields):
    reference = fields.pop("reference", None) or make_reference(
        title="平台上线",
        publisher="某日报",
        published="2018-05-09",
        read_on="2026-11-22",
    )
    values = {"origin": Origin.PUBLIC, "about": "project", "confidence": "high"} | fields
    return make_fact(case, statement=statement, reference=reference, **values)


def page_of(client, case):
    return read(client.get(case.get_absolute_url()))


def test_a_public_fact_names_its_page_and_says_that_it_is_not_from_the_book(client):
    fact = make_public_fact(make_case(), period="2018-05-08", year=2018, kind="event")

    page = page_of(client, fact.case)

    link = next(has for tag, has in page.elements if has.get("href") == fact.reference.url)
    assert link["rel"] == "nofollow noopener external"
    assert "以下内容不是书中所载" in page.text
    assert (
        "平台于2018年5月上线。 事件 2018年5月8日 可信度高 公 公开资料 平台上线 某日报 "
        "2018-05-09 发布 2026-11-22 查阅" in page.text
    )


def test_the_glance_tells_the_project_from_its_place(client):
    case = make_case()
    make_public_fact(case, about="place")

    page = page_of(client, case)

    assert "公开资料 0 条 另有所在地背景 1 条" in page.text
    assert "未找到公开的项目资料" in page.text


def test_what_happened_after_the_book_and_what_an_organisation_says_of_itself_are_marked(client):
    case = make_case()
    make_public_fact(case, after_book=True, self_reported=True, caveat="口径为全市")

    page = page_of(client, case)

    assert "成书之后 自报数据" in page.text
    assert "提示：口径为全市" in page.text


def test_what_a_page_leaves_out_is_unknown_not_unstated(client):
    case = make_case()
    make_public_fact(case, reference=make_reference(title="平台上线"))

    page = page_of(client, case)

    assert "公开资料 平台上线 发布者 未知 发布日期 未知 链接未经核对" in page.text


def test_the_background_of_the_place_is_collapsed(client):
    case = make_case()
    make_public_fact(case, "全市有三百个服务点。", about="place")

    page = page_of(client, case)

    assert "未找到公开的项目资料。 所在地背景（1 条" in page.text
    assert "全市有三百个服务点。" in page.text
    assert page.with_class("background") == 1


def test_a_case_of_which_nothing_is_found_says_so(client):
    assert "未找到公开的项目资料。" in page_of(client, make_case()).text


def test_facts_of_the_book_on_the_place_or_its_city_stand_with_the_book(client):
    hubei = make_place("湖北省", slug="hubei")
    wuhan = make_place("武汉市", slug="wuhan", parent=hubei)
    case = make_case(place=make_place("武昌区", slug="wuchang", parent=wuhan, level="district"))
    for place, statement in ((wuhan, "武汉有一项。"), (hubei, "湖北有一项。")):
        fact = make_fact(case, origin=Origin.BOOK, source_line=315, statement=statement)
        fact.places.add(place)
        type(fact).objects.filter(pk=fact.pk).update(case=None, book=case.book)

    page = page_of(client, case)

    assert "书中提到所在地之处" in page.text
    assert "武汉有一项。 数量 书 书中载明 · 行 315" in page.text
    assert "湖北有一项" not in page.text


@pytest.mark.parametrize(
    "model", [Book, Part, Case, Expert, Organisation, Place, Theme, Fact], ids=lambda m: m.__name__
)
def test_no_value_on_the_pages_of_the_shipped_book_is_without_an_origin(
    shipped_book, client, model
):
    for row in model.objects.all():
        html = client.get(row.get_absolute_url()).content.decode()

        assert values_without_origin(html) == [], row.slug


def test_the_walk_over_the_values_sees_one_without_an_origin():
    html = (
        "<dl class='record'><div><dt>标题</dt><dd>智慧某镇</dd></div></dl><li class='fact'>甲</li>"
    )

    assert values_without_origin(html) == ["智慧某镇", "甲"]


def test_case_23_went_live_on_a_day_that_a_page_gives(shipped_book, client):
    page = read(client.get("/cases/digital-china-2019-23/"))

    assert "2018年5月8日" in page.text
    assert "银川互联网医院监管平台于2018年5月8日上线运行。" in page.text


def test_nothing_public_was_found_on_the_project_of_case_21(shipped_book, client):
    assert "未找到公开的项目资料。" in read(client.get("/cases/digital-china-2019-21/")).text
