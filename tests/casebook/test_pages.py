"""The first page, the page about the site, and what every page has in common."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.views.defaults import server_error

from search.indexing.rebuild import rebuild
from search.service.active_index import current
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

pytestmark = pytest.mark.django_db


def make_a_site() -> dict[str, str]:
    """One row of each kind; the address of each page by its name."""
    hubei = make_place("湖北省", slug="hubei")
    wuhan = make_place("武汉市", slug="wuhan", parent=hubei)
    case = make_case(place=wuhan, themes=[make_theme("智慧农业", slug="farming")])
    critique = make_critique(case, make_expert("徐明", slug="xu-ming"))
    passage = make_passage(make_section(case=case))
    fact = make_fact(case, origin="book", source_line=3, year=2016)
    make_fact(case, origin="book", source_line=4, year=2018)
    book = case.book.get_absolute_url()
    return {
        "home": "/",
        "about": "/about/",
        "components": "/about/components/",
        "cases": "/cases/",
        "case": case.get_absolute_url(),
        "facts": "/facts/",
        "fact": fact.get_absolute_url(),
        "books": "/books/",
        "book": book,
        "part": case.part.get_absolute_url(),
        "reading": f"{book}read/",
        "text": f"{book}read/case-01/",
        "preface": f"{book}read/preface/",
        "passage": passage.get_absolute_url(),
        "experts": "/experts/",
        "expert": critique.expert.get_absolute_url(),
        "organisations": "/organisations/",
        "places": "/places/",
        "place": wuhan.get_absolute_url(),
        "themes": "/themes/",
        "theme": "/themes/farming/",
    }


def test_every_page_is_whole_and_keeps_to_the_content_policy(client):
    for name, address in make_a_site().items():
        response = client.get(address)

        page = read(response)
        assert response.status_code == 200, name
        assert not [tag for tag, has in page.elements if "style" in has or tag == "style"], name
        inline = [has for tag, has in page.elements if tag == "script" and not has.get("src")]
        assert all(has["type"] == "application/ld+json" for has in inline), name
        assert not [tag for tag, has in page.elements if any(a.startswith("on") for a in has)], name


def test_every_page_has_one_title_landmarks_and_labelled_inputs(client):
    for name, address in make_a_site().items():
        page = read(client.get(address))

        tags = [tag for tag, _ in page.elements]
        ids = [has["id"] for _, has in page.elements if "id" in has]
        labelled = {has.get("for") for tag, has in page.elements if tag == "label"}
        searches = [has for tag, has in page.elements if has.get("type") == "search"]
        assert tags.count("h1") == 1, name
        assert tags.count("main") == 1, name
        assert {"header", "nav", "footer"} <= set(tags), name
        assert len(ids) == len(set(ids)), name
        assert searches, name
        assert {has["id"] for has in searches} <= labelled, name


@pytest.fixture
def index(settings, tmp_path):
    """An index of its own, which the search page needs; call it when the rows are there."""
    settings.DATA_DIR = tmp_path
    current.forget()
    yield rebuild
    current.forget()


def test_every_link_of_every_page_leads_somewhere(client, index):
    addresses = make_a_site().values()
    index()

    links = {
        link.href.partition("#")[0]
        for address in addresses
        for link in read(client.get(address)).links
        if link.href.startswith("/")
    }

    assert {href for href in links if client.get(href).status_code != 200} == set()


def test_every_page_about_data_names_its_alternate_in_json(client):
    site = make_a_site()
    own_words = {"home", "about", "components", "reading", "text", "preface", "passage"}

    for name in site.keys() - own_words:
        page = read(client.get(site[name]))

        path = page.alternate("application/json")
        assert client.get(path).status_code == 200, path


def test_the_navigation_marks_where_one_is(client):
    make_case(slug="book-01")

    on_the_list = read(client.get("/cases/"))
    below_it = read(client.get("/cases/book-01/"))

    assert ("a", {"href": "/cases/", "aria-current": "page"}) in on_the_list.elements
    assert ("a", {"href": "/cases/", "aria-current": "true"}) in below_it.elements


def test_home_counts_what_there_is(client):
    hubei = make_place("湖北省")
    wuhan = make_place("武汉市", parent=hubei)
    yichang = make_place("宜昌市", parent=hubei)
    part = make_part()
    for place in (wuhan, yichang, wuhan):
        make_critique(make_case(part=part, place=place), make_expert())
    make_theme()

    page = read(client.get("/"))

    assert "案例 3 城市 2 省份 1 专家 3 主题 1 事实 0" in page.text


def test_home_leads_in_by_part_city_theme_and_expert(client):
    wuhan = make_place("武汉市", slug="wuhan", parent=make_place("湖北省"))
    theme = make_theme("智慧农业", slug="farming")
    case = make_case(place=wuhan, themes=[theme])
    make_critique(case, make_expert("徐明", slug="xu-ming"))

    page = read(client.get("/"))

    assert page.has_link(case.part.get_absolute_url(), case.part.title)
    assert page.has_link("/places/wuhan/", "武汉 1")
    assert page.has_link("/themes/farming/", "智慧农业 1")
    assert page.has_link("/experts/xu-ming/", "徐明")


def test_home_searches_everything(client):
    page = read(client.get("/"))

    assert (
        "form",
        {"class": "search-form", "action": "/search/", "role": "search"},
    ) in page.elements


def test_home_shows_cases_by_part_and_thickness(client):
    part = make_part(title="综合集成")
    make_case(part=part, number=1, title="智慧深圳：标杆", start_page=12, end_page=90)
    make_case(part=part, number=2, title="智慧湘潭：探索", start_page=91, end_page=95)
    make_case(part=part, number=3, title="智慧高青：兴业", start_page=None)

    page = read(client.get("/"))

    assert "综合集成 3 个案例 1 智慧深圳 2 智慧湘潭 3 智慧高青" in page.text
    assert (page.with_class("spine-5"), page.with_class("spine-1")) == (1, 2)


def test_home_begins_with_the_case_that_public_sources_tell_most_of(client):
    part = make_part()
    make_case(part=part, title="智慧深圳：标杆")
    told = make_case(part=part, title="智慧高青：兴业")
    make_fact(told, origin="public", reference=make_reference(), about="project")
    for _ in range(2):
        make_fact(make_case(part=part), origin="book", source_line=3)
        make_fact(told, origin="public", reference=make_reference(), about="place")

    page = read(client.get("/"))

    assert "从这一例开始 智慧高青 兴业 公开资料最多的一例：1 条事实" in page.text


def test_home_stands_without_any_data(client):
    page = read(client.get("/"))

    assert "还没有载入图书" in page.text


@pytest.mark.parametrize("count", [1, 10])
def test_home_asks_the_database_as_often_for_much_as_for_little(
    client, django_assert_num_queries, count
):
    part = make_part()
    for _ in range(count):
        place = make_place("武汉市", parent=make_place("湖北省"))
        make_critique(make_case(part=part, place=place, themes=[make_theme()]), make_expert())

    with django_assert_num_queries(15):
        client.get("/")


def test_a_page_on_paper_bears_its_address_to_read_and_to_scan(client):
    case = make_case()

    page = read(client.get(f"{case.get_absolute_url()}?within=cases%3Fcity%3Dwuhan"))

    assert f"http://testserver{case.get_absolute_url()}" in page.text
    assert "within" not in page.text
    assert page.with_class("print-note") == 1


def test_browsers_find_the_icon_where_they_look_for_it(client):
    response = client.get("/favicon.ico")

    assert response.status_code == 302
    assert response["Location"].endswith("favicon.svg")


def test_an_unknown_address_is_told_so_in_the_sites_own_layout(client):
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "没有这一页" in read(response).text


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("400.html", "服务器看不懂这个请求"),
        ("403.html", "没有权限"),
        ("403_csrf.html", "表单已失效"),
        ("404.html", "没有这一页"),
        ("500.html", "服务器出错了"),
    ],
)
def test_error_pages_need_neither_request_nor_database(django_assert_num_queries, template, words):
    with django_assert_num_queries(0):
        html = render_to_string(template)

    assert words in html
    assert "主导航" in html


def test_a_page_that_breaks_says_so(rf):
    response = server_error(rf.get("/"))

    assert response.status_code == 500
    assert "服务器出错了" in read(response).text


def test_a_stale_form_is_refused_in_the_sites_own_layout():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})

    assert response.status_code == 403
    assert "表单已失效" in read(response).text
