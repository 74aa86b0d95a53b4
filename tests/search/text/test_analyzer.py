"""The analyzer: what a text is found under, and what a typed word asks for."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.text.analyzer import (
    Analyzer,
    load_jieba,
    load_rjieba,
    make_analyzer,
    read_dictionary,
    read_stop_words,
)
from search.text.normalisation import normalize
from tests.paths import ROOT

SAMPLE = ROOT / "tests" / "data" / "sample_casebook.txt"
SOURCE = ROOT.parent / "shared" / "sources" / "casebook.txt"


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Analyzer:
    folder = tmp_path_factory.mktemp("plain")
    words = read_dictionary()
    return Analyzer(lambda: load_jieba(words, folder), read_stop_words(), words)


@pytest.fixture(scope="module")
def fast() -> Analyzer:
    pytest.importorskip("rjieba")
    words = read_dictionary()
    return Analyzer(lambda: load_rjieba(words), read_stop_words(), words)


def terms(analyzer, text):
    return analyzer.index_terms(normalize(text))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("新型智慧城市", ["智慧城市", "智慧", "城市"]),
        ("电子政务外网", ["电子政务", "政务外网"]),
        ("政务云平台", ["政务云", "云平台"]),
        ("智慧社会治理", ["智慧社会", "社会治理"]),
        ("大数据平台", ["大数据", "数据", "平台"]),
    ],
)
def test_words_inside_words_and_overlaps_are_terms(analyzer, text, inner):
    assert set(inner) <= set(terms(analyzer, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.0 迭代", {"3.0", "迭代"}),
        ("PM2.5", {"pm2.5", "pm", "2.5"}),
        ("080910T", {"080910t", "080910", "t"}),
        ("PPP模式", {"ppp", "模式"}),
        ("2016年10月", {"2016", "10"}),
        ("C++", {"c++", "c"}),
        ("a.b@city.gov.cn", {"a.b@city.gov.cn", "a.b", "city.gov.cn", "city", "gov", "cn"}),
        ("Public-Private-Partnership", {"public", "private", "partnership"}),
    ],
)
def test_latin_words_and_figures_are_tokenised_by_our_own_rule(analyzer, text, expected):
    assert expected <= set(terms(analyzer, text))


@pytest.mark.parametrize(
    ("typed", "literals"),
    [
        ("智慧城市頂層設計", ["智慧城市", "顶层设计"]),
        ("PPP模式", ["ppp", "模式"]),
        ("2016年10月", ["2016年", "10月"]),
        ("互联网+政务", ["互联网+", "政务"]),
        ("哪些城市建设了智慧灯杆？", ["城市", "建设", "智慧灯杆"]),
        ("什么是大数据", ["大数据"]),
        ("是什么", []),
        ("PM2.5", ["pm2.5"]),
        ("智", ["智"]),
    ],
)
def test_a_typed_word_asks_for_its_content_words(analyzer, typed, literals):
    assert [unit.characters for unit in analyzer.query_terms(typed)] == literals


def test_stop_words_stay_when_they_are_asked_for(analyzer):
    units = analyzer.query_terms("是什么", keep_stop_words=True)

    assert units


def test_tokens_lead_back_to_the_original_characters(analyzer):
    text = "①頂層設計 3.0，徐 明"

    marked = [text[token.start : token.end] for token in analyzer.tokens(text)]

    assert marked == ["①", "頂層設計", "3.0", "徐 明"]


def test_a_dictionary_word_is_a_term_wherever_its_characters_stand(analyzer, plain):
    random.seed(3)
    known = [word for word, count in read_dictionary()]
    text = "".join(random.choices(known, k=3000))

    found = set(terms(analyzer, text))

    for word in known:
        assert word not in text or word in found


def test_the_fast_tokenizer_gives_the_same_terms_of_a_large_text(plain, fast):
    for line in large_text():
        assert sorted(terms(plain, line)) == sorted(terms(fast, line))
        assert plain.query_terms(line[:40]) == fast.query_terms(line[:40])


def test_both_tokenizers_make_one_version(plain, fast):
    assert plain.version == fast.version


def test_a_new_word_changes_the_version(plain):
    more = Analyzer(plain.load, (), [*read_dictionary(), ("数聚高新", 3)])

    assert more.version != plain.version


def test_words_of_the_editors_are_one_token_however_they_are_written(tmp_path):
    made = make_analyzer(tmp_path, extra_words=[("數聚高新", 3), ("5G城市", 3)])

    assert "数聚高新" in terms(made, "贵阳数聚高新平台")
    assert [unit.characters for unit in made.query_terms("数聚高新平台")] == ["数聚高新", "平台"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_tokenised(analyzer, text):
    folded = normalize(text)

    assert all(term.strip() for term in analyzer.index_terms(folded))
    assert all(unit.characters in folded.characters for unit in analyzer.query_terms(text))


def large_text() -> list[str]:
    """Some 120,000 characters: the dictionary shuffled by its frequencies, and real prose."""
    import jieba

    random.seed(7)
    with jieba.get_dict_file() as file:
        rows = [line.split() for line in file.read().decode().splitlines()]
    words = [row[0] for row in rows]
    weights = [int(row[1]) for row in rows]
    lines = ["".join(random.choices(words, weights, k=60)) + "，PM2.5" for _ in range(500)]
    lines += ["".join(random.choices(words, k=40)) for _ in range(400)]
    for path in (SAMPLE, SOURCE):
        if path.exists():
            lines += path.read_text("utf-8").splitlines()
    return lines
