"""Control characters written into rows without a form: all output of them is still valid."""

import io
import json
import re
import zipfile

import bibtexparser
import docx
import feedparser
import openpyxl
import pytest
import rispy
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from lxml import etree, html

from casebook.core.control_characters import find_control, replace_controls
from casebook.core.provenance import Origin
from cases.models import Case, Critique, Passage
from tests.casebook.exports.test_export_all import contents, empty_the_site
from tests.downloaded import download
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_case_theme,
    make_contribution,
    make_critique,
    make_erratum,
    make_expert,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_reference,
    make_seat,
    make_section,
    make_theme,
)

pytestmark = pytest.mark.django_db

HIDDEN = "\x01\x0b\x0c\x1f\x7f\x85\u2028\u202e\u2066\ufffe\uffff"
UNSEEN = re.compile(f"[{HIDDEN}\x00]")
LISTS = ("cases", "facts", "experts", "organisations", "places", "themes")


@pytest.fixture
def spoilt():
    """The case among one record of each kind, all texts with such characters in them."""
    place = make_place("湖北省", slug="hubei", aliases=["鄂"], note="省", english_name="Hubei")
    body = make_organisation("某大学", slug="university", aliases=["某大"])
    make_seat(body, place)
    book = make_book("towns", isbn="978-7-5026-4700-1", notices=["新华书店经销"], edition="第一版")
    make_contribution(book, make_expert("徐振强", slug="xu-zhenqiang", aliases=["徐"]))
    make_contribution(book, organisation=body, role="publisher")
    make_erratum(book)
    case = make_case(book, place=place, start_page=12, end_page=38, english_title="Gaoqing: farms")
    make_case_theme(case, make_theme("智慧交通", slug="transport", title_words=["交通"]))
    critique = make_critique(
        case, make_expert("徐明", slug="xu-ming"), affiliation_as_printed="院长"
    )
    critique.affiliations.add(make_affiliation(critique.expert, organisation=body))
    make_passage(make_section(case=case, title="背景"), source_page=13)
    make_fact(case, slug="farms", origin=Origin.PUBLIC, reference=make_reference(), value=320)
    for app in ("experts", "cases"):
        for model in apps.get_app_config(app).get_models():
            spoil(model)
    return Case.objects.get()


def spoil(model):
    """As an older release, or somebody with SQL, may have written the rows."""
    fields = [field for field in model._meta.concrete_fields if is_prose(field)]
    for row in model._base_manager.all():
        values = {each.name: spoilt_value(getattr(row, each.name), each) for each in fields}
        model._base_manager.filter(pk=row.pk).update(**values)


def is_prose(field):
    """Neither part of an address, nor one of a few words."""
    fixed = field.choices or field.name in {"path", "anchor", "period", "edited_fields"}
    texts = models.CharField | models.TextField | models.JSONField
    return isinstance(field, texts) and not (
        fixed or isinstance(field, models.SlugField | models.URLField)
    )


def spoilt_value(value, field):
    if isinstance(value, list):
        return [spoilt_value(each, field) for each in value]
    if not (isinstance(value, str) and value):
        return value
    nul = "\x00" if connection.vendor == "sqlite" else ""
    return f"{value[0]}{HIDDEN}{nul}{value[1:]}"[: field.max_length]


def is_clean(content):
    return not UNSEEN.search(content.decode("utf-8-sig"))


def test_the_feed_is_read(client, spoilt):
    content = client.get("/feeds/cases.atom").content

    feed = feedparser.parse(content)
    assert etree.fromstring(content) is not None
    assert not feed.bozo
    assert re.fullmatch("智�+慧高青：农业大县的数字善政兴业", feed.entries[0].title)
    assert is_clean(content)


@pytest.mark.parametrize("query", ["q=%EF%BF%BE慧高青", "q=%01%0B慧高青", "theme=transport"])
def test_a_feed_of_what_somebody_asks_is_read(client, spoilt, query):
    response = client.get(f"/feeds/cases.atom?{query}")

    assert response.status_code == 200
    assert etree.fromstring(response.content) is not None


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemaps/cases-1.xml", "/opensearch.xml"])
def test_other_xml_is_read(client, spoilt, address):
    assert etree.fromstring(client.get(address).content) is not None


@pytest.mark.parametrize(
    "address", [*(f"/{name}/?format=xlsx" for name in LISTS), "/cases/?q=%EF%BF%BE慧&format=xlsx"]
)
def test_workbooks_are_read(client, spoilt, address):
    content = download(client, address)

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            assert is_clean(parts.read(name))
            assert etree.fromstring(parts.read(name)) is not None
    assert openpyxl.load_workbook(io.BytesIO(content)).worksheets


def test_a_comparison_is_read(client, spoilt):
    other = make_case(spoilt.book)

    content = client.get(f"/compare/?case={spoilt.slug}&case={other.slug}&format=docx").content

    table = docx.Document(io.BytesIO(content)).tables[0]
    words = "".join(cell.text for row in table.rows for cell in row.cells)
    assert "慧高青" in words
    assert not UNSEEN.search(words)


@pytest.mark.parametrize("row", ["book", "case", "critique", "passage"])
def test_citations_are_read(client, spoilt, row):
    stems = {
        "book": spoilt.book.get_absolute_url(),
        "case": spoilt.get_absolute_url(),
        "critique": f"/critiques/{Critique.objects.get().slug}/",
        "passage": Passage.objects.get().get_absolute_url(),
    }
    files = {
        form: client.get(f"{stems[row]}cite.{form}").content for form in ("ris", "bib", "json")
    }

    assert len(rispy.loads(files["ris"].decode())) == 1
    assert len(bibtexparser.parse_string(files["bib"].decode()).entries) == 1
    assert is_clean(files["ris"])
    assert is_clean(files["bib"])
    assert len(json.loads(files["json"])) == 1


@pytest.mark.parametrize("name", LISTS)
def test_downloads_of_every_kind_are_read(client, spoilt, name):
    assert is_clean(download(client, f"/{name}/?format=csv"))
    assert is_clean(download(client, f"/{name}/?format=md"))
    assert json.loads(download(client, f"/{name}/?format=json"))["results"]


PAGES = (
    *("/books/towns", "/facts/farms", "/places/hubei", "/themes/transport"),
    *("/experts/xu-ming", "/organisations/university", "/books/towns/parts/1"),
)


@pytest.mark.parametrize("page", PAGES)
def test_pages_their_data_and_their_markdown_are_read(client, spoilt, page):
    response = client.get(f"{page}/")

    assert response.status_code == 200
    (data,) = html.fromstring(response.content).xpath(
        "//script[@type='application/ld+json']/text()"
    )
    assert json.loads(data)["@type"]
    assert is_clean(client.get(f"{page}.md").content)


def test_an_export_is_clean_and_can_be_loaded(spoilt, tmp_path):
    quiet = {"stdout": io.StringIO(), "stderr": io.StringIO()}
    Case.objects.update(name="智慧\n高青")
    folder = tmp_path / "export"

    call_command("export_all", str(folder), with_text=True, **quiet)
    empty_the_site()
    call_command("load_export", str(folder), **quiet)

    texts = {name: content for name, content in contents(folder).items() if "sqlite" not in name}
    assert [name for name, content in texts.items() if not is_clean(content)] == []
    assert re.fullmatch("智�+慧高青：农业大县的数字善政兴业", Case.objects.get().title)
    assert Case.objects.get().name == "智慧�高青"


def test_line_ends_tabs_and_joiners_are_no_control_characters():
    text = "甲\t乙\r\n丙\u200d\u200e\u3000\xa0👩\u200d💻𠮷"

    assert find_control(text) is None
    assert replace_controls(text) == text


def test_the_place_of_a_control_character_is_its_line_and_its_place_there():
    found = find_control("甲\n乙丙\u202e\n\x0b")

    assert str(found) == "U+202E (line 2, character 3)"
