"""The search page: hits of all kinds, facets, notes and links."""

import re
import shutil
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from search.models import FailedSearch, OutboxEntry, Synonym
from search.service.failed_searches import kept_words
from tests.factories import (
    make_case,
    make_critique,
    make_expert,
    make_fact,
    make_part,
    make_passage,
    make_place,
    make_reference,
    make_section,
    make_theme,
)
from tests.pages import read
from tests.server import environment_of, manage

pytestmark = pytest.mark.django_db


def search(client, query: str = "", **parameters):
    return read(client.get(f"/search/{query}", parameters))


def reasons_shown(response) -> list[str]:
    """The reasons that a page shows for its hits, without markup."""
    shown = re.findall(r'<p class="sighting">(.*?)</p>', response.content.decode(), re.DOTALL)
    return [" ".join(re.sub("<[^>]+>", "", each).split()) for each in shown]


@pytest.fixture
def library(build):
    """A case in Wuhan with its critic, theme, paragraph and fact."""
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省", slug="hubei"))
    wuchang = make_place("武昌区", slug="wuchang", parent=wuhan, level="district")
    farming = make_theme("智慧农业", slug="farming")
    part = make_part()
    case = make_case(part=part, number=1, place=wuchang, themes=[farming], title="多功能路灯")
    make_critique(case, make_expert("徐明", slug="xu-ming"))
    make_passage(make_section(case=case), text="区里先换了三千盏路灯。")
    make_fact(case, statement="全区有路灯三千盏。", year=2016)
    make_case(part=part, number=2, title="数据平台：一网统管")
    build()
    return part


def test_finds_every_kind_in_one_list_and_names_it(client, library):
    page = search(client, q="路灯")

    for kind in ("案例 多功能 路灯", "正文段落", "事实 全区有 路灯", "专家点评 徐明"):
        assert kind in page.text
    assert "共 4 条结果" in page.text


def test_one_hit_is_called_by_one_word_in_english(client, library):
    page = read(client.get("/en/search/?q=路灯"))

    assert "Case 多功能 路灯" in page.text
    assert "Critique 徐明" in page.text or "Critique Xu Ming" in page.text


def test_a_case_leads_to_the_paragraph_that_has_the_words(client, library):
    page = search(client, q="先换了", kind="case")

    leading = {link.text: link.href for link in page.links}
    assert "区里 先换了 三千盏路灯。" in leading
    assert "/read/p/" in leading["区里 先换了 三千盏路灯。"]


def test_what_stands_in_a_source_is_called_that(client, build):
    make_fact(
        make_case(), statement="全区有路灯三千盏。", reference=make_reference(title="照明年报")
    )
    build()

    assert "来源 照明年报" in search(client, q="照明年报", kind="fact").text


def test_a_facet_filters_and_its_count_is_right(client, library):
    for query, count in (
        ("?q=路灯&kind=正文段落", 1),
        ("?q=路灯&kind=passage&kind=fact", 2),
        ("?q=路灯&year=2016", 2),
        ("?q=路灯&place=武昌", 4),
        ("?q=路灯&city=武汉", 4),
        ("?q=路灯&expert=徐明&kind=case", 1),
    ):
        assert f"共 {count} 条结果" in search(client, query).text


def test_facets_are_labelled_boxes(client, library):
    page = search(client, q="路灯")

    names = {has.get("name") for _, has in page.elements if has.get("type") == "checkbox"}
    assert {"kind", "province", "city", "level", "theme", "expert", "year"} <= names
    for label in ("湖北 4", "市辖区 4", "智慧农业 4", "2016 年 2"):
        assert label in page.text


def test_hits_with_some_words_stand_below_a_line(client, library):
    page = search(client, q="路灯 数据")

    assert "其中 0 条含全部检索词" in page.text
    assert "以下只含部分检索词" in page.text


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("?kind=cas", "case"),
        ("?city=武汗", "武汉"),
        ("?kinds=case", "kind"),
        ("?year=20x6", "20x6"),
    ],
)
def test_what_is_mistyped_is_named_and_set_right(client, library, query, named):
    response = client.get(f"/search/{query}")

    assert response.status_code == 400
    assert named in read(response).text


@pytest.mark.parametrize("page", ["0", "2", "两", "9" * 30])
def test_a_page_that_is_not_there_is_not_found(client, library, page):
    assert client.get("/search/", {"q": "路灯", "page": page}).status_code == 404


def test_no_hits_say_which_filter_to_drop(client, library):
    page = search(client, "?q=路灯&kind=expert&city=武汉")

    assert "没有找到符合的内容" in page.text
    assert "去掉类别“专家” （4 条）" in page.text
    assert "去掉城市“武汉” （0 条）" in page.text


def test_a_misspelt_word_is_answered_with_what_may_have_been_meant(client, library):
    page = search(client, q="智惠农业")

    assert "您要找的是不是" in page.text
    assert page.has_link("?q=%E6%99%BA%E6%85%A7%E5%86%9C%E4%B8%9A", "智慧农业")


def test_synonyms_are_told_and_can_be_switched_off(client, library, build):
    Synonym.objects.create(term="街灯", also="路灯")
    build()

    assert "已同时查找：路灯" in search(client, q="街灯").text
    assert "共 0 条结果" in search(client, q="街灯", synonyms="0").text


@pytest.mark.parametrize("address", ["/en/search/", "/en/cases/"])
def test_english_pages_say_in_english_by_which_name_a_case_is_found(client, build, address):
    farming = make_theme("智慧农业", slug="farming", english_name="Smart agriculture")
    make_case(themes=[farming], title="一杆多用", english_title="Smart Lamps")
    build()

    assert "Theme Smart agriculture" in reasons_shown(client.get(address, {"q": "农业"}))


def test_a_name_of_two_places_stays_as_it_is_on_english_pages(client, build):
    for city in ("甲州市", "乙州市"):
        parent = make_place(city, parent=make_place(f"{city}所在省"))
        names = {"english_name": f"Gulou {parent.slug}", "level": "district"}
        place = make_place("鼓楼区", parent=parent, **names)
    make_case(place=place, title="一杆多用")
    build()

    answer = client.get("/en/search/", {"q": "鼓楼", "kind": "case"})
    assert reasons_shown(answer) == ["Place 鼓楼区"]


def test_the_page_lives_without_inline_script_or_style(client, library):
    response = client.get("/search/", {"q": "路灯"})

    content = response.content.decode()
    assert "style=" not in content
    assert "onclick" not in content
    assert "'unsafe" not in response["Content-Security-Policy"]
    assert 'name="htmx-config"' in content


def test_htmx_gets_the_results_the_count_and_a_clean_address(client, library):
    headers = {"HX-Request": "true"}

    part = client.get("/search/?q=路灯&city=武汉&ordering=", headers=headers)

    content = part.content.decode()
    assert part["HX-Push-Url"] == "/search/?q=%E8%B7%AF%E7%81%AF&city=wuhan"
    assert "<html" not in content
    assert 'id="announcement"' in content
    assert "HX-Request" in part["Vary"]


def test_without_an_index_cases_come_from_the_database(client, library, index, tmp_path):
    shutil.rmtree(tmp_path / "index")

    response = client.get("/search/?q=路灯&kind=case")

    page = read(response)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "全文检索暂时不可用" in page.text
    assert "多功能路灯" in page.text
    assert "一网统管" not in page.text


def test_without_an_index_htmx_fetches_the_whole_page(client, library, index, tmp_path):
    shutil.rmtree(tmp_path / "index")

    response = client.get("/search/", {"q": "路灯"}, headers={"HX-Request": "true"})

    assert response["HX-Redirect"] == "/search/?q=%E8%B7%AF%E7%81%AF"


def test_readyz_says_that_the_index_is_missing(client, index):
    response = client.get("/readyz")

    assert response.status_code == 503
    assert response["Content-Type"].startswith("text/plain")
    assert "index: missing" in response.content.decode()


def test_readyz_is_content_with_an_index(client, library):
    assert client.get("/readyz").status_code == 200


def test_readyz_names_the_worker_where_changes_wait_for_more_than_a_minute(client, library):
    before = timezone.now() - timedelta(minutes=2)
    OutboxEntry.objects.create(kind="case", object_id=1, created_at=before)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content.decode() == (
        f"outbox: 1 change(s) wait for the index since {timezone.localtime(before):%F %T}; "
        "see that manage.py worker runs, or run manage.py check_index --repair\n"
    )


def test_readyz_keeps_the_database_s_host_to_itself(tmp_path):
    environment = environment_of(tmp_path, DATABASE_URL="postgres://u:p@db.internal.invalid:1/x")
    ask = 'from django.test import Client; print(Client(headers={"host": "localhost"}).get("/readyz").text)'

    said = manage(environment, "shell", "--no-imports", "--command", ask)

    assert said.strip() == "database: it does not answer; the log says why"


def test_searches_in_vain_are_counted_once_a_wording(client, library):
    for typed in ("无人机", "無人機", "无 人 机"):
        client.get("/search/", {"q": typed})
    client.get("/api/v1/search/", {"q": "无人机"})

    row = FailedSearch.objects.get()
    assert (row.words, row.count) == ("无人机", 4)


@pytest.mark.parametrize(
    "query", ["?q=路灯", "?q=", "?q=无人机&city=武汉", "?q=" + "无人机" * 40, "?q=13800138000"]
)
def test_other_searches_are_not_noted(client, library, query):
    client.get(f"/search/{query}")

    assert not FailedSearch.objects.exists()


def test_a_search_in_vain_is_answered_where_it_cannot_be_counted(client, library):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_failedsearch")

    assert client.get("/search/", {"q": "无人机"}).status_code == 200


@pytest.mark.parametrize("typed", ["a@b.cn", "2016", "123-456-7890", "我的电话13800138000", "……"])
def test_nothing_that_may_be_personal_is_kept(typed):
    assert kept_words(typed) == ""


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_queries_does_not_grow(client, build, django_assert_max_num_queries, count):
    for number in range(count):
        place = make_place(f"甲{number}市", parent=make_place(f"乙{number}省"))
        make_case(title="多功能路灯", place=place, themes=[make_theme()])
    build()
    client.get("/search/", {"q": "路灯"})

    with django_assert_max_num_queries(12):
        client.get("/search/", {"q": "路灯"})
