"""Contents lists in the ways that other casebooks print them."""

import pytest

from cases.parsing.book import parse_book
from cases.parsing.book_records import BookRecord, CaseRecord
from cases.parsing.tokens.lines import SourceError


def cases_of(book: BookRecord) -> list[CaseRecord]:
    return [*book.cases, *(case for part in book.parts for case in part.cases)]


def read(*lines: str) -> BookRecord:
    return parse_book("\n".join(lines))


def messages(book: BookRecord) -> list[tuple[int, str]]:
    return [(warning.line, warning.message) for warning in book.warnings]


@pytest.mark.parametrize(
    "line",
    [
        "案例一 智慧某市：一种实践 // 12",
        "案例1 智慧某市：一种实践 // 12",
        "案例 1、智慧某市：一种实践 // 12",
        "案例一：智慧某市：一种实践 // 12",
        "案例01 智慧某市：一种实践 12",
        "案例１ 智慧某市：一种实践……１２",
        "案例一 智慧某市：一种实践 …… 12",
        "案例一 智慧某市：一种实践·····12",
        "案例一 智慧某市：一种实践 . . . . . . 12",
        "案例一 智慧某市：一种实践......12",
        "案例一 智慧某市：一种实践 / 12",
        "案例一 智慧某市：一种实践（12）",
        "案例一 智慧某市：一种实践 (12)",
        "案例一 智慧某市：一种实践12",
        "案例一\t智慧某市：一种实践\t12",
        "案例一智慧某市：一种实践 // 12",
        "【案例一】智慧某市：一种实践 // 12",
        "- 案例一 智慧某市：一种实践 // 12",
        "12 案例一 智慧某市：一种实践",
        "案 例 一 智慧某市：一种实践 // 12",
        "\u3000\u3000案例一\u3000智慧某市：一种实践\u300012",
    ],
)
def test_reads_an_entry_however_it_is_set(line: str) -> None:
    book = read(line)

    [case] = cases_of(book)
    assert (case.number, case.title, case.start_page) == (1, "智慧某市：一种实践", 12)
    assert (case.name, case.subtitle) == ("智慧某市", "一种实践")
    assert book.warnings == ()


def test_an_entry_without_a_page_has_none() -> None:
    book = read("案例一 智慧某市：一种实践", "案例二 智慧乙市")

    assert [(case.number, case.start_page) for case in book.cases] == [(1, None), (2, None)]
    assert book.cases[1].subtitle == ""


@pytest.mark.parametrize(
    ("line", "title", "page"),
    [
        ("案例一 汉江创意园：3.0 迭代的集聚 // 45", "汉江创意园：3.0 迭代的集聚", 45),
        ("案例一 迈向智慧城市2.0", "迈向智慧城市2.0", None),
        ("案例一 某市回顾2018", "某市回顾2018", None),
        ("案例一 某市规划（2018）", "某市规划（2018）", None),
        ("案例一 某市规划（2018） // 7", "某市规划（2018）", 7),
    ],
)
def test_digits_of_a_title_are_not_its_page(line: str, title: str, page: int | None) -> None:
    [case] = read(line).cases

    assert (case.title, case.start_page) == (title, page)


@pytest.mark.parametrize(
    "lines",
    [
        ("案例一 智慧某市：一种开放的", "平台实践 // 12"),
        ("案例一 智慧某市：", "一种开放的平台实践 // 12"),
        ("案例一", "智慧某市：一种开放的平台实践 // 12"),
        ("案例一 智慧某市：一种开放的平台实践", "12"),
        ("案例一 智慧某市：一种开放的平台实践", "// 12"),
    ],
)
def test_joins_an_entry_that_is_broken_over_two_lines(lines: tuple[str, ...]) -> None:
    book = read(*lines, "案例二 乙 // 20")

    assert [(case.title, case.start_page) for case in book.cases] == [
        ("智慧某市：一种开放的平台实践", 12),
        ("乙", 20),
    ]
    assert book.warnings == ()


def test_reads_several_entries_on_one_line() -> None:
    book = read(
        "1 第一篇 总论 一、来历 // 2 二、写法 // 3",
        "11 第二篇 实践 案例一 甲：子 // 12 专家点评：张三 某大学教授 案例二 乙 // 39 45 第三篇 展望",
    )

    assert [(part.number, part.title, part.start_page) for part in book.parts] == [
        (1, "总论", 1),
        (2, "实践", 11),
        (3, "展望", 45),
    ]
    assert [(s.marker, s.title, s.start_page) for s in book.parts[0].sections] == [
        ("一、", "来历", 2),
        ("二、", "写法", 3),
    ]
    assert [(case.title, case.start_page) for case in book.parts[1].cases] == [
        ("甲：子", 12),
        ("乙", 39),
    ]
    assert [critique.name for critique in book.parts[1].cases[0].critiques] == ["张三"]


@pytest.mark.parametrize("word", ["篇", "部分", "编"])
@pytest.mark.parametrize("line", ["第{}{} 实践 // 11", "11 第{}{} 实践", "第{}{}：实践 ……11"])
@pytest.mark.parametrize("number", ["二", "2", "２"])
def test_reads_a_part_however_it_is_called(word: str, line: str, number: str) -> None:
    [part] = read("目 录", line.format(number, word), "案例一 甲 // 12").parts

    assert (part.number, part.title, part.start_page, len(part.cases)) == (2, "实践", 11, 1)


def test_chapters_become_the_sections_of_their_part_and_never_cases() -> None:
    book = read("目录", "第一部分 方法", "第1章 起点 …… 3", "第一节 由来 …… 4", "第2章 终点 …… 9")

    [part] = book.parts
    assert part.cases == ()
    assert [(s.marker, s.title, s.start_page) for s in part.sections] == [
        ("第1章", "起点", 3),
        ("第2章", "终点", 9),
    ]
    assert [(s.marker, s.level) for s in part.sections[0].sections] == [("第一节", 2)]


def test_cases_outside_any_part_stay_outside() -> None:
    book = read("案例一 甲 // 2", "案例二 乙 // 5")

    assert book.parts == ()
    assert [case.title for case in book.cases] == ["甲", "乙"]


def test_numbers_that_skip_repeat_or_go_back_are_kept_and_reported() -> None:
    book = read("案例一 甲 // 2", "案例四 丁 // 9", "案例三 丙 // 7", "案例三 别的 // 8")

    assert [case.number for case in book.cases] == [1, 4, 3, 3]
    assert messages(book) == [
        (2, "case 2 to 3 is missing before this line"),
        (3, "case 3 stands after case 4"),
        (4, "case 3 is numbered like line 3"),
    ]


def test_an_entry_printed_twice_is_one_case() -> None:
    book = read("案例一 甲 // 2", "案例一 甲 // 2", "案例二 乙 // 5")

    assert [case.title for case in book.cases] == ["甲", "乙"]
    assert messages(book) == [(2, "repeats the entry of line 1")]


@pytest.mark.parametrize("page", ["0", "99999", "5"])
def test_a_page_that_cannot_be_is_refused(page: str) -> None:
    book = read("案例一 甲 // 12", "案例二 乙 // 39", f"案例三 丙 // {page}", "案例四 丁 // 56")

    assert [case.start_page for case in book.cases] == [12, 39, None, 56]
    assert messages(book) == [(3, f"page {page} cannot be right here and is left out")]


@pytest.mark.parametrize(
    "line",
    [
        "专家点评：张三 某大学教授；李四 某研究院院长",
        "专家点评：张三 某大学教授、李四 某研究院院长",
        "点评专家：张三 某大学教授\n李四 某研究院院长",
        "点评人：\n张三 某大学教授\n李四 某研究院院长",
        "专家点评：张三 某大学教授\n专家点评：李四 某研究院院长",
    ],
)
def test_reads_two_critics_of_one_case(line: str) -> None:
    book = read("案例一 甲 // 2", line, "案例二 乙 // 5")

    critiques = book.cases[0].critiques
    assert [(c.name, c.affiliation) for c in critiques] == [
        ("张三", "某大学教授"),
        ("李四", "某研究院院长"),
    ]
    assert book.warnings == ()


@pytest.mark.parametrize("names", ["张三、李 四", "张三 李 四", "张三，李四"])
def test_reads_critics_without_affiliations(names: str) -> None:
    [case] = read("案例一 甲 // 2", f"专家点评：{names}").cases

    assert [critique.name for critique in case.critiques] == ["张三", "李四"]


def test_joins_an_affiliation_that_is_broken_over_two_lines() -> None:
    [case] = read("案例一 甲 // 2", "专家点评：张三 某某科学院动态模拟", "实验室主任、研究员").cases

    assert case.critiques[0].affiliation == "某某科学院动态模拟实验室主任、研究员"


@pytest.mark.parametrize(
    "noise",
    [
        "如案例三所示，效果良好。",
        "案例一览表",
        "案例一览表 // 5",
        "本案例12个",
        "案例12个",
        "案例分析 // 3",
    ],
)
def test_noise_is_reported_and_is_no_case(noise: str) -> None:
    book = read("案例一 甲 // 2", noise, "案例二 乙 // 5")

    assert [case.title for case in book.cases] == ["甲", "乙"]
    assert [warning.line for warning in book.warnings] == [2]


@pytest.mark.parametrize("text", ["", "没有目录的一句话。", "前言\n正文在这里，没有别的。"])
def test_a_source_without_any_entry_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no table of contents"):
        parse_book(text)
