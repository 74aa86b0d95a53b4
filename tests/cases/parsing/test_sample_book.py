"""The sample casebook, read whole; what is expected was counted in the text by hand."""

from datetime import date
from decimal import Decimal

import pytest

from cases.parsing.book import parse_book
from cases.parsing.book_records import (
    BookRecord,
    CaseRecord,
    PassageKind,
    PassageRecord,
    Role,
    SectionRecord,
)
from cases.parsing.tokens.lines import read_source
from cases.parsing.tree import summary, tree
from tests.cases.parsing.sources import SAMPLE


@pytest.fixture(scope="module")
def book() -> BookRecord:
    return parse_book(read_source(SAMPLE))


@pytest.fixture(scope="module")
def cases(book: BookRecord) -> dict[int, CaseRecord]:
    return {case.number: case for part in book.parts for case in part.cases}


def headings(sections: tuple[SectionRecord, ...]) -> list[tuple[int, str, str]]:
    found = []
    for section in sections:
        found += [(section.level, section.marker, section.title)]
        found += headings(section.sections)
    return found


def passages(sections: tuple[SectionRecord, ...]) -> list[PassageRecord]:
    found: list[PassageRecord] = []
    for section in sections:
        found += [*section.passages, *passages(section.sections)]
    return found


def test_every_line_is_placed(book: BookRecord) -> None:
    assert book.warnings == ()


def test_titles_and_colophon(book: BookRecord) -> None:
    colophon = book.colophon

    assert (book.title, book.subtitle, book.parallel_title) == (
        "示例案例集",
        "智慧城市样本选编",
        "Sample Casebook",
    )
    assert colophon.cip_title == "示例案例集——智慧城市样本选编"
    assert colophon.isbn == "978-7-0000-1234-9"
    assert colophon.cip_number == "（2024）第000001号"
    assert (colophon.cip_subjects, colophon.classification) == ("城市管理—样本—测试", "C912.81")
    assert (colophon.publishers, colophon.place) == (("示例出版社",), "北京")
    assert (colophon.format, colophon.sheets) == ("710×1000 1/16", Decimal("4.25"))
    assert (colophon.word_count, colophon.price) == (68_000, Decimal("36.50"))
    assert (colophon.edition, colophon.edition_date) == ("第一版", date(2024, 5, 1))
    assert (colophon.printing, colophon.printing_date) == ("第二次印刷", date(2024, 6, 1))
    assert (colophon.printer, colophon.website) == ("示例印刷厂", "www.example.org")
    assert len(colophon.notices) == 4


def test_people_and_organisations(book: BookRecord) -> None:
    named = [(record.role, record.order, record.name) for record in book.contributions]

    assert named == [
        (Role.CHIEF_EDITOR, 1, "林示例"),
        (Role.CHIEF_EDITOR, 2, "陈样本"),
        (Role.ASSOCIATE_EDITOR, 1, "陈样本"),
        (Role.EDITORIAL_BOARD, 1, "周范文"),
        (Role.EDITORIAL_BOARD, 2, "郑示范"),
        (Role.EDITORIAL_BOARD, 3, "王模"),
        (Role.EDITORIAL_BOARD, 4, "冯测试"),
        (Role.EDITORIAL_BOARD, 5, "褚演练"),
        (Role.EDITORIAL_BOARD, 6, "卫试用"),
        (Role.EXECUTIVE_EDITORIAL_BOARD, 1, "蒋草稿"),
        (Role.EXECUTIVE_EDITORIAL_BOARD, 2, "沈底本"),
        (Role.FOREWORD, 1, "周范文"),
        (Role.RECOMMENDER, 1, "吴例"),
        (Role.RECOMMENDER, 2, "Ada Sample"),
        (Role.RECOMMENDER, 3, "样本智慧城市研究院"),
        (Role.PUBLISHER, 1, "示例出版社"),
        (Role.PRINTER, 1, "示例印刷厂"),
    ]


def test_preface(book: BookRecord) -> None:
    assert book.preface is not None
    assert [(p.source_line, p.last_line) for p in book.preface.passages] == [(89, 89), (91, 93)]
    assert (book.preface.signature, book.preface.dated) == ("周范文", "2024年4月")
    assert [(p.organisation, p.job_title) for p in book.preface.affiliations] == [
        ("示例科学院", "院士"),
        ("样本大学", "教授"),
    ]


def test_parts_and_cases(book: BookRecord) -> None:
    found = [
        (part.number, part.title, part.start_page, [(c.number, c.start_page) for c in part.cases])
        for part in book.parts
    ]

    assert found == [
        (1, "总论", 1, []),
        (2, "城市运行的协同感知", 8, [(1, 9), (2, 15), (3, 21), (4, 27)]),
        (3, "公共服务与产业培育", 33, [(5, 34), (6, 40), (7, 46), (8, 52), (9, 60), (10, 68)]),
    ]


def test_the_listed_sections_of_the_introduction_have_their_bodies(book: BookRecord) -> None:
    introduction = book.parts[0]

    assert [(s.title, s.start_page) for s in introduction.sections] == [
        ("为什么要写样本", 2),
        ("样本的写法", 4),
        ("如何使用本书", 6),
    ]
    assert headings(introduction.sections[:2]) == [
        (1, "一、", "为什么要写样本"),
        (2, "（一）", "可以公开"),
        (2, "（二）", "足够相似"),
        (1, "二、", "样本的写法"),
        (3, "1.", "先定骨架"),
        (3, "2.", "再补血肉"),
    ]
    assert len(introduction.text) == 1


def test_a_sentence_split_by_a_page_end_is_joined(cases: dict[int, CaseRecord]) -> None:
    [joined] = [
        p
        for p in passages(cases[1].text)
        if p.kind is PassageKind.PARAGRAPH and p.last_line > p.source_line
    ]

    assert "汇入口，在那里装上" in joined.text
    assert joined.page == 10


def test_tables_captions_and_items(cases: dict[int, CaseRecord]) -> None:
    kinds = [p.kind for p in passages(cases[1].text)]
    tables = [
        p.text.split("\n")
        for n in (1, 2, 3, 6)
        for p in passages(cases[n].text)
        if p.kind is PassageKind.TABLE
    ]

    assert kinds.count(PassageKind.FIGURE_CAPTION) == 1
    assert kinds.count(PassageKind.TABLE_CAPTION) == 1
    assert [p.marker for p in passages(cases[1].text) if p.kind is PassageKind.ITEM] == [
        "（1）",
        "（2）",
        "（3）",
    ]
    assert [len(rows) for rows in tables] == [4, 4, 5, 5]


def test_four_levels_of_headings(cases: dict[int, CaseRecord]) -> None:
    assert headings(cases[8].text) == [
        (1, "一、", "缘起"),
        (1, "二、", "三件事"),
        (2, "（一）", "订餐"),
        (3, "1.", "电话就是入口"),
        (3, "2.", "忌口就是底线"),
        (2, "（二）", "配餐"),
        (2, "（三）", "陪餐"),
        (1, "三、", "一本账"),
        (1, "四、", "没有解决的事"),
    ]


def test_critiques_belong_to_those_who_wrote_them(cases: dict[int, CaseRecord]) -> None:
    written = {
        number: [(c.name, len(passages(c.text))) for c in case.critiques]
        for number, case in cases.items()
    }

    assert written == {
        1: [("林示例", 2)],
        2: [("王模", 2)],
        3: [("郑示范", 1), ("褚演练", 2)],
        4: [("冯测试", 1)],
        5: [("郑示范", 1)],
        6: [("卫试用", 1)],
        7: [("沈底本", 2), ("蒋草稿", 2)],
        8: [("褚演练", 2)],
        9: [("王模", 1), ("冯测试", 2)],
        10: [("卫试用", 2), ("吴例", 2)],
    }


def test_running_headers_and_page_numbers_are_no_text(book: BookRecord) -> None:
    texts = [p.text for part in book.parts for case in part.cases for p in passages(case.text)]

    assert "示例案例集" not in texts
    assert not [text for text in texts if text.isdecimal()]


def test_contradictions_are_recorded(book: BookRecord) -> None:
    found = [
        (e.subject, e.reading, e.source_line, e.other_reading, e.other_line) for e in book.errata
    ]

    assert found == [
        ("陈样本", "主编", 8, "副主编", 69),
        ("郑示范", "样本市数字治理专家委员会副主任", 74, "样本市数字治理专家咨询委员会副主任", 123),
    ]


def test_back_matter_is_not_part_of_the_last_case(book: BookRecord) -> None:
    assert [(section.title, len(section.passages)) for section in book.back_matter] == [("后记", 2)]


def test_the_tree_is_the_same_each_time_and_has_no_running_text(book: BookRecord) -> None:
    printed = str(tree(book))

    assert printed == str(tree(parse_book(read_source(SAMPLE))))
    assert "藤蔓" not in printed
    assert summary(book) == (
        "示例案例集: 3 parts, 10 cases, 14 critiques by 9 critics, 12 people in all, 0 warnings."
    )
