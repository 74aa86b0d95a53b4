"""Settings are read from the environment, and a wrong one stops the start with one line."""

import ast
import os
import stat
import subprocess
import sys

import pytest

from casebook.environment import loopback_only, one_secret


def start(data, *arguments, **settings):
    """Run a management command as somebody whose new files are open to everybody."""
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(data), **settings}
    command = [sys.executable, "manage.py", *(arguments or ("check",))]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, umask=0
    )


def print_setting(data, name, **settings):
    code = f"from django.conf import settings; print(settings.{name})"
    return start(data, "shell", "--no-imports", "-c", code, **settings).stdout.strip()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("HTTPS", "2"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mysql://localhost/casebook"),
        ("DATABASE_URL", "sqlite:////nowhere/casebook.sqlite3"),
        ("LOG_LEVEL", "LOUD"),
        ("RATE_LIMIT_STORAGE_URI", "nowhere://localhost"),
        ("RESPONSE_CACHE_ENTRIES", "-1"),
        ("WEB_CONCURRENCY", "0"),
        ("SEARCH_BACKEND", "sphinx"),
        ("SEARCH_BACKEND", "search.backends.sphinx.Backend"),
        ("DATA_DIR", "/dev/null/var"),
    ],
)
def test_a_wrong_value_stops_the_start_with_one_line(tmp_path, name, value):
    result = start(**{"data": tmp_path, name: value} if name != "DATA_DIR" else {"data": value})

    assert result.returncode == 1
    assert name in result.stderr
    assert "docs/settings.md" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_defaults_are_safe(tmp_path):
    assert print_setting(tmp_path, "DEBUG") == "False"
    assert print_setting(tmp_path, "ALLOWED_HOSTS") == "['localhost', '127.0.0.1', '[::1]']"


def test_without_entries_there_is_no_response_cache(tmp_path):
    backend = "CACHES['default']['BACKEND']"

    assert "LocMemCache" in print_setting(tmp_path, backend)
    assert "DummyCache" in print_setting(tmp_path, backend, RESPONSE_CACHE_ENTRIES="0")


def test_cookies_travel_by_https_only_once_the_site_has_a_public_name(tmp_path):
    public = print_setting(tmp_path, "SESSION_COOKIE_SECURE", ALLOWED_HOSTS="cases.example.org")
    private = print_setting(tmp_path, "SESSION_COOKIE_SECURE")

    assert (public, private) == ("True", "False")


def test_the_secret_is_made_once_and_is_private(tmp_path):
    path = tmp_path / "secret_key"

    first, second = one_secret(path), one_secret(path)

    assert first == second
    assert len(first) > 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    ("hosts", "expected"),
    [(["localhost", "127.0.0.1"], True), (["localhost", "example.org"], False), (["*"], False)],
)
def test_knows_when_only_this_machine_can_call(hosts, expected):
    assert loopback_only(hosts) is expected


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


WRITE = """
from pathlib import Path
from django.db import connection
connection.cursor().execute("CREATE TABLE written (id)")
folder = Path(connection.settings_dict["NAME"]).parent
print({file.name: f"{file.stat().st_mode & 0o777:o}" for file in folder.glob("*.sqlite3*")})
"""
DATABASE_FILES = dict.fromkeys(("it.sqlite3", "it.sqlite3-shm", "it.sqlite3-wal"), "600")


def test_new_data_is_private(tmp_path):
    data = tmp_path / "new" / "var"

    start(data)

    assert mode_of(data) == 0o700
    assert {file.name: mode_of(file) for file in data.iterdir()} == {
        "casebook.sqlite3": 0o600,
        "secret_key": 0o600,
    }


def test_a_folder_that_was_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)

    start(tmp_path)

    assert mode_of(tmp_path) == 0o755


def test_a_database_elsewhere_is_private_with_all_its_files(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    address = f"sqlite:///{tmp_path}/elsewhere/it.sqlite3"

    done = start(tmp_path, "shell", "--no-imports", "-c", WRITE, DATABASE_URL=address)

    assert ast.literal_eval(done.stdout) == DATABASE_FILES
    assert not (tmp_path / "casebook.sqlite3").exists()


def test_the_files_of_an_older_release_are_closed_to_others(tmp_path):
    names = ("casebook.sqlite3", "casebook.sqlite3-wal", "secret_key")
    files = [tmp_path / name for name in names]
    for file in files:
        file.touch()
        file.chmod(0o644)

    first, second = start(tmp_path), start(tmp_path)

    assert [mode_of(file) for file in files] == [0o600] * 3
    assert all(f"{file} was open to other users (mode 644)" in first.stderr for file in files)
    assert "open to" not in second.stderr


def test_a_linked_database_is_private_where_it_lies(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "it.sqlite3").symlink_to(tmp_path / "real" / "it.sqlite3")

    start(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/it.sqlite3")

    assert mode_of(tmp_path / "real" / "it.sqlite3") == 0o600


@pytest.mark.parametrize("address", ["sqlite://:memory:", "postgres://casebook@127.0.0.1:1/none"])
def test_no_file_is_made_for_a_database_without_one(tmp_path, address):
    start(tmp_path, DATABASE_URL=address)

    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]
