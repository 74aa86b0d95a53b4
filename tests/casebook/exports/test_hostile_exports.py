"""Damaged or forged exports: each is an error of one line, and nothing is loaded."""

import hashlib
import json
import os
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from casebook.management.commands.prepare import FIXTURES as SHIPPED
from cases.importing.load import load_files
from cases.models import Case
from tests.paths import FIXTURES

pytestmark = pytest.mark.django_db

MODELS = [model for app in ("experts", "cases") for model in apps.get_app_config(app).get_models()]


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker, tmp_path_factory):
    """An export of the shipped book; the database is empty again."""
    folder = tmp_path_factory.mktemp("whole") / "export"
    with django_db_blocker.unblock():
        load_files([FIXTURES / name for name in SHIPPED], lambda _message: None)
        call_command("export_all", str(folder), stdout=StringIO(), stderr=StringIO())
        call_command("flush", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def folder(whole, tmp_path):
    """A copy to be spoilt."""
    return shutil.copytree(whole, tmp_path / "export")


def load(folder):
    call_command("load_export", str(folder), stdout=StringIO(), stderr=StringIO())


def refused(folder):
    """What load_export says, after a look that it is one line and that nothing was loaded."""
    with pytest.raises(CommandError) as error:
        load(folder)
    assert not any(model._default_manager.exists() for model in MODELS)
    message = str(error.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def resum(folder, *, but=()):
    """As somebody does who changes an export and its sums."""
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in names
        if name not in {"SHA256SUMS", *but}
    ]
    (folder / "SHA256SUMS").write_text("".join(lines))


def records_of(folder, label):
    return folder / "records" / f"{label}.jsonl"


def lines_of(folder, label):
    return records_of(folder, label).read_bytes().split(b"\n")[:-1]


def write_lines(folder, label, lines):
    records_of(folder, label).write_bytes(b"".join(line + b"\n" for line in lines))
    resum(folder)


def change(folder, label, **values):
    """Give the second record other values."""
    lines = lines_of(folder, label)
    lines[1] = json.dumps(json.loads(lines[1]) | values).encode()
    write_lines(folder, label, lines)


def change_manifest(folder, **values):
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | values), "utf-8")
    resum(folder)


def counts_of(folder):
    return json.loads((folder / "manifest.json").read_text("utf-8"))["records"]


def test_a_whole_export_is_loaded(folder):
    load(folder)

    assert Case.objects.count() == counts_of(folder)["cases.case"]


# --- Rows -----------------------------------------------------------------------------------------

DEEP = b"[" * 100_000
OF_THE_FIRST_LINE = "the key of the row before it"
VALUES = [
    ("cases.reference", {"url": "javascript:alert(1)"}, "begins with http:// or https://"),
    ("cases.reference", {"url": " JavaScript:alert(1)"}, "begins with http:// or https://"),
    ("cases.reference", {"url": "jAvAsCrIpT://example.org/%0aalert(1)"}, "begins with http"),
    ("cases.reference", {"url": "data:text/html,<script>alert(1)</script>"}, "begins with http"),
    ("cases.reference", {"url": "vbscript:msgbox"}, "begins with http"),
    ("cases.reference", {"url": "file:///etc/passwd"}, "begins with http"),
    ("cases.reference", {"url": "ftp://example.org/a"}, "begins with http"),
    ("cases.reference", {"url": "//example.org/a"}, "begins with http"),
    ("cases.reference", {"url": "http:javascript:alert(1)"}, "begins with http"),
    ("cases.reference", {"url": "java\tscript:alert(1)"}, "U+0009"),
    ("cases.reference", {"url": "\x01javascript:alert(1)"}, "U+0001"),
    ("cases.case", {"title": "智慧\x0b武汉"}, "'title' holds U+000B (line 1, character 3)"),
    ("cases.case", {"title": "智慧\n武汉"}, "'title' holds U+000A"),
    ("cases.case", {"title": "智慧\ud800"}, "'title' holds U+D800"),
    ("cases.case", {"title": "智慧\ufffe"}, "'title' holds U+FFFE"),
    ("cases.case", {"title": "智慧\u202e"}, "'title' holds U+202E"),
    ("cases.case", {"slug": "a\x00b"}, "'slug' holds U+0000"),
    ("cases.place", {"aliases": ["甲", "乙\x7f"]}, "'aliases' holds U+007F"),
    ("cases.importedrow", {"values": {"a": [{"b\x85": 1}]}}, "'values' holds U+0085"),
    ("cases.case", {"slug": "../a b"}, "'slug'"),
    ("cases.case", {"title": "长" * 201}, "'title'"),
    ("cases.case", {"title": ""}, "'title'"),
    ("cases.case", {"title": None}, "'title' is null"),
    ("cases.case", {"title": ["智慧"]}, "'title' is"),
    ("cases.case", {"number": "1"}, "'number' is"),
    ("cases.case", {"number": True}, "'number' is true"),
    ("cases.case", {"number": 1.5}, "'number' is 1.5"),
    ("cases.case", {"number": -1}, "'number' is -1; write 0 to 32767"),
    ("cases.case", {"start_page": 10**20}, "'start_page' is 1"),
    ("cases.case", {"end_page": 1}, "the database refuses it"),
    ("cases.case", {"part_id": 99_999}, "refers to rows that it does not hold"),
    ("cases.case", {"book_id": None}, "'book_id' is null; write a key"),
    ("cases.case", {"book_id": "1"}, "'book_id' is \"1\"; write a key"),
    ("cases.case", {"id": None}, "'id' is null; write a key"),
    ("cases.case", {"id": 0}, "'id' is 0; write a key"),
    ("cases.case", {"id": 2**63 - 1}, "write a key"),
    ("cases.case", {"id": OF_THE_FIRST_LINE}, "the database refuses it"),
    ("cases.case", {"edited_fields": [1]}, "'edited_fields' is [1]"),
    ("cases.case", {"edited_fields": {}}, "'edited_fields' is {}"),
    ("cases.case", {"origin": "hearsay"}, "'origin'"),
    ("cases.case", {"colour": "red"}, "there is no column 'colour' here"),
    ("cases.fact", {"period": "yesterday"}, "'period'"),
    ("cases.fact", {"value": "NaN"}, "'value'"),
    ("cases.fact", {"value": "1e999"}, "'value'"),
    ("cases.fact", {"value": 1.5}, "'value' is 1.5"),
    ("cases.fact", {"places": "all"}, "'places' is no list"),
    ("cases.fact", {"places": [[1]]}, "'places' is [1]"),
    ("cases.fact", {"places": [1, 1]}, "the database refuses it"),
    ("cases.fact", {"places": [99_999]}, "refers to rows that it does not hold"),
    ("cases.place", {"longitude": float("nan")}, "'longitude' is nan"),
    ("cases.place", {"longitude": float("inf")}, "'longitude' is inf"),
    ("cases.place", {"longitude": 10**400}, "'longitude' is 1"),
    ("cases.book", {"edition_date": "2019-02-31"}, "'edition_date'"),
]


@pytest.mark.parametrize(("label", "values", "words"), VALUES, ids=lambda each: str(each)[:40])
def test_a_value_that_no_form_would_take_is_refused_by_its_place(folder, label, values, words):
    lines = lines_of(folder, label)
    if OF_THE_FIRST_LINE in values.values():
        values = {"id": json.loads(lines[0])["id"]}
    if label == "cases.book":
        write_lines(folder, label, [json.dumps(json.loads(lines[0]) | values).encode()])
    else:
        change(folder, label, **values)

    message = refused(folder)

    assert words in message
    if "refers to rows" not in words:
        line = 1 if label == "cases.book" else 2
        assert f"{records_of(folder, label)}, line {line} ({label}): " in message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\xfe", "is no JSON"),
        (b'{"title": "\xed\xa0\x80"}', "is no JSON"),
        (b"", "is no JSON"),
        (b"{", "is no JSON"),
        (b"[]", "is no JSON object"),
        (b"null", "is no JSON object"),
        (b'"javascript:"', "is no JSON object"),
        (b"{}", "the column 'id' is missing"),
        (DEEP, "is no JSON"),
        (b'{"id": ' + b"9" * 5_000 + b"}", "is no JSON"),
    ],
    ids=lambda each: str(each)[:30],
)
def test_a_line_that_is_no_record_is_refused(folder, line, words):
    lines = lines_of(folder, "cases.theme")
    write_lines(folder, "cases.theme", [*lines[:4], line, *lines[5:]])

    message = refused(folder)

    assert f"{records_of(folder, 'cases.theme')}, line 5" in message
    assert words in message


@pytest.mark.parametrize("depth", [10, 400, 940, 100_000])
def test_lists_in_lists_are_refused_however_deep(folder, depth):
    first, second, *others = lines_of(folder, "cases.importedrow")
    start = second.index(b'"values": ') + len(b'"values": ')
    deep = second[:start] + b'{"a": ' + b"[" * depth + b"]" * depth + b"}}"
    write_lines(folder, "cases.importedrow", [first, deep, *others])

    assert "cases.importedrow.jsonl, line 2" in refused(folder)


def test_rows_that_occur_twice_are_refused(folder):
    lines = lines_of(folder, "cases.theme")
    write_lines(folder, "cases.theme", [*lines[:-1], lines[0]])

    assert f"line {len(lines)} (cases.theme): the database refuses it" in refused(folder)


# --- Counts, models, the manifest -----------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 1, 9])
def test_fewer_rows_than_the_manifest_counts_are_refused(folder, count):
    lines = lines_of(folder, "cases.erratum")
    write_lines(folder, "cases.erratum", lines[:count])

    assert f"holds {count} records, manifest.json counts {len(lines)}" in refused(folder)


def test_more_rows_than_the_manifest_counts_are_refused(folder):
    lines = lines_of(folder, "cases.erratum")
    more = json.dumps(json.loads(lines[0]) | {"id": 999, "subject": "另一处"}).encode()
    write_lines(folder, "cases.erratum", [*lines, more])

    assert f"holds {len(lines) + 1} records" in refused(folder)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"records": {}}, "is not in manifest.json"),
        ({"records": {"auth.user": 1}}, "auth.user, which this program does not know"),
        ({"records": {"../../etc/passwd": 1}}, "which this program does not know"),
        ({"records": {"Cases.Case": 1}}, "which this program does not know"),
        ({"records": ["cases.case"]}, "counts no records"),
        ({"records": {"cases.case": "25"}}, "counts no records"),
        ({"records": {"cases.case": True}}, "counts no records"),
        ({"records": None}, "counts no records"),
        ({"version": 2}, "is an export of version 2"),
        ({"version": "1\n2"}, "is an export of version '1\\n2'"),
        ({"format": "another"}, "is no export"),
        ({"format": ["casebook-export"]}, "is no export"),
    ],
    ids=str,
)
def test_a_manifest_that_makes_no_sense_is_refused(folder, values, words):
    change_manifest(folder, **values)

    assert words in refused(folder)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", DEEP, b"{}"])
def test_a_manifest_that_is_no_object_is_refused(folder, content):
    (folder / "manifest.json").write_bytes(content)
    resum(folder)

    assert "is no export: give a folder made by export_all" in refused(folder)


# --- Files ----------------------------------------------------------------------------------------


def test_records_that_are_not_listed_are_refused(folder):
    change(folder, "cases.case", title="另一个标题")
    resum(folder, but={"records/cases.case.jsonl"})

    assert "cases.case.jsonl is not listed in SHA256SUMS" in refused(folder)


@pytest.mark.parametrize("name", ["notes.txt", "records/cases.case.jsonl.bak", "a/b/c", "a\nb"])
def test_files_that_are_not_listed_are_refused(folder, name):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("mine")

    assert "is not listed in SHA256SUMS: take it away" in refused(folder)


def test_records_that_the_manifest_does_not_count_are_refused(folder):
    (folder / "records" / "auth.user.jsonl").write_text('{"id": 1}\n')
    resum(folder)

    assert "auth.user.jsonl is not in manifest.json" in refused(folder)


@pytest.mark.parametrize("listed", [True, False])
def test_records_that_are_missing_are_refused(folder, listed):
    records_of(folder, "cases.case").unlink()
    if not listed:
        resum(folder)

    assert "cases.case.jsonl is not in the folder" in refused(folder)


@pytest.mark.parametrize(
    "name", ["../../../../../../etc/passwd", "/etc/passwd", "records/../manifest.json"]
)
def test_no_file_outside_of_the_folder_is_read(folder, name):
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write(f"{hashlib.sha256(Path('/etc/passwd').read_bytes()).hexdigest()}  {name}\n")

    assert "is not in the folder" in refused(folder)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no sums\n", b"0  manifest.json\n"])
def test_sums_that_list_nothing_are_refused(folder, content):
    (folder / "SHA256SUMS").write_bytes(content)

    assert "copy the export again" in refused(folder)


def replace_by_link(path):
    target = path.with_name("elsewhere")
    path.rename(target)
    path.symlink_to(target)


def replace_by_link_out(path):
    path.unlink()
    path.symlink_to("/etc/passwd")


def replace_by_endless(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def replace_by_pipe(path):
    path.unlink()
    os.mkfifo(path)


def replace_by_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "harm",
    [replace_by_link, replace_by_link_out, replace_by_endless, replace_by_pipe, replace_by_folder],
)
@pytest.mark.parametrize("name", ["records/cases.case.jsonl", "manifest.json", "SHA256SUMS"])
def test_what_is_no_plain_file_is_not_read(folder, harm, name):
    harm(folder / name)

    message = refused(folder)

    assert "export" in message


def test_a_folder_behind_a_link_is_not_read(folder, tmp_path):
    (folder / "records").rename(tmp_path / "records")
    (folder / "records").symlink_to(tmp_path / "records")

    assert "records is no plain file" in refused(folder)
