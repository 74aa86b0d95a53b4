"""Bodies of cases in the ways that full books print them."""

import pytest

from cases.parsing.book import parse_book
from cases.parsing.book_records import BookRecord, CaseRecord

LONG = "这一段话写得足够长，好让解析器知道目录已经结束，正文已经开始，并且它以句号结尾。"


def read(*lines: str) -> BookRecord:
    contents = ["1 第一篇 实践", "案例一 智慧某市：一种开放的实践 // 2", "案例二 乙市：另一种 // 9"]
    return parse_book("\n".join([*contents, *lines]))


def cases(book: BookRecord) -> list[CaseRecord]:
    return [case for part in book.parts for case in part.cases]


def texts(case: CaseRecord) -> list[str]:
    return [passage.text for section in case.text for passage in section.passages]


@pytest.mark.parametrize(
    "heading",
    [
        ["案例一 智慧某市：一种开放的实践"],
        ["案例一", "智慧某市：一种开放的实践"],
        ["案例一", "智慧某市", "一种开放的实践"],
        ["案例一 智慧某市：", "一种开放的实践"],
        ["案例1 智慧某市: 一种开放的实践"],
        ["智慧某市：一种开放的实践"],
    ],
)
def test_a_heading_met_again_opens_the_body_of_its_case(heading: list[str]) -> None:
    book = read("第一篇", "实践", *heading, LONG, "案例二 乙市：另一种", LONG)

    assert [(case.number, texts(case)) for case in cases(book)] == [(1, [LONG]), (2, [LONG])]
    assert book.warnings == ()


def test_a_title_printed_otherwise_is_an_erratum() -> None:
    book = read("CHAPTER", "案例一 智慧某市：一种开发的实践", LONG)

    [erratum] = book.errata
    assert (erratum.reading, erratum.source_line) == ("智慧某市：一种开放的实践", 2)
    assert (erratum.other_reading, erratum.other_line) == ("智慧某市：一种开发的实践", 5)
    assert texts(cases(book)[0]) == [LONG]


def test_a_case_that_the_contents_lack_is_taken_in_with_a_warning() -> None:
    book = read(
        "第一篇",
        "案例一 智慧某市：一种开放的实践",
        LONG,
        "案例二 乙市：另一种",
        LONG,
        "案例三 丙市",
        LONG,
    )

    assert [(case.number, case.title) for case in cases(book)][2:] == [(3, "丙市")]
    assert [(w.line, w.message) for w in book.warnings] == [(9, "case 3 is not in the contents")]


def test_a_small_case_inside_a_case_stays_text() -> None:
    book = read("第一篇", "案例二 乙市：另一种", LONG, "案例1 某街道的做法", LONG)

    assert len(cases(book)) == 2
    assert texts(cases(book)[1]) == [LONG, "案例1 某街道的做法", LONG]
    assert [w.line for w in book.warnings] == [7]


def test_a_book_without_contents_is_read_by_its_headings() -> None:
    book = parse_book(f"案例一 甲市：一种\n{LONG}\n案例二 乙市\n{LONG}\n{LONG}")

    assert [(case.number, texts(case)) for case in book.cases] == [(1, [LONG]), (2, [LONG, LONG])]


@pytest.mark.parametrize(
    "label",
    [
        ["专家点评：张三 某大学教授"],
        ["专家点评", "张三 某大学教授"],
        ["【专家点评】", "张三 某大学教授"],
        ["点评专家：张三 某大学教授"],
        ["四、专家点评：张三 某大学教授"],
    ],
)
def test_a_critique_is_not_the_case_s_own_text(label: list[str]) -> None:
    book = read(
        "第一篇", "案例一 智慧某市：一种开放的实践", LONG, *label, LONG, "案例二 乙市：另一种", LONG
    )

    case = cases(book)[0]
    assert texts(case) == [LONG]
    [critique] = case.critiques
    assert (critique.name, critique.affiliation) == ("张三", "某大学教授")
    assert [p.text for section in critique.text for p in section.passages] == [LONG]


def test_signatures_tell_two_critics_apart() -> None:
    book = read(
        "第一篇", "案例一 智慧某市：一种开放的实践", LONG,
        "专家点评", "甲的话说完了。", "（点评人：张三 某大学教授）", "乙的话也说完了。", "（点评人：李四 某院院长）",
    )  # fmt: skip

    found = [(c.name, c.text[0].passages[0].text) for c in cases(book)[0].critiques]
    assert found == [("张三", "甲的话说完了。"), ("李四", "乙的话也说完了。")]


def test_a_critique_without_an_author_is_reported() -> None:
    book = read("第一篇", "案例一 智慧某市：一种开放的实践", LONG, "专家点评", LONG)

    assert [(w.line, w.message) for w in book.warnings] == [
        (8, "part of a critique whose author is not named")
    ]


def test_page_numbers_below_their_pages_give_each_passage_its_page() -> None:
    book = read("第一篇", "案例一 智慧某市：一种开放的实践", LONG, "2", LONG, "- 3 -", LONG, "9")

    pages = [p.page for section in cases(book)[0].text for p in section.passages]
    assert pages == [2, 3, None]


def test_page_numbers_above_their_pages_give_each_passage_its_page() -> None:
    book = read("第一篇", LONG, "2", "案例一 智慧某市：一种开放的实践", LONG, "3", LONG, "4", LONG)

    pages = [p.page for section in cases(book)[0].text for p in section.passages]
    assert pages == [2, 3, None]


def test_a_number_that_is_no_page_is_reported() -> None:
    book = read("第一篇", "案例一 智慧某市：一种开放的实践", LONG, "5", LONG, "2999", LONG)

    assert [(w.line, w.message) for w in book.warnings] == [
        (9, "2999 cannot be the page number here")
    ]


def test_a_list_of_short_lines_is_not_a_row_of_headings() -> None:
    book = read(
        "第一篇",
        "案例一 智慧某市：一种开放的实践",
        "一、做法",
        "（1）数据汇聚",
        "（2）数据共享",
        LONG,
    )

    [section] = cases(book)[0].text
    assert [(p.marker, p.text) for p in section.passages] == [
        ("（1）", "数据汇聚"),
        ("（2）", "数据共享"),
        ("", LONG),
    ]


@pytest.mark.parametrize("line", ["图1-1所示，数据先到街道。", "表1-1给出了清单，共三行。"])
def test_a_sentence_about_a_figure_is_no_caption(line: str) -> None:
    book = read("第一篇", "案例一 智慧某市：一种开放的实践", LONG, line)

    assert [p.kind.value for p in cases(book)[0].text[0].passages] == ["paragraph", "paragraph"]
