"""References compared with rules written by hand; files, read back by other libraries."""

import json
import tomllib
from dataclasses import replace

import bibtexparser
import pytest
import rispy

from cases.citations.cited_works import Name, Volume, Work
from cases.citations.gbt7714 import STYLES, cite
from cases.citations.reference_files import bibtex, csl_json, ris
from tests.paths import ROOT

GOLDEN = tomllib.loads((ROOT / "tests/cases/citations.toml").read_text("utf-8"))


def volume(name):
    values = dict(GOLDEN["volumes"][name])
    people = [Name(text) for text in values.pop("editors", [])]
    bodies = [Name(text, is_body=True) for text in values.pop("bodies", [])]
    if "year_and_month" in values:
        values["year_and_month"] = tuple(values["year_and_month"])
    return Volume(editors=(*people, *bodies), **values)


def work(name):
    values = dict(GOLDEN["works"][name])
    host = volume(values.pop("volume"))
    authors = tuple(Name(text) for text in values.pop("authors", []))
    return Work(key=name, volume=host, authors=authors, **values)


@pytest.mark.parametrize(
    "golden", GOLDEN["golden"], ids=lambda golden: f"{golden['work']}-{golden['style'][8:]}"
)
def test_a_reference_is_written_as_the_standard_asks(golden):
    assert cite(work(golden["work"]), golden["style"]) == golden["text"]


def test_the_golden_references_cover_every_style_and_are_each_their_own():
    told = [(golden["work"], golden["style"]) for golden in GOLDEN["golden"]]

    assert {style for _, style in told} == set(STYLES)
    assert len(set(told)) == len(told) >= 40


@pytest.fixture(params=GOLDEN["works"])
def any_work(request):
    return work(request.param)


def turned(name):
    """A name as exports write it: Batty, Michael."""
    return name.text if name.is_han or name.is_whole else f"{name.family}, {name.given}"


def test_rispy_reads_back_what_was_exported(any_work):
    (entry,) = rispy.loads(ris(any_work))

    host = any_work.volume
    assert entry["type_of_reference"] == ("CHAP" if any_work.is_piece else "BOOK")
    assert entry["title"] == any_work.full_title()
    assert entry.get("authors", []) == [turned(name) for name in any_work.authors]
    editors = "secondary_authors" if any_work.is_piece else "tertiary_authors"
    assert entry.get(editors, []) == [turned(name) for name in host.editors]
    assert entry.get("secondary_title", "") == (host.full_title() if any_work.is_piece else "")
    assert entry.get("publisher", "") == host.publisher
    assert entry.get("year", "") == host.year
    assert entry.get("start_page", "") == any_work.first_page
    assert entry.get("end_page", "") == any_work.last_page


def test_every_line_of_ris_ends_as_the_format_asks():
    text = ris(work("case"))

    assert text.endswith("ER  - \r\n")
    assert text.count("\n") == text.count("\r\n")
    assert "A2  - 徐振强\r\nA2  - 李有增\r\n" in text


def test_bibtexparser_reads_back_what_was_exported(any_work):
    library = bibtexparser.parse_string(bibtex(any_work))

    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert entry.entry_type == ("incollection" if any_work.is_piece else "book")
    assert fields["title"] == any_work.full_title().replace("&", r"\&")
    assert fields.get("pages", "") == any_work.pages.replace("-", "--")
    assert fields.get("year", "") == any_work.volume.year
    assert fields.get("editor", "").count(" and ") == max(len(any_work.volume.editors) - 1, 0)


def test_nothing_in_a_title_is_a_command_to_latex():
    hostile = replace(work("case"), title=r"100% {云} & #1_a$ \input{x}~^", subtitle="")

    (entry,) = bibtexparser.parse_string(bibtex(hostile)).entries

    assert entry["title"] == (
        r"100\% \{云\} \& \#1\_a\$ \textbackslash{}input\{x\}\textasciitilde{}\textasciicircum{}"
    )


def test_a_line_break_in_a_title_makes_no_field_of_its_own():
    hostile = replace(work("case"), title="甲\r\nAU  - 伪造", subtitle="")

    (entry,) = rispy.loads(ris(hostile))

    assert "authors" not in entry
    assert entry["title"] == "甲 AU - 伪造"


def test_organisations_and_names_in_characters_stay_whole():
    editors = (Name("Barnes and Noble", is_body=True), Name("徐振强"), Name("Michael Batty"))
    book = Work("k", Volume("数字中国", editors=editors))

    (entry,) = bibtexparser.parse_string(bibtex(book)).entries
    (item,) = json.loads(csl_json(book))

    assert entry["editor"] == "{Barnes and Noble} and {徐振强} and Batty, Michael"
    assert item["editor"] == [
        {"literal": "Barnes and Noble"},
        {"literal": "徐振强"},
        {"family": "Batty", "given": "Michael"},
    ]


def test_csl_json_says_where_a_piece_stands_and_nothing_that_is_not_known():
    (item,) = json.loads(csl_json(work("last-case")))

    assert item == {
        "id": "last-case",
        "type": "chapter",
        "title": "贵阳市高新开发区数聚高新一体化大数据平台：智慧开发区的数据赋能",
        "container-title": "数字中国：智慧城市高质量案例精选",
        "editor": [{"literal": "徐振强"}, {"literal": "李有增"}],
        "publisher": "中国质检出版社",
        "publisher-place": "北京",
        "issued": {"date-parts": [[2019, 3]]},
        "page": "544",
        "ISBN": "978-7-5026-4700-1",
        "language": "zh-Hans",
    }
