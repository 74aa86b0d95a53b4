"""Quotations that lack, add or replace a negation, a hedge or a figure.

The sentences are written for these tests; the last tests go through the sample casebook.
"""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cases.models import Passage
from search.indexing.rebuild import rebuild
from search.quotes.check import Cause, Change, Verdict, check_quote
from search.quotes.qualifiers import Kind
from search.service.active_index import current
from tests.cases.parsing.sources import SAMPLE
from tests.factories import make_book, make_passage, make_section

SECTIONS = {
    "管网": [
        "截至去年底，全县没有实现管网全覆盖，约300家企业接入平台，超过八成的村装上了水表。",
        "县里拟投资2.4亿元改造老旧管线，预计三年完工，力争不到四年收回成本，巡检覆盖率≥90%。",
        "参加培训的有三百余人，年龄都在五十岁以上，他们可能来自外县，也没有一位学员中途退出。",
        "部分村庄几乎没有停过水，闲置率保持在两成左右，有些老管线实在更换不了。",
    ],
    "名称": [
        "将军路上的无人机非常准时，未来社区附近的大约克餐厅不仅供水，还负责近代史讲解。",
        "超过滤装置按约定更换，最近三年进一步统一了标准，十分稳妥。",
        "全镇没有完成直饮水入户改造。",
        "去年验收时，全镇完成直饮水入户改造。",
        "泵站建于二○一九年，从大门走到门牌3",
        "5号楼的工人每月来两次。",
        "工作有：（1）清洗旧水表；②更换新阀门[3]，并登记在册（400户）供人查询。",
    ],
}


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker, tmp_path_factory):
    """The sample casebook and the sentences of this module in one index."""
    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    folder = tmp_path_factory.mktemp("quotes")
    with django_db_blocker.unblock(), override_settings(DATA_DIR=folder):
        call_command("import_book", str(SAMPLE), "--slug", "sample", **quiet)
        book = make_book("water")
        for title, texts in SECTIONS.items():
            section = make_section(book, title=title, marker="")
            for text in texts:
                make_passage(section, text=text)
        current.forget()
        rebuild()
        yield folder
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def indexed(library, db, settings):
    settings.DATA_DIR = library
    current.forget()
    yield
    current.forget()


def lost_words(check):
    return "".join(each.in_text for each in check.differences)


# --- At the ends ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "lost", "kind"),
    [
        ("实现管网全覆盖", "没有", Kind.NEGATION),
        ("有实现管网全覆盖", "没", Kind.NEGATION),
        ("一位学员中途退出", "没有", Kind.NEGATION),
        ("学员中途退出", "没有一位", Kind.NEGATION),
        ("停过水", "几乎没有", Kind.NEGATION),
        ("有些老管线实在更换", "不了", Kind.NEGATION),
        ("300家企业接入平台", "约", Kind.HEDGE),
        ("八成的村装上了水表", "超过", Kind.HEDGE),
        ("过八成的村装上了水表", "超", Kind.HEDGE),
        ("四年收回成本", "力争不到", Kind.HEDGE),
        ("投资2.4亿元改造老旧管线", "拟", Kind.HEDGE),
        ("三年完工", "预计", Kind.HEDGE),
        ("来自外县", "可能", Kind.HEDGE),
        ("村庄几乎没有停过水", "部分", Kind.HEDGE),
        ("年龄都在五十岁", "以上", Kind.HEDGE),
        ("闲置率保持在两成", "左右", Kind.HEDGE),
        ("参加培训的有三百", "余人", Kind.HEDGE),
        ("闲置率保持在", "两成左右", Kind.FIGURE),
        ("县里拟投资2.4亿", "元", Kind.FIGURE),
        ("家企业接入平台", "约300", Kind.FIGURE),
        ("巡检覆盖率", "≥90%", Kind.FIGURE),
    ],
)
def test_what_governs_the_end_of_a_quotation_belongs_to_it(quote, lost, kind):
    check = check_quote(quote)

    assert check.verdict is Verdict.DIFFERS
    assert lost_words(check) == lost
    assert all(each.change is Change.REMOVED for each in check.differences)
    assert kind in check.differences[0].kinds
    assert lost in check.places[0].text


@pytest.mark.parametrize(
    "quote",
    [
        "军路上的无人机非常准时",
        "路上的无人机非常准时",
        "人机非常准时",
        "常准时",
        "来社区附近的大约克餐厅",
        "的大约克餐厅",
        "克餐厅不仅供水",
        "供水，还负责近代史讲解",
        "代史讲解",
        "滤装置按约定更换",
        "定更换",
        "统一了标准",
        "了标准，十分稳妥",
        "分稳妥",
        "全县没有实现管网全覆盖",
        "清洗旧水表",
        "更换新阀门",
        "登记在册",
        "约300家企业接入平台",
        "没有一位学员中途退出",
        "有些老管线实在更换不了",
    ],
)
def test_a_character_within_another_word_governs_nothing(quote):
    check = check_quote(quote)

    assert check.verdict is Verdict.EXACT
    assert check.differences == ()


def test_whole_clauses_are_exact():
    ends = re.compile("(?<=[，。])")

    for text in (text for texts in SECTIONS.values() for text in texts):
        for clause in filter(None, ends.split(text)):
            assert check_quote(clause).verdict is Verdict.EXACT, clause


def test_the_sentence_without_the_negation_wins_where_it_stands_itself():
    check = check_quote("全镇完成直饮水入户改造")

    assert check.verdict is Verdict.EXACT
    assert check.places[0].text == "全镇完成直饮水入户改造"


def test_a_place_that_loses_nothing_wins():
    check = check_quote("完成直饮水入户改造")

    assert check.verdict is Verdict.EXACT
    anchor = Passage.objects.get(text__startswith="去年验收").anchor
    assert check.places[0].excerpts[0].address == f"water/{anchor}"


# --- Under ellipses -------------------------------------------------------------------------


@pytest.mark.parametrize("ellipsis", ["……", "...", "[…]", "（略）"])
@pytest.mark.parametrize(
    ("before", "behind", "lost", "kind"),
    [
        ("全县", "实现管网全覆盖", "没有", Kind.NEGATION),
        ("全县没", "实现管网全覆盖", "有", Kind.NEGATION),
        ("县里", "投资2.4亿元改造老旧管线", "拟", Kind.HEDGE),
        ("县里拟投资2.4亿元改造老旧管线", "三年完工", "预计", Kind.HEDGE),
        ("参加培训的有", "年龄都在五十岁以上", "三百余人", Kind.FIGURE),
        ("截至去年底", "企业接入平台", "约300家", Kind.FIGURE),
    ],
)
def test_an_ellipsis_hides_no_word_that_governs_what_stays(ellipsis, before, behind, lost, kind):
    quote = f"{before}{ellipsis}{behind}"

    check = check_quote(quote)

    assert check.verdict is Verdict.DIFFERS
    [difference] = check.differences
    assert (difference.change, difference.in_text) == (Change.REMOVED, lost)
    assert quote[difference.start : difference.end] == ellipsis == difference.in_quote
    assert kind in difference.kinds


def test_a_whole_clause_under_an_ellipsis_is_named_with_what_may_matter_in_it():
    check = check_quote("截至去年底……超过八成的村装上了水表")

    assert check.verdict is Verdict.EXACT
    [omission] = check.omissions
    assert omission.cause is Cause.ELLIPSIS
    assert omission.in_text == "全县没有实现管网全覆盖，约300家企业接入平台"
    assert [(each.kind, each.text) for each in omission.qualifiers] == [
        (Kind.NEGATION, "没有"),
        (Kind.FIGURE, "300家"),
        (Kind.HEDGE, "约"),
    ]


def test_other_words_under_an_ellipsis_are_named_too():
    check = check_quote("将军路上的……非常准时")

    assert check.verdict is Verdict.EXACT
    assert [each.in_text for each in check.omissions] == ["无人机"]


def test_an_ellipsis_stands_for_as_little_as_it_can():
    check = check_quote("全镇……入户改造")

    assert check.verdict is Verdict.EXACT
    assert [each.in_text for each in check.omissions] == ["完成直饮水"]


def test_what_an_ellipsis_stands_for_is_named_beside_another_difference():
    check = check_quote("截至今年底……超过八成的村装上了水表")

    assert check.verdict is Verdict.DIFFERS
    assert [(each.in_text, each.in_quote) for each in check.differences] == [("去", "今")]
    assert [each.in_text for each in check.omissions] == [
        "全县没有实现管网全覆盖，约300家企业接入平台"
    ]


# --- Between paragraphs ---------------------------------------------------------------------


def test_a_heading_between_two_paragraphs_is_named():
    quote = "有些老管线实在更换不了。\n将军路上的无人机非常准时"

    check = check_quote(quote)

    assert check.verdict is Verdict.EXACT
    assert not check.is_verbatim
    [omission] = check.omissions
    assert (omission.cause, omission.in_text) == (Cause.HEADING, "名称")
    assert quote[: omission.start] == "有些老管线实在更换不了"


def test_a_heading_may_be_quoted():
    check = check_quote("有些老管线实在更换不了。\n名称\n将军路上的无人机非常准时")

    assert check.verdict is Verdict.EXACT
    assert check.is_verbatim
    assert check.omissions == ()


def test_a_figure_ends_where_its_paragraph_ends():
    assert check_quote("从大门走到门牌3\n5号楼的工人").verdict is Verdict.EXACT
    assert check_quote("从大门走到门牌35号楼的工人").verdict is Verdict.DIFFERS


# --- Signs and circles ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("收回成本，巡检覆盖率≥90%", Verdict.EXACT),
        ("收回成本，巡检覆盖率 ≧ 90％", Verdict.EXACT),
        ("收回成本，巡检覆盖率90%", Verdict.DIFFERS),
        ("收回成本，巡检覆盖率＞90%", Verdict.DIFFERS),
        ("收回成本，巡检覆盖率~90%", Verdict.DIFFERS),
        ("泵站建于二〇一九年", Verdict.EXACT),
        ("泵站建于二一九年", Verdict.DIFFERS),
    ],
)
def test_signs_and_zeros_belong_to_figures(quote, verdict):
    assert check_quote(quote).verdict is verdict


# --- Within ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "change", "kinds"),
    [
        ("截至去年底，全县有实现管网全覆盖", Change.REMOVED, {Kind.NEGATION}),
        ("全县没有实现管网全覆盖，300家企业接入平台", Change.REMOVED, {Kind.HEDGE}),
        ("他们来自外县，也没有一位学员", Change.REMOVED, {Kind.HEDGE}),
        ("去年验收时，全镇未完成直饮水入户改造", Change.INSERTED, {Kind.NEGATION}),
        ("去年验收时，全镇基本完成直饮水入户改造", Change.INSERTED, {Kind.HEDGE}),
        ("县里拟投资3.4亿元改造老旧管线", Change.CHANGED, {Kind.FIGURE}),
        ("部分村庄几乎没有停过电", Change.CHANGED, set()),
    ],
)
def test_a_difference_says_why_it_matters(quote, change, kinds):
    [difference] = check_quote(quote).differences

    assert (difference.change, difference.kinds) == (change, kinds)


@pytest.mark.parametrize(
    ("quote", "lost"),
    [
        ("县里拟投资2.4亿元改造老旧管线，完工", "预计三年"),
        ("县里改造老旧管线，预计三年完工", "拟投资2.4亿元"),
    ],
)
def test_words_left_out_near_an_end_are_named(quote, lost):
    [difference] = check_quote(quote).differences

    assert (difference.change, difference.in_text) == (Change.REMOVED, lost)


# --- Any sentence of the sample casebook ----------------------------------------------------

SENTENCE = re.compile("[^。！？\n]{8,60}[。！？]")
LETTER = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
QUALIFIER = re.compile(
    "不(?!过)|没|未|无|非|否|约|近|仅|只|可能|将|超过|至少|部分|几乎|(?<=[\u4e00-\u9fff])以[上下]|左右"
    "|[0-9.]+%?|[一二三四五六七八九十百千万两]+"
)
MANY = settings(
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def sentences():
    texts = Passage.objects.standing().filter(book__slug="sample", kind="paragraph")
    return [
        sentence
        for text in texts.order_by("order").values_list("text", flat=True)
        for sentence in SENTENCE.findall(text)
    ]


@st.composite
def places(draw):
    """A sentence and an inner letter of it, as shares of what there is."""
    return draw(st.integers(0, 10_000)), draw(st.integers(0, 10_000))


def pick(sentences, place):
    sentence = sentences[place[0] % len(sentences)]
    letters = [match.start() for match in LETTER.finditer(sentence)][1:-1]
    return sentence, letters[place[1] % len(letters)]


@MANY
@given(place=places())
def test_any_character_left_out_is_named(sentences, place):
    sentence, at = pick(sentences, place)

    check = check_quote(sentence[:at] + sentence[at + 1 :])

    assert check.verdict is Verdict.DIFFERS
    assert any(sentence[at] in each.in_text for each in check.differences)


@MANY
@given(
    place=places(), word=st.sampled_from(["不", "没", "约", "近", "拟", "可能", "7", "百", "龘"])
)
def test_any_word_put_in_is_named(sentences, place, word):
    sentence, at = pick(sentences, place)

    check = check_quote(sentence[:at] + word + sentence[at:])

    assert check.verdict is Verdict.DIFFERS
    assert any(word[0] in each.in_quote for each in check.differences)


@MANY
@given(place=places(), other=st.sampled_from("不未约将七3龘"))
def test_any_character_replaced_is_named(sentences, place, other):
    sentence, at = pick(sentences, place)
    assume(sentence[at] != other)

    check = check_quote(sentence[:at] + other + sentence[at + 1 :])

    assert check.verdict is Verdict.DIFFERS
    assert any(sentence[at] in each.in_text for each in check.differences)


def test_no_qualifier_can_be_left_out_of_a_clause(sentences):
    exact = []
    for sentence in sentences[::3]:
        for found in QUALIFIER.finditer(sentence):
            quote = sentence[: found.start()] + sentence[found.end() :]
            if check_quote(quote).verdict is Verdict.EXACT:
                exact.append((sentence, found[0]))

    assert exact == []
