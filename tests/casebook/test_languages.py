"""The interface in two languages, each at addresses of its own."""

import pytest

from tests.factories import make_case
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
