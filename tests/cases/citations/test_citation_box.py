"""How a page says how to cite it, and the files that reference managers take."""

import json

import bibtexparser
import pytest
import rispy

from tests.factories import (
    make_book,
    make_case,
    make_contribution,
    make_critique,
    make_expert,
    make_organisation,
    make_passage,
    make_section,
)
from tests.pages import read

pytestmark = pytest.mark.django_db

NUMERIC = "高青：兴业[M]//徐振强，李有增. 数字乡镇：案例. 北京：乡镇出版社，2019：12-38."


@pytest.fixture
def book():
    book = make_book(
        "towns", subtitle="案例", place_of_publication="北京", edition_date="2019-03-01"
    )
    make_contribution(book, make_expert("李有增"), order=2)
    make_contribution(book, make_expert("徐振强"), order=1)
    make_contribution(book, make_expert("王副"), role="associate_editor")
    for order, name in enumerate(("乡镇出版社", "另一出版社"), start=1):
        make_contribution(book, organisation=make_organisation(name), role="publisher", order=order)
    return book


@pytest.fixture
def case(book):
    return make_case(book, title="高青：兴业", start_page=12, end_page=38)


def test_the_case_page_shows_the_reference_in_every_style(client, case):
    page = read(client.get(case.get_absolute_url()))

    assert NUMERIC in page.text
    assert "佚名，2019. 高青：兴业[M]//徐振强，李有增." in page.text
    assert (
        "高青: 兴业[M]//徐振强, 李有增. 数字乡镇: 案例. 北京: 乡镇出版社, 2019: 12-38." in page.text
    )
    assert "王副" not in page.text
    assert "末页由下一篇起始页推得" in page.text


def test_a_last_page_that_an_editor_gave_is_not_called_derived(client, case):
    case.edited_fields = ["end_page"]
    case.save()

    page = read(client.get(case.get_absolute_url()))

    assert "末页由下一篇起始页推得" not in page.text


def test_a_case_without_a_last_page_is_cited_by_its_first(client, book):
    case = make_case(book, title="末案", start_page=544)

    page = read(client.get(case.get_absolute_url()))

    assert "末案[M]//徐振强，李有增. 数字乡镇：案例. 北京：乡镇出版社，2019：544." in page.text
    assert "末页未载明" in page.text


def test_every_copy_link_leads_to_the_text_it_copies(client, case):
    make_critique(case, make_expert("徐明"))
    page = read(client.get(case.get_absolute_url()))

    copiers = [each for tag, each in page.elements if "data-copy" in each]

    assert len(copiers) == 8
    for copier in copiers:
        assert client.get(copier["href"]).content.decode() == f"{copier['data-copy']}\n"


def test_ris_is_a_chapter_with_its_book(client, case):
    response = client.get(f"/cases/{case.slug}/cite.ris")

    (entry,) = rispy.loads(response.content.decode())

    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{case.slug}.ris"'
    assert entry["type_of_reference"] == "CHAP"
    assert entry["secondary_title"] == "数字乡镇：案例"
    assert entry["secondary_authors"] == ["徐振强", "李有增"]
    assert (entry["start_page"], entry["end_page"], entry["year"]) == ("12", "38", "2019")


def test_bibtex_of_the_book_has_its_editors_and_first_publisher(client, book):
    response = client.get("/books/towns/cite.bib")

    (entry,) = bibtexparser.parse_string(response.content.decode()).entries

    assert entry["editor"] == "{徐振强} and {李有增}"
    assert entry["publisher"] == "乡镇出版社"


def test_a_critique_is_cited_by_its_author_under_a_title_of_our_own(client, case):
    critique = make_critique(case, make_expert("徐明"))

    (item,) = json.loads(client.get(f"/critiques/{critique.slug}/cite.json").content)

    assert item["author"] == [{"literal": "徐明"}]
    assert item["title"] == "[“高青：兴业”专家点评]"
    assert "page" not in item


def test_a_critique_has_a_page_once_its_text_is_imported(client, case):
    critique = make_critique(case, make_expert("徐明"))
    make_section(case.book, critique=critique, start_page=36)

    (item,) = json.loads(client.get(f"/critiques/{critique.slug}/cite.json").content)
    page = read(client.get(case.get_absolute_url()))

    assert item["page"] == "36"
    assert (
        "徐明. [“高青：兴业”专家点评][M]//徐振强，李有增. 数字乡镇：案例. 北京：乡镇出版社，2019：36."
        in page.text
    )
    assert "目录没有印出点评的页码" not in page.text


def test_a_paragraph_is_cited_by_its_own_page_and_by_its_address(client, case):
    passage = make_passage(make_section(case=case), source_page=15)
    address = passage.get_absolute_url()

    page = read(client.get(address))
    quote = client.get(f"{address}quote.txt").content.decode()

    assert "高青：兴业[M]//徐振强，李有增. 数字乡镇：案例. 北京：乡镇出版社，2019：15." in page.text
    assert quote == (
        "高青：兴业[M/OL]//徐振强，李有增. 数字乡镇：案例. 北京：乡镇出版社，2019：15. "
        f"http://testserver{address}.\n"
    )


def test_a_paragraph_of_the_preface_stands_in_the_preface(client, book):
    passage = make_passage(make_section(book))

    text = client.get(f"{passage.get_absolute_url()}cite.txt").content.decode()

    assert text == "前言[M]//徐振强，李有增. 数字乡镇：案例. 北京：乡镇出版社，2019.\n"


def test_the_reading_page_leads_each_paragraph_to_its_citation(client, case):
    passage = make_passage(make_section(case=case), source_page=15)

    page = read(client.get("/books/towns/read/case-01/"))
    (link,) = [each for _, each in page.elements if "data-copy-from" in each]

    assert link["href"] == f"{passage.get_absolute_url()}#cite"
    assert client.get(link["data-copy-from"]).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/cases/towns-01/cite.pdf", 404),
        ("/cases/none/cite.ris", 404),
        ("/books/none/cite.ris", 404),
        ("/critiques/none/cite.ris", 404),
        ("/cases/towns-01/cite.ris?style=apa", 400),
        ("/cases/towns-01/cite.txt?style=gbt7714", 400),
    ],
)
def test_what_there_is_not_is_refused(client, case, address, status):
    assert client.get(address).status_code == status


def test_a_style_that_is_not_there_proposes_the_nearest(client, case):
    page = read(client.get(f"/cases/{case.slug}/cite.txt?style=gbt7714-2015-numerical"))

    assert page.has_link(f"/cases/{case.slug}/cite.txt?style=gbt7714-2015-numeric")
