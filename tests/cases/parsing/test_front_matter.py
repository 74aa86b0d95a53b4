"""Title pages, colophons, boards and prefaces in other forms than the first book's."""

from decimal import Decimal

import pytest

from cases.parsing.book import parse_book
from cases.parsing.book_records import BookRecord, Role
from cases.parsing.tokens.isbn import is_valid_isbn

CONTENTS = "目 录\n案例一 甲 // 2"
TEXT = "这是一段足够长的序文，用来说明这一行是正文而不是署名，它以句号结尾，谁也不会看错，读者可以放心。"


def read(*lines: str) -> BookRecord:
    return parse_book("\n".join([*lines, CONTENTS]))


def members(book: BookRecord) -> list[tuple[Role, str, str]]:
    return [(record.role, record.name, record.affiliation) for record in book.contributions]


@pytest.mark.parametrize(
    ("isbn", "is_valid"),
    [
        ("978-7-5026-4700-1", True),
        ("978-7-5026-4700-2", False),
        ("978-7-0000-1234-9", True),
        ("7-302-01234-5", False),
        ("0-306-40615-2", True),
        ("978", False),
    ],
)
def test_the_check_digit_of_an_isbn(isbn: str, is_valid: bool) -> None:
    assert is_valid_isbn(isbn) is is_valid


def test_a_wrong_check_digit_is_reported_and_the_number_kept() -> None:
    book = read("某书", "图书在版编目（CIP）数据", "ISBN 978-7-5026-4700-2")

    assert book.colophon.isbn == "978-7-5026-4700-2"
    assert [(w.line, w.message) for w in book.warnings] == [
        (3, "the check digit of ISBN 978-7-5026-4700-2 is wrong")
    ]


def test_a_colophon_with_labels() -> None:
    colophon = read(
        "某书", "图书在版编目（CIP）数据", "出版发行：示例出版社", "印刷：示例印务有限公司",
        "开本：787mm×1092mm 1/16", "印张：20", "字数：400千字", "版次：2020年3月第2版",
        "印次：2021年4月第3次印刷", "定价：¥58.00元", "书号：ISBN 978-7-0000-1234-9",
    ).colophon  # fmt: skip

    assert (colophon.publishers, colophon.printer) == (("示例出版社",), "示例印务有限公司")
    assert (colophon.format, colophon.sheets) == ("787mm×1092mm 1/16", Decimal(20))
    assert (colophon.word_count, colophon.price) == (400_000, Decimal("58.00"))
    assert (colophon.edition, str(colophon.edition_date)) == ("第2版", "2020-03-01")
    assert (colophon.printing, str(colophon.printing_date)) == ("第3次印刷", "2021-04-01")
    assert colophon.lines["price"] == 10


def test_a_board_with_names_in_a_row_and_a_role_nobody_knows() -> None:
    book = read(
        "某书",
        "编委会",
        "顾问：赵六 某大学教授",
        "主编：张三",
        "编委：李 四 王五 欧阳 修",
        "执行编委",
        "孙七 某中心主任",
    )

    assert members(book) == [
        (Role.CHIEF_EDITOR, "张三", ""),
        (Role.EDITORIAL_BOARD, "李四", ""),
        (Role.EDITORIAL_BOARD, "王五", ""),
        (Role.EDITORIAL_BOARD, "欧阳修", ""),
        (Role.EXECUTIVE_EDITORIAL_BOARD, "孙七", "某中心主任"),
    ]
    assert [(w.line, w.message) for w in book.warnings] == [
        (3, "a role or line of the board that is not known")
    ]


def test_two_prefaces_with_page_numbers() -> None:
    book = read(
        "某书",
        "序",
        TEXT,
        "I",
        "张三",
        "某大学教授",
        "前 言",
        "III",
        TEXT,
        "李四",
        "二〇二〇年五月",
    )

    assert book.preface is not None
    assert (book.preface.title, book.preface.signature) == ("序", "张三")
    [second] = book.more_prefaces
    assert (second.title, second.signature, second.dated) == ("前言", "李四", "二〇二〇年五月")
    assert book.warnings == ()


def test_a_line_of_the_title_page_that_nobody_understands_is_reported() -> None:
    book = read("某书", "副题", "张三 主编", "莫名其妙的一行字在这里")

    assert (book.title, book.subtitle) == ("某书", "副题")
    assert [w.line for w in book.warnings] == [4]


@pytest.mark.parametrize(
    "line",
    [
        "案例七 乙市的夜航 // 8",
        "专家点评：张三 某大学教授",
        "李 四 某研究院院长",
        "读者服务部: (010) 68523946",
        "一、建设背景",
        "表1-1 示例账目",
        "前面这一句没有写完，",
    ],
)
def test_what_is_plainly_something_else_is_not_the_title(line: str) -> None:
    book = read(line, "某书")

    assert line not in (book.title, book.subtitle)


def test_the_cip_data_know_the_title_better_than_a_stray_first_line() -> None:
    book = read(
        "城市运行的协同感知", "图书在版编目（CIP）数据",
        "数字乡镇——案例选编 / 林示例主编. —北京: 示例出版社, 2021.5",
    )  # fmt: skip

    assert (book.title, book.subtitle, book.source_line) == ("数字乡镇", "案例选编", 3)
    assert [warning.line for warning in book.warnings] == [1]


def test_a_title_among_strange_lines_is_in_doubt() -> None:
    book = read("某书", "北段 7 3", "中段 8 4", "南段 9 5", "外段 1 2")

    assert book.title == "某书"
    assert 1 in {warning.line for warning in book.warnings}
