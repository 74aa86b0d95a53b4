"""The English wording of the interface: whole, in step with the sources, and compiled."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

MESSAGES = Path("locale/en/LC_MESSAGES")
LEFT_OUT = ("tests/", "benchmarks/", "docs/", "fixtures/")
MESSAGE = re.compile(r'^(msgctxt|msgid|msgid_plural) "(.*)"$', re.MULTILINE)


@pytest.fixture(autouse=True)
def gettext() -> None:
    """Where the programs are absent the tests are skipped, in CI they fail."""
    if not shutil.which("xgettext") and not os.environ.get("CI"):
        pytest.skip("gettext is not installed")


def run(*command: str | Path, folder: Path = ROOT) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def updated(tmp_path) -> Path:
    """The catalogue after ``make messages``, made from a copy of the sources."""
    listed = run("git", "ls-files", "-z").split("\0")
    for name in filter(None, listed):
        if not name.startswith(LEFT_OUT) and (ROOT / name).exists():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    options = "--locale en --extension html,txt,py,md --no-location --no-obsolete --no-wrap"
    command = ["makemessages", *options.split(), "--ignore", "README*"]
    run(sys.executable, "manage.py", *command, folder=tmp_path)
    return tmp_path / MESSAGES / "django.po"


def test_everything_said_is_worded_in_english(updated):
    assert MESSAGE.findall(run("msgattrib", "--untranslated", "--no-wrap", updated))[1:] == []
    assert MESSAGE.findall(run("msgattrib", "--only-fuzzy", "--no-wrap", updated))[1:] == []


def test_the_catalogue_holds_what_is_said_and_nothing_else(updated):
    kept = (ROOT / MESSAGES / "django.po").read_text()

    assert set(MESSAGE.findall(kept)) == set(MESSAGE.findall(updated.read_text()))


def test_the_compiled_wording_is_that_of_the_catalogue(tmp_path):
    compiled = tmp_path / "django.mo"
    run("msgfmt", "--check-format", "--output-file", compiled, MESSAGES / "django.po")

    assert compiled.read_bytes() == (ROOT / MESSAGES / "django.mo").read_bytes()
