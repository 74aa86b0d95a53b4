"""Any typed query is parsed into words, and is never an error."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parser import MAX_WORDS, Expression, Word, parse_expression


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("智慧 城市", [Word("智慧"), Word("城市")]),
        ("智慧　城市", [Word("智慧"), Word("城市")]),
        ('"顶层设计"', [Word("顶层设计", exact=True)]),
        ("“顶层设计”", [Word("顶层设计", exact=True)]),
        ("「顶层 设计」", [Word("顶层 设计", exact=True)]),
        ("『设计』 武汉", [Word("设计", exact=True), Word("武汉")]),
        ("＂设计＂", [Word("设计", exact=True)]),
        ("地点:武汉", [Word("武汉", field="place")]),
        ("省：湖北", [Word("湖北", field="province")]),
        ("专家：“徐振强”", [Word("徐振强", exact=True, field="expert")]),
        ("篇:第二篇 书:数字中国", [Word("第二篇", field="part"), Word("数字中国", field="book")]),
        ("机构: 清华大学", [Word("清华大学", field="organisation")]),
        ("山东“智慧阳信”PPP", [Word("山东"), Word("智慧阳信"), Word("PPP")]),
        ("2006-2020", [Word("2006-2020")]),
        ("颜色:红", [Word("颜色:红")]),
        ("《智慧》 PPP？ C# 12%，", [Word("智慧"), Word("PPP"), Word("C#"), Word("12%")]),
        ("城市:（武汉）。", [Word("武汉", field="city")]),
        ("地点:", [Word("地点")]),
        ("武汉 武汉", [Word("武汉")]),
    ],
)
def test_words_phrases_and_fields(typed, words):
    assert list(parse_expression(typed).words) == words


@pytest.mark.parametrize(
    ("typed", "excluded"),
    [
        ("武汉 -智慧武昌", [Word("智慧武昌")]),
        ("武汉 －上海", [Word("上海")]),
        ("-“顶层 设计”", [Word("顶层 设计", exact=True)]),
        ("智慧 -地点:武汉", [Word("武汉", field="place")]),
        ("智慧-城市", []),
        ("武汉 -", []),
    ],
)
def test_excluded_words(typed, excluded):
    assert list(parse_expression(typed).excluded) == excluded


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("武汉 OR 深圳 智慧", [["武汉", "深圳"], ["智慧"]]),
        ("武汉｜深圳", [["武汉", "深圳"]]),
        ("武汉 | 深圳 OR 北京", [["武汉", "深圳", "北京"]]),
        ("OR 武汉 OR", [["武汉"]]),
        ("or 武汉", [["or"], ["武汉"]]),
    ],
)
def test_or_joins_its_neighbours(typed, groups):
    read = [[word.text for word in group] for group in parse_expression(typed).groups]

    assert read == groups


@pytest.mark.parametrize("typed", ["", " ", "\u3000", "\x00", " \n\t"])
def test_spaces_ask_for_nothing(typed):
    assert not parse_expression(typed)


@pytest.mark.parametrize("typed", ['"', '""', "“", "*", ":", "-", "|", "OR", "、。", "* *"])
def test_marks_alone_are_looked_for_as_they_stand(typed):
    assert parse_expression(f" {typed}\x00") == Expression(((Word(typed, exact=True),),))


@given(st.text(max_size=200))
def test_any_text_is_read(typed):
    expression = parse_expression(typed)

    assert len(expression.words) <= MAX_WORDS
    assert all(word.text for word in expression.words)


@given(st.text(alphabet=' "“”「」-－:：|｜OR地点武汉*\x00\n', max_size=300))
def test_marks_in_any_order_are_read(typed):
    parse_expression(typed)


@pytest.mark.parametrize(
    "piece", ['"', "a ", "智", '-"', "地点:", "“", "| ", "地点 ", "- ", "\x00"]
)
def test_ten_thousand_characters_are_read_at_once(piece):
    started = time.process_time()

    parse_expression(piece * 10_000)

    assert time.process_time() - started < 0.5
