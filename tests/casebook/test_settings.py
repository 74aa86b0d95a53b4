"""Settings are read from the environment, and a wrong one stops the start with one line."""

import os
import stat
import subprocess
import sys

import pytest

from casebook.environment import loopback_only, one_secret


def start(data, *arguments, **settings):
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(data), **settings}
    command = [sys.executable, "manage.py", *(arguments or ("check",))]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


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
        ("LOG_LEVEL", "LOUD"),
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
