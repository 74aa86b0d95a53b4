"""Anchors and the alignment that keeps them."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.importing.anchors import Text, UniqueNames, align, anchor_stem, digest, same_order

LINES = [f"第{number}段，说的是第{number}件事，与别段都不相同。" for number in range(12)]


def texts(lines: list[str]) -> list[Text]:
    return [Text(digest(line), line) for line in lines]


def test_width_and_spaces_do_not_change_an_anchor():
    assert anchor_stem("p", "共 100 个，“试点”") == anchor_stem("p", "共１００个，“试点”")
    assert anchor_stem("p", "甲") != anchor_stem("p", "乙")


def test_a_text_that_occurs_again_gets_a_number():
    stem = anchor_stem("p", "见下表。")
    anchors = UniqueNames()

    given_anchors = [anchors.give(stem) for _ in range(3)]

    assert given_anchors == [stem, f"{stem}-2", f"{stem}-3"]


def test_an_anchor_that_is_taken_is_not_given_again():
    stem = anchor_stem("p", "见下表。")

    assert UniqueNames([stem, f"{stem}-2"]).give(stem) == f"{stem}-3"


def test_what_stands_around_an_insertion_is_found_again():
    kept = align(texts(LINES), texts([*LINES[:5], "新来的一段。", *LINES[5:]]))

    assert kept == {new: new if new < 5 else new - 1 for new in range(13) if new != 5}


def test_a_copy_elsewhere_does_not_take_the_place_of_the_old_paragraph():
    kept = align(texts(LINES), texts([LINES[7], *LINES]))

    assert kept == {place + 1: place for place in range(12)}


def test_a_lightly_edited_paragraph_between_the_same_neighbours_is_the_old_one():
    new = [*LINES[:3], LINES[3].replace("不相同", "不一样"), *LINES[4:]]

    assert align(texts(LINES), texts(new))[3] == 3


def test_a_rewritten_paragraph_is_a_new_one():
    new = [*LINES[:3], "完全是另外的话，长短也差得远了，没有半句是从前有过的。", *LINES[4:]]

    assert 3 not in align(texts(LINES), texts(new))


def test_a_paragraph_that_moved_is_the_old_one():
    new = [*LINES[6:], *LINES[:6]]

    kept = align(texts(LINES), texts(new))

    assert [kept[place] for place in range(12)] == [*range(6, 12), *range(6)]


@given(
    st.lists(st.sampled_from("甲乙丙丁"), max_size=30),
    st.lists(st.sampled_from("甲乙丙丁"), max_size=30),
)
def test_an_alignment_pairs_equals_in_rising_order(old, new):
    pairs = same_order(old, new)

    assert all(old[before] == new[after] for before, after in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=40))
def test_the_same_text_is_all_found_again(lines):
    assert align(texts(lines), texts(lines)) == {place: place for place in range(len(lines))}


@pytest.mark.parametrize("words", ["甲乙丙", "甲"])
def test_ten_thousand_paragraphs_full_of_repetitions_are_all_found_again(words):
    chance = random.Random(3)
    old = [chance.choice(words) for _ in range(10_000)]

    kept = align(texts(old), texts(["开头", *old]))

    assert len(kept) == 10_000
