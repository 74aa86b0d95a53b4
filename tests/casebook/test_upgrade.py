"""A data folder of release 0a71cb1 opens: its tables under their old names, its rows, its edits."""

import sqlite3
from contextlib import closing

import pytest

from tests.paths import ROOT
from tests.server import environment_of, manage

DATABASE = ROOT / "tests" / "data" / "data_folder_0a71cb1.sql"
"""A dump of the SQLite database of that release: places and themes, the sample book imported by
``import_book tests/data/sample_casebook.txt --slug sample``, the title of case 1 edited."""

EDITED = "由编辑改过的标题"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder after ``migrate``, with an index."""
    folder = tmp_path_factory.mktemp("old")
    with closing(sqlite3.connect(folder / "casebook.sqlite3")) as database:
        database.executescript(DATABASE.read_text("utf-8"))
    environment = environment_of(folder)
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "rebuild_index", "--verbosity", "0")
    return folder


def read(folder, sql):
    with closing(sqlite3.connect(folder / "casebook.sqlite3")) as database:
        return database.execute(sql).fetchall()


def test_no_row_is_lost(folder):
    with closing(sqlite3.connect(":memory:")) as before:
        before.executescript(DATABASE.read_text("utf-8"))
        tables = [
            name
            for (name,) in before.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            if name.startswith(("cases_", "experts_", "search_")) and name != "search_outboxentry"
        ]
        counts = {
            name: before.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables
        }

    assert sum(count for (count,) in counts.values()) > 600
    assert {name: read(folder, f'SELECT count(*) FROM "{name}"')[0] for name in tables} == counts


def test_an_edited_title_stays_when_the_book_is_imported_again(folder):
    sample = ROOT / "tests" / "data" / "sample_casebook.txt"
    said = manage(environment_of(folder), "import_book", str(sample), "--slug", "sample")

    assert "was edited by hand and stays (cases.case sample-01 title)" in said
    assert read(folder, "SELECT title FROM cases_case WHERE slug = 'sample-01'") == [(EDITED,)]


def test_the_edited_title_is_in_the_index(folder):
    assert "holds what the database holds" in manage(environment_of(folder), "check_index")


def test_a_row_keeps_the_time_of_its_last_change(folder):
    with closing(sqlite3.connect(":memory:")) as before:
        before.executescript(DATABASE.read_text("utf-8"))
        dates = before.execute("SELECT changed_at FROM casebook_rowdate WHERE kind = 'place'")
        known = {date for (date,) in dates}

    after = {date for (date,) in read(folder, "SELECT updated_at FROM cases_place")}

    assert known
    assert after == known
