"""The interface in two languages, each at addresses of its own."""

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from casebook.core.web.languages import chinese_number
from experts.models import latin_name
from tests.factories import make_case, make_critique, make_expert, make_place
from tests.pages import read

pytestmark = pytest.mark.django_db


def html_of(page):
    return next(attributes for tag, attributes in page.elements if tag == "html")


@pytest.mark.parametrize("accepted", ["zh-CN", "en-GB", "fr"])
def test_a_plain_address_is_chinese_for_everybody(client, accepted):
    page = read(client.get("/cases/", headers={"accept-language": accepted}))

    assert html_of(page)["lang"] == "zh-Hans"


@pytest.mark.parametrize("accepted", ["zh-CN", "en-GB"])
def test_an_address_below_en_is_english_for_everybody(client, accepted):
    page = read(client.get("/en/cases/", headers={"accept-language": accepted}))

    assert html_of(page)["lang"] == "en"


def test_the_switch_leads_to_the_same_page_with_the_same_query(client):
    make_case()

    chinese = read(client.get("/cases/?ordering=title"))
    english = read(client.get("/en/cases/?ordering=title"))

    assert chinese.has_link("/en/cases/?ordering=title", "English")
    assert english.has_link("/cases/?ordering=title", "简体中文")


def test_a_card_names_its_one_critic_and_its_pages_in_english(client):
    critic = make_expert("徐明", slug="xu-ming", pinyin="xu ming")
    make_critique(make_case(start_page=12, end_page=38), critic)

    page = read(client.get("/en/cases/"))

    assert "Critic Xu Ming" in page.text
    assert "Printed on pp. 12–38" in page.text


def test_links_of_english_pages_stay_english(client):
    case = make_case()

    page = read(client.get("/en/cases/"))

    assert any(link.href.startswith(f"/en/cases/{case.slug}/") for link in page.links)


def test_the_api_and_the_files_have_one_address(client):
    make_case()

    assert client.get("/en/api/v1/cases/").status_code == 404
    assert client.get("/api/v1/cases/").status_code == 200


def test_a_page_that_is_not_there_says_so_in_the_readers_language(client):
    response = client.get("/en/nowhere/")

    assert response.status_code == 404
    assert html_of(read(response))["lang"] == "en"


def test_machines_are_told_of_both_languages_and_of_the_one_for_all_others(client):
    path = make_case().get_absolute_url()

    page = read(client.get(f"/en{path}?within=cases%3Fcity%3Dwuhan"))

    told = {
        has["hreflang"]: has["href"]
        for tag, has in page.elements
        if tag == "link" and has.get("hreflang")
    }
    chinese, english = f"http://testserver{path}", f"http://testserver/en{path}"
    assert told == {"zh-Hans": chinese, "en": english, "x-default": chinese}
    assert ("link", {"rel": "canonical", "href": english}) in page.elements


def test_an_answer_names_its_language(client):
    assert client.get("/en/cases/").headers["Content-Language"] == "en"
    assert client.get("/cases/").headers["Content-Language"] == "zh-hans"


def test_a_response_cached_in_one_language_is_not_sent_in_the_other(indexed_client):
    client = indexed_client
    make_case(title="智慧高青：数字兴业", english_title="Smart Gaoqing: Going Digital")
    client.settle()

    chinese = [client.get("/cases/") for _visit in range(2)]
    english = [client.get("/en/cases/") for _visit in range(2)]

    assert chinese[0]["ETag"] == chinese[1]["ETag"] != english[0]["ETag"] == english[1]["ETag"]
    assert "Smart Gaoqing" in read(english[1]).text
    assert "Smart Gaoqing" not in read(chinese[1]).text


def test_facets_and_chips_are_labelled_with_our_english_names(indexed_client):
    wuhan = make_place("武汉市", slug="wuhan", english_name="Wuhan", level="municipality")
    expert = make_expert("欧阳振强", slug="ouyang-zhenqiang", pinyin="ou yang zhen qiang")
    make_critique(make_case(place=wuhan), expert)

    page = read(indexed_client.get("/en/cases/?city=武汉"))

    assert "Remove City Wuhan ×" in page.text
    assert "Ouyang Zhenqiang 1" in page.text


def test_what_we_have_no_english_name_for_is_marked_as_chinese(client):
    make_case(title="智慧高青：数字兴业")

    page = read(client.get("/en/cases/"))

    assert "智慧高青：数字兴业" in page.text
    assert ("span", {"lang": "zh-Hans"}) in page.elements


def test_one_case_is_counted_as_one(client):
    make_case()

    assert "1 case " in read(client.get("/en/cases/")).text


def test_a_download_has_the_same_address_in_every_language(client):
    make_case()

    assert read(client.get("/en/cases/?ordering=title")).has_link(
        "/cases/?ordering=title&format=csv"
    )


@pytest.mark.parametrize(
    ("pinyin", "slug", "name"),
    [
        ("xu zhen qiang", "xu-zhenqiang", "Xu Zhenqiang"),
        ("ou yang ming", "ouyang-ming", "Ouyang Ming"),
        ("lv ping", "lv-ping", "Lü Ping"),
        ("li hai ou", "li-haiou", "Li Hai'ou"),
        ("", "michale-batty", ""),
    ],
)
def test_people_are_called_family_name_first(pinyin, slug, name):
    assert latin_name(pinyin, slug) == name


def test_large_numbers_are_grouped_as_the_language_does():
    page = Paginator(range(12_345), 20).page(1)

    def count_in(language):
        with translation.override(language):
            return strip_tags(render_to_string("cases/_fact_count.html", {"page": page})).strip()

    assert count_in("zh-hans") == "共 12345 条事实"
    assert count_in("en") == "12,345 facts"


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(0, "零"), (2, "二"), (10, "十"), (11, "十一"), (20, "二十"), (25, "二十五"), (99, "九十九")],
)
def test_writes_a_number_as_a_book_numbers_its_parts(number, numeral):
    assert chinese_number(number) == numeral
