"""How names are typed in letters."""

import pytest

from search.text.pinyin import letters_of, spell, spell_person


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("闵行", "MinHang"),
        ("上海闵行区智慧城管", "ShangHaiMinHangQuZhiHuiChengGuan"),
        ("长三角城市", "ChangSanJiaoChengShi"),
        ("大城县", "DaiChengXian"),
        ("洪洞县", "HongTongXian"),
        ("解州镇", "HaiZhouZhen"),
        ("会稽", "KuaiJi"),
        ("莘庄", "XinZhuang"),
        ("郫都区", "PiDuQu"),
        ("单县", "ShanXian"),
        ("涡阳", "GuoYang"),
        ("繁峙", "FanShi"),
        ("大栅栏", "DaShiLan"),
        ("朝阳区", "ChaoYangQu"),
        ("曾都区", "ZengDuQu"),
        ("长宁区", "ChangNingQu"),
        ("长治市", "ChangZhiShi"),
        ("漯河", "LuoHe"),
        ("长效机制", "ChangXiaoJiZhi"),
        ("重构", "ChongGou"),
    ],
)
def test_words_that_the_library_reads_wrongly_are_read_right(analyzer, text, spelled):
    assert spell(text, analyzer).full == spelled


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("仇保兴", "QiuBaoXing"),
        ("单霁翔", "ShanJiXiang"),
        ("曾光", "ZengGuang"),
        ("解放", "XieFang"),
        ("查理", "ZhaLi"),
        ("欧阳明", "OuYangMing"),
        ("徐振强", "XuZhenQiang"),
    ],
)
def test_surnames_are_read_as_surnames(name, spelled):
    assert spell_person(name).full == spelled


def test_a_text_is_read_word_by_word(analyzer):
    assert spell("吉林省长春市", analyzer).full == "JiLinShengChangChunShi"


@pytest.mark.parametrize("place", ["重庆 ChongQing", "厦门 XiaMen", "亳州 BoZhou", "番禺 PanYu"])
def test_well_known_places_are_read_as_people_say_them(analyzer, place):
    name, spelled = place.split()

    assert spell(name, analyzer).full == spelled


def test_capitals_mark_syllables_and_in_initials_words(analyzer):
    spelling = spell("深圳智慧交通PPP：3.0", analyzer)

    assert spelling.full == "ShenZhenZhiHuiJiaoTongPpp30"
    assert spelling.initials == "SzZhjtPpp30"


def test_sounds_that_many_people_do_not_tell_apart_are_one_when_loose(analyzer):
    assert spell("能", analyzer).loose == spell("冷", analyzer).loose
    assert spell("深圳", analyzer).loose == spell("森正", analyzer).loose
    assert spell("智慧", analyzer).loose != spell("交通", analyzer).loose


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("zhihui jiaotong", "zhihuijiaotong"),
        ("xi'an", "xian"),
        ("Xi’an", "xian"),
        ("lüse", "lvse"),
        ("ＰＰＰ", "ppp"),
        ("智慧sz", ""),
        ("2019", ""),
        ("***", ""),
    ],
)
def test_letters_are_read_bare_and_only_where_all_is_letters(typed, letters):
    assert letters_of(typed) == letters
