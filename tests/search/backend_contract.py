"""What any engine has to do; each engine's test inherits this class."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.core.records import IndexDocument
from search.backends.base import AllDocuments, IndexMissingError, SearchBackend, SearchRequest
from search.query.parser import Expression, Word
from search.query.query import RELEVANCE, Query
from search.text.normalisation import normalize

from .documents import CASES, make_document
from .searched_backend import SearchedBackend

SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.differing_executors,  # each engine's test inherits the same methods
    ],
)


def ids(results) -> list[str]:
    return [hit.document_id for hit in results.hits]


def numbers(results) -> list[int]:
    return [int(hit.document_id.removeprefix("case-")) for hit in results.hits]


class BackendContract:
    """Inherited by a class with the fixture ``engine``, an empty index."""

    @pytest.fixture
    def engine(self) -> SearchBackend:
        raise NotImplementedError

    @pytest.fixture
    def backend(self, engine, analyzer) -> SearchedBackend:
        return SearchedBackend(engine, analyzer)

    @pytest.fixture
    def library(self, backend) -> SearchedBackend:
        backend.rebuild(CASES)
        return backend

    # --- What is found --------------------------------------------------------------------

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ('"城市大数据平台"', {19}),
            ("城市大数据平台", {19}),
            ("大数据", {18, 19, 20, 25}),
            ("数据", {5, 18, 19, 20, 25}),
            ("云平台", {13}),
            ("政务外网", {13}),
            ("电子政务", {13}),
            ("武汉 -智慧武昌", {14, 21}),
            ("武汉 －智慧武昌", {14, 21}),
            ("頂層設計", {5}),
            ("顶层設計", {5}),
            ("PPP", {24}),
            ("ppp", {24}),
            ("ＰＰＰ", {24}),
            ("3.0", {21}),
            ("据平", {19, 25}),
            ("杆", {1, 17}),
            ("「五位一体」", {6}),
            ("徐振强", {1}),
            ("专家:徐振强", {1}),
            ("省：湖北", {14, 18, 21, 22}),
            ("城市:武汉", {14, 18, 21}),
            ("地点:深", {1, 15}),
            ("主题:深圳", set()),
            ("深圳 OR 湘潭", {1, 2, 15}),
            ("深圳｜湘潭", {1, 2, 15}),
            ("经典", set()),
            ("景点", set()),
            ("城市 数据平台 OR 外网", {19}),
            ("政府 数据平台 OR 外网", {13}),
        ],
    )
    def test_full_hits_are_exactly_those_with_every_word(self, library, typed, expected):
        results = library.search(Query(typed))

        full = {int(hit.document_id[5:]) for hit in results.hits if hit.is_full}
        assert full == expected
        assert results.full_count == len(expected)

    def test_a_single_word_finds_nothing_else(self, library):
        results = library.search(Query("大数据"))

        assert results.total == results.full_count == 4

    @SLOW
    @given(st.data())
    def test_any_substring_of_a_title_finds_all_that_have_it(self, library, data):
        title = data.draw(st.sampled_from([case.title for case in CASES]))
        start = data.draw(st.integers(0, len(title) - 1))
        end = data.draw(st.integers(start + 1, min(len(title), start + 6)))
        stretch = normalize(title[start:end]).characters.strip()
        if not any(character.isalnum() for character in stretch):
            return

        results = library.search(Query(f'"{stretch}"', page_size=100))

        assert set(ids(results)) == {
            case.id
            for case in CASES
            for text in (case.title, *(n for names in case.names.values() for n in names))
            if stretch in normalize(text).characters
        }

    def test_a_document_of_many_lines_is_not_found_across_a_line_end(self, backend):
        backend.rebuild(
            [make_document(1, "标题", "智慧城\n市民"), make_document(2, "标题", "智慧城市")]
        )

        assert ids(backend.search(Query("智慧城市"))) == ["case-2"]

    def test_variants_and_stray_spaces_do_not_hide_a_name(self, backend):
        backend.rebuild([make_document(7, body="沈振江 金沢大学教授，徐 明")])

        for typed in ("金泽大学", "金沢大学", "徐明", "徐 明"):
            assert backend.search(Query(typed)).full_count == 1

    def test_characters_inside_a_latin_word_are_found(self, backend):
        backend.rebuild([make_document(1, body="Smart Planet 与 PM2.5、C++、080910T")])

        for typed in (
            "plan",
            '"mar"',
            "pm2.5",
            "c++",
            "080910t",
            "smart planet",
            "smar plan",
            '"t pl"',
            '"smart planet"',
        ):
            assert backend.search(Query(typed)).full_count == 1, typed
        for typed in ("mar", "a", "t pl"):
            assert backend.search(Query(typed)).total == 1, typed
        assert backend.search(Query("smartplanet")).total == 0

    def test_few_letters_are_a_word_before_they_are_a_part_of_one(self, backend):
        backend.rebuild(
            [
                make_document(1, "Shanghai", body="Fine-grained", names={}),
                make_document(2, body="用AI+医疗", names={}),
            ]
        )

        results = backend.search(Query("AI"))

        assert (ids(results), results.total) == (["case-2"], 1)
        assert ids(backend.search(Query("Shanghai -AI"))) == ["case-1"]
        assert sorted(ids(backend.search(Query('"AI"')))) == ["case-1", "case-2"]

    def test_a_synonym_finds_too_but_counts_less(self, backend):
        backend.rebuild(
            [make_document(1, "城市管理", names={}), make_document(2, "城管", names={})]
        )
        word = Word("城管", alternatives=("城市管理",))

        results = backend.search(Query("城管", words=Expression(((word,),))))

        assert ids(results) == ["case-2", "case-1"]
        assert results.full_count == 2
        assert backend.search(Query("城管")).total == 1

    def test_parts_of_a_word_are_looked_for_only_when_nothing_has_it(self, library):
        whole = library.search(Query("智慧农业"))
        parts = library.search(Query("数字农业县"))

        assert whole.total == whole.full_count == 1
        assert parts.full_count == 0
        assert {hit.is_full for hit in parts.hits} == {False}

    # --- In which order -------------------------------------------------------------------

    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("武汉 创智园", 21),
            ("哪些城市建设了智慧灯杆？", 17),
            ("余姚的大数据平台是怎么做的", 19),
            ("北京 大数据 人口", 20),
            ("什么是智慧农业", 22),
            ("农业大县有哪些", 3),
        ],
    )
    def test_the_best_hit_comes_first(self, library, typed, first):
        results = library.search(Query(typed))

        assert numbers(results)[0] == first

    def test_hits_with_every_word_stand_above_those_with_some(self, backend):
        backend.rebuild(
            [
                make_document(1, "智慧智慧智慧智慧", "智慧智慧智慧智慧"),
                make_document(
                    2, "标题", "很长的一段话里面只说了一次智慧，然后才说到农业" + "别的" * 200
                ),
                make_document(3, "农业", "农业"),
            ]
        )

        results = backend.search(Query("智慧 农业"))

        assert ids(results)[0] == "case-2"
        assert [hit.is_full for hit in results.hits] == [True, False, False]
        assert (results.full_count, results.total) == (1, 3)

    def test_a_title_outweighs_a_text(self, backend):
        backend.rebuild([make_document(1, "标题", "智慧灯杆" * 3), make_document(2, "智慧灯杆")])

        assert ids(backend.search(Query("智慧灯杆"))) == ["case-2", "case-1"]

    def test_equal_hits_stand_in_the_documents_order(self, backend):
        twins = [make_document(number, "智慧灯杆", names={}) for number in (5, 3, 9, 1)]
        backend.rebuild(twins)
        backend.add([make_document(4, "智慧灯杆", names={})])

        assert numbers(backend.search(Query("智慧灯杆"))) == [1, 3, 4, 5, 9]
        assert numbers(backend.search(Query("智慧灯杆", page=2, page_size=2))) == [4, 5]

    @pytest.mark.parametrize("typed", ["", "智慧", "智慧 数据"])
    def test_pages_hold_every_hit_once(self, library, typed):
        whole = library.search(Query(typed, page_size=100))

        pages = [library.search(Query(typed, page=page, page_size=3)) for page in range(1, 8)]

        assert [one for page in pages for one in ids(page)] == ids(whole)
        assert {page.total for page in pages} == {whole.total} == {len(whole.hits)}

    @pytest.mark.parametrize("typed", ["", "智慧", "智慧 数据"])
    def test_a_page_beyond_the_last_is_empty(self, library, typed):
        results = library.search(Query(typed, page=10**9))

        assert results.hits == ()
        assert results.total > 0

    def test_sorting_keeps_full_hits_above(self, library):
        results = library.search(Query("智慧 数据", sort="page", page_size=100))

        full = [
            number
            for number, hit in zip(numbers(results), results.hits, strict=True)
            if hit.is_full
        ]
        partial = numbers(results)[len(full) :]
        assert full == sorted(full, reverse=True)
        assert partial == sorted(partial, reverse=True)

    def test_an_order_may_be_turned_round_and_what_lacks_the_value_stays_last(self, library):
        library.add(
            [
                make_document(5, sort_keys={"place": "/hebei/tangshan/"}),
                make_document(1, sort_keys={"place": "/guangdong/shenzhen/"}),
                make_document(2, sort_keys={}),
            ]
        )
        query = Query('"智慧唐山" OR "智慧深圳" OR "智慧湘潭"', sort="place")

        assert numbers(library.search(query)) == [1, 5, 2]
        assert numbers(library.search(replace(query, descending=True))) == [5, 1, 2]

    @pytest.mark.parametrize("sort", [RELEVANCE, "place"])
    def test_equal_hits_stand_in_their_own_order_on_every_page(self, backend, sort):
        scrambled = [100 + number * 389 % 700 for number in range(700)]
        made = [
            make_document(number, title="灯杆", order=number, sort_keys={"place": "/hebei/"})
            for number in scrambled
        ]
        for batch in (made[:300], made[300:]):
            backend.add(batch)

        for page in (1, 2, 17, 35):
            results = backend.search(Query("灯杆", sort=sort, page=page))
            assert numbers(results) == list(range(80 + 20 * page, 100 + 20 * page))

    @pytest.mark.parametrize("typed", ["", "智慧", "智慧 数据", '"大数据" OR 智慧', "数字农业县"])
    @pytest.mark.parametrize("sort", [RELEVANCE, "page", "place"])
    @pytest.mark.parametrize("descending", [False, True])
    def test_cursors_lead_through_every_hit_once(self, library, typed, sort, descending):
        library.add([make_document(5, sort_keys={"place": "/hebei/"}), make_document(6, order=5)])
        query = Query(typed, sort=sort, descending=descending, page_size=3)

        pages = list(library.pages(query))

        whole = library.search(replace(query, page_size=100))
        assert [one for page in pages for one in ids(page)] == ids(whole)
        assert [hit.is_full for page in pages for hit in page.hits] == [
            hit.is_full for hit in whole.hits
        ]
        assert {(page.total, page.full_count) for page in pages} == {
            (whole.total, whole.full_count)
        }
        assert whole.cursor == ""
        assert all(page.hits for page in pages)

    def test_a_cursor_goes_on_where_it_was_after_other_documents_came_and_went(self, backend):
        backend.rebuild(make_document(number, "路灯") for number in range(10, 30))
        query = Query("路灯", sort="number", page_size=5)

        first = backend.search(query)
        backend.add([make_document(number, "路灯") for number in range(5)])
        second = backend.search(replace(query, cursor=first.cursor))
        backend.remove(f"case-{number}" for number in (0, 10, 11, 12, 19))
        third = backend.search(replace(query, cursor=second.cursor))

        assert [numbers(page) for page in (first, second, third)] == [
            [*range(10, 15)],
            [*range(15, 20)],
            [*range(20, 25)],
        ]

    # --- Facets ---------------------------------------------------------------------------

    def test_no_more_values_are_counted_than_asked_for_unless_one_is_selected(self, library):
        few = library.search(Query("", facets=("city",), facet_size=2)).facets["city"]
        every = library.search(
            Query("", facets=("city",), facet_size=2, filters={"city": ("武汉",)})
        ).facets["city"]

        assert list(few.items()) == [("北京", 3), ("武汉", 3)]
        assert len(every) == 10

    def test_a_facet_ignores_its_own_choice(self, library):
        results = library.search(
            Query("", filters={"city": ("武汉",)}, facets=("city", "province"))
        )

        assert results.facets["city"]["北京"] == 3
        assert results.facets["province"] == {"湖北": 3}
        assert results.total == 3

    def test_a_chosen_value_without_hits_stays_in_sight(self, library):
        results = library.search(Query("灯杆", filters={"city": ("贵阳",)}, facets=("city",)))

        assert results.facets["city"]["贵阳"] == 0

    def test_values_stand_by_frequency_and_equally_frequent_ones_by_themselves(self, backend):
        cities = [f"市{number * 37 % 80:02}" for number in range(120)]  # forty come twice
        documents = [make_document(n, facets={"city": [city]}) for n, city in enumerate(cities)]
        for batch in (documents[:50], documents[50:70], documents[70:]):
            backend.add(batch)

        values = backend.search(Query("", facets=("city",))).facets["city"]

        counts = sorted(Counter(cities).items(), key=lambda row: (-row[1], row[0]))
        assert list(values.items()) == counts

    def test_filters_do_not_change_scores(self, library):
        free = library.search(Query("武汉 智慧"))
        narrowed = library.search(Query("武汉 智慧", filters={"city": ("武汉",)}))

        scores = {hit.document_id: hit.score for hit in free.hits}
        assert {hit.document_id: hit.score for hit in narrowed.hits}.items() <= scores.items()

    @SLOW
    @given(st.data())
    def test_each_count_is_the_number_of_hits_after_the_click(self, many, data):
        backend, documents = many
        names = ("kind", "city", "theme", "year")
        filters = {
            name: tuple(data.draw(st.lists(st.sampled_from(VALUES[name]), max_size=2, unique=True)))
            for name in data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
        }
        typed = data.draw(
            st.sampled_from(["", "智慧", "城市 数据", "灯杆 -云", "大数据 交通 灯杆", '"云平台"'])
        )

        results = backend.search(Query(typed, filters=filters, facets=names, page_size=100))

        found = backend.search(Query(typed, page_size=100))
        model = {hit.document_id: documents[hit.document_id] for hit in found.hits}
        assert set(ids(results)) == {one for one, doc in model.items() if fits(doc, filters)}
        for name in names:
            others = {key: value for key, value in filters.items() if key != name}
            for value, count in results.facets[name].items():
                clicked = others | {name: (value,)}
                assert count == sum(fits(doc, clicked) for doc in model.values())

    @pytest.fixture
    def many(self, backend):
        documents = {}
        for number in range(90):
            words = [
                word for bit, word in enumerate(WORDS) if (number * 7 + bit * bit) % (bit + 2) == 0
            ]
            facets = {
                "kind": [VALUES["kind"][number % 2]],
                "city": [VALUES["city"][number % 5]] if number % 4 else [],
                "theme": VALUES["theme"][: number % 4],
                "year": [VALUES["year"][number % 3]],
            }
            document = make_document(number, "，".join(words) or "空", facets=facets)
            documents[document.id] = document
        backend.rebuild(documents.values())
        return backend, documents

    def test_one_word_of_very_many_hits_is_ranked_like_one_of_few(self, backend):
        passage = {"kind": "passage", "facets": {"kind": ["passage"]}}
        documents = [
            make_document(100 + n, "", "路灯亮了" + "，晚上" * (n % 7), **passage)
            for n in range(2_200)
        ]
        titled = make_document(5_000, "路灯", **passage)
        case = make_document(5_001, "", "路灯" + "，晚上" * 9)
        backend.rebuild([*documents, titled, case])

        pages = [backend.search(Query("路灯", page=n, page_size=50)) for n in (1, 2, 3)]
        short = [int(one.removeprefix("case-")) for one in ids(pages[0])[2:]]

        assert pages[0].total == 2_202
        assert set(ids(pages[0])[:2]) == {titled.id, case.id}
        assert short == [100 + 7 * n for n in range(48)]
        assert len({one for page in pages for one in ids(page)}) == 150

    @pytest.mark.parametrize("typed", ["智慧城市", "什么是智慧城市"])
    def test_a_title_with_a_part_of_the_word_is_no_hit_among_very_many(self, backend, typed):
        passage = {"kind": "passage", "facets": {"kind": ["passage"]}, "names": {}}
        having = [make_document(100 + n, "段", "智慧城市，晚上", **passage) for n in range(2_100)]
        backend.rebuild([*having, make_document(5_000, "什么是城市", **passage)])

        results = backend.search(Query(typed, page_size=100))

        assert (results.total, results.full_count) == (2_100, 2_100)
        assert numbers(results) == list(range(100, 200))

    # --- Whatever is typed ----------------------------------------------------------------

    @SLOW
    @given(st.text(max_size=80))
    def test_nothing_that_is_typed_is_an_error(self, library, typed):
        library.search(Query(typed, facets=("city",)))

    @pytest.mark.parametrize(
        "typed",
        [
            '"',
            "“",
            "*",
            ":",
            "地点:",
            "-",
            "OR",
            "a:b",
            "\x00智慧\x07",
            "((",
            "\\",
            "^~",
            "+",
            "智" * 10_000,
            "智慧 " * 3000,
            '"智' * 4000,
            "/etc/passwd",
            "武汉 OR",
            "𠀀𠀁",
            "🏙️",
        ],
    )
    def test_malformed_input_is_searched_as_text(self, library, typed):
        assert library.search(Query(typed)).total >= 0

    def test_only_stop_words_are_still_searched(self, backend):
        backend.rebuild([make_document(1, body="是什么"), make_document(2, body="别的")])

        assert ids(backend.search(Query("是什么"))) == ["case-1"]

    # --- What is shown --------------------------------------------------------------------

    def test_marks_sit_on_the_original_characters(self, backend):
        backend.rebuild(
            [make_document(1, "標題", "首先①說明，然後是頂層設計㎡與  金 沢。" + "别的话" * 80)]
        )

        hit = backend.search(Query("顶层设计 金泽")).hits[0]

        marked = [hit.snippet.text[start:end] for start, end in hit.snippet.highlights]
        assert marked == ["頂層設計", "金 沢"]

    def test_a_hit_says_why_when_its_title_does_not(self, library):
        hit = library.search(Query("于良")).hits[0]

        assert hit.document_id == "case-18"
        assert hit.reason.field == "expert"
        assert hit.reason.snippet.text == "于良"
        assert library.search(Query("武昌")).hits[0].reason is None

    def test_a_hit_says_where_the_word_is_that_its_title_lacks(self, backend):
        named = make_document(18, body="别的话")
        told = make_document(19, body="余姚的水务\n还有广场")
        backend.rebuild([named, told])

        by_name, by_text = (
            backend.search(Query(typed)).hits[0].reason for typed in ("武昌 于良", "余姚 广场")
        )

        assert (by_name.field, by_name.snippet.text) == ("expert", "于良")
        assert (by_text.field, by_text.snippet.text) == ("body", "还有广场")

    def test_without_snippets_the_same_hits_have_no_excerpts(self, library):
        whole, bare = (
            library.search(Query("于良 智慧", snippets=shown)).hits for shown in (True, False)
        )

        assert whole[0].reason
        assert {(hit.snippet.text, hit.title_highlights, hit.reason) for hit in bare} == {
            ("", (), None)
        }
        assert [(hit.document_id, hit.key, hit.title, hit.extra, hit.score) for hit in bare] == [
            (hit.document_id, hit.key, hit.title, hit.extra, hit.score) for hit in whole
        ]

    @pytest.mark.parametrize("sort", [RELEVANCE, "page"])
    def test_hits_may_be_keys_alone(self, library, sort):
        whole, keys = (
            library.search(Query("智慧 数据", sort=sort, page_size=5, page=2, keys_only=only))
            for only in (False, True)
        )

        assert [(hit.key, hit.is_full, hit.score) for hit in keys.hits] == [
            (hit.key, hit.is_full, hit.score) for hit in whole.hits
        ]
        assert [hit.key for hit in keys.hits] == numbers(whole)
        assert {(hit.document_id, hit.title) for hit in keys.hits} == {("", "")}

    # --- Changes --------------------------------------------------------------------------

    def test_a_snapshot_stays_as_it_was(self, library):
        snapshot = library.snapshot()
        everything = {"all": SearchRequest(AllDocuments(), counts=True)}

        library.remove(["case-17"])
        before = snapshot.search(everything)["all"]
        after = library.snapshot().search(everything)["all"]

        assert (before.total, after.total) == (len(CASES), len(CASES) - 1)

    def test_an_added_document_takes_the_place_of_the_older_one(self, library):
        library.add([make_document(17, "路灯改造")])

        assert library.search(Query("灯杆")).total == 0
        assert ids(library.search(Query("路灯"))) == ["case-17"]
        assert library.info().document_count == len(CASES)

    def test_a_removed_document_is_gone(self, library):
        library.remove(["case-17", "case-999"])

        assert library.search(Query("灯杆")).total == 0
        assert library.document_ids() == {case.id for case in CASES} - {"case-17"}

    def test_a_rebuild_leaves_only_its_documents(self, library):
        library.rebuild([make_document(1)])

        assert library.document_ids() == {"case-1"}

    def test_without_an_index_it_says_so(self, backend):
        assert not backend.info().is_ready
        with pytest.raises(IndexMissingError):
            backend.search(Query("智慧"))

    def test_what_is_written_is_found_whole(self, library):
        library.add([make_document(17, "路灯改造")])
        library.remove(["case-1"])

        assert library.damage() == []

    def test_an_index_can_begin_with_an_added_document(self, backend):
        backend.add([make_document(1)])

        assert backend.search(Query("深圳")).total == 1


WORDS = ["智慧", "城市", "大数据", "灯杆", "云平台", "交通"]
VALUES = {
    "kind": ["case", "passage"],
    "city": ["武汉", "北京", "深圳", "宁波", 'a/b "c"'],
    "theme": ["交通", "政务", "农业"],
    "year": ["2016", "2017", "2018"],
}


def fits(document: IndexDocument, filters) -> bool:
    return all(
        set(values) & set(document.facets.get(name, ()))
        for name, values in filters.items()
        if values
    )
