"""Places, themes and seats by rule: only where something changed, and never two primary places."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.importing.assignments import Gazetteer, Rules
from cases.importing.load import assign_stale
from cases.importing.report import Report
from cases.models import Book, Case, CasePlace, CaseTheme, Place, Seat, Theme
from experts.models import Organisation
from tests.factories import make_place
from tests.made_book import ISBN, OTHER_ISBN, TITLES, write_book
from tests.paths import FIXTURES

pytestmark = pytest.mark.django_db

RULE_FIXTURES = [str(FIXTURES / "places.json"), str(FIXTURES / "themes.json")]
SHIPPED = [*RULE_FIXTURES, str(FIXTURES / "digital_china_2019.json")]


def load(*files: str) -> str:
    out = StringIO()
    call_command("load_book", *files, stdout=out, stderr=StringIO())
    return out.getvalue()


def import_book(path, *cases, **book) -> str:
    out = StringIO()
    source = write_book(path / "book.txt", *cases, **book)
    call_command("import_book", str(source), stdout=out, stderr=StringIO())
    return out.getvalue()


def primary(case: str) -> str:
    return CasePlace.objects.get(case__slug=case, is_primary=True).place.slug


def terms_file(file, model: str, **fields) -> str:
    file.write_text(json.dumps([{"model": model, "fields": fields}], ensure_ascii=False), "utf-8")
    return str(file)


class TestANewPlace:
    """智慧南京：长三角城市视频共享先锋 names a county 先锋县, once there is one."""

    CASE = "digital-china-2019-04"

    @pytest.fixture(autouse=True)
    def shipped(self):
        load(*SHIPPED)

    def make_deeper(self) -> Place:
        hangzhou = Place.objects.get(slug="hangzhou")
        return make_place("先锋县", slug="xianfeng", level="county", parent=hangzhou)

    def test_that_is_deeper_becomes_the_primary_one(self):
        before = primary(self.CASE)
        self.make_deeper()

        load(*SHIPPED)
        assign_stale(Report())

        assert before == "nanjing"
        assert primary(self.CASE) == "xianfeng"
        assert Place.objects.get(slug="nanjing") in Case.objects.get(slug=self.CASE).places.all()

    def test_keeps_no_later_import_from_loading(self, tmp_path):
        self.make_deeper()

        import_book(tmp_path, isbn=ISBN)

        assert Book.objects.filter(isbn=ISBN).exists()

    def test_keeps_no_start_from_succeeding(self, settings, tmp_path):
        settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
        self.make_deeper()

        call_command("prepare", stdout=StringIO())

        assert primary(self.CASE) == "xianfeng"

    def test_gives_way_to_the_one_that_an_editor_chose(self):
        nanjing = CasePlace.objects.get(case__slug=self.CASE, place__slug="nanjing")
        CasePlace.objects.filter(pk=nanjing.pk).update(evidence="编辑核对")
        self.make_deeper()

        assign_stale(Report())

        assert primary(self.CASE) == "nanjing"

    def test_loaded_from_a_file_is_assigned_in_every_book(self, tmp_path):
        import_book(tmp_path, "智慧云梦：湖区的预警", isbn=ISBN)

        place = {"slug": "yunmeng", "name": "云梦县", "short_name": "云梦", "level": "county"}
        load(terms_file(tmp_path / "more.json", "cases.place", parent=["hubei"], **place))

        assert CasePlace.objects.get(case__book__isbn=ISBN).place.slug == "yunmeng"


class TestWhatIsUnchanged:
    def test_is_not_assigned_again(self, tmp_path):
        load(*SHIPPED)
        import_book(tmp_path, isbn=ISBN)
        assign_stale(Report())
        links = {*CasePlace.objects.values_list("pk", flat=True)}

        with CaptureQueriesContext(
            connection,
        ) as queries:
            assign_stale(Report())

        assert {*CasePlace.objects.values_list("pk", flat=True)} == links
        written = [q["sql"] for q in queries if not q["sql"].startswith(("SELECT", "SAVEPOINT"))]
        assert [sql for sql in written if "inputdigest" not in sql and "RELEASE" not in sql] == []

    def test_an_import_leaves_other_books_alone(self, tmp_path):
        load(*SHIPPED)
        CasePlace.objects.filter(case__slug="digital-china-2019-01").delete()

        import_book(tmp_path, isbn=ISBN)

        assert not CasePlace.objects.filter(case__slug="digital-china-2019-01").exists()

    def test_a_place_that_an_editor_took_away_stays_away(self, tmp_path):
        load(*SHIPPED)
        CasePlace.objects.filter(case__slug="digital-china-2019-01").delete()
        Seat.objects.filter(organisation__name="北京泰豪智能工程有限公司").delete()

        make_place("乙省", slug="yi")
        load(*SHIPPED)
        assign_stale(Report())

        assert not CasePlace.objects.filter(case__slug="digital-china-2019-01").exists()
        assert not Seat.objects.filter(organisation__name="北京泰豪智能工程有限公司").exists()


class TestWhatAnEditorChanged:
    def test_a_title_is_assigned_anew(self):
        load(*SHIPPED)
        case = Case.objects.get(slug="digital-china-2019-04")
        case.title, case.edited_fields = "智慧武汉：长江两岸", ["title"]
        case.save()

        assign_stale(Report())

        assert primary(case.slug) == "wuhan"

    def test_so_are_the_words_of_a_theme(self):
        load(*SHIPPED)
        theme = Theme.objects.get(slug="smart-agriculture")
        theme.title_words = ["视频共享"]
        theme.save()

        assign_stale(Report())

        found = CaseTheme.objects.filter(theme=theme).values_list("case__slug", flat=True)
        assert list(found) == ["digital-china-2019-04"]

    def test_so_is_an_organisation_that_was_renamed(self):
        load(*SHIPPED)
        body = Organisation.objects.get(name="北京泰豪智能工程有限公司")
        body.name, body.edited_fields = "武汉泰豪智能工程有限公司", ["name"]
        body.save()

        assign_stale(Report())

        assert Seat.objects.get(organisation=body).place.slug == "wuhan"


def test_an_import_asks_the_database_as_much_whatever_the_library_holds(tmp_path):
    load(*SHIPPED)
    asked = []
    for number, isbn in enumerate((ISBN, OTHER_ISBN)):
        with CaptureQueriesContext(connection) as queries:
            import_book(tmp_path, *TITLES, isbn=isbn, title=f"第{number}书", editors="王模")
        asked.append(len(queries))

    assert asked[1] <= asked[0]


def test_rules_that_were_read_before_a_place_was_added_are_read_again(tmp_path, monkeypatch):
    load(*SHIPPED)
    read = Rules.read

    def read_and_then_a_place_is_added() -> Rules:
        rules = read()
        if not Place.objects.filter(slug="yunmeng").exists():
            make_place(
                "云梦县", slug="yunmeng", level="county", parent=Place.objects.get(slug="hubei")
            )
        return rules

    monkeypatch.setattr(Rules, "read", read_and_then_a_place_is_added)

    import_book(tmp_path, "智慧云梦：湖区的预警", isbn=ISBN)

    assert CasePlace.objects.get(case__book__isbn=ISBN).place.slug == "yunmeng"


def test_the_seat_is_the_last_of_the_places_that_a_name_runs_through():
    hubei = make_place("湖北省", slug="hubei")
    wuhan = make_place("武汉市", slug="wuhan", parent=hubei)
    gazetteer = Gazetteer([hubei, wuhan, make_place("江夏区", level="district", parent=wuhan)])

    assert gazetteer.seat_in("湖北省武汉市信息中心").place == wuhan
    assert gazetteer.seat_in("信息中心（江夏）").place.name == "江夏区"
    assert gazetteer.seat_in("江夏大学") is None
