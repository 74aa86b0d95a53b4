"""Snippets show the best excerpt of the original, marked on its own characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.backends.hits import LENGTH, Alone, Printed, highlights, snippet
from search.text.normalisation import normalize

FILLER = "这里说的是别的事情。" * 30


def marked(found):
    return [found.text[start:end] for start, end in found.highlights]


def test_marks_overlapping_words_as_one_span():
    text = Printed.of("新型智慧城市群")

    assert highlights(text, ["智慧城市", "城市群"]) == ((2, 7),)


def test_shows_the_place_where_most_words_stand_together():
    text = f"灯杆在前。{FILLER}这里智慧与灯杆并列。{FILLER}智慧在后。"

    found = snippet(Printed.of(text), ["智慧", "灯杆"])

    assert marked(found) == ["智慧", "灯杆"]
    assert found.text.startswith("…")
    assert found.text.endswith("…")


def test_two_words_of_a_line_go_before_one_word_again_and_again():
    text = Printed.of("杭州在前\n杭州、杭州、还是杭州\n杭州的道路停车收费\n停车")

    assert snippet(text, ["杭州", "停车"]).text == "杭州的道路停车收费"


def test_a_word_shown_nowhere_else_goes_first():
    text = Printed.of("智慧城市在前\n条例在后")

    assert snippet(text, ["智慧城市", "条例"], wanted=["条例"]).text == "条例在后"


def test_a_frequent_word_does_not_hide_a_rare_one():
    text = Printed.of(f"{'管理。' * 500}平台。")

    assert marked(snippet(text, ["管理", "平台"], wanted=["平台"])) == ["平台"]


def test_begins_at_a_sentence_when_one_begins_nearby():
    found = snippet(Printed.of(f"{FILLER}本句讲智慧灯杆。{FILLER}"), ["智慧灯杆"])

    assert found.text.startswith("…本句讲智慧灯杆。")


@pytest.mark.parametrize("text", ["", "短文本", FILLER])
def test_without_a_match_it_shows_the_beginning(text):
    found = snippet(Printed.of(text), ["智慧"])

    assert found.highlights == ()
    assert text.startswith(found.text.rstrip("…"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_sit_on_the_characters_of_a_line_far_down(end):
    text = end.join([FILLER, "首先①說明", f"{FILLER}然後是頂層設計㎡與 金 沢。", FILLER])

    found = snippet(Printed.of(text), ["顶层设计", "金泽"])

    assert marked(found) == ["頂層設計", "金 沢"]
    assert text[found.offset :].startswith(found.text.strip("…")[:10])


@given(
    st.text(alphabet="智慧城市㎡①é\u0301…ﷺ沢 \n。甲乙", max_size=300),
    st.lists(st.sampled_from(["智慧", "慧城", "m2", "1", "é", "泽", "市"]), max_size=4),
)
def test_every_mark_normalises_to_what_was_looked_for(text, literals):
    found = snippet(Printed.of(text), literals)

    assert len(found.text) <= LENGTH + 2
    for stretch in marked(found):
        assert any(
            one in normalize(stretch).characters or normalize(stretch).characters in one
            for one in literals
        )


def test_two_statements_do_not_run_together():
    found = snippet(Printed.of("甲市建了云平台\n乙市装了灯杆"), ["灯杆"])

    assert found.text == "乙市装了灯杆"
    assert [found.text[start:end] for start, end in found.highlights] == ["灯杆"]
    assert found.offset == 8


def test_what_counts_by_itself_is_not_marked_in_a_word():
    text = Printed.of("Shanghai 的 AI，AIX 与 AI+医疗")

    assert marked_in(text, [Alone("ai")]) == ["AI", "AI"]
    assert marked_in(text, ["shanghai"]) == ["Shanghai"]


def marked_in(printed, literals):
    return [printed.text[start:end] for start, end in highlights(printed, literals)]
