"""The index is derived: it is compared with the database, and made again from it."""

import shutil

import pytest
from django.core.management import CommandError, call_command

from casebook.core.records import IndexDocument
from search.indexing.index_position import waiting
from search.indexing.rebuild import check, rebuild, repair
from search.models import DictionaryWord, OutboxEntry
from search.query.query import Query
from search.service.active_index import get_backend, get_index
from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True)


def test_without_an_index_the_check_says_so(index):
    make_case()

    found = check()

    assert found.lines()[0].startswith("index: missing; ")


def test_without_an_index_changes_wait(index):
    make_case()

    assert OutboxEntry.objects.exists()
    assert not get_backend().info().version


def test_a_rebuild_takes_everything_in(index):
    make_case(title="智慧云梦")

    rebuild()

    assert check().is_clean
    assert not waiting().exists()


def test_the_check_names_what_is_missing_and_what_is_surplus(index):
    case = make_case()
    rebuild()
    get_backend().remove([f"case-{case.pk}"])
    get_backend().add([IndexDocument("case-0", "case", "ghost", "不在库中")])

    found = check()

    assert (found.missing, found.surplus) == ([f"case-{case.pk}"], ["case-0"])


def test_a_repair_cures_what_the_check_found(index):
    case = make_case()
    rebuild()
    get_backend().remove([f"case-{case.pk}"])
    get_backend().add([IndexDocument("case-0", "case", "ghost", "不在库中")])

    repair(check())

    assert check().is_clean


def test_an_index_made_with_other_words_is_told_and_cured(index):
    make_case(title="湖区预警网")
    rebuild()
    DictionaryWord.objects.create(word="预警网")
    index.refresh()

    before = check()
    repair(before)

    assert before.lines()[0].startswith("index: made by another analyzer; ")
    assert check().is_clean


def test_a_deleted_folder_is_rebuilt(index, tmp_path):
    make_case()
    rebuild()
    shutil.rmtree(tmp_path / "index")

    before = check()
    repair(before)

    assert before.lines()[0].startswith("index: missing; ")
    assert check().is_clean


def test_the_command_ends_with_status_1_where_they_differ(index, capsys):
    make_case()

    with pytest.raises(SystemExit) as end:
        call_command("check_index")

    assert end.value.code == 1
    assert "rebuild_index" in capsys.readouterr().err


def test_the_command_repairs(index):
    make_case()

    call_command("check_index", repair=True, verbosity=0)

    assert check().is_clean


def test_an_index_of_older_code_counts_as_none_and_is_made_again(index, tmp_path):
    make_case()
    rebuild()
    for manifest in (tmp_path / "index").glob("*/casebook.json"):
        manifest.write_text(
            manifest.read_text().replace(
                '"index_schema_version": "', '"index_schema_version": "older-'
            )
        )
    index.forget()

    before = check()
    repair(before)

    assert before.lines()[0].startswith("index: missing; ")
    assert check().is_clean


NONSENSE = [b"", b"\0" * 16, b"\xff\xfe", b"null", b"../.."]


@pytest.mark.parametrize("name", ["current", "casebook.json"])
@pytest.mark.parametrize("content", NONSENSE, ids=str)
def test_a_pointer_or_manifest_that_holds_nonsense_counts_as_no_index(
    index, tmp_path, client, name, content
):
    make_case()
    rebuild()
    (path,) = (tmp_path / "index").glob(f"**/{name}")
    path.write_bytes(content)
    index.forget()

    before = check()
    ready = client.get("/readyz").content.decode()
    call_command("check_index", repair=True, verbosity=0)

    assert before.lines()[0].startswith("index: missing; ")
    assert ready.startswith("index: missing; ")
    assert check().is_clean


@pytest.mark.parametrize("command", [("check_index", "--repair"), ("rebuild_index",)])
def test_a_command_that_cannot_make_an_index_says_why_in_one_line(index, tmp_path, command):
    (tmp_path / "index").write_text("此处本应是文件夹")

    with pytest.raises(CommandError, match=r"FileExistsError: .*DATA_DIR/index") as refused:
        call_command(*command)

    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("ending", ["idx", "store", "fast", "pos", "term", "fieldnorm"])
def test_a_single_wrong_byte_is_found_and_cured(index, tmp_path, ending, capsys):
    make_case(title="湖区预警网")
    rebuild()
    path = min((tmp_path / "index").glob(f"*/*.{ending}"))
    flip_a_byte(path)

    found = check()
    call_command("check_index", repair=True)

    assert found.damaged == [path.name]
    assert not found.is_clean
    assert path.name in capsys.readouterr().err
    assert check().is_clean


@pytest.mark.parametrize("name", ["meta.json", "checksums.json"])
@pytest.mark.parametrize("content", NONSENSE, ids=str)
def test_a_description_of_the_files_that_holds_nonsense_is_found_and_cured(
    index, tmp_path, name, content
):
    make_case(title="湖区预警网")
    rebuild()
    (path,) = (tmp_path / "index").glob(f"*/{name}")
    path.write_bytes(content)
    index.forget()

    before = check()
    call_command("check_index", repair=True, verbosity=0)

    assert not before.is_clean
    assert check().is_clean


def flip_a_byte(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    overwrite(path, content)


def overwrite(path, content):
    """Write in place: a file that is cut off ends a process that has it mapped (SIGBUS)."""
    with path.open("r+b") as file:
        file.write(content)


@pytest.mark.parametrize("ending", ["idx", "store", "fast", "pos", "term"])
def test_a_damaged_index_is_no_worse_than_a_missing_one(index, tmp_path, client, ending):
    make_case(title="湖区预警网")
    rebuild()
    index.forget()
    for path in (tmp_path / "index").glob(f"*/*.{ending}"):
        overwrite(path, b"\xa5" * path.stat().st_size)

    page = client.get("/search/?q=预警")
    rebuild()

    assert "湖区预警网" in page.content.decode()
    assert [hit.kind for hit in get_index().search(Query("预警网")).hits] == ["case"]
