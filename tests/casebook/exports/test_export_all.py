"""export_all and load_export: all content as files, and from the files into an empty site."""

import csv
import datetime as dt
import hashlib
import json
import resource
import shutil
import sqlite3
from contextlib import contextmanager
from io import StringIO

import jsonschema
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from cases.models import Book, Case, Critique, Fact, Passage, Place, Section
from search.indexing.rebuild import rebuild, rebuild_if_due
from search.models import FailedSearch, Synonym
from search.service.active_index import current
from tests.cases.parsing.sources import SAMPLE
from tests.factories import make_case, make_critique, make_fact, make_place
from tests.paths import FIXTURES

pytestmark = pytest.mark.django_db
PROSE = "十个故事里没有一件真事"
NO_CONTENT = {
    "search.outboxentry",
    "search.searchindex",
    "search.faileddocument",
    "search.failedsearch",
    "search.vocabularyrevision",
}


def run(*arguments, **options):
    told = StringIO()
    call_command(*arguments, verbosity=0, stdout=told, stderr=StringIO(), **options)
    return told.getvalue()


def models():
    return [
        model
        for app in ("experts", "cases", "search")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]


def counts():
    """How many rows of content there are, links included."""
    return {
        label: model._default_manager.count()
        for model in models()
        if (label := model._meta.label_lower) not in NO_CONTENT
    }


def empty_the_site():
    """As a site is before anything is loaded."""
    for model in models():
        model._default_manager.all()._raw_delete(connection.alias)


def contents(folder):
    """Every file with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names_beside(folder):
    """What stands in the folder in which the export is."""
    return [path.name for path in folder.parent.iterdir()]


def records(folder, label):
    lines = (folder / "records" / f"{label}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "export"


@pytest.fixture
def with_edits(shipped_book):
    """The shipped book with all that a site comes to hold besides."""
    run("load_synonyms")
    FailedSearch.objects.create(words="某人所查")
    case = make_case(shipped_book, part=shipped_book.parts.first(), number=99, title="=1+1")
    make_critique(case)
    make_fact(case, value="-0.75", after_book=None).places.add(make_place("青海省"))
    return shipped_book


def test_the_files_are_those_that_are_listed_with_their_sums(with_edits, folder):
    run("export_all", str(folder))

    files = contents(folder)
    listed = [line.split("  ") for line in files.pop("SHA256SUMS").decode().splitlines()]
    assert {name: digest for digest, name in listed} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    assert {"README.md", "LICENSE", "manifest.json", "casebook.sqlite3"} <= files.keys()
    assert names_beside(folder) == ["export"]


def test_each_row_is_there_once_in_every_form(with_edits, folder):
    run("export_all", str(folder))

    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    database = sqlite3.connect(folder / "casebook.sqlite3")
    expected = counts()
    for label, count in manifest["records"].items():
        table = apps.get_model(label)._meta.db_table
        assert len(records(folder, label)) == count == expected[label]
        assert database.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (count,)
    links = Critique.affiliations.through
    table = links._meta.db_table
    assert (
        database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        == expected[links._meta.label_lower]
    )
    database.close()


def test_the_tables_are_read_by_whoever_knows_no_keys(with_edits, folder):
    run("export_all", str(folder))

    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for name, count in manifest["tables"].items():
        with (folder / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == count
        assert all(row["本站网址"].startswith("/") for row in rows)
    assert manifest["tables"]["cases"] == Case.objects.count()
    assert manifest["tables"]["facts"] == Fact.objects.count()


def test_sqlite_answers_across_tables(with_edits, folder):
    run("export_all", str(folder))

    database = sqlite3.connect(folder / "casebook.sqlite3")
    rows = database.execute(
        "SELECT value FROM cases_fact JOIN cases_fact_places ON fact_id = cases_fact.id "
        "JOIN cases_place ON place_id = cases_place.id WHERE cases_place.name = '青海省'"
    ).fetchall()
    database.close()

    assert rows == [(-0.75,)]


def test_sqlite_names_the_column_that_a_reference_leads_to(with_edits, folder):
    run("export_all", str(folder))

    database = sqlite3.connect(folder / "casebook.sqlite3")
    references = database.execute(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'cases_case\') ORDER BY 1'
    ).fetchall()
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    database.close()

    assert references == [("book_id", "cases_book", "id"), ("part_id", "cases_part", "id")]
    assert broken == []


def test_sqlite_holds_lists_as_readable_json(with_edits, folder):
    Place.objects.filter(name="青海省").update(aliases=["青"])
    run("export_all", str(folder))

    database = sqlite3.connect(folder / "casebook.sqlite3")
    row = database.execute("SELECT aliases FROM cases_place WHERE name = '青海省'").fetchone()
    database.close()

    assert row == ('["青"]',)


def test_times_keep_their_microseconds(db, folder):
    run("import_book", str(SAMPLE))
    moment = dt.datetime(2026, 11, 30, 8, 0, 0, 123456, tzinfo=dt.UTC)
    Passage.objects.filter(pk=Passage.objects.first().pk).update(removed_at=moment)
    run("export_all", str(folder), with_text=True)
    empty_the_site()

    run("load_export", str(folder))

    assert Passage.objects.get(removed_at__isnull=False).removed_at == moment


def test_every_record_is_as_its_schema_says(with_edits, folder):
    run("export_all", str(folder))

    for path in (folder / "schemas").iterdir():
        schema = json.loads(path.read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        check = jsonschema.Draft202012Validator(schema)
        for record in records(folder, path.name.removesuffix(".schema.json")):
            check.validate(record)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            records(folder, "cases.fact")[0] | {"kind": "guess"},
            json.loads((folder / "schemas" / "cases.fact.schema.json").read_text("utf-8")),
        )


def test_the_same_content_gives_the_same_bytes(with_edits, folder, tmp_path):
    run("export_all", str(folder))
    first = contents(folder)

    run("export_all", str(folder))
    run("export_all", str(tmp_path / "other"))

    assert contents(folder) == first
    assert contents(tmp_path / "other") == first


def test_what_is_loaded_into_an_empty_site_is_the_same_down_to_the_bytes(
    with_edits, folder, tmp_path
):
    before = counts()
    run("export_all", str(folder))
    empty_the_site()

    said = run("load_export", str(folder))

    assert counts() == before
    assert f"Loaded {sum(len(records(folder, label)) for label in manifest_of(folder))}" in said
    run("export_all", str(tmp_path / "again"))
    assert contents(tmp_path / "again") == contents(folder)


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_text("utf-8"))["records"]


def test_a_loaded_site_goes_on_as_if_it_had_always_been_there(with_edits, folder):
    run("export_all", str(folder))
    empty_the_site()
    run("load_export", str(folder))

    told = run("load_book", str(FIXTURES / "digital_china_2019.json"))
    made = make_case(Book.objects.get())

    assert "changed 0" in told
    assert "created 0" in told
    assert made.pk not in {record["id"] for record in records(folder, "cases.case")}
    assert not FailedSearch.objects.exists()


@pytest.fixture
def empty_index(settings, tmp_path):
    """An index of nothing, which learns of what is saved."""
    settings.DATA_DIR = tmp_path / "data"
    current.forget()
    yield rebuild
    current.forget()


def test_the_index_learns_what_was_loaded(with_edits, folder, empty_index, client):
    run("export_all", str(folder))
    empty_the_site()
    empty_index()

    run("load_export", str(folder))
    rebuild_if_due()

    assert client.get("/api/v1/search/?kind=case&q=高青").json()["full_count"] == 1


def test_the_text_of_a_book_stays_out_unless_asked_for(db, folder):
    run("import_book", str(SAMPLE))
    headings = Section.objects.count()

    run("export_all", str(folder))

    assert Passage.objects.filter(text__contains=PROSE).exists()
    assert not [name for name, content in contents(folder).items() if PROSE.encode() in content]
    assert records(folder, "cases.passage") == []
    assert 0 < len(records(folder, "cases.section")) < headings
    assert "不含书中正文" in (folder / "README.md").read_text("utf-8")


def test_a_site_loaded_without_text_takes_the_text_as_the_first_site_did(db, folder):
    run("import_book", str(SAMPLE))
    before = counts()
    anchors = set(Passage.objects.values_list("anchor", flat=True))
    run("export_all", str(folder))
    empty_the_site()
    run("load_export", str(folder))

    run("import_book", str(SAMPLE))

    assert counts() == before
    assert set(Passage.objects.values_list("anchor", flat=True)) == anchors


def test_with_text_everything_comes_back(db, folder):
    run("import_book", str(SAMPLE))
    before = counts()
    run("export_all", str(folder), with_text=True)
    empty_the_site()

    run("load_export", str(folder))

    assert counts() == before
    assert Passage.objects.filter(text__contains=PROSE).count() == 1
    assert "不可公开" in (folder / "README.md").read_text("utf-8")


def spoil(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        (spoil, "records/cases.case.jsonl"),
        (spoil, "casebook.sqlite3"),
        (lambda path: path.unlink(), "records/cases.fact.jsonl"),
        (lambda path: path.unlink(), "SHA256SUMS"),
    ],
)
def test_a_damaged_export_is_refused_by_the_name_of_the_file(with_edits, folder, harm, name):
    run("export_all", str(folder))
    empty_the_site()
    harm(folder / name)

    with pytest.raises(CommandError, match="copy the export again") as refused:
        run("load_export", str(folder))

    assert str(folder / name) in str(refused.value)
    assert not Book.objects.exists()


def resum(folder):
    """As somebody does who changes an export and its sums."""
    files = contents(folder)
    del files["SHA256SUMS"]
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()]
    (folder / "SHA256SUMS").write_text("".join(lines))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"colour": "red"}, "line 1 (cases.case): there is no column 'colour' here"),
        ({"start_page": "twelve"}, "the field 'start_page' is \"twelve\"; write a whole number"),
        ({"part_id": 99999}, "refers to rows that it does not hold"),
        ({"slug": None}, "line 1 (cases.case): the field 'slug' is null; write text"),
    ],
)
def test_a_record_that_does_not_fit_is_named(with_edits, folder, change, words):
    run("export_all", str(folder))
    empty_the_site()
    first, *others = records(folder, "cases.case")
    lines = [json.dumps(record) + "\n" for record in (first | change, *others)]
    (folder / "records" / "cases.case.jsonl").write_text("".join(lines))
    resum(folder)

    with pytest.raises(CommandError) as refused:
        run("load_export", str(folder))

    assert words in str(refused.value)


def test_nothing_is_mixed_with_what_a_site_holds(with_edits, folder):
    run("export_all", str(folder))
    before = counts()

    with pytest.raises(CommandError, match="already holds"):
        run("load_export", str(folder))

    assert counts() == before


def test_a_folder_of_other_things_is_left_alone(with_edits, folder):
    folder.mkdir()
    (folder / "letter.txt").write_text("keep me")

    with pytest.raises(CommandError, match="no export"):
        run("export_all", str(folder))

    assert contents(folder) == {"letter.txt": b"keep me"}


def test_a_file_that_somebody_put_into_an_export_is_not_lost(with_edits, folder):
    run("export_all", str(folder))
    (folder / "notes.txt").write_text("mine")

    with pytest.raises(CommandError, match=r"notes\.txt is no part of the export"):
        run("export_all", str(folder))

    assert (folder / "notes.txt").read_text() == "mine"


def test_an_export_that_cannot_be_finished_leaves_the_old_one_and_no_rest(
    with_edits, folder, settings
):
    run("export_all", str(folder))
    before = contents(folder)
    Synonym.objects.create(term="甲", also="乙")
    settings.BASE_DIR = folder / "nowhere"  # the licence is written last

    with pytest.raises(CommandError, match="nowhere"):
        run("export_all", str(folder))

    assert contents(folder) == before
    assert names_beside(folder) == ["export"]


@contextmanager
def room_for(size):
    """For as long as it is entered, no file can grow beyond the size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("first_too_large", ["records", "casebook.sqlite3"])
def test_where_there_is_no_room_the_folder_is_named(with_edits, folder, first_too_large):
    run("export_all", str(folder))
    before = contents(folder)
    sizes = {name: len(content) for name, content in before.items()}
    database = sizes.pop("casebook.sqlite3")
    size = 20_000 if first_too_large == "records" else max(sizes.values())
    assert size < database

    with room_for(size), pytest.raises(CommandError) as refused:
        run("export_all", str(folder))

    assert str(refused.value).startswith(f"{folder} cannot be written (")
    assert "make room there, or name another folder" in str(refused.value)
    assert contents(folder) == before
    assert names_beside(folder) == ["export"]


def test_the_rest_of_a_killed_export_is_cleared_away(with_edits, folder):
    run("export_all", str(folder))
    shutil.copytree(folder, folder.with_name(".export.partial"))

    run("export_all", str(folder))

    assert names_beside(folder) == ["export"]


def test_what_is_no_content_is_named_among_the_models():
    from casebook.exports.exported_content import LEFT_OUT

    assert set(LEFT_OUT) == NO_CONTENT
    assert {apps.get_model(label)._meta.label_lower for label in LEFT_OUT} == NO_CONTENT
