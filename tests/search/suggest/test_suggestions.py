"""What is suggested while somebody types."""

import random
import threading

import pytest

from casebook.core.cache import revision
from search.suggest import suggest as suggesting
from search.suggest.suggest import read_names, suggest
from tests.factories import make_case, make_expert, make_organisation, make_place, make_theme

pytestmark = pytest.mark.django_db


def labels(typed, kind=None, limit=10):
    return [each.label for each in suggest(typed, limit) if kind in (None, each.kind)]


@pytest.fixture
def names():
    """A few of each kind."""
    hubei = make_place("湖北省")
    make_place("武汉市", parent=hubei, english_name="Wuhan")
    make_place("深圳市", parent=make_place("广东省"), english_name="Shenzhen")
    make_place("闵行区", parent=make_place("上海市", level="municipality"), level="district")
    make_place("硚口区", parent=hubei, level="district")
    make_place(
        "杭州经济技术开发区",
        parent=make_place("浙江省"),
        level="zone",
        aliases=["下沙", "钱塘新区"],
    )
    make_case(title="智慧深圳：全球视野下的标杆性实践")
    make_case(title="深圳智慧交通：治理效能整体提升的服务体系")
    make_case(title="山东“智慧阳信”PPP：构建成功的商业模式")
    make_theme("智慧交通", english_name="Smart transport")
    make_theme("大数据应用", english_name="Big data applications")
    make_expert("徐振强")
    make_expert("徐明")
    make_expert("仇保兴")
    make_organisation("财政部PPP中心", english_name="China Public Private Partnerships Center")
    make_organisation("腾讯", english_name="Tencent")


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("智慧深", "智慧深圳：全球视野下的标杆性实践"),
        ("交通", "智慧交通"),
        ("標桿", "智慧深圳：全球视野下的标杆性实践"),
        ("武漢", "武汉市"),
        ("下沙", "杭州经济技术开发区"),
        ("徐", "徐振强"),
        ("shenzhen", "深圳市"),
        ("minhang", "闵行区"),
        ("zhihui jiaotong", "智慧交通"),
        ("zhihui'jiaotong", "智慧交通"),
        ("zhihuij", "智慧交通"),
        ("biaogan", "智慧深圳：全球视野下的标杆性实践"),
        ("xiasha", "杭州经济技术开发区"),
        ("qiubaoxing", "仇保兴"),
        ("zhsz", "智慧深圳：全球视野下的标杆性实践"),
        ("zhjt", "智慧交通"),
        ("xzq", "徐振强"),
        ("dsj", "大数据应用"),
        ("sz", "深圳市"),
        ("PPP", "财政部PPP中心"),
        ("tencent", "腾讯"),
        ("smart tr", "智慧交通"),
        ("data", "大数据应用"),
        ("zhihuijiaoton", "智慧交通"),
        ("shenzheng", "深圳市"),
        ("zhihiujiaotong", "智慧交通"),
        ("tencant", "腾讯"),
        ("智惠交通", "智慧交通"),
        ("徐振墙", "徐振强"),
        ("武汗", "武汉市"),
        ("桥口区", "硚口区"),
        ("whan", "武汉市"),
        ("wuhn", "武汉市"),
        ("深训", "深圳市"),
        ("闽行", "闵行区"),
        ("Wǔhàn", "武汉市"),
        ("shēn zhèn", "深圳市"),
        ("深zhen", "深圳市"),
        ("wu汉", "武汉市"),
        ("深zhèn", "深圳市"),
    ],
)
def test_is_found_by(names, typed, label):
    assert label in labels(typed)


@pytest.mark.parametrize("typed", ["", "  ", "z", "！", "*", "\x00", "不存在的词语", "qqqqqq"])
def test_nothing_is_suggested_for(names, typed):
    assert suggest(typed) == []


def test_two_letters_abbreviate_places_only(names):
    make_expert("孙正")

    assert {each.kind for each in suggest("sz")} == {"place"}


def test_kinds_come_in_one_order_whatever_is_typed(names):
    order = ["case", "expert", "place", "theme", "organisation"]

    for typed in ("深", "智慧", "shen", "ppp", "zhihui"):
        kinds = [each.kind for each in suggest(typed, 20)]
        assert kinds == sorted(kinds, key=order.index)


def test_whole_names_come_before_beginnings_and_these_before_the_middle():
    for name in ("新型智慧城市", "智慧城市建设", "智慧城市"):
        make_theme(name)

    assert labels("智慧城市") == ["智慧城市", "智慧城市建设", "新型智慧城市"]


def test_many_of_one_kind_leave_room_for_the_others():
    for number in range(30):
        make_case(title=f"智慧甲{number}：实践")
    make_theme("智慧交通")

    found = suggest("智慧", 5)

    assert len(found) == 5
    assert "智慧交通" in [each.label for each in found]


def test_a_misspelling_is_only_corrected_where_nothing_is_found_as_typed(names):
    make_theme("智慧交道")

    assert labels("智慧交道", "theme") == ["智慧交道"]


def test_a_known_word_of_two_characters_is_not_misspelt(names):
    make_place("河南省")

    assert labels("海南") == []


def test_the_vowel_of_lv_is_typed_in_any_way():
    make_theme("绿色城市")

    for typed in ("lvse", "lüse", "lǜ sè"):
        assert labels(typed) == ["绿色城市"], typed


def test_a_single_wrong_character_of_three_is_forgiven_in_a_whole_name_only(names):
    assert labels("智慧宾") == []


@pytest.mark.parametrize("kind", ["left out", "too many", "wrong", "swapped"])
def test_any_single_wrong_letter_in_pinyin_is_corrected(kind):
    make_theme("智慧农业")
    right = "zhihuinongye"
    chance = random.Random(kind)

    for at in range(len(right) - 1):
        other = chance.choice("bkvx")
        typed = {
            "left out": right[:at] + right[at + 1 :],
            "too many": right[:at] + other + right[at:],
            "wrong": right[:at] + other + right[at + 1 :],
            "swapped": right[:at] + right[at + 1] + right[at] + right[at + 2 :],
        }[kind]
        assert labels(typed) == ["智慧农业"], typed


def test_a_spelling_that_an_editor_has_set_is_found_too():
    make_place("六合区", level="province", pinyin="lu he qu", pinyin_short="luhe", initials="lh")

    assert labels("luhe") == ["六合区"]


def test_a_suggestion_says_kind_label_slug_and_address():
    theme = make_theme("智慧交通", slug="smart-transport")

    (suggestion,) = suggest("zhjt")

    assert suggestion.kind == "theme"
    assert suggestion.label == "智慧交通"
    assert suggestion.value == "smart-transport"
    assert suggestion.url == theme.get_absolute_url()


def test_a_renamed_place_is_found_by_its_new_name_at_once(names, client, monkeypatch):
    monkeypatch.setattr(revision, "CHECK_SECONDS", 600)

    def answer(typed):
        found = client.get("/api/v1/suggest/", {"q": typed}).json()["suggestions"]
        return [each["label"] for each in found]

    place = make_place("江汉省")
    assert answer("江汉") == ["江汉省"]

    place.name, place.short_name = "鹏城省", "鹏城"
    place.save()

    assert answer("江汉") == []
    assert answer("pengcheng") == ["鹏城省"]


@pytest.mark.django_db(transaction=True)
def test_many_names_are_read_again_beside_the_requests(monkeypatch, client):
    monkeypatch.setattr(suggesting, "MAX_LOADED_IN_REQUEST", 0)
    make_theme("智慧交通")
    suggest("智慧")
    make_theme("智慧农业")

    before = client.get("/api/v1/suggest/", {"q": "智慧"})
    for thread in threading.enumerate():
        if thread.name == revision.THREAD:
            thread.join()
    after = client.get("/api/v1/suggest/", {"q": "智慧"})

    assert len(before.json()["suggestions"]) == 1
    assert "ETag" not in before
    assert len(after.json()["suggestions"]) == 2


def test_names_are_not_read_again_for_every_letter(names, django_assert_num_queries):
    suggest("z")

    with django_assert_num_queries(0):
        suggest("zh")
        suggest("zhs")


@pytest.mark.parametrize("count", [1, 20])
def test_reading_the_names_costs_as_many_queries_however_many_there_are(
    names, django_assert_num_queries, count
):
    for number in range(count):
        make_case(title=f"智慧{number}")
        make_expert(f"王{number}")

    with django_assert_num_queries(7):
        read_names()
