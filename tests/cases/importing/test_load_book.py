"""load_book: what it loads, what it reports, and how it treats editors' changes."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cases.models import (
    Book,
    Case,
    CasePlace,
    CaseTheme,
    Contribution,
    Erratum,
    Place,
    Seat,
    Theme,
)
from experts.models import Affiliation, Expert, Organisation
from tests.conftest import FIXTURES
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_contribution,
    make_expert,
    make_fact,
    make_organisation,
)

FILES = [
    str(FIXTURES / name)
    for name in (
        *("places.json", "themes.json", "digital_china_2019.json"),
        "errata_digital_china_2019.json",
    )
]
"""The book alone, without its evidence: what these tests are about, and quick to load."""
BOOK = "digital-china-2019"

pytestmark = pytest.mark.django_db


def load(*files: str | Path, **options) -> str:
    out = StringIO()
    call_command("load_book", *map(str, files or FILES), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def shipped(name: str = "digital_china_2019") -> list[dict]:
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))


def fields_of(fixture: list[dict], model: str, **wanted) -> dict:
    """The fields of the one object of a model with these values."""
    return next(
        item["fields"]
        for item in fixture
        if item["model"] == model and wanted.items() <= item["fields"].items()
    )


def write(path: Path, fixture: object) -> Path:
    path.write_text(json.dumps(fixture, ensure_ascii=False), "utf-8")
    return path


def organisation_of(expert: str) -> str:
    """The name of the organisation that the shipped book affiliates a person to."""
    post = fields_of(shipped(), "experts.affiliation", expert=[expert])
    return fields_of(shipped(), "experts.organisation", slug=post["organisation"][0])["name"]


@pytest.fixture
def file(tmp_path) -> Path:
    """A copy of the book's fixture that a test may change."""
    return write(tmp_path / "book.json", shipped())


def change(file: Path, model: str, wanted: dict, **values) -> None:
    fixture = json.loads(file.read_text("utf-8"))
    fields_of(fixture, model, **wanted).update(values)
    write(file, fixture)


def drop(file: Path, *models: str, having: str) -> None:
    fixture = json.loads(file.read_text("utf-8"))
    kept = [
        item
        for item in fixture
        if item["model"] not in models or having not in json.dumps(item, ensure_ascii=False)
    ]
    assert len(kept) < len(fixture)
    write(file, kept)


class TestFirstLoad:
    def test_brings_the_whole_book(self):
        message = load()

        assert message.startswith("Loaded: created ")
        assert Case.objects.count() == 25
        assert Expert.objects.filter(critiques__isnull=False).distinct().count() == 24
        assert Contribution.objects.filter(role="editorial_board").count() == 47
        assert Erratum.objects.filter(subject="李有增").exists()

    def test_the_author_of_the_foreword_has_three_affiliations(self):
        load()

        foreword = Contribution.objects.get(role="foreword")
        posts = {str(post) for post in foreword.affiliations.all()}
        assert posts == {"中国工程院原副院长", "中国工程院院士", "中国互联网协会理事长"}

    @pytest.mark.parametrize(
        ("slug", "numbers"),
        [
            ("wuhan", [14, 18, 21]),
            ("beijing", [6, 17, 20]),
            ("ningbo", [19]),
            ("hubei", [14, 18, 21, 22]),
            ("hunan", [2, 13]),
            ("wuchang", [18]),
        ],
    )
    def test_puts_cases_where_their_titles_say(self, slug, numbers):
        load()

        cases = Case.objects.in_place(Place.objects.get(slug=slug))

        assert [case.number for case in cases.order_by("number")] == numbers

    def test_gives_every_case_one_primary_place_and_one_to_four_themes(self):
        load()

        for case in Case.objects.all():
            assert case.case_places.filter(is_primary=True).count() == 1
            assert 1 <= case.case_themes.count() <= 4

    def test_a_province_has_no_city(self):
        load()

        assert Case.objects.get(number=13).primary_place.city is None

    def test_says_which_words_led_to_a_place_and_a_theme(self):
        load()

        place = CasePlace.objects.get(case__number=17)
        theme = CaseTheme.objects.get(case__number=1)
        assert (place.evidence, place.origin) == ("亦庄", "derived")
        assert "综合集成" in theme.evidence
        assert theme.evidence.startswith("篇名")

    def test_places_and_themes_may_come_after_the_book(self):
        load(FILES[2])
        assert not CasePlace.objects.exists()

        load(FILES[0], FILES[1])

        assert CasePlace.objects.count() == 25
        assert CaseTheme.objects.values("case").distinct().count() == 25

    def test_finds_a_person_who_is_there_already_at_the_same_organisation(self):
        there = make_expert("关嵘", slug="guan")
        make_affiliation(there, organisation=make_organisation(organisation_of("guan-rong")))

        load()

        assert Expert.objects.get(name="关嵘") == there
        assert there.contributions.count() == 1

    def test_a_name_alone_is_not_the_person_who_is_there_already(self):
        there = make_expert("徐振强", slug="xu-zhenqiang")

        load()

        other = Expert.objects.exclude(pk=there.pk).get(name="徐振强")
        assert other.slug == "xu-zhenqiang-2"
        assert not there.contributions.exists()
        assert load().startswith("Nothing to change")

    def test_gives_a_namesake_in_pinyin_another_address(self):
        make_expert("李雷", slug="li-lei")

        load()

        assert Expert.objects.get(name="李磊").slug == "li-lei-2"
        assert load().startswith("Nothing to change")


class TestSecondLoad:
    def test_changes_nothing_and_says_so(self):
        load()
        before = list(Case.objects.values())

        message = load()

        assert message.startswith("Nothing to change: created 0, changed 0, unchanged ")
        assert message.strip().endswith("removed 0.")
        assert list(Case.objects.values()) == before

    def test_asks_a_fixed_number_of_queries(self, django_assert_max_num_queries):
        load()

        with django_assert_max_num_queries(120):
            load()

    def test_follows_a_changed_file(self, file):
        load(file)
        change(file, "cases.case", {"number": 3}, start_page=57)

        message = load(file)

        assert Case.objects.get(number=3).start_page == 57
        assert "changed 1, " in message

    def test_follows_an_insertion_into_the_board(self, file):
        load(file)
        fixture = json.loads(file.read_text("utf-8"))
        board = [
            item["fields"]
            for item in fixture
            if item["model"] == "cases.contribution" and item["fields"]["role"] == "editorial_board"
        ]
        for fields in board[2:]:
            fields["order"] += 1
        newcomer = board[0] | {"order": 3, "expert": ["xu-zhenqiang"], "affiliations": []}
        fixture.append({"model": "cases.contribution", "fields": newcomer})
        before = set(Contribution.objects.values_list("pk", flat=True))

        load(write(file, fixture))

        rows = Contribution.objects.filter(role="editorial_board").order_by("order")
        assert [row.order for row in rows] == list(range(1, 49))
        assert rows[2].expert.name == "徐振强"
        assert before <= {row.pk for row in Contribution.objects.all()}

    def test_removes_what_the_file_has_no_more(self, file):
        load(file)
        drop(file, "cases.case", "cases.critique", having=f"{BOOK}-25")

        message = load(file)

        assert not Case.objects.filter(number=25).exists()
        assert Expert.objects.filter(name="邓攀").exists()
        assert "removed 2." in message

    def test_a_person_of_two_books_stays_when_one_loses_them(self, file, tmp_path):
        load(file)
        other = [
            {"model": "experts.expert", "fields": {"slug": "zou-xiaoyong", "name": "邹晓勇"}},
            {"model": "cases.book", "fields": {"slug": "other-2020", "title": "另一本"}},
        ]
        load(write(tmp_path / "other.json", other))
        drop(file, "cases.critique", "experts.affiliation", "experts.expert", having="zou-xiaoyong")

        load(file)

        assert Expert.objects.filter(name="邹晓勇").exists()

    def test_a_place_that_goes_takes_its_assignments_along(self, tmp_path):
        load()
        file = write(tmp_path / "places.json", shipped("places"))
        drop(file, "cases.place", having='"slug": "wuchang"')

        load(file)

        assert not Place.objects.filter(slug="wuchang").exists()
        assert not CasePlace.objects.filter(case__number=18).exists()

    def test_a_new_place_moves_a_case_into_it(self, tmp_path):
        load()
        fixture = shipped("places")
        fields = {
            "slug": "qianhai",
            "name": "南京综合中心",
            "short_name": "南京综合",
            "level": "zone",
            "parent": ["nanjing"],
        }
        fixture.append({"model": "cases.place", "fields": fields})

        load(write(tmp_path / "places.json", fixture))

        link = CasePlace.objects.get(case__number=16)
        assert (link.place.slug, link.is_primary) == ("qianhai", True)


class TestEditors:
    def test_an_edited_value_stays_and_is_marked(self):
        load()
        Case.objects.filter(number=3).update(subtitle="农业大县（修订）")

        message = load()

        case = Case.objects.get(number=3)
        assert case.subtitle == "农业大县（修订）"
        assert case.edited_fields == ["subtitle"]
        assert message.startswith("Nothing to change")
        assert f"cases.case {BOOK}-03 subtitle" in message

    def test_an_edited_value_stays_even_when_the_file_changes_it(self, file):
        load(file)
        Case.objects.filter(number=3).update(start_page=60)
        change(file, "cases.case", {"number": 3}, start_page=57, end_page=86)

        load(file)

        case = Case.objects.get(number=3)
        assert (case.start_page, case.end_page) == (60, 86)
        assert case.edited_fields == ["start_page"]

    def test_a_value_that_is_put_back_is_no_edit_any_more(self):
        load()
        title = Case.objects.get(number=3).title
        Case.objects.filter(number=3).update(title="别的")
        load()
        Case.objects.filter(number=3).update(title=title)

        load()

        assert Case.objects.get(number=3).edited_fields == []

    def test_edited_affiliations_stay(self):
        load()
        critique = Case.objects.get(number=1).critiques.get()
        critique.affiliations.clear()

        load()

        assert critique.affiliations.count() == 0

    def test_a_renamed_address_stays_and_everything_still_points_to_it(self):
        load()
        expert = Expert.objects.get(slug="xu-ming")
        expert.slug, expert.name = "xu-ming-gis", "徐明（地理信息）"
        expert.save()

        message = load()

        assert message.startswith("Nothing to change")
        assert Expert.objects.get(pk=expert.pk).slug == "xu-ming-gis"
        assert expert.critiques.count() == 1

    def test_a_deleted_row_stays_out(self):
        load()
        Erratum.objects.get(subject="李有增").delete()
        Case.objects.get(number=25).delete()

        message = load()

        assert not Erratum.objects.filter(subject="李有增").exists()
        assert Case.objects.count() == 24
        assert "stays out" in message

    def test_a_deleted_row_comes_back_when_told_to(self):
        load()
        Case.objects.get(number=25).delete()

        load(restore=True)

        assert Case.objects.get(number=25).critiques.count() == 1

    def test_an_added_row_stays(self):
        load()
        book = Book.objects.get(slug=BOOK)
        added = make_contribution(book, role="editorial_board")
        case = make_case(book, number=26, part=book.parts.last())

        load()

        assert Contribution.objects.filter(pk=added.pk).exists()
        assert Case.objects.filter(pk=case.pk).exists()

    def test_a_row_with_an_editors_fact_is_not_removed(self, file):
        load(file)
        make_fact(Case.objects.get(number=25))
        drop(file, "cases.case", "cases.critique", having=f"{BOOK}-25")

        message = load(file)

        assert Case.objects.filter(number=25).exists()
        assert "in use" in message

    def test_an_edited_row_is_not_removed(self, file):
        load(file)
        Erratum.objects.filter(subject="李有增").update(note="已核对")
        drop(file, "cases.erratum", having="李有增")

        load(file)

        assert Erratum.objects.get(subject="李有增").note == "已核对"

    def test_an_editors_theme_and_place_stay_beside_the_rules(self):
        load()
        case, theme = Case.objects.get(number=7), Theme.objects.get(slug="smart-health")
        CaseTheme.objects.create(case=case, theme=theme, evidence="正文")
        CaseTheme.objects.get(case=case, theme__slug="urban-management").delete()
        case.case_places.update(is_primary=False)
        CasePlace.objects.create(
            case=case, place=Place.objects.get(slug="qiantang"), is_primary=True
        )

        message = load()

        assert message.startswith("Nothing to change")
        assert [link.theme.slug for link in case.case_themes.all()] == ["smart-health"]
        assert case.case_places.get(is_primary=True).place.slug == "qiantang"

    def test_a_row_that_an_editor_made_first_keeps_its_values(self):
        make_book(BOOK, title="编辑先录的书名", isbn="")

        load()

        book = Book.objects.get(slug=BOOK)
        assert book.title == "编辑先录的书名"
        assert "title" in book.edited_fields
        assert book.cases.count() == 25


class TestSourcesThatDiffer:
    """Two files with one organisation: what the second may change, and what the load reports."""

    TSINGHUA = {"slug": "tsinghua", "name": "清华大学"}

    def organisation_file(self, tmp_path: Path, name: str, **fields) -> Path:
        body = {"model": "experts.organisation", "fields": self.TSINGHUA | fields}
        return write(tmp_path / f"{name}.json", [body])

    def test_the_first_source_stays_and_nobody_is_said_to_have_edited(self, tmp_path):
        load(self.organisation_file(tmp_path, "one", kind="academia", origin="book", source_line=9))

        said = load(
            self.organisation_file(tmp_path, "two", kind="media", origin="book", source_line=70)
        )

        body = Organisation.objects.get()
        assert (body.kind, body.source_line, body.edited_fields) == ("academia", 9, [])
        assert "1 value(s): stays as another source, loaded before, has it" in said
        assert "edited by hand" not in said

    def test_a_source_may_say_what_the_other_leaves_open(self, tmp_path):
        load(self.organisation_file(tmp_path, "one", kind="academia"))

        said = load(self.organisation_file(tmp_path, "two", english_name="Tsinghua University"))

        assert Organisation.objects.get().english_name == "Tsinghua University"
        assert "changed 1" in said

    def test_each_source_goes_on_to_change_what_it_brought(self, tmp_path):
        load(self.organisation_file(tmp_path, "one", kind="academia"))
        load(self.organisation_file(tmp_path, "two", kind="media"))

        load(self.organisation_file(tmp_path, "one", kind="company"))

        assert Organisation.objects.get().kind == "company"

    def test_an_edit_is_an_edit_though_there_are_two_sources(self, tmp_path):
        files = [self.organisation_file(tmp_path, name, kind="academia") for name in ("one", "two")]
        load(*files)
        Organisation.objects.update(kind="company")

        said = load(*files)

        assert Organisation.objects.get().edited_fields == ["kind"]
        assert "edited by hand and stays" in said
        assert "another source" not in said


class TestSeats:
    @pytest.mark.parametrize(
        ("name", "place", "words"),
        [
            ("北京泰豪智能工程有限公司", "北京市", "北京"),
            ("山东省高青县人大常委会", "高青县", "山东省高青县"),
            ("上海市闵行区城市行政执法局", "闵行区", "上海市闵行区"),
            ("杭州经济技术开发区智管中心", "杭州经济技术开发区", "杭州经济技术开发区"),
            ("航天正通汇智(北京)科技股份有限公司", "北京市", "北京"),
        ],
    )
    def test_an_organisation_is_where_its_name_says(self, name, place, words):
        load()

        seat = Organisation.objects.get(name=name).seat

        assert (seat.place.name, seat.evidence, seat.origin) == (place, words, "derived")

    @pytest.mark.parametrize(
        "name", ["北京航空航天大学", "北京大学智慧城市研究中心", "中电科上海长江计算机有限公司"]
    )
    def test_a_name_that_does_not_say_it_leaves_it_open(self, name):
        load()

        assert not hasattr(Organisation.objects.get(name=name), "seat")

    def test_an_editors_seat_stays(self):
        load()
        school = Organisation.objects.get(name="北京航空航天大学")
        firm = Organisation.objects.get(name="南京云创大数据科技股份有限公司")
        wuhan = Place.objects.get(slug="wuhan")
        Seat.objects.create(organisation=school, place=wuhan, evidence="某网页")
        Seat.objects.filter(organisation=firm).update(place=wuhan)

        said = load()

        assert {seat.place for seat in Seat.objects.filter(organisation__in=(school, firm))} == {
            wuhan
        }
        assert "edited by hand and stays" in said


class TestBadFiles:
    def refuse(self, path: Path, *words: str) -> None:
        with pytest.raises(CommandError) as refusal:
            load(FILES[0], path)
        message = str(refusal.value)
        assert "\n" not in message
        assert all(word in message for word in (path.name, *words)), message
        assert not Place.objects.exists()
        assert not Organisation.objects.exists()

    def test_a_file_that_is_not_there(self, tmp_path):
        self.refuse(tmp_path / "none.json", "cannot be read", "check the path")

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"{not json", "not JSON"),
            (b"\xff\xfe\x00", "UTF-8"),
            (b"", "not JSON"),
            (b"{}", "list"),
            (b"[" * 100_000, "not JSON"),
            (b"[" + b"9" * 5_000 + b"]", "not JSON"),
            (b"[3]", "object 1"),
            (b'[{"model": "cases.case"}]', "object 1"),
            (b'[{"model": "auth.user", "fields": {}}]', "unknown model 'auth.user'"),
            (b'[{"model": "cases.importedrow", "fields": {}}]', "unknown model"),
            (b'[{"model": "cases.theme", "fields": []}]', "JSON object"),
        ],
    )
    def test_a_file_of_the_wrong_form(self, tmp_path, content, words):
        path = tmp_path / "bad.json"
        path.write_bytes(content)

        self.refuse(path, words)

    @pytest.mark.parametrize(
        ("model", "wanted", "values", "words"),
        [
            ("cases.case", {"number": 3}, {"colour": "red"}, ["'colour'", "no field"]),
            (
                "cases.case",
                {"number": 3},
                {"title": "深\0圳"},
                ["'title'", "U+0000", "take it out"],
            ),
            ("cases.case", {"number": 3}, {"title": "深\x0b圳"}, ["U+000B (line 1, character 2)"]),
            ("cases.case", {"number": 3}, {"title": "深\n圳"}, ["U+000A (line 1, character 2)"]),
            ("cases.case", {"number": 3}, {"title": "深圳\u202e"}, ["'title'", "U+202E"]),
            ("cases.case", {"number": 3}, {"part": [f"{BOOK}\x7f", 1]}, ["'part'", "U+007F"]),
            (
                "cases.book",
                {"slug": BOOK},
                {"notices": ["甲", "乙\ufffe"]},
                ["'notices'", "U+FFFE"],
            ),
            (
                "cases.book",
                {"slug": BOOK},
                {"notices": ["甲", 2]},
                ["'notices'", "a list of texts"],
            ),
            ("cases.book", {"slug": BOOK}, {"field_lines": {"a\x01": 1}}, ["U+0001"]),
            ("cases.case", {"number": 3}, {"title": ["a"]}, ["'title'", "text in quotes"]),
            ("cases.case", {"number": 3}, {"title": ""}, ["'title'"]),
            ("cases.case", {"number": 3}, {"title": "长" * 201}, ["'title'", "200"]),
            ("cases.case", {"number": 3}, {"number": "三"}, ["'number'", "whole number"]),
            ("cases.case", {"number": 3}, {"number": True}, ["'number'", "whole number"]),
            ("cases.case", {"number": 3}, {"end_page": 99999}, ["'end_page'", "32767"]),
            ("cases.case", {"number": 3}, {"end_page": 1}, ["case_pages_in_order"]),
            ("cases.case", {"number": 3}, {"slug": "有 空格"}, ["'slug'"]),
            ("cases.case", {"number": 3}, {"number": 4}, ["refuses"]),
            ("cases.case", {"number": 3}, {"part": [BOOK, 9]}, ["'part'", "neither in the file"]),
            ("cases.case", {"number": 3}, {"part": BOOK}, ["'part'", "book slug, number"]),
            ("cases.case", {"number": 3}, {"slug": f"{BOOK}-04"}, ["repeats", "object"]),
            ("cases.critique", {"order": 1}, {"affiliations": 3}, ["'affiliations'"]),
            ("cases.book", {"slug": BOOK}, {"price": "much"}, ["'price'"]),
            ("cases.book", {"slug": BOOK}, {"edition_date": "2019"}, ["'edition_date'"]),
            ("cases.contribution", {"role": "foreword"}, {"role": "king"}, ["'role'"]),
            ("cases.contribution", {"role": "foreword"}, {"expert": None}, ["expert_or_body"]),
        ],
    )
    def test_an_object_that_is_wrong(self, file, model, wanted, values, words):
        change(file, model, wanted, **values)

        self.refuse(file, "object ", model, *words)

    def test_half_a_character(self, file):
        fixture = json.loads(file.read_text("utf-8"))
        fields_of(fixture, "cases.case", number=3)["title"] = "深\ud800圳"
        file.write_text(json.dumps(fixture), "utf-8")

        self.refuse(file, "'title'", "U+D800 (line 1, character 2)")

    def test_an_object_that_lacks_a_field(self, file):
        fixture = json.loads(file.read_text("utf-8"))
        del fields_of(fixture, "cases.case", number=3)["title"]

        self.refuse(write(file, fixture), "'title' is missing", "add it")

    def test_places_that_lie_in_each_other(self, tmp_path):
        fixture = shipped("places")
        fields_of(fixture, "cases.place", slug="wuhan")["parent"] = ["wuchang"]

        with pytest.raises(CommandError, match="lies in itself"):
            load(write(tmp_path / "places.json", fixture))

        assert not Place.objects.exists()


def test_shows_how_it_goes():
    err = StringIO()

    call_command("load_book", *FILES, stdout=StringIO(), stderr=err)

    assert "cases.case: 0 of 25" in err.getvalue()


def test_is_silent_about_it_when_told_to():
    err = StringIO()

    call_command("load_book", *FILES, verbosity=0, stdout=StringIO(), stderr=err)

    assert err.getvalue() == ""


def test_affiliations_without_an_organisation_are_one_row_a_title():
    load()

    loose = Affiliation.objects.filter(organisation=None).values_list("expert", "job_title")
    assert len(loose) == len(set(loose))
