"""What machines find: in the head of pages, in feeds and site maps, as Markdown."""

import json

import feedparser
import pytest
from django.contrib.sitemaps import Sitemap
from django.test import override_settings
from lxml import etree, html

from cases.discovery import page_metadata
from cases.models import Case
from cases.views.feeds import CaseFeed
from tests.factories import (
    make_book,
    make_case,
    make_case_theme,
    make_contribution,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_reference,
    make_section,
    make_theme,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    book = make_book(
        "towns",
        title="数字乡镇",
        subtitle="案例精选",
        isbn="978-7-5026-4700-1",
        edition_date="2019-03-01",
        place_of_publication="北京",
    )
    make_contribution(book, make_expert("徐振强", slug="xu-zhenqiang"))
    make_contribution(book, make_expert("李有增", slug="li-youzeng"))
    make_contribution(book, organisation=make_organisation("乡镇出版社"), role="publisher")
    return book


@pytest.fixture
def hubei():
    return make_place("湖北省", slug="hubei")


@pytest.fixture
def case(book, hubei):
    case = make_case(
        book, title="智慧武汉：互联", place=hubei, start_page=12, end_page=38, source_line=194
    )
    make_case_theme(case, make_theme("智慧交通", slug="transport"))
    make_critique(case, make_expert("徐明", slug="xu-ming"), affiliation_as_printed="某研究院院长")
    return case


# --- The head of a page ---------------------------------------------------------------------------

HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_inbook_title": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_publisher": "publisher",
    "citation_isbn": "ISBN",
    "citation_language": "language",
}


def as_zotero_reads(page: bytes) -> dict:
    """What Zotero's translator for embedded metadata makes of a page, by its rules for Highwire."""
    document = html.fromstring(page)
    metas = [
        (each.get("name") or each.get("property"), each.get("content"))
        for each in document.iter("meta")
    ]
    named = [(name, content) for name, content in metas if name and content]
    names = {name for name, _ in named}
    item = {"itemType": "webpage"}
    if "citation_isbn" in names:
        item["itemType"] = "book"
    if names & {"citation_book_title", "citation_inbook_title"}:
        item["itemType"] = "bookSection"
    for name, field in HIGHWIRE.items():
        found = [content for each, content in named if each == name]
        if found:
            item[field] = found[0]
    item["editors"] = [content for name, content in named if name == "citation_editor"]
    item["authors"] = [content for name, content in named if name == "citation_author"]
    pages = dict(named)
    first, last = pages.get("citation_firstpage"), pages.get("citation_lastpage")
    item["pages"] = "-".join(filter(None, (first, last)))
    return item


def test_zotero_takes_a_case_page_for_a_chapter(client, case):
    item = as_zotero_reads(client.get(case.get_absolute_url()).content)

    assert item == {
        "itemType": "bookSection",
        "title": "智慧武汉：互联",
        "bookTitle": "数字乡镇：案例精选",
        "publicationTitle": "数字乡镇：案例精选",
        "editors": ["徐振强", "李有增"],
        "authors": [],
        "publisher": "乡镇出版社",
        "ISBN": "978-7-5026-4700-1",
        "date": "2019/03",
        "language": "zh-Hans",
        "pages": "12-38",
    }


def test_zotero_takes_a_book_page_for_a_book(client, book):
    item = as_zotero_reads(client.get(book.get_absolute_url()).content)

    assert item["itemType"] == "book"
    assert item["title"] == "数字乡镇：案例精选"
    assert item["editors"] == ["徐振强", "李有增"]
    assert item["ISBN"] == "978-7-5026-4700-1"


def head(client, address):
    return html.fromstring(client.get(address).content).head


def test_the_canonical_address_of_a_list_keeps_filters_and_drops_the_rest(client, case):
    address = "/cases/?place=湖北&ordering=title&utm_source=weixin&synonyms=0"

    (link,) = head(client, address).xpath("link[@rel='canonical']/@href")

    assert link == "http://testserver/cases/?place=hubei"


def test_a_record_has_one_canonical_address_however_it_was_reached(client, case):
    (link,) = head(client, f"{case.get_absolute_url()}?utm_source=x").xpath(
        "link[@rel='canonical']/@href"
    )

    assert link == f"http://testserver{case.get_absolute_url()}"


def test_a_page_with_a_title_in_markup_stays_whole(client, book):
    case = make_case(book, title='</script><script>alert("x")</script>&"', number=9)

    page = html.fromstring(client.get(case.get_absolute_url()).content)

    (block,) = page.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(block)["name"] == '</script><script>alert("x")</script>&"'
    assert page.xpath("//meta[@property='og:title']/@content") == [case.title]


def test_the_data_of_a_case_is_a_chapter_with_its_book_places_and_reviews(client, case):
    (block,) = head(client, case.get_absolute_url()).xpath(
        "script[@type='application/ld+json']/text()"
    )

    data = json.loads(block)

    root = "http://testserver"
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "Chapter"
    assert data["@id"] == f"{root}{case.get_absolute_url()}"
    assert (data["pageStart"], data["pageEnd"], data["position"]) == (12, 38, 1)
    assert data["isPartOf"]["@type"] == "Book"
    assert [editor["name"] for editor in data["isPartOf"]["editor"]] == ["徐振强", "李有增"]
    assert data["contentLocation"][0] == {
        "@type": "Place",
        "@id": f"{root}/places/hubei/",
        "url": f"{root}/places/hubei/",
        "name": "湖北省",
    }
    (review,) = data["review"]
    assert review["@type"] == "Review"
    assert review["author"]["name"] == "徐明"
    assert "author" not in data


def test_every_kind_of_record_has_its_type(client, case):
    fact = make_fact(case, origin="public", reference=make_reference())
    body = make_organisation("某大学", slug="university")
    addresses = {
        case.book.get_absolute_url(): "Book",
        case.part.get_absolute_url(): "CreativeWork",
        "/experts/xu-ming/": "Person",
        body.get_absolute_url(): "Organization",
        "/places/hubei/": "Place",
        "/themes/transport/": "DefinedTerm",
        fact.get_absolute_url(): "Claim",
    }

    for address, kind in addresses.items():
        (block,) = head(client, address).xpath("script[@type='application/ld+json']/text()")
        assert json.loads(block)["@type"] == kind, address


def test_the_data_of_a_large_book_stays_within_bounds(client, book):
    part = make_case(book).part
    for number in range(2, 90):
        make_case(book, part=part, number=number, title=f"智慧城市第{number}号案例：" + "长" * 40)

    (block,) = head(client, book.get_absolute_url()).xpath(
        "script[@type='application/ld+json']/text()"
    )

    assert len(block.encode()) <= page_metadata.MAX_BYTES
    assert json.loads(block)["hasPart"]


def test_the_header_names_the_alternates_that_the_head_names(client, case):
    response = client.get(case.get_absolute_url())

    path = case.get_absolute_url().rstrip("/")
    assert response["Link"] == (
        f'</api/v1/cases/{case.slug}/>; rel="alternate"; type="application/json", '
        f'<{path}.md>; rel="alternate"; type="text/markdown"'
    )
    again = client.get(case.get_absolute_url())
    assert again["Link"] == response["Link"]


def test_an_error_page_names_no_other_address(client):
    response = client.get("/cases/?cityy=武汉")

    assert response.status_code == 400
    assert not head(client, "/cases/?cityy=武汉").xpath("link[@rel='canonical']")
    assert not response.has_header("Link")


# --- Markdown -------------------------------------------------------------------------------------


def test_every_record_has_a_markdown_representation(client, case):
    fact = make_fact(case, origin="public", reference=make_reference())
    body = make_organisation("某大学", slug="university")
    rows = (case, case.book, case.part, fact, body)
    addresses = [
        *(row.get_absolute_url() for row in rows),
        *("/experts/xu-ming/", "/places/hubei/", "/themes/transport/"),
    ]

    for address in addresses:
        path = read(client.get(address)).alternate("text/markdown")
        response = client.get(path)
        assert path == f"{address.rstrip('/')}.md"
        assert response["Content-Type"] == "text/markdown; charset=utf-8"
        assert response.content.decode().startswith("# ")


def test_the_markdown_of_a_case_says_where_each_value_comes_from(client, case):
    make_fact(
        case,
        statement="武汉有三千个路口。",
        origin="public",
        about="project",
        reference=make_reference(title="统计公报", publisher="武汉市统计局"),
    )

    text = client.get(f"/cases/{case.slug}.md").content.decode()

    assert "- 标题：智慧武汉：互联（书中载明 · 行 194）" in text
    assert "- 终止页：38（按规则推得 · 行 194 · 下一标题起始页减一）" in text
    assert "- 英文标题：未载明" in text
    assert "- [徐明](http://testserver/experts/xu-ming/)，某研究院院长（书中载明）" in text
    assert "公开资料 · 统计公报 · 武汉市统计局" in text
    assert "智慧武汉：互联\\[M\\]//徐振强，李有增. 数字乡镇：案例精选." in text


def test_markup_in_a_value_is_text_in_markdown(client, book):
    case = make_case(book, title="# <b>[甲](乙)*`")

    text = client.get(f"/cases/{case.slug}.md").content.decode()

    assert text.startswith("# \\# \\<b\\>\\[甲\\](乙)\\*\\`\n")


@pytest.mark.parametrize("address", ["/cases/none.md", "/books/none/parts/1.md", "/facts/none.md"])
def test_what_there_is_not_has_no_markdown(client, address):
    assert client.get(address).status_code == 404


# --- Feeds ----------------------------------------------------------------------------------------


def feed(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def test_the_feed_of_a_filter_has_its_cases_and_says_what_it_is(client, case):
    make_case(case.book, title="别处的案例", number=2)

    parsed = feed(client, "/feeds/cases.atom?place=湖北省")

    links = {link.rel: link.href for link in parsed.feed.links}
    assert [entry.id for entry in parsed.entries] == [f"http://testserver{case.get_absolute_url()}"]
    assert parsed.feed.title == "案例库：地点 湖北"
    assert links["self"] == "http://testserver/feeds/cases.atom?place=hubei"
    assert links["alternate"] == "http://testserver/cases/?place=hubei"
    assert parsed.feed.author == "案例库"


def test_the_summary_of_an_entry_is_plain_text(client, book):
    make_case(book, place=make_place("<b>甲</b>省"))

    (entry,) = feed(client, "/feeds/cases.atom").entries

    assert entry.summary_detail.type == "text/plain"
    assert "地点：<b>甲</b>省" in entry.summary


def test_an_entry_bears_the_time_of_the_change_and_the_newest_leads(client, case):
    other = make_case(case.book, title="较早的案例", number=2)
    Case.objects.filter(pk=other.pk).update(updated_at="2020-01-02T03:04:05Z")
    Case.objects.filter(pk=case.pk).update(updated_at="2021-01-02T03:04:05Z")

    parsed = feed(client, "/feeds/cases.atom")

    assert [entry.title for entry in parsed.entries] == ["智慧武汉：互联", "较早的案例"]
    assert [entry.updated_parsed[:3] for entry in parsed.entries] == [(2021, 1, 2), (2020, 1, 2)]
    assert parsed.feed.updated_parsed[:3] == (2021, 1, 2)


def test_an_edit_brings_a_case_to_the_top_of_the_feed(client, case):
    make_case(case.book, title="后来的案例", number=2)
    Case.objects.update(updated_at="2020-01-02T03:04:05Z")

    Case.objects.filter(pk=case.pk).update(title="改过的题名")

    assert feed(client, "/feeds/cases.atom").entries[0].title == "改过的题名"


def test_a_long_feed_goes_on_at_the_next_page(client, book):
    part = make_case(book).part
    for number in range(2, 53):
        make_case(book, part=part, number=number)

    first = feed(client, "/feeds/cases.atom")
    links = {link.rel: link.href for link in first.feed.links}
    second = feed(client, links["next"])

    assert len(first.entries) == 50
    assert len(second.entries) == 2
    assert second.feed.id == first.feed.id


def test_a_feed_of_nothing_is_still_a_feed(client, case):
    parsed = feed(client, "/feeds/cases.atom?q=没有这样的词")

    assert parsed.entries == []
    assert parsed.feed.updated_parsed


def test_a_feed_has_no_date_of_its_own_that_a_case_could_leave_unchanged(rf, case):
    response = CaseFeed()(rf.get("/feeds/cases.atom"))

    assert response.content.count(b"<entry>") == 1
    assert not response.has_header("Last-Modified")


def test_a_feed_refuses_what_the_list_refuses(client):
    assert client.get("/feeds/cases.atom?cityy=武汉").status_code == 400


def test_the_number_of_queries_of_a_feed_does_not_grow(client, book, django_assert_max_num_queries):
    part = make_case(book).part
    for number in range(2, 12):
        make_critique(make_case(book, part=part, number=number, themes=[make_theme()]))
    client.get("/feeds/cases.atom")

    with django_assert_max_num_queries(13):
        client.get("/feeds/cases.atom?page=1")


# --- Site maps and what else lies at fixed addresses ----------------------------------------------

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_the_site_map_has_every_record_with_the_day_of_its_change(client, case):
    make_passage(make_section(case=case))
    Case.objects.filter(pk=case.pk).update(updated_at="2021-01-02T03:04:05Z")

    document = etree.fromstring(client.get("/sitemap.xml").content)

    dated = {
        url.findtext("s:loc", namespaces=SITEMAP): url.findtext("s:lastmod", namespaces=SITEMAP)
        for url in document.findall("s:url", SITEMAP)
    }
    root = "http://testserver"
    assert dated[f"{root}{case.get_absolute_url()}"] == "2021-01-02T11:04:05+08:00"
    assert dated[f"{root}/books/towns/read/case-01/"]
    assert dated[f"{root}/cases/"] is None
    assert {
        f"{root}/places/hubei/",
        f"{root}/experts/xu-ming/",
        f"{root}/themes/transport/",
    } <= set(dated)
    for address in dated:
        assert client.get(address.removeprefix(root)).status_code == 200, address


def test_a_large_site_has_a_map_of_maps(client, case, monkeypatch):
    monkeypatch.setattr(Sitemap, "limit", 2)
    for each in (case, make_case(case.book, number=2), make_case(case.book, number=3)):
        make_passage(make_section(case=each))

    index = etree.fromstring(client.get("/sitemap.xml").content)
    files = index.xpath("//s:loc/text()", namespaces=SITEMAP)
    found = [
        address
        for file in files
        for address in etree.fromstring(
            client.get(file.removeprefix("http://testserver")).content
        ).xpath("//s:loc/text()", namespaces=SITEMAP)
    ]

    assert "http://testserver/sitemaps/cases-2.xml" in files
    assert "http://testserver/sitemaps/reading-2.xml" in files
    assert sum("/cases/towns-" in address for address in found) == 3
    assert len(found) == len(set(found))


@pytest.mark.parametrize("address", ["/sitemaps/none-1.xml", "/sitemaps/cases-9.xml"])
def test_a_map_that_is_not_there_is_not_found(client, case, address):
    assert client.get(address).status_code == 404


def test_robots_may_read_all_but_the_admin_and_find_the_site_map(client):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_addresses_follow_the_host_that_was_asked(client):
    with override_settings(ALLOWED_HOSTS=["cases.example.org"]):
        response = client.get("/robots.txt", headers={"host": "cases.example.org"})

    assert "Sitemap: http://cases.example.org/sitemap.xml" in response.content.decode()


def test_language_models_find_where_to_begin(client, book):
    text = client.get("/llms.txt").content.decode()

    assert text.startswith("# 案例库\n\n> ")
    assert "- [数字乡镇——案例精选](http://testserver/books/towns.md)" in text
    for link in ("/api/v1/cases/", "/feeds/cases.atom", "/sitemap.xml", "/books/towns.md"):
        assert f"(http://testserver{link})" in text
        assert client.get(link).status_code == 200


def test_a_browser_may_add_the_search(client, case):
    namespace = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    response = client.get("/opensearch.xml")

    document = etree.fromstring(response.content)

    templates = {
        url.get("type"): url.get("template") for url in document.findall("o:Url", namespace)
    }
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert document.findtext("o:ShortName", namespaces=namespace) == "案例库"
    assert templates["text/html"] == "http://testserver/search/?q={searchTerms}"
    assert templates["application/x-suggestions+json"] == (
        "http://testserver/opensearch/suggest?q={searchTerms}"
    )
    assert templates["application/atom+xml"] == "http://testserver/feeds/cases.atom?q={searchTerms}"


def test_a_browser_reads_suggestions(client, case):
    response = client.get("/opensearch/suggest?q=智慧武汉")

    typed, labels, kinds, addresses = response.json()
    assert response["Content-Type"] == "application/x-suggestions+json"
    assert typed == "智慧武汉"
    assert labels[0] == "智慧武汉：互联"
    assert kinds[0] == "案例"
    assert addresses[0] == f"http://testserver{case.get_absolute_url()}"


def test_a_page_in_english_has_the_same_alternates(client, case):
    page = read(client.get(f"/en/cases/{case.slug}/"))

    assert page.alternate("text/markdown") == f"/cases/{case.slug}.md"
    assert page.alternate("application/json") == f"/api/v1/cases/{case.slug}/"
