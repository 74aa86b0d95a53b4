"""Normalisation: one normal form, and positions in the original text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.text.normalisation import normalize

ODD = "㎡①½ﷺﬁ…é①ｶﾞ한沢著乾隆智慧　 \u3000\u200b\n\r\u2028Ａａİß徐 明！～"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("智慧城市頂層設計", "智慧城市顶层设计"),
        ("智慧城市", "智慧城市"),
        ("資訊網路", "资讯网路"),
        ("金沢大学", "金泽大学"),
        ("ＰＰＰ　模式", "ppp模式"),
        ("PM２.５", "pm2.5"),
        ("徐 明", "徐明"),
        ("Smart   City", "smart city"),
        ("5 G", "5 g"),
        ("面积㎡", "面积m2"),
        ("ｶﾞ", "ガ"),
        ("e\u0301", "é"),
    ],
)
def test_writings_that_mean_the_same_normalise_to_one_form(written, folded):
    assert normalize(written).characters == folded


def test_a_word_keeps_its_characters_and_each_is_found_alone():
    emperor = normalize("乾隆")

    assert emperor.text == "乾隆"
    assert emperor.characters == normalize("乾").characters + "隆"


@pytest.mark.parametrize(
    ("raw", "searched", "marked"),
    [
        ("面积㎡的智慧", "智慧", "智慧"),
        ("见①智慧①", "智慧1", "智慧①"),
        ("ﷺ智慧", "智慧", "智慧"),
        ("e\u0301cole 智慧", "é", "e\u0301"),
        ("徐 明教授", "徐明", "徐 明"),
        ("第一行\r\n頂層", "顶层", "頂層"),
        ("办公室oﬃce楼", "office", "oﬃce"),
        ("……智慧", "智慧", "智慧"),
    ],
)
def test_the_way_back_leads_to_the_original_characters(raw, searched, marked):
    folded = normalize(raw)
    at = folded.characters.index(searched)

    start, end = folded.original(at, at + len(searched))

    assert raw[start:end] == marked


@example("\ud800")
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(ODD)), max_size=60))
def test_every_normalised_character_has_a_place_in_the_original(raw):
    folded = normalize(raw)

    assert len(folded.text) == len(folded.characters)
    places = [folded.original(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(raw) for start, end in places)
    assert places == sorted(places)


@given(st.text(alphabet=ODD + "数据大云", max_size=40))
def test_normalising_line_by_line_is_normalising_the_whole(raw):
    lines = [normalize(line).characters for line in raw.splitlines()]

    assert normalize(raw).characters == "\n".join(lines)
