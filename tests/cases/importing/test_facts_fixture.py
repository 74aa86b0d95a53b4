"""The facts that ship with the book: complete, sourced, in our own words, and loadable."""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from cases.models import Case, Erratum, Fact, Reference
from tests.cases.parsing.figures import find_figures
from tests.cases.parsing.sources import REAL

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
IN_LOADING_ORDER = (
    "places.json",
    "places_evidence.json",
    "themes.json",
    "organisations.json",
    "digital_china_2019.json",
    "errata_digital_china_2019.json",
    "facts_digital_china_2019.json",
    "public_facts_digital_china_2019.json",
)
LONGEST_QUOTE = 24
"""Characters in a row that a statement may share with the source; titles of laws need some."""

ESSAY = (*range(166, 186), *range(308, 394))
"""The lines of the preface and of the introduction, without the contents list between them."""

NOT_A_FACT = {
    (168, "千年"): "part of a name: the millennium goals of the United Nations",
    (313, "十年"): "a heading; the text below it says the same and has the fact",
}
"""Figures of the essay that no fact states, each with its reason."""


def rows(name, model):
    content = json.loads((FIXTURES / name).read_text("utf-8"))
    return [item["fields"] for item in content if item["model"] == model]


BOOK_FACTS = rows("facts_digital_china_2019.json", "cases.fact")
PUBLIC_FACTS = rows("public_facts_digital_china_2019.json", "cases.fact")
REFERENCES = rows("public_facts_digital_china_2019.json", "cases.reference")
ALL_FACTS = BOOK_FACTS + PUBLIC_FACTS


def facts_with(**fields):
    return [fact for fact in ALL_FACTS if all(fact.get(k) == v for k, v in fields.items())]


# --- What the book says -----------------------------------------------------------------------


def test_the_277_pilots_are_stated_with_their_date():
    (fact,) = facts_with(value="277", period="2018-11")

    assert fact["unit"] == "个试点"
    assert fact["source_line"] == 315


def test_the_three_local_regulations_have_city_and_month():
    regulations = {
        (fact["places"][0][0], fact["period"])
        for fact in BOOK_FACTS
        if fact["kind"] == "regulation" and fact["period"]
    }

    assert regulations == {("hangzhou", "2015-12"), ("yinchuan", "2016-10"), ("jining", "2017-05")}


def test_the_count_of_ppp_projects_has_its_date():
    (fact,) = facts_with(value="11784")

    assert (fact["period"], fact["year"], fact["source_line"]) == ("2017-02", 2017, 381)


def test_both_market_ranges_point_to_their_erratum():
    ranges = [fact for fact in BOOK_FACTS if fact["value_to"]]

    assert [(fact["value"], fact["value_to"]) for fact in ranges] == [
        ("2.3", "4.1"),
        ("2.7", "3.1"),
    ]
    assert {tuple(fact["erratum"]) for fact in ranges} == {
        ("digital-china-2019", "“十三五”智慧城市市场规模")
    }


def test_every_contradiction_has_both_its_readings_among_the_facts():
    lines = {}
    for fact in BOOK_FACTS:
        if fact["erratum"]:
            lines.setdefault(fact["erratum"][1], []).append(fact["source_line"])

    errata = rows("errata_digital_china_2019.json", "cases.erratum")
    by_subject = {erratum["subject"]: erratum for erratum in errata}

    assert len(lines) == 3
    for subject, found in lines.items():
        erratum = by_subject[subject]
        assert found == [erratum["source_line"], erratum["other_line"]]


@pytest.mark.parametrize(("opening", "count"), [("关键问题之", 8), ("规划创新之", 10)])
def test_the_numbered_lists_of_the_essay_are_complete(opening, count):
    assert sum(fact["statement"].startswith(opening) for fact in BOOK_FACTS) == count


@pytest.mark.parametrize("name", ["“五化”", "“四懂一善于”", "“四强”", "“三基”融合"])
def test_the_named_frameworks_are_facts(name):
    frameworks = [fact["statement"] for fact in BOOK_FACTS if fact["kind"] == "framework"]

    assert any(statement.startswith(name) for statement in frameworks)


# --- What public sources say ------------------------------------------------------------------


def test_all_public_facts_are_there_with_their_marks():
    assert len(PUBLIC_FACTS) == 206
    assert Counter(fact["about"] for fact in PUBLIC_FACTS) == {"place": 143, "project": 63}
    assert Counter(fact["after_book"] for fact in PUBLIC_FACTS) == {False: 116, True: 83, None: 7}


def test_case_21_has_no_fact_about_its_project():
    assert not [fact for fact in PUBLIC_FACTS if fact["case"] == ["digital-china-2019-21"]]


def test_case_23_has_the_day_its_platform_went_live():
    (fact,) = facts_with(slug="c23-f01")

    assert fact["period"] == "2018-05-08"
    assert fact["about"] == "project"
    assert fact["after_book"] is False


def test_facts_of_2019_and_later_are_marked_unless_they_state_a_target():
    unmarked = [
        fact["slug"]
        for fact in PUBLIC_FACTS
        if (fact["year"] or 0) >= 2019 and not fact["after_book"] and "目标" not in fact["caveat"]
    ]

    assert unmarked == []


def test_every_reference_was_read_and_can_be_named():
    assert {reference["read_on"] for reference in REFERENCES} == {"2026-11-22"}
    assert all(reference["title"] and reference["publisher"] for reference in REFERENCES)


def test_chinese_sentences_have_no_half_width_commas():
    half = re.compile(r"[\u4e00-\u9fff”’》）][,;!?]|[,;!?][\u4e00-\u9fff“‘《（]")

    assert not [
        fact["slug"] for fact in ALL_FACTS if half.search(fact["statement"] + fact["caveat"])
    ]


# --- Every fact -------------------------------------------------------------------------------


def test_every_fact_has_a_line_or_a_reference():
    urls = {reference["url"] for reference in REFERENCES}

    assert all(fact["source_line"] for fact in BOOK_FACTS)
    assert all(fact["reference"][0] in urls for fact in PUBLIC_FACTS)


def test_slugs_are_stable_and_unique():
    slugs = [fact["slug"] for fact in ALL_FACTS]

    assert len(set(slugs)) == len(slugs)
    assert [fact["slug"] for fact in BOOK_FACTS] == [
        f"dc2019-f{number:03}" for number in range(1, len(BOOK_FACTS) + 1)
    ]


def test_the_year_is_the_one_in_which_the_period_begins():
    for fact in ALL_FACTS:
        first = re.search(r"\d{3}[\dX]", fact["period"])
        assert fact["year"] == (int(first[0].replace("X", "0")) if first else None), fact["slug"]


# --- Against the book itself ------------------------------------------------------------------

needs_the_book = pytest.mark.skipif(not REAL.exists(), reason="the book's text is not at hand")


def read_lines():
    text = REAL.read_text("utf-8")
    return dict(enumerate(text.split("\n"), start=1))


def is_stated(figure, facts):
    """Whether one of the facts gives the figure, with its range, unit and limits; or the date."""
    if figure.period:
        return any(figure.period in (fact["period"], *fact["period"].split("/")) for fact in facts)
    return any(
        number(fact["value"]) == figure.value
        and number(fact["value_to"]) == figure.value_to
        and fact["unit"].startswith(figure.unit)
        and fact["qualifier"] == (figure.qualifier or "")
        for fact in facts
    )


def number(written):
    return None if written is None else Decimal(written)


@needs_the_book
def test_every_figure_of_the_essay_is_in_a_fact_of_its_line():
    lines = read_lines()

    missed = [
        (line, figure.text)
        for line in ESSAY
        for figure in find_figures(lines[line])
        if not is_stated(figure, [fact for fact in BOOK_FACTS if fact["source_line"] == line])
    ]

    assert set(missed) == set(NOT_A_FACT)


@needs_the_book
def test_every_value_and_date_of_a_fact_is_in_its_source_line():
    lines = read_lines()
    for fact in BOOK_FACTS:
        figures = find_figures(lines[fact["source_line"]])
        values = {figure.value for figure in figures}
        periods = " ".join(figure.period for figure in figures)
        assert fact["value"] is None or number(fact["value"]) in values, fact["slug"]
        for date in re.findall(r"[\dX-]+", fact["period"]):
            assert date in periods or f"〔{date}〕" in lines[fact["source_line"]], fact["slug"]


@needs_the_book
def test_no_statement_copies_a_sentence_of_the_book():
    squeezed = re.sub(r"\s", "", REAL.read_text("utf-8"))
    size = LONGEST_QUOTE + 1
    for fact in ALL_FACTS:
        statement = re.sub(r"\s", "", fact["statement"])
        pieces = (statement[at : at + size] for at in range(len(statement) - LONGEST_QUOTE))
        assert not [piece for piece in pieces if piece in squeezed], fact["slug"]


# --- In the database --------------------------------------------------------------------------


@pytest.fixture
def loaded(db):
    call_command("load_book", *(str(FIXTURES / name) for name in IN_LOADING_ORDER), verbosity=0)


@pytest.mark.usefixtures("loaded")
def test_the_evidence_loads_after_the_book_and_keeps_its_ties():
    market = Erratum.objects.get(subject="“十三五”智慧城市市场规模")
    launch = Fact.objects.get(slug="c23-f01")
    degree = Fact.objects.get(organisations__name="深圳大学")

    assert Fact.objects.count() == len(ALL_FACTS)
    assert Reference.objects.count() == len(REFERENCES)
    assert [fact.value_to for fact in market.facts.order_by("source_line")] == [
        Decimal("4.1"),
        Decimal("3.1"),
    ]
    assert launch.case == Case.objects.get(number=23)
    assert launch.reference.published == "2018-05-09"
    assert degree.section.title == "智慧城市建设存在的关键问题"
    assert degree.section_title.startswith("7.")


@pytest.mark.usefixtures("loaded")
def test_loading_the_evidence_again_changes_nothing(capsys):
    names = [str(FIXTURES / name) for name in IN_LOADING_ORDER]

    call_command("load_book", *names)

    assert "created 0, changed 0" in capsys.readouterr().out
