"""An expert is a case's critic only where the source leaves no doubt; else a warning."""

import random

import pytest

from cases.parsing.book import parse_book
from cases.parsing.book_records import BookRecord, CaseRecord
from cases.parsing.tokens.lines import SourceError
from tests.cases.parsing.sources import REAL, SAMPLE, contents_of

SOURCES = [path.read_text(encoding="utf-8") for path in (SAMPLE, REAL) if path.is_file()]
CONTENTS = (
    *(
        "案例一 甲市 // 2",
        "专家点评：张三 某大学教授",
        "案例二 乙市 // 9",
        "专家点评：李四 某院院长",
    ),
    *(
        "案例三 丙市 // 15",
        "专家点评：王五 某会秘书长",
        "案例四 丁市 // 21",
        "专家点评：赵六 某所所长",
    ),
)
CASES, CRITICS = slice(0, None, 2), slice(1, None, 2)


def all_cases(book: BookRecord) -> list[CaseRecord]:
    return [*book.cases, *(case for part in book.parts for case in part.cases)]


def critics_in(text: str) -> set[tuple[str, str]]:
    """Who reviews which case, by its title."""
    try:
        book = parse_book(text)
    except SourceError:
        return set()
    return {(case.title, critique.name) for case in all_cases(book) for critique in case.critiques}


def read(*lines: str) -> tuple[dict[int, list[str]], set[int]]:
    """The critics of each case, and the lines that are warned about."""
    book = parse_book(contents_of(*lines))
    critics = {case.number: [each.name for each in case.critiques] for case in all_cases(book)}
    return critics, {warning.line for warning in book.warnings}


def without(*dropped: int) -> list[str]:
    return [line for at, line in enumerate(CONTENTS, start=1) if at not in dropped]


def contents_lines(text: str) -> range:
    """From the first part to the last expert of the contents."""
    lines = text.split("\n")
    labelled = [
        at for at, line in enumerate(lines) if line.startswith(("专家点评：", "点评专家："))
    ]
    listed = [at for at in labelled if "//" in lines[at - 2]]
    return range(labelled[0] - 12, listed[-1] + 1)


# --- Told apart ---------------------------------------------------------------------------------


def test_an_expert_belongs_to_the_case_above():
    critics, warned = read(*CONTENTS)

    assert critics == {1: ["张三"], 2: ["李四"], 3: ["王五"], 4: ["赵六"]}
    assert warned == set()


@pytest.mark.parametrize("lost", [3, 5, 7])
def test_an_expert_whose_case_is_lost_goes_to_no_other_case(lost):
    critics, warned = read(*without(lost))

    assert critics[(lost - 1) // 2] == []
    assert {lost - 1, lost} <= warned


def test_two_lines_that_changed_places_give_nobody_away():
    lines = list(CONTENTS)
    lines[2], lines[3] = lines[3], lines[2]

    critics, warned = read(*lines)

    assert critics == {1: [], 2: [], 3: ["王五"], 4: ["赵六"]}
    assert {2, 3} <= warned


def test_cases_out_of_order_have_no_certain_critics():
    lines = [*CONTENTS[:2], CONTENTS[4], CONTENTS[3], CONTENTS[2], *CONTENTS[5:]]

    critics, warned = read(*lines)

    assert critics[3] == critics[2] == []
    assert {4, 6} <= warned


def test_numbers_that_the_book_misprints_do_no_harm_while_its_pages_rise():
    lines = [line.replace("案例二", "案例九") for line in CONTENTS]

    critics, _warned = read(*lines)

    assert critics == {1: ["张三"], 9: ["李四"], 3: ["王五"], 4: ["赵六"]}


def test_a_line_that_nobody_understands_may_have_been_a_case():
    critics, warned = read(*CONTENTS[:6], "寨例四 丁市 ￥￥ 21", CONTENTS[7])

    assert critics[3] == []
    assert {6, 8} <= warned


def test_noise_does_no_harm_where_the_next_case_follows_in_number():
    critics, _warned = read(CONTENTS[0], "￥%#@!", *CONTENTS[1:])

    assert critics[1] == ["张三"]


def test_a_case_may_have_two_labels_where_no_other_lacks_its_own():
    critics, warned = read(CONTENTS[0], CONTENTS[1], "专家点评：钱七 某校校长", *CONTENTS[2:])

    assert critics[1] == ["张三", "钱七"]
    assert warned == set()


def test_the_body_does_not_give_a_case_the_expert_of_another():
    body = ("案例一", "甲市的做法写在这里，写得足够长，好让读者看出这是正文而不是目录里的又一行。")
    remark = ("专家点评", "这一段评语署了别人的名字。", "（点评人：李四 某院院长）")

    critics, warned = read(*CONTENTS, *body, *remark)

    assert critics[1] == ["张三"]
    assert len(CONTENTS) + 5 in warned


# --- Whatever happens to the lines --------------------------------------------------------------


@pytest.mark.parametrize("text", SOURCES, ids=["sample", "real"][: len(SOURCES)])
def test_no_lost_line_gives_an_expert_to_another_case(text):
    lines, known = text.split("\n"), critics_in(text)

    for lost in (at for at in contents_lines(text) if lines[at].strip()):
        damaged = "\n".join(lines[:lost] + lines[lost + 1 :])
        assert critics_in(damaged) <= known, lines[lost]


@pytest.mark.parametrize("text", SOURCES, ids=["sample", "real"][: len(SOURCES)])
@pytest.mark.parametrize("manner", ["contents", "everything", "one line"])
def test_no_shuffle_gives_an_expert_to_another_case(text, manner):
    known, span = critics_in(text), contents_lines(text)

    for seed in range(25):
        lines, shuffle = text.split("\n"), random.Random(seed)
        if manner == "contents":
            some = lines[span.start : span.stop]
            shuffle.shuffle(some)
            lines[span.start : span.stop] = some
        elif manner == "everything":
            shuffle.shuffle(lines)
        else:
            lines.insert(shuffle.choice(span), lines.pop(shuffle.choice(span)))
        assert critics_in("\n".join(lines)) <= known, seed
