"""What is proposed for a search that finds little or nothing."""

import pytest

from casebook.core.records import IndexDocument
from cases.models import Case, Place, Theme
from experts.models import Expert
from search.models import DictionaryWord, Synonym
from search.query.query import Query
from search.suggest.did_you_mean import did_you_mean
from tests.factories import make_case, make_expert, make_place, make_theme

pytestmark = pytest.mark.django_db

TEXTS = (
    "武汉的智慧城市建设，从顶层设计做起。",
    "智慧灯杆连成物联网，数据进入云计算平台和大数据中心。",
    "电子政务外网通到硚口区和闵行区，也通到深圳与贵阳。",
    "城市大脑；智慧农业；汉江湾创智园；特许经营。",
    "成都有一家经典咖啡馆。",
)


@pytest.fixture
def has_hits(index):
    """Whether the engine finds every word of a query in a few texts about as many things."""
    searched = index.get()
    names = [str(row) for model in (Case, Place, Theme, Expert) for row in model.objects.all()]
    texts = [*TEXTS, *names]
    searched.backend.rebuild(
        IndexDocument(f"case-{number}", "case", f"case-{number}", "", body=text)
        for number, text in enumerate(texts)
    )
    return lambda typed: searched.search(Query(typed)).full_count > 0


@pytest.fixture
def names():
    hubei = make_place("湖北省")
    for name in ("武汉市", "贵阳市", "深圳市"):
        make_place(name, parent=hubei)
    for name in ("硚口区", "闵行区", "麻城市"):
        make_place(name, parent=hubei, level="district")
    make_theme("智慧农业")
    make_expert("徐振强")
    make_expert("徐明")


@pytest.fixture
def proposals(names, has_hits):
    return lambda typed: did_you_mean(typed, has_hits)


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("智惠城市", "智慧城市"),
        ("智慧成市", "智慧城市"),
        ("智慧农叶", "智慧农业"),
        ("志慧城市", "智慧城市"),
        ("智慧灯竿", "智慧灯杆"),
        ("电子正务外网", "电子政务外网"),
        ("顶曾设计", "顶层设计"),
        ("顶层设记", "顶层设计"),
        ("城市大恼", "城市大脑"),
        ("物连网", "物联网"),
        ("云记算", "云计算"),
        ("桥口区", "硚口区"),
        ("贵杨", "贵阳"),
        ("深镇", "深圳"),
        ("敏行区", "闵行区"),
        ("智慧农夜", "智慧农业"),
        ("创志园", "创智园"),
        ("汉江弯", "汉江湾"),
        ("特许经赢", "特许经营"),
        ("大数剧", "大数据"),
        ("智城市", "智慧城市"),
        ("电子政务网", "电子政务外网"),
        ("智慧市城", "智慧城市"),
        ("徐振墙", "徐振强"),
        ("zhihuinongye", "智慧农业"),
    ],
)
def test_is_proposed_first(proposals, typed, proposed):
    assert proposals(typed)[:1] == [proposed]


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("武汉 智惠城市", "武汉 智慧城市"),
        ("智慧灯竿  数据", "智慧灯杆  数据"),
        ("智惠城市建设", "智慧城市建设"),
        ("“智惠城市”", "“智慧城市”"),
        ("智惠城市 -上海", "智慧城市 -上海"),
        ("智惠城市 顶曾设计", "智慧城市 顶层设计"),
        ("智慧灯竿 雲計算", "智慧灯杆 雲計算"),
    ],
)
def test_the_wrong_word_is_corrected_and_the_rest_kept_as_typed(proposals, typed, proposed):
    assert proposals(typed) == [proposed]


@pytest.mark.parametrize(
    "typed",
    [
        "智慧城市",
        "经典",
        "成都",
        "徐明",
        "-智惠城市",
        "",
        "*",
        '"',
        "不存在的词语",
        "武汉 徐明",
        "武汉的食堂",
    ],
)
def test_nothing_is_proposed_for(proposals, typed):
    make_theme("景点")

    assert proposals(typed) == []


def test_what_finds_nothing_is_not_proposed(names, has_hits):
    make_theme("智慧旅游")  # known, but in none of the texts that has_hits looks through

    assert did_you_mean("智惠旅游", has_hits) == []


def test_a_word_that_finds_something_is_left_alone(names, has_hits):
    make_theme("经点")

    assert did_you_mean("经典", has_hits) == []


def test_somebody_else_is_not_proposed_for_a_person(names, has_hits):
    assert did_you_mean("张振强", has_hits) == []


def test_at_most_three_are_proposed(names):
    for character in "甲乙丙丁戊":
        make_theme(f"智慧{character}工程")

    assert len(did_you_mean("智慧己工程", lambda typed: "己" not in typed)) == 3


def test_words_of_editors_are_proposed(names, has_hits):
    DictionaryWord.objects.create(word="咖啡馆")
    Synonym.objects.create(term="PPP", also="经典咖啡")

    assert did_you_mean("咖非馆", has_hits) == ["咖啡馆"]
    assert did_you_mean("经点咖啡", has_hits) == ["经典咖啡"]


def test_what_was_begun_comes_before_what_would_be_wrong(names):
    proposed = did_you_mean("智慧城", lambda typed: typed != '"智慧城"')

    assert proposed[0] == "智慧城市"
    assert "智慧办" not in proposed


def test_titles_are_proposed_by_the_name_of_the_case(has_hits, names):
    make_case(title="成都经典：一家咖啡馆")

    assert did_you_mean("成都经点", lambda typed: typed == "成都经典") == ["成都经典"]


@pytest.mark.parametrize(
    "typed", ["智惠" * 5_000, "\x00\x01", '"智惠城市', "地点:", "〇〇〇", "😀智"]
)
def test_odd_input_does_no_harm(proposals, typed):
    assert isinstance(proposals(typed), list)


def test_few_searches_are_made_for_a_proposal(names):
    asked = []

    did_you_mean("智惠城市顶曾设计物连网云记算", lambda typed: asked.append(typed) or False)

    assert len(asked) <= 25
    assert len(asked) == len(set(asked))
