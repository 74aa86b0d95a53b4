"""Below /en/ every page is in English, marks its Chinese text with ``lang`` and links to /en/."""

import json
import re
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest

from tests.browser.kinds_of_pages import PAGES
from tests.pages import VOID

HAN = re.compile(r"[\u3400-\u9fff]")
SPOKEN = re.compile(r"aria-label|title|placeholder|alt|data-(?!copy$|pick$)")
"""Attributes that are shown or read out, by the browser or by our scripts."""
ONE_ADDRESS = ("/api/", "/static/", "/admin/", "/feeds/", "/opensearch.xml", "/favicon.ico")
A_FILE = re.compile(r"/(cite|quote)\b|[?&]format=|\.md$")
ENGLISH = {kind: f"/en{address}" for kind, address in PAGES.items() if kind != "API docs"} | {
    "components": "/en/about/components/",
    "expert": "/en/experts/xu-zhenqiang/",
    "organisation": "/en/organisations/qinghuadaxue/",
    "theme": "/en/themes/smart-agriculture/",
    "fact": "/en/facts/dc2019-f001/",
    "preface": "/en/books/digital-china-2019/read/preface/",
    "atlas filtered": "/en/atlas/?province=hubei&theme=big-data",
    "case within a search": "/en/cases/digital-china-2019-18/?within=search%3Fq%3D武汉",
    "comparison refused": "/en/compare/?case=1&case=2&case=3&case=4&case=5",
}


@pytest.fixture(scope="module")
def untranslated(site) -> re.Pattern[str]:
    """Names of the imported sample; nobody translated them, and no attribute can mark them."""
    names = []
    for rows, columns in (("cases", ["title", "name"]), ("parts", ["title"])):
        with urlopen(f"{site}/api/v1/{rows}/?book=shili-anli-ji-2024&page_size=100") as answer:
            found = json.load(answer)["results"]
        names += [row[column] for row in found for column in columns]
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


class Reader(HTMLParser):
    """Collects Chinese text without ``lang``, and all links but those to other languages."""

    def __init__(self) -> None:
        super().__init__()
        self.tongues = [("", "")]
        self.unmarked: list[str] = []
        self.attributes: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        has = {name: value or "" for name, value in attrs}
        tongue = has.get("lang", self.tongues[-1][1])
        if tongue != "zh-Hans":
            self.attributes += [value for name, value in has.items() if SPOKEN.match(name)]
        if tag == "a" and "hreflang" not in has:
            self.links.append(has.get("href", ""))
        if tag not in VOID:
            self.tongues.append((tag, tongue))

    def handle_endtag(self, tag):
        self.tongues.pop()

    def handle_data(self, data):
        tags = {tag for tag, _tongue in self.tongues}
        if HAN.search(data) and self.tongues[-1][1] != "zh-Hans" and not tags & {"head", "script"}:
            self.unmarked.append(f"{self.tongues[-1][0]}: {data.strip()}")


def read(address: str) -> Reader:
    try:
        with urlopen(quote(address, safe=":/?&=%")) as answer:
            html = answer.read().decode()
    except HTTPError as refusal:
        html = refusal.read().decode()
    reader = Reader()
    reader.feed(html)
    return reader


@pytest.mark.parametrize("kind", ENGLISH)
def test_all_chinese_is_marked_as_chinese(site, untranslated, kind):
    page = read(f"{site}{ENGLISH[kind]}")

    assert page.unmarked == []
    assert [text for text in page.attributes if HAN.search(untranslated.sub("", text))] == []


@pytest.mark.parametrize("kind", ENGLISH)
def test_links_lead_to_english_pages_or_to_what_has_one_address(site, kind):
    links = read(f"{site}{ENGLISH[kind]}").links

    leaving = [
        link
        for link in links
        if not urlsplit(link).netloc
        and not link.startswith(("/en/", "#", "?", *ONE_ADDRESS))
        and not A_FILE.search(link)
        and link
    ]
    assert leaving == []
