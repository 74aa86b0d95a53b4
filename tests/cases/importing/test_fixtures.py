"""The shipped fixtures, and how a parsed book becomes one."""

import json
import re
from dataclasses import replace
from random import Random

import pytest

from cases.importing.assignments import Gazetteer
from cases.importing.fixtures import book_slug, make_fixture, to_json
from cases.importing.objects import check_names, to_objects
from cases.importing.outline import end_pages, last_page
from cases.importing.romanisation import person_pinyin, person_slug, word_slug
from cases.parsing.book import parse_book
from cases.parsing.book_records import CaseRecord
from cases.parsing.tokens.lines import read_source
from experts.models import kind_of
from tests.cases.parsing.sources import REAL, SAMPLE
from tests.conftest import FIXTURES, SHIPPED
from tests.factories import make_place

REAL_IS_HERE = pytest.mark.skipif(not REAL.exists(), reason="the real source is not at hand")
LONG_SENTENCE = 45


@pytest.fixture(scope="module")
def sample() -> list[dict]:
    return make_fixture(parse_book(read_source(SAMPLE)), "sample")


@pytest.mark.parametrize("seed", range(10))
def test_tabs_anywhere_in_a_text_stay_out_of_fields_of_one_line(seed):
    chance = Random(seed)
    text = "".join(
        f"{character}\t" if chance.random() < 0.05 else character
        for character in SAMPLE.read_text("utf-8")
    )

    for thing in to_objects(make_fixture(parse_book(text), "sample"), "sample"):
        check_names(thing)


def shipped(name: str) -> list[dict]:
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))


def rows(fixture: list[dict], model: str) -> list[dict]:
    return [item["fields"] for item in fixture if item["model"] == model]


def case(number: int, start_page: int | None) -> CaseRecord:
    return CaseRecord(number, "题", "题", "", source_line=number, start_page=start_page)


class TestShippedFixtures:
    @REAL_IS_HERE
    def test_the_book_is_what_the_parser_makes_of_the_source(self):
        book = parse_book(read_source(REAL))

        text = (FIXTURES / "digital_china_2019.json").read_text("utf-8")

        assert to_json(make_fixture(book)) == text

    @REAL_IS_HERE
    @pytest.mark.parametrize("name", SHIPPED)
    def test_no_running_text_is_in_them(self, name):
        text = (FIXTURES / name).read_text("utf-8")
        sentences = re.split("[。！？\n]", REAL.read_text("utf-8"))

        long = [sentence for sentence in sentences if len(sentence.strip()) > LONG_SENTENCE]

        assert long
        assert not [sentence for sentence in long if sentence.strip() in text]

    def test_the_book_has_its_people_and_pages(self):
        book = shipped("digital_china_2019")

        cases = {fields["number"]: fields for fields in rows(book, "cases.case")}
        critics = [fields["expert"][0] for fields in rows(book, "cases.critique")]
        assert len(cases) == len(critics) == 25
        assert len(set(critics)) == 24
        assert (cases[5]["start_page"], cases[5]["end_page"]) == (105, 124)
        assert (cases[25]["start_page"], cases[25]["end_page"]) == (544, None)
        assert len(rows(book, "cases.section")) == 3

    def test_a_person_with_several_roles_is_one_expert(self):
        book = shipped("digital_china_2019")

        roles = [
            fields["role"]
            for fields in rows(book, "cases.contribution")
            if fields.get("expert") == ["li-youzeng"]
        ]

        assert roles == ["chief_editor", "associate_editor"]

    def test_every_theme_says_what_it_is(self):
        themes = rows(shipped("themes"), "cases.theme")

        assert 12 <= len(themes) <= 20
        for theme in themes:
            assert theme["english_name"]
            assert theme["definition"].endswith("。")
            assert theme["scope"]
            assert theme["title_words"]

    def test_places_come_after_those_they_lie_in(self):
        seen: set[str] = set()
        for place in rows(shipped("places"), "cases.place"):
            assert place["parent"] is None or place["parent"][0] in seen
            assert (place["level"] == "zone") == (place["code"] is None)
            seen.add(place["slug"])

        assert {"qiantang", "guiyang-hidz", "wuchang"} <= seen


class TestFixtureOfTheSample:
    def test_the_same_text_gives_the_same_bytes(self, sample):
        again = make_fixture(parse_book(read_source(SAMPLE)), "sample")

        assert to_json(again) == to_json(sample)
        assert to_json(sample).endswith("\n")

    def test_objects_come_after_those_they_refer_to(self, sample):
        order = list(dict.fromkeys(item["model"] for item in sample))

        assert order == [
            "experts.organisation",
            "experts.expert",
            "experts.affiliation",
            "cases.book",
            "cases.part",
            "cases.section",
            "cases.case",
            "cases.contribution",
            "cases.critique",
            *(["cases.erratum"] if rows(sample, "cases.erratum") else []),
        ]
        assert all(set(item) == {"model", "fields"} for item in sample)

    def test_holds_no_running_text(self, sample):
        text = to_json(sample)

        assert "屏幕只是借口" not in text
        assert "水从哪里来" not in text
        assert "样本的写法" in text

    def test_a_critique_by_two_experts_is_two_rows_in_order(self, sample):
        third = [
            (fields["order"], fields["name_as_printed"])
            for fields in rows(sample, "cases.critique")
            if fields["case"] == ["sample-03"]
        ]

        assert [order for order, _ in third] == [1, 2]
        assert [name.replace(" ", "") for _, name in third] == ["郑示范", "褚演练"]

    def test_who_wrote_the_foreword_has_the_affiliations_of_the_signature(self, sample):
        foreword = next(
            fields for fields in rows(sample, "cases.contribution") if fields["role"] == "foreword"
        )

        titles = [title for _, _, title in foreword["affiliations"]]
        assert titles == ["院士", "教授"]


class TestSlugs:
    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            ("徐振强", "xu-zhenqiang"),
            ("仇宝兴", "qiu-baoxing"),
            ("单志广", "shan-zhiguang"),
            ("曾伟", "zeng-wei"),
            ("解飞", "xie-fei"),
            ("查勇", "zha-yong"),
            ("欧阳明", "ouyang-ming"),
            ("尉迟明", "yuchi-ming"),
            ("文武", "wen-wu"),
            ("Michale Batty", "michale-batty"),
            ("？", "expert"),
        ],
    )
    def test_a_person_has_surname_and_given_name(self, name, slug):
        assert person_slug(name) == slug

    def test_pinyin_has_a_space_between_syllables(self):
        assert person_pinyin("单志广") == "shan zhi guang"

    def test_two_people_with_one_pinyin_have_two_slugs(self):
        book = parse_book(read_source(SAMPLE))
        first, second = book.contributions[:2]
        namesake = replace(second, name="林世礼", name_as_printed="林世礼")
        twin = replace(book, contributions=(first, namesake))

        slugs = [fields["slug"] for fields in rows(make_fixture(twin, "x"), "experts.expert")[:2]]

        assert slugs == ["lin-shili", "lin-shili-2"]

    def test_a_body_is_cut_into_words_and_not_too_long(self):
        assert word_slug("天津智慧城市研究院") == "tianjin-zhihui-chengshi-yanjiuyuan"
        assert len(word_slug("智慧城市" * 100)) <= 200

    def test_a_book_without_a_name_kept_by_hand_has_title_and_year(self):
        book = parse_book(read_source(SAMPLE))

        assert book_slug(book) == "shili-anli-ji-2024"


class TestEndPages:
    @pytest.mark.parametrize(
        ("start", "following", "last"), [(12, 39, 38), (12, 13, 12), (12, 12, None), (12, 5, None)]
    )
    def test_a_case_ends_before_the_next_begins(self, start, following, last):
        assert last_page(case(1, start), case(2, following)) == last

    def test_nothing_is_invented_where_a_page_is_missing(self):
        assert last_page(case(1, 12), None) is None
        assert last_page(case(1, None), case(2, 39)) is None
        assert last_page(case(1, 12), case(2, None)) is None

    def test_the_last_case_of_a_part_ends_before_the_next_part(self):
        ends = end_pages(parse_book(read_source(SAMPLE)))

        assert ends["case", 4] == 32
        assert ends["part", 2] == 32
        assert ends["part", 3] is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("清华大学", "academia"),
        ("华为技术有限公司全球智慧城市业务部", "company"),
        ("中电科新型智慧城市研究院有限公司", "company"),
        ("中国开发区协会", "association"),
        ("《中国信息界》杂志社", "media"),
        ("杭州市城市管理委员会", "government"),
        ("国务院发展研究中心", "government"),
        ("河北省促进智慧城市健康发展专家委员会", ""),
        ("IEC 智慧城市系统委员会", ""),
        ("国家信息中心", ""),
    ],
)
def test_the_kind_of_an_organisation_is_given_only_when_its_name_is_clear(name, kind):
    assert kind_of(name) == kind


@pytest.mark.django_db
class TestPlacesInTitles:
    def names(self, title: str) -> list[str]:
        from cases.models import Place

        return [mention.place.name for mention in Gazetteer(Place.objects.all()).places_in(title)]

    def test_the_deepest_place_stands_for_those_above_it(self):
        hubei = make_place("湖北省")
        wuhan = make_place("武汉市", parent=hubei)
        make_place("武昌区", parent=wuhan, level="district")

        assert self.names("湖北武汉武昌区的灯杆") == ["武昌区"]

    def test_two_places_are_two(self):
        make_place("湖北省")
        make_place("湖南省")

        assert self.names("湖南与湖北的对照") == ["湖南省", "湖北省"]

    def test_a_name_that_two_places_share_is_the_broader_one(self):
        province = make_place("吉林省")
        make_place("吉林市", parent=province)

        assert self.names("吉林的实践") == ["吉林省"]
        assert self.names("吉林市的实践") == ["吉林市"]

    def test_a_name_that_two_places_share_follows_the_city_beside_it(self):
        beijing = make_place("北京市", level="municipality")
        make_place("朝阳区", parent=beijing, level="district")
        make_place("朝阳市", parent=make_place("辽宁省"))

        assert self.names("北京朝阳的实践") == ["朝阳区"]

    def test_a_title_without_a_place_has_none(self):
        make_place("湖北省")

        assert self.names("大数据驱动调控") == []
