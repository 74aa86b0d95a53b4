"""The command parse_book: what it prints, what it writes, its errors."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.cases.parsing.sources import ROOT, SAMPLE


def parse(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("parse_book", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_prints_the_tree_as_json_and_the_summary_beside_it():
    out, err = parse(str(SAMPLE), "--tree")

    tree = json.loads(out)
    assert [part["number"] for part in tree["parts"]] == [1, 2, 3]
    assert tree["parts"][1]["cases"][0]["critics"][0]["name"] == "林示例"
    assert "3 parts, 10 cases, 14 critiques" in err


def test_writes_the_fixture_and_prints_no_tree(tmp_path):
    file = tmp_path / "book.json"

    out, err = parse(str(SAMPLE), "--output", str(file), "--slug", "sample")

    fixture = json.loads(file.read_text("utf-8"))
    assert out == ""
    assert "10 cases" in err
    assert {"model": "cases.book", "slug": "sample"}.items() <= {
        "model": "cases.book",
        "slug": next(item["fields"]["slug"] for item in fixture if item["model"] == "cases.book"),
    }.items()


def test_the_same_source_gives_the_same_bytes(tmp_path):
    first, second = tmp_path / "1.json", tmp_path / "2.json"

    parse(str(SAMPLE), "--output", str(first))
    parse(str(SAMPLE), "--output", str(second))

    assert first.read_bytes() == second.read_bytes()


def test_leaves_nothing_but_the_fixture_in_the_folder(tmp_path):
    parse(str(SAMPLE), "--output", str(tmp_path / "book.json"))

    assert [path.name for path in tmp_path.iterdir()] == ["book.json"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"\x81\xff\xff", "没有目录。".encode()])
def test_a_source_that_is_no_book_writes_nothing(tmp_path, content):
    source, file = tmp_path / "noise.txt", tmp_path / "book.json"
    source.write_bytes(content)
    file.write_text("before", "utf-8")

    with pytest.raises(CommandError) as refusal:
        parse(str(source), "--output", str(file))

    assert "\n" not in str(refusal.value)
    assert file.read_text("utf-8") == "before"


@pytest.mark.parametrize("place", ["missing/book.json", "."])
def test_an_output_that_cannot_be_written_is_one_clear_line(tmp_path, place):
    with pytest.raises(CommandError, match="cannot be written"):
        parse(str(SAMPLE), "--output", str(tmp_path / place))

    assert list(tmp_path.iterdir()) == []


def test_ends_with_status_one_and_one_line_on_standard_error(tmp_path):
    command = [sys.executable, ROOT / "manage.py", "parse_book", str(Path(tmp_path) / "none.txt")]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "none.txt does not exist" in done.stderr
