"""However a source is damaged, no line is lost without a warning and nothing is made up."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.parsing.book import parse_book
from cases.parsing.book_records import BookRecord, CaseRecord
from cases.parsing.tokens.lines import SourceError, number_lines
from cases.parsing.tree import summary, tree
from tests.cases.parsing.sources import REAL, SAMPLE

SOURCES = [path.read_text(encoding="utf-8") for path in (SAMPLE, REAL) if path.is_file()]
NOISE = [
    "如案例三所示，这里并没有新的案例。",
    "案例一览表",
    "案例一览表 // 5",
    "本案例12个",
    "案例12个",
    "案例分析 // 12",
    "第三方评估 // 8",
    "第二部门意见",
    "专家点评认为此事可行。",
    "￥%#@!*()",
    "// 99",
    "99999",
    "案例",
    "第篇",
    "……",
    "\u3000\x00\x0c",
    "- ",
    "（",
]
MANNERS = ["delete", "duplicate", "shuffle", "truncate", "noise", "swap", "join", "cut"]

relaxed = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def all_cases(book: BookRecord) -> list[CaseRecord]:
    return [*book.cases, *(case for part in book.parts for case in part.cases)]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200d\u2060\ufeff\u00ad]+", "", text)


def mutate(lines: list[str], manner: str, draw) -> list[str]:
    """Damage a source in one way."""
    at = draw(st.integers(0, max(0, len(lines) - 1)))
    to = min(len(lines), at + draw(st.integers(1, 40)))
    if manner == "truncate":
        return lines[: at + 1]
    if manner == "duplicate":
        return lines[:to] + lines[at:to] + lines[to:]
    return [*lines[:at], *mutated(lines[at:to], manner, draw), *lines[to:]]


def mutated(lines: list[str], manner: str, draw) -> list[str]:
    """What a few lines become."""
    first, rest = (lines or [""])[0], lines[1:]
    place = draw(st.integers(0, len(first)))
    head, tail = first[:place], first[place:]
    return {
        "delete": [],
        "shuffle": list(draw(st.permutations(lines))),
        "noise": [draw(st.sampled_from(NOISE) | st.text(max_size=30)), *lines],
        "join": [" ".join(lines)],
        "cut": [head, tail, *rest],
        "swap": [head + tail[:2][::-1] + tail[2:], *rest],
    }[manner]


@st.composite
def damaged_sources(draw) -> str:
    lines = draw(st.sampled_from(SOURCES)).split("\n")
    for manner in draw(st.lists(st.sampled_from(MANNERS), min_size=1, max_size=8)):
        lines = mutate(lines, manner, draw)
    return "\n".join(lines)


def check(text: str) -> None:
    """Every line is accounted for; every title and name stands in the source."""
    try:
        book = parse_book(text)
    except SourceError:
        return
    printed = squeezed(text)
    lines = {line.number for line in number_lines(text)}
    warned = {warning.line for warning in book.warnings}

    assert book.placed_lines | warned >= lines
    assert book.placed_lines <= lines
    assert warned <= lines
    for case in all_cases(book):
        assert squeezed(case.title) in printed
        assert all(squeezed(critique.name) in printed for critique in case.critiques)
    assert all(squeezed(part.title) in printed for part in book.parts)
    assert all(squeezed(record.name) in printed for record in book.contributions)
    assert tree(book) == tree(parse_book(text))
    assert summary(book)


@given(damaged_sources())
@relaxed
def test_a_damaged_source_is_read_without_loss_and_without_invention(text: str) -> None:
    check(text)


@given(
    st.text()
    | st.lists(st.sampled_from([*NOISE, "案例一 甲 // 12", "第一篇 乙", "前言"])).map("\n".join)
)
@relaxed
def test_any_text_is_read_without_a_crash(text: str) -> None:
    check(text)


@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("source", SOURCES)
def test_noise_in_the_contents_adds_no_case(source: str, noise: str) -> None:
    numbers = [case.number for case in all_cases(parse_book(source))]
    lines = source.split("\n")
    entry = next(i for i, line in enumerate(lines) if line.startswith("案例二"))

    noisy = parse_book("\n".join([*lines[:entry], noise, *lines[entry:]]))

    assert [case.number for case in all_cases(noisy)] == numbers


@pytest.mark.parametrize("source", SOURCES)
def test_a_case_removed_from_the_contents_is_missed_but_not_replaced(source: str) -> None:
    lines = source.split("\n")
    entry = next(i for i, line in enumerate(lines) if line.startswith("案例二 ") and "//" in line)

    book = parse_book("\n".join(lines[:entry] + lines[entry + 1 :]))

    assert any("case 2" in warning.message for warning in book.warnings)
