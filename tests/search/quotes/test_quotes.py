"""Quotations: exact, different or not found; over the sample casebook."""

import random
import re

import pytest

from cases.models import Passage
from search.indexing.rebuild import rebuild
from search.quotes.check import Change, Verdict, check_quote
from search.service.active_index import current
from tests.factories import make_book, make_case, make_fact, make_passage, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sample")]

EDGE_OF_FIGURE = re.compile(r"[\d.,零〇一二两三四五六七八九十百千万亿%-]")


@pytest.fixture
def own_index(settings, tmp_path):
    """Call it when more rows are there, to have them in an index of this test's own."""

    def build():
        settings.DATA_DIR = tmp_path
        current.forget()
        rebuild()

    return build


# --- The same words -------------------------------------------------------------------------


def test_a_true_quotation_is_found_with_its_place():
    check = check_quote("每格有一名热心人，手里有一张小事清单")

    assert check.verdict is Verdict.EXACT
    assert check.is_verbatim
    place = check.places[0]
    assert (place.case.number, place.part.number, place.section, place.page) == (
        3,
        2,
        "小事的清单",
        21,
    )
    assert place.url.startswith("/books/sample/read/p/p-")


@pytest.mark.parametrize(
    "quote",
    [
        "每格有一名热心人手里有一张小事清单",
        "每格有一名热心人,手里有一张 小事清单.",
        "「每格有一名熱心人，手裡有一張小事清單」",
        "每格有一名热心人，\n手里有一张小事清单",
    ],
)
def test_marks_spaces_widths_and_script_make_no_difference_in_words(quote):
    check = check_quote(quote)

    assert check.verdict is Verdict.EXACT


def test_other_marks_are_not_verbatim():
    check = check_quote("每格有一名热心人。手里有一张小事清单")

    assert check.verdict is Verdict.EXACT
    assert not check.is_verbatim


def test_a_quotation_may_run_over_the_end_of_a_paragraph():
    check = check_quote("失败了再来一次并不心疼。\n建议把“误报会”写成制度。")

    assert check.verdict is Verdict.EXACT
    assert check.is_verbatim
    place = check.places[0]
    assert [stretch.text for stretch in place.excerpts] == [
        "失败了再来一次并不心疼。",
        "建议把“误报会”写成制度",
    ]
    assert place.kind == "critique"
    assert place.critique.expert.name == "林示例"


@pytest.mark.parametrize("ellipsis", ["……", "…", "...", "[…]", "（略）"])
def test_an_ellipsis_leaves_words_out(ellipsis):
    check = check_quote(f"开张那天坐了四百人{ellipsis}第三天只剩下六十人")

    assert check.verdict is Verdict.EXACT
    assert not check.is_verbatim


def test_what_an_ellipsis_parts_comes_from_one_text():
    check = check_quote("一格大约八十户……雪有三种去处：就地化掉")

    assert check.verdict is Verdict.NOT_FOUND


def test_what_an_ellipsis_parts_keeps_its_order():
    check = check_quote("第三天只剩下六十人……开张那天坐了四百人")

    assert check.verdict is Verdict.DIFFERS
    assert not check.is_in_order


def test_any_span_of_any_paragraph_is_found():
    """Those that begin or end beside a negation, hedge or figure are found with it."""
    dice = random.Random(20190301)
    exact, missed = 0, []
    for text in Passage.objects.standing().exclude(kind="table").values_list("text", flat=True):
        length = dice.choice((6, 12, 40))
        start = dice.randrange(max(1, len(text) - length))
        edges = text[start : start + 1] + text[start + length - 1 : start + length]
        quote = text[start : start + length]
        if len(quote) < 4 or EDGE_OF_FIGURE.search(edges):
            continue
        check = check_quote(quote)
        exact += check.verdict is Verdict.EXACT
        is_found = check.verdict is Verdict.EXACT or all(
            each.change is Change.REMOVED and each.kinds for each in check.differences
        )
        if not is_found:
            missed.append(quote)

    assert missed == []
    assert exact > 90


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("智慧苏州：河道水位的分钟级感知", "case"),
        ("城市运行的协同感知", "part"),
        ("示例案例集", "book"),
        ("为什么要写样本", "section"),
    ],
)
def test_titles_are_printed_words_too(title, kind):
    check = check_quote(title)

    assert check.verdict is Verdict.EXACT
    assert check.places[0].kind == kind


def test_the_statement_of_a_fact_is_not_printed_in_the_book(own_index):
    make_fact(statement="全县有三百二十家农业合作社入网。", section_title="农业")
    own_index()

    check = check_quote("全县有三百二十家农业合作社入网")

    assert check.verdict is Verdict.EXACT
    assert [place.kind for place in check.places] == ["fact"]
    assert not check.places[0].is_printed


# --- Nearly the same ------------------------------------------------------------------------


def differences_of(quote):
    check = check_quote(quote)

    assert check.verdict is Verdict.DIFFERS
    return [
        (each.change, each.in_text, each.in_quote, each.is_figure) for each in check.differences
    ]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("热心人是执法者，不能罚款，不能进门", (Change.REMOVED, "不", "", False)),
        ("热心人不是真正的执法者，不能罚款，不能进门", (Change.INSERTED, "", "真正的", False)),
        ("热心人不是执法者，不能收费，不能进门", (Change.CHANGED, "罚款", "收费", False)),
    ],
)
def test_a_word_left_out_put_in_or_changed_is_named(quote, expected):
    assert differences_of(quote) == [expected]


@pytest.mark.parametrize(
    ("quote", "in_text", "in_quote"),
    [
        ("一年下来，故事里的归档率是百分之八十一", "九十一", "八十一"),
        ("一年下来发出去一百二十七块木牌，只有九块再也没有回来过", "一百二十六", "一百二十七"),
        ("一年下来发出去126块木牌，只有九块再也没有回来过", "一百二十六", "126"),
        ("2.0版是画线，2.0版是收费，3.0版是借", "1.0", "2.0"),
        ("1.0版是画线，20版是收费，3.0版是借", "2.0", "20"),
    ],
)
def test_another_figure_is_a_difference_and_named_as_a_whole(quote, in_text, in_quote):
    assert differences_of(quote) == [(Change.CHANGED, in_text, in_quote, True)]


@pytest.mark.parametrize(
    ("quote", "in_text", "in_quote"),
    [
        ("十六块木牌，只有九块再也没有回来过", "一百二十六", "十六"),
        ("本案例集共收录1", "10", "1"),
        ("归档率是百分之九", "九十一", "九"),
    ],
)
def test_a_part_of_a_figure_is_another_figure(quote, in_text, in_quote):
    assert differences_of(quote) == [(Change.CHANGED, in_text, in_quote, True)]


@pytest.mark.parametrize("mark", ["", ",", " "])
def test_thousands_may_be_grouped(own_index, mark):
    make_passage(make_section(make_book()), text="三条路线合计1,240公里，比前一年多出一成。")
    own_index()

    check = check_quote(f"三条路线合计1{mark}240公里")

    assert check.verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("3.5", "35"),
        ("3~5", "35"),
        ("12、34", "1234"),
        ("5%", "5"),
        ("-5%", "5%"),
        ("300万", "300"),
    ],
)
def test_marks_that_make_a_figure_are_not_left_out(own_index, printed, quoted):
    make_passage(
        make_section(make_book()), text=f"镇上的面馆去年的客流变化是{printed}，账房先生记得很清楚。"
    )
    own_index()

    assert check_quote(f"面馆去年的客流变化是{printed}，账房先生").verdict is Verdict.EXACT
    assert check_quote(f"面馆去年的客流变化是{quoted}，账房先生").verdict is Verdict.DIFFERS


def test_differences_say_where_they_are_in_the_quotation():
    quote = "“热心人不是执法者，不能收费，不能进门”"

    difference = check_quote(quote).differences[0]

    assert quote[difference.start : difference.end] == "收费"


def test_the_place_of_a_wrong_quotation_shows_the_right_one():
    check = check_quote("号码印在冰箱贴上，一户两张，多要不给")

    assert check.places[0].text == "号码印在冰箱贴上，一户一张，多要不给"
    assert check.places[0].case.number == 8


# --- None of ours ---------------------------------------------------------------------------


def test_a_false_quotation_is_refused_with_the_nearest_passage():
    check = check_quote("食堂为每位老人发放了智能手环，接线员据此安排订餐与配餐")

    assert check.verdict is Verdict.NOT_FOUND
    assert check.places[0].case.number == 8
    assert check.differences == ()


def test_words_without_letters_are_not_found():
    assert check_quote("……！？").verdict is Verdict.NOT_FOUND


def test_one_book_may_be_asked_alone(own_index):
    other = make_case(make_book("other")).book
    own_index()

    check = check_quote("每格有一名热心人，手里有一张小事清单", other)

    assert check.verdict is Verdict.NOT_FOUND


def test_the_number_of_queries_does_not_grow_with_the_text(django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        check_quote("第二行不在书里：" + "每格有一名热心人，手里有一张小事清单" * 40)


def test_headings_without_text_at_the_end_do_no_harm(own_index):
    book = make_book("ends", title="小标题的书")
    first = make_section(book, title="起头", order=1)
    make_passage(first, order=1, text="这里只有一段话，后面再没有正文。")
    make_section(book, title="后面再没有正文", order=2, level=1)
    make_section(book, title="另一个小标题", order=3, level=1)
    own_index()

    check = check_quote("起头\n这里只有一段话，后面再没有正文")

    assert check.verdict is Verdict.EXACT
    assert check.omissions == ()
