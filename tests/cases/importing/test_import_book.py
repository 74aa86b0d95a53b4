"""import_book: the running text, its addresses, and what survives a second import."""

import os
import signal
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from benchmarks.parse_book import casebook
from cases.models import Book, Case, Contribution, Critique, Passage, Section
from tests.cases.parsing.sources import REAL, SAMPLE
from tests.paths import ROOT

SLUG = "sample"
NEW = "有人在这里补写了一段话，别处一字未改。"

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the sample casebook that a test may change."""
    path = tmp_path / "book.txt"
    path.write_text(SAMPLE.read_text("utf-8"), "utf-8")
    return path


def import_book(source: Path, *options: str) -> str:
    out = StringIO()
    call_command(
        "import_book", str(source), "--slug", SLUG, *options, stdout=out, stderr=StringIO()
    )
    return out.getvalue()


def paragraph(part_of_text: str) -> Passage:
    return Passage.objects.get(text__contains=part_of_text)


def replace(source: Path, old: str, new: str) -> None:
    text = source.read_text("utf-8")
    assert old in text
    source.write_text(text.replace(old, new, 1), "utf-8")


def anchors() -> dict[str, str]:
    return dict(Passage.objects.standing().values_list("text", "anchor"))


def test_brings_the_text_of_preface_parts_cases_and_critiques(source):
    import_book(source)

    owners = {
        (section.part_id is not None, section.case_id is not None, section.critique_id is not None)
        for section in Section.objects.filter(passages__isnull=False)
    }
    assert owners == {
        (False, False, False),
        (True, False, False),
        (False, True, False),
        (False, False, True),
    }
    assert paragraph("水有三个来处").section.title == "水从哪里来"
    assert paragraph("水有三个来处").section.parent.title == "基本情况"
    assert paragraph("这个样本的好处是小").section.critique.case.number == 1


def test_a_paragraph_split_by_a_page_end_is_one_passage_with_its_line(source):
    import_book(source)

    passage = paragraph("水有三个来处")

    lines = source.read_text("utf-8").splitlines()
    assert "每分钟报一次数" in passage.text
    assert lines[passage.source_line - 1].startswith("水有三个来处")


def test_stands_in_the_order_of_the_book(source):
    import_book(source)

    rows = list(Passage.objects.order_by("order").values_list("section__order", "source_line"))
    assert rows == sorted(rows)


def test_a_second_import_changes_nothing_and_says_so(source):
    import_book(source)
    before = list(Passage.objects.values())

    message = import_book(source)

    assert message.startswith("Nothing to change: created 0, changed 0, unchanged ")
    assert list(Passage.objects.values()) == before


def test_the_same_text_has_the_same_addresses_on_every_install(source):
    import_book(source)
    first = anchors()
    Book.objects.all().delete()

    import_book(source, "--restore")

    assert anchors() == first


def test_an_insertion_keeps_every_old_address(source):
    import_book(source)
    before = anchors()
    replace(source, "2. 规则\n", f"2. 规则\n\n{NEW}\n")

    message = import_book(source)

    after = anchors()
    new = after.pop(NEW)
    assert after == before
    assert new not in before.values()
    assert message.startswith("Loaded: created 1, changed 0, ")


def test_an_insertion_moves_what_follows_it_down(source):
    import_book(source)
    replace(source, "2. 规则\n", f"2. 规则\n\n{NEW}\n")

    import_book(source)

    lines = source.read_text("utf-8").splitlines()
    rows = Passage.objects.standing().exclude(kind="table").order_by("order")
    assert all(row.text[:4] in lines[row.source_line - 1] for row in rows)
    assert [row.order for row in rows] == sorted({row.order for row in rows})


def test_a_copy_of_a_paragraph_gets_an_address_of_its_own(source):
    import_book(source)
    original = paragraph("屏幕只是借口")
    replace(source, "2. 规则\n", f"2. 规则\n\n{original.text}\n")

    import_book(source)

    copies = Passage.objects.filter(text=original.text).order_by("order")
    assert [copy.anchor for copy in copies] == [f"{original.anchor}-2", original.anchor]
    assert copies[1].pk == original.pk


def test_a_lightly_edited_paragraph_keeps_its_address(source):
    import_book(source)
    old = paragraph("屏幕只是借口")
    replace(source, "屏幕只是借口", "屏幕不过是借口")

    import_book(source)

    old.refresh_from_db()
    assert old.text.startswith("屏幕不过是借口")


def test_a_removed_paragraph_keeps_its_address_but_not_its_text(source):
    import_book(source)
    old = paragraph("屏幕只是借口")
    replace(source, old.text, "")

    message = import_book(source)

    old.refresh_from_db()
    assert (old.text, old.section) == ("", None)
    assert old.removed_at is not None
    assert ", removed 1." in message


def test_a_paragraph_that_comes_back_gets_its_address_back(source):
    import_book(source)
    old = paragraph("屏幕只是借口")
    text = old.text
    replace(source, text, "")
    import_book(source)
    replace(source, "四、一次演练", f"{text}\n\n四、一次演练")

    import_book(source)

    old.refresh_from_db()
    assert (old.text, old.removed_at) == (text, None)
    assert old.section.title == "启示"


def test_a_reworded_heading_keeps_its_address(source):
    import_book(source)
    heading = Section.objects.get(title="一次演练")
    replace(source, "四、一次演练", "四、一次大演练")

    import_book(source)

    heading.refresh_from_db()
    assert heading.title == "一次大演练"
    assert Section.objects.filter(anchor=heading.anchor).count() == 1


def test_a_removed_heading_goes_and_its_text_moves_up(source):
    import_book(source)
    anchor = paragraph("第二年春天").anchor
    replace(source, "四、一次演练", "")

    import_book(source)

    assert not Section.objects.filter(title="一次演练").exists()
    assert Passage.objects.get(anchor=anchor).section.title == "启示"


def test_keeps_a_paragraph_that_an_editor_corrected(source):
    import_book(source)
    passage = paragraph("屏幕只是借口")
    passage.text = passage.text.replace("雲", "云")
    passage.save()

    message = import_book(source)

    kept = Passage.objects.get(pk=passage.pk)
    assert "云平台" in kept.text
    assert kept.edited_fields == ["text"]
    assert f"{passage.anchor} text" in message


def test_does_not_bring_back_a_paragraph_that_an_editor_deleted(source):
    import_book(source)
    count = Passage.objects.count()
    paragraph("屏幕只是借口").delete()

    import_book(source)

    assert Passage.objects.count() == count - 1


def test_brings_back_what_was_deleted_when_told_to(source):
    import_book(source)
    old = paragraph("屏幕只是借口")
    old.delete()

    import_book(source, "--restore")

    assert paragraph("屏幕只是借口").anchor == old.anchor


def test_a_fixture_without_text_leaves_the_text_alone(source, tmp_path):
    import_book(source)
    before = (Passage.objects.standing().count(), list(Section.objects.values()))
    fixture = tmp_path / "sample.json"
    call_command(
        "parse_book", str(source), "--slug", SLUG, "--output", str(fixture), stderr=StringIO()
    )

    out = StringIO()
    call_command("load_book", str(fixture), stdout=out, stderr=StringIO())

    assert out.getvalue().startswith("Nothing to change: ")
    assert (Passage.objects.standing().count(), list(Section.objects.values())) == before


def test_a_case_that_the_source_lost_goes_with_its_critiques_and_text(source):
    import_book(source)
    text = source.read_text("utf-8")
    tail = text.split("\n案例十 哈尔滨", 1)[1]
    body = text[text.rindex("\n案例十 ") :]
    lost = Passage.objects.filter(section__case__number=10).count()
    contents_entry = "案例十 哈尔滨" + tail.split("CHAPTER", 1)[0]
    source.write_text(text.replace(body, "\n").replace(contents_entry, "", 1), "utf-8")

    import_book(source)

    assert not Case.objects.filter(number=10).exists()
    assert not Critique.objects.filter(slug__startswith=f"{SLUG}-10").exists()
    assert Passage.objects.filter(removed_at__isnull=False).count() >= lost > 0


def test_a_fragment_does_not_take_the_place_of_the_whole(source):
    import_book(source)
    before = set(Critique.objects.values_list("slug", flat=True))
    lines = source.read_text("utf-8").splitlines()
    last = next(n for n, line in enumerate(lines) if line.startswith("案例三"))
    source.write_text("\n".join(lines[:last]), "utf-8")

    with pytest.raises(CommandError, match="--shrink"):
        import_book(source)

    assert set(Critique.objects.values_list("slug", flat=True)) == before
    import_book(source, "--shrink")
    assert Critique.objects.count() < len(before) / 2


def test_headings_inside_each_other_go_together(source):
    import_book(source)
    replace(source, "（一）合屏", "")
    replace(source, "（二）分责", "")
    replace(source, "（三）复盘", "")
    replace(source, "二、做法\n", "")

    import_book(source)

    assert not Section.objects.filter(title__in=["做法", "合屏", "分责", "复盘"]).exists()
    assert import_book(source).startswith("Nothing to change")


def test_shows_how_it_goes(source):
    err = StringIO()

    call_command("import_book", str(source), stdout=StringIO(), stderr=err)

    assert "3 parts, 10 cases, 14 critiques" in err.getvalue()
    assert "cases.passage: " in err.getvalue()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", "没有目录的一段话。".encode()])
def test_a_text_that_is_no_book_changes_nothing(tmp_path, content):
    path = tmp_path / "noise.txt"
    path.write_bytes(content)

    with pytest.raises(CommandError, match=r"noise|no table of contents"):
        call_command("import_book", str(path), stdout=StringIO(), stderr=StringIO())

    assert not Book.objects.exists()


def test_a_text_with_a_control_character_changes_nothing_and_names_the_line(source):
    replace(source, "这是一本", "这是\x0b一本")
    lines = source.read_text("utf-8").splitlines()
    (number,) = (at for at, line in enumerate(lines, start=1) if line.endswith("这是"))

    with pytest.raises(CommandError) as refusal:
        import_book(source)

    assert f"{source}, line {number}, character 3: the control character U+000B" in str(
        refusal.value
    )
    assert "\n" not in str(refusal.value)
    assert not Book.objects.exists()


def test_a_text_without_a_title_is_told_where_to_write_it(tmp_path):
    path = tmp_path / "contents.txt"
    path.write_text("案例一 甲市 // 2\n专家点评：张三 某大学教授\n", "utf-8")

    with pytest.raises(CommandError, match="write it in the first line"):
        import_book(path)

    assert not Book.objects.exists()


@pytest.mark.skipif(not REAL.exists(), reason="the real source is not at hand")
def test_the_introduction_of_the_real_book_is_readable_by_paragraph():
    call_command("import_book", str(REAL), stdout=StringIO(), stderr=StringIO())

    passages = Passage.objects.filter(section__part__number=1)
    problems = Section.objects.get(title="智慧城市建设存在的关键问题")
    assert passages.count() > 20
    assert problems.children.count() == 8
    assert all(passage.anchor.startswith("p-") for passage in passages)
    assert Contribution.objects.filter(book__slug="digital-china-2019").count() == 82


class TestKilled:
    """kill -9 in the middle of an import, in a process and a database of its own."""

    @pytest.fixture
    def environment(self, tmp_path: Path) -> dict[str, str]:
        environment = {**os.environ, "DATA_DIR": str(tmp_path / "var")}
        (tmp_path / "var").mkdir()
        environment.pop("DATABASE_URL", None)
        self.run(environment, "migrate", "-v0")
        self.run(environment, "import_book", str(SAMPLE))
        return environment

    def run(self, environment: dict[str, str], *arguments: str) -> str:
        command = [sys.executable, ROOT / "manage.py", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    def tables(self, environment: dict[str, str]) -> str:
        database = sqlite3.connect(Path(environment["DATA_DIR"]) / "casebook.sqlite3")
        try:
            return "\n".join(database.iterdump())
        finally:
            database.close()

    def test_leaves_the_database_as_it_was_and_can_be_run_again(self, environment, tmp_path):
        book = tmp_path / "book.txt"
        book.write_text(casebook(200_000), "utf-8")
        before = self.tables(environment)
        command = [sys.executable, ROOT / "manage.py", "import_book", str(book), "--slug", "killed"]
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        for line in process.stderr:
            if line.startswith("cases.section"):
                process.kill()
                break
        process.communicate()

        after = self.tables(environment)
        message = self.run(environment, "import_book", str(book), "--slug", "killed")

        assert process.returncode == -signal.SIGKILL
        assert after == before
        assert message.startswith("Loaded: created ")
