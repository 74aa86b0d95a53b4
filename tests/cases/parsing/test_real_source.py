"""The first book itself, where its text is at hand; counted by hand in the source."""

from collections import Counter

import pytest

from cases.parsing.book import parse_book
from cases.parsing.book_records import BookRecord, PassageRecord, Role, SectionRecord
from cases.parsing.tokens.lines import read_source
from tests.cases.parsing.sources import REAL

pytestmark = pytest.mark.skipif(not REAL.is_file(), reason="the book's text is not here")


@pytest.fixture(scope="module")
def book() -> BookRecord:
    return parse_book(read_source(REAL))


def test_every_line_is_placed(book: BookRecord) -> None:
    assert book.warnings == ()


def test_roles(book: BookRecord) -> None:
    assert Counter(record.role for record in book.contributions) == {
        Role.CHIEF_EDITOR: 2,
        Role.ASSOCIATE_EDITOR: 1,
        Role.EDITORIAL_BOARD: 47,
        Role.EXECUTIVE_EDITORIAL_BOARD: 22,
        Role.FOREWORD: 1,
        Role.RECOMMENDER: 6,
        Role.PUBLISHER: 2,
        Role.PRINTER: 1,
    }


def test_foreword_has_the_affiliations_of_its_signature(book: BookRecord) -> None:
    [foreword] = [record for record in book.contributions if record.role is Role.FOREWORD]

    assert foreword.name == "邬贺铨"
    assert [(post.organisation, post.job_title) for post in foreword.affiliations] == [
        ("中国工程院", "原副院长"),
        ("中国工程院", "院士"),
        ("中国互联网协会", "理事长"),
    ]
    assert book.preface is not None
    assert (len(book.preface.passages), book.preface.dated) == (5, "2019年1月")


def test_recommenders(book: BookRecord) -> None:
    found = [
        (record.name, record.affiliation, record.is_organisation)
        for record in book.contributions
        if record.role is Role.RECOMMENDER
    ]

    assert found == [
        ("蒋明麟", "国务院参事室副主任、参事（原）", False),
        ("杜平", "国家信息中心常务副主任（原）", False),
        ("Michale Batty", "英国皇家科学院院士", False),
        ("Michale Mulquin", "IEC 智慧城市系统委员会主席", False),
        ("剑桥智慧城市商学院", "", True),
        ("正和岛研究院", "", True),
    ]


def test_colophon(book: BookRecord) -> None:
    colophon = book.colophon

    assert colophon.publishers == ("中国质检出版社", "中国标准出版社")
    assert (colophon.place, colophon.isbn) == ("北京", "978-7-5026-4700-1")
    assert (colophon.cip_number, colophon.classification) == ("（2018）第289739号", "F299.2")
    assert (colophon.format, str(colophon.sheets)) == ("787×1092 1/16", "35.5")
    assert (colophon.word_count, str(colophon.price)) == (900_000, "149.00")
    assert (colophon.edition, str(colophon.edition_date)) == ("第一版", "2019-03-01")
    assert colophon.printer == "中国标准出版社秦皇岛印刷厂"


def test_parts_cases_and_pages(book: BookRecord) -> None:
    pages = [case.start_page for part in book.parts for case in part.cases]

    assert [part.start_page for part in book.parts] == [1, 11, 125, 297, 323]
    assert [len(part.cases) for part in book.parts] == [0, 5, 7, 2, 11]
    assert [section.start_page for section in book.parts[0].sections] == [2, 3, 9]
    assert pages == [
        *(12, 39, 56, 88, 105),
        *(126, 153, 181, 208, 233, 252, 274),
        *(298, 308),
        *(324, 349, 363, 391, 414, 434, 457, 479, 504, 521, 544),
    ]


def test_critics(book: BookRecord) -> None:
    names = [c.name for part in book.parts for case in part.cases for c in case.critiques]

    assert " ".join(names) == (
        "徐振强 周宏春 刘治彦 徐明 李琦 罗丽军 沈振江 余池明 尚进 赵广君 董振国 辛继巍 杨冰之 "
        "关嵘 程大章 楚天骄 高复先 于良 张公忠 赵一农 安枫 董振国 赵平生 邹晓勇 邓攀"
    )


def test_errata(book: BookRecord) -> None:
    assert [(e.subject, e.source_line, e.other_line) for e in book.errata] == [
        ("李有增", 9, 86),
        ("董振国", 103, 238),
        ("高复先", 94, 266),
    ]


def test_introduction(book: BookRecord) -> None:
    introduction = book.parts[0]
    second = introduction.sections[1]
    joined = [p for s in introduction.sections for p in passages(s) if p.last_line > p.source_line]

    assert [p.source_line for p in introduction.text[0].passages] == [311]
    assert [section.marker for section in second.sections] == [f"{n}." for n in range(1, 9)]
    assert [(p.source_line, p.last_line) for p in joined] == [(317, 319), (343, 345), (355, 357)]
    assert introduction.sections[2].passages == ()


def passages(section: SectionRecord) -> list[PassageRecord]:
    below = [p for inner in section.sections for p in passages(inner)]
    return [*section.passages, *below]
