"""The tools, called over the protocol: their results and their errors."""

import re

import pytest
from django.utils import timezone
from django.utils.translation import override

from agents.tools import TOOLS
from cases.filters.case_filter import CaseFilter
from cases.models import Passage
from tests.agents.conftest import request
from tests.factories import make_book, make_case, make_critique, make_expert

pytestmark = pytest.mark.usefixtures("sample")


def test_lists_its_tools_as_read_only(post):
    tools = post(request("tools/list")).json()["result"]["tools"]

    assert {tool["name"] for tool in tools} == {
        *("search_cases", "get_case", "get_passage", "list_facets", "cite", "check_quote")
    }
    for tool in tools:
        assert tool["annotations"]["readOnlyHint"]
        assert tool["annotations"]["idempotentHint"]
        assert not tool["annotations"]["destructiveHint"]
        assert tool["outputSchema"]["type"] == "object"
        assert all(each["description"] for each in tool["inputSchema"]["properties"].values())


# --- search_cases ---------------------------------------------------------------------------


def test_finds_cases_with_their_snippet_and_address(call):
    answer = call("search_cases", query="接线员 冰箱贴")

    assert answer["count"] == answer["full_count"] == 1
    [hit] = answer["results"]
    assert (hit["kind"], hit["number"]) == ("case", 8)
    assert hit["url"] == "http://testserver/cases/sample-08/"
    assert "接线员" in hit["snippet"]
    assert answer["facets"] == []


def test_finds_paragraphs_that_get_passage_shows(call):
    found = call("search_cases", query="冰箱贴 一户一张", kind="passage")["results"][0]

    passage = call("get_passage", passage=found["slug"])

    assert "一户一张" in passage["text"]


def test_takes_every_filter_of_the_list_of_cases():
    schema = TOOLS["search_cases"].input_schema()["properties"]

    assert set(CaseFilter.base_filters) - {"q"} <= set(schema)


def test_counts_facets_where_they_are_asked_for(call):
    answer = call("search_cases", query="专家", facets=["expert", "part"], page_size=1)

    assert [facet["parameter"] for facet in answer["facets"]] == ["expert", "part"]
    parts = {value["label"]: value["count"] for value in answer["facets"][1]["values"]}
    assert sum(parts.values()) == answer["count"]


def test_pages_follow_each_other_without_repeating(call):
    first = call("search_cases", page_size=4)
    last = call("search_cases", page_size=4, page=3)

    assert (first["count"], first["has_next"], last["has_next"]) == (10, True, False)
    assert [hit["number"] for hit in first["results"]] == [1, 2, 3, 4]
    assert [hit["number"] for hit in last["results"]] == [9, 10]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"expert": "林示列"}, "“林示列”不是已知的点评专家。是否要找“林示例”？"),
        ({"citty": "武汉"}, "没有名为“citty”的参数。是否要找“city”？"),
        ({"page": 9}, "一共只有 1 页。是否要找“1”？"),
        ({"page_size": 51}, "参数“page_size”应是 1 至 50 的整数。"),
        ({"kind": "cases"}, "是否要找“case”？"),
        ({"query": {"words": "水"}}, "参数“query”应是文字，或文字的列表。"),
        ({"facets": "expertt"}, "是否要找“expert”？"),
        ({"page": [1, 2]}, "参数“page”应是 1 至 100000 的整数。"),
    ],
)
def test_says_what_is_wrong_and_what_is_right(call, arguments, message):
    assert message in call("search_cases", **arguments)


# --- get_case -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["sample-08", 8, "8", "案例8", "武汉社区食堂", "http://testserver/cases/sample-08/"]
)
def test_a_case_goes_by_slug_number_name_and_address(call, name):
    assert call("get_case", case=name)["slug"] == "sample-08"


def test_a_case_has_its_values_with_their_sources(call):
    case = call("get_case", case=8)

    assert case["title"] == "武汉社区食堂：订餐、配餐与陪餐的一本账"
    assert (case["start_page"], case["end_page"]) == (52, 59)
    assert case["sources"]["start_page"]["origin"] == "book"
    assert case["sources"]["end_page"]["origin"] == "derived"
    assert [each["expert"]["name"] for each in case["critiques"]] == ["褚演练"]


def test_a_mistyped_case_gets_the_nearest_one(call):
    assert call("get_case", case="武汉社区食糖") == "没有“武汉社区食糖”。是否要找“武汉社区食堂”？"


def test_a_number_that_two_books_have_needs_the_book(call):
    make_case(make_book("other"), number=8)

    assert call("get_case", case=8) == "“8”不止一个，请用网址名：other-08、sample-08。"
    assert call("get_case", case=8, book="other")["slug"] == "other-08"


@pytest.mark.parametrize("arguments", [{}, {"case": None}, {"case": " "}, {"case": [""]}])
def test_a_case_has_to_be_named(call, arguments):
    assert call("get_case", **arguments).startswith("缺少参数“case”：案例的网址名、")


def test_one_case_is_named_at_a_time(call):
    assert call("get_case", case=["sample-08"])["slug"] == "sample-08"
    assert call("get_case", case=["1", "2"]) == "参数“case”只能有一个值。"


def test_a_schema_is_in_the_language_of_its_reader():
    with override("en"):
        english = TOOLS["get_case"].input_schema()["properties"]

    assert english["book"]["description"].startswith("The slug, title or ISBN")
    assert TOOLS["get_case"].input_schema()["properties"]["book"]["description"].startswith("图书")


# --- get_passage ----------------------------------------------------------------------------


@pytest.fixture
def passage():
    return Passage.objects.get(text__startswith="每周五下午复盘一次")


def test_a_paragraph_comes_with_its_place_its_neighbours_and_its_citation(call, passage):
    shown = call("get_passage", passage=f"sample/{passage.anchor}")

    assert shown["text"] == passage.text
    assert (shown["where"]["case"]["number"], shown["where"]["section"]) == (2, "复盘")
    assert shown["page"] == passage.source_page == 17
    assert [each["address"] for each in shown["after"]][:1] != [shown["address"]]
    assert len(shown["before"]) == len(shown["after"]) == 2
    assert shown["url"] in shown["citation"]


@pytest.mark.parametrize(
    "address",
    [
        "{}",
        "sample/{}",
        "http://testserver/books/sample/read/p/{}/",
        "/books/sample/read/case-02/#{}",
    ],
)
def test_a_paragraph_goes_by_its_anchor_and_its_addresses(call, passage, address):
    shown = call("get_passage", passage=address.format(passage.anchor))

    assert shown["address"] == f"sample/{passage.anchor}"


def test_a_removed_paragraph_says_that_it_is_gone(call, passage):
    Passage.objects.filter(pk=passage.pk).update(text="", section=None, removed_at=timezone.now())

    shown = call("get_passage", passage=f"sample/{passage.anchor}")

    assert shown["is_gone"]
    assert shown["text"] is None
    assert "重新导入后的文本已没有它" in shown["message"]


@pytest.mark.parametrize("address", ["sample/p-zzzzzzzz", "第三段", "other/p-zzzzzzzz"])
def test_a_paragraph_that_never_was_is_refused(call, address):
    assert address in call("get_passage", passage=address)


# --- list_facets ----------------------------------------------------------------------------


def test_every_value_leads_to_as_many_cases_as_it_says(call):
    facets = {facet["parameter"]: facet["values"] for facet in call("list_facets")["facets"]}

    for name in ("part", "expert"):
        for value in facets[name]:
            assert call("search_cases", **{name: value["value"]})["count"] == value["count"]


def test_facets_are_counted_within_what_is_chosen(call):
    answer = call("list_facets", facets="part", expert="王模")

    assert answer["count"] == 2
    assert [value["count"] for value in answer["facets"][0]["values"] if value["count"]] == [1, 1]


def test_facets_refuse_what_they_do_not_know(call):
    assert call("list_facets", expert="王磨") == "“王磨”不是已知的点评专家。是否要找“王模”？"


# --- cite -----------------------------------------------------------------------------------


def test_cites_a_case_without_inventing_an_author(call):
    cited = call("cite", item=8)

    assert cited["citation"].startswith(
        "武汉社区食堂：订餐、配餐与陪餐的一本账[M]//林示例，陈样本."
    )
    assert cited["url"] == "http://testserver/cases/sample-08/"


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("ris", "TY  - CHAP"),
        ("bibtex", "@incollection{"),
        ("csl-json", "["),
        ("gbt7714-2015-numeric", "武汉"),
    ],
)
def test_cites_in_other_styles(call, style, begins):
    assert call("cite", item="sample-08", style=style)["citation"].startswith(begins)


def test_cites_a_book_a_critique_and_a_paragraph(call, passage):
    critique = make_critique(make_case(title="智慧灯杆"), make_expert("周可"))

    book = call("cite", kind="book", item="示例案例集")
    by_expert = call("cite", kind="critique", item=critique.slug)
    paragraph = call("cite", kind="passage", item=f"sample/{passage.anchor}")

    assert "示例案例集" in book["citation"]
    assert by_expert["citation"].startswith("周可.")
    assert paragraph["url"] in paragraph["citation"]


def test_an_unknown_style_is_refused_with_the_nearest(call):
    assert "是否要找“bibtex”？" in call("cite", item=8, style="bibtext")


# --- check_quote ----------------------------------------------------------------------------


def test_a_true_quotation_comes_with_address_part_case_section_and_page(call):
    answer = call("check_quote", quote="每格有一名热心人，手里有一张小事清单")

    assert answer["verdict"] == "exact"
    assert answer["is_in_book"]
    where = answer["places"][0]["where"]
    assert where["case"]["number"] == 3
    assert (where["part"]["number"], where["section"], where["page"]) == (2, "小事的清单", 21)
    assert re.fullmatch(r"http://testserver/books/sample/read/p/p-\w+/", answer["places"][0]["url"])
    assert call("get_passage", passage=answer["places"][0]["passages"][0]["address"])


def test_a_wrong_figure_is_named(call):
    answer = call("check_quote", quote="一年下来，故事里的归档率是百分之九十八")

    assert answer["verdict"] == "differs"
    assert not answer["is_in_book"]
    [difference] = answer["differences"]
    assert (difference["in_book"], difference["in_quote"]) == ("九十一", "九十八")
    assert difference["is_figure"]
    assert "原文“九十一”引作“九十八”（数字不符）" in answer["message"]


def test_a_negation_that_is_left_out_is_named_with_its_place_and_why_it_matters(call):
    answer = call("check_quote", quote="热心人是执法者，不能罚款，不能进门")

    assert answer["verdict"] == "differs"
    [difference] = answer["differences"]
    assert (difference["change"], difference["in_book"], difference["start"]) == (
        "removed",
        "不",
        3,
    )
    assert difference["qualifiers"] == [{"kind": "negation", "words": "不是"}]
    assert "“热心人”之后缺少“不”（否定词有出入，意思可能相反）" in answer["message"]


def test_what_stands_before_a_quotation_and_governs_it_is_named(call):
    answer = call("check_quote", quote="是执法者，不能罚款，不能进门")

    assert answer["verdict"] == "differs"
    assert not answer["is_in_book"]
    assert "开头缺少“不”（否定词有出入，意思可能相反）" in answer["message"]


def test_what_an_ellipsis_leaves_out_is_named(call):
    answer = call("check_quote", quote="开张那天坐了四百人……第三天只剩下六十人")

    assert answer["verdict"] == "exact"
    [omission] = answer["omissions"]
    assert (omission["cause"], omission["in_book"]) == ("ellipsis", "第二天坐了九十人")
    assert [each["words"] for each in omission["qualifiers"]] == ["第二天", "九十人"]
    assert "省略号略去“第二天坐了九十人”，其中有数字“第二天”、数字“九十人”" in answer["message"]


def test_an_ellipsis_that_hides_a_negation_is_a_difference(call):
    answer = call("check_quote", quote="热心人……是执法者，不能罚款")

    assert answer["verdict"] == "differs"
    assert "省略号略去“不”（否定词有出入，意思可能相反）" in answer["message"]


def test_a_few_characters_prove_nothing(call):
    answer = call("check_quote", quote="食堂")

    assert answer["verdict"] == "exact"
    assert answer["message"].endswith("引文只有 2 字，许多地方都可能有，不足以证明出处。")


def test_a_false_quotation_is_refused_with_the_nearest_passage(call):
    answer = call("check_quote", quote="食堂为每位老人发放了智能手环，接线员据此安排订餐与配餐")

    assert answer["verdict"] == "not_found"
    assert answer["places"][0]["where"]["case"]["number"] == 8
    assert answer["message"].startswith("没有找到这段文字。")


def test_says_which_text_it_could_not_compare_with(call):
    book = make_book("bare", title="没有正文的书")
    make_case(book)

    answer = call("check_quote", quote="食堂为每位老人发放了智能手环")

    gap = next(each for each in answer["not_loaded"] if each["book"] == "bare")
    assert (gap["units_loaded"], gap["units_missing"]) == (0, 3)
    assert "《没有正文的书》有 3 个单元" in answer["message"]


def test_one_book_may_be_checked_alone(call):
    make_book("bare")

    answer = call("check_quote", quote="每格有一名热心人，手里有一张小事清单", book="bare")

    assert answer["verdict"] == "not_found"


@pytest.mark.parametrize("quote", ["……！", "路" * 2_001])
def test_a_quotation_has_words_and_an_end(call, quote):
    assert call("check_quote", quote=quote).startswith("引文")


def test_without_an_index_it_does_not_judge(call, settings, tmp_path):
    from search.service.active_index import current

    settings.DATA_DIR = tmp_path
    current.forget()

    assert call("check_quote", quote="每格有一名热心人") == "检索索引尚未建立，暂时不能核对引文。"


@pytest.mark.parametrize("tool", ["search_cases", "get_case", "get_passage", "cite", "check_quote"])
def test_characters_that_no_database_keeps_are_no_error_of_ours(call, tool):
    name = next(iter(TOOLS[tool].input_schema()["properties"]))

    assert "服务器" not in call(tool, **{name: "水\x00位"})
