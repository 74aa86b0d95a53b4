"""After kill -9 in a save or an import, everything that was committed is indexed in the end."""

import fcntl
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.parsing.sources import SAMPLE
from tests.paths import ROOT
from tests.server import environment_of

RENAME = """
import os, signal
from django.db import transaction
from cases.models import Place
place = Place.objects.get(slug="wuchang")
place.name, place.short_name = "新昌区", "新昌"
with transaction.atomic():
    {before}
    place.save()
"""
DIE_ON_COMMIT = "transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))"
SAY_ON_COMMIT = "transaction.on_commit(lambda: print('committed', flush=True))"
IMPORT = f"""
import os, signal
from django.core.management import call_command
from django.db import transaction
with transaction.atomic():
    {DIE_ON_COMMIT}
    call_command("import_book", "{SAMPLE}", "--slug", "sample", verbosity=0)
"""
FIND = """
from search.service.active_index import get_index
from search.query.query import Query
print([hit.slug for hit in get_index().search(Query("{}", filters={{"kind": ("case",)}})).hits])
"""


@pytest.fixture
def site(prepared_folder: Path, tmp_path: Path) -> dict[str, str]:
    """A site of its own, with an index, as other processes see it."""
    return environment_of(shutil.copytree(prepared_folder, tmp_path / "data"))


def manage(environment, *arguments):
    command = [sys.executable, ROOT / "manage.py", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def shell(environment, code):
    command = [sys.executable, ROOT / "manage.py", "shell", "--no-imports", "--command", code]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def found(environment, text):
    return shell(environment, FIND.format(text)).communicate()[0].strip()


def assert_the_next_start_catches_up(environment):
    before = manage(environment, "check_index")
    repaired = manage(environment, "check_index", "--repair")
    after = manage(environment, "check_index")

    assert before.returncode == 1
    assert "change(s) wait for the index since" in before.stderr
    assert "manage.py worker" in before.stderr
    assert repaired.returncode == after.returncode == 0
    assert found(environment, "新昌") == "['digital-china-2019-18']"


def test_killed_between_the_commit_and_the_index(site):
    editor = shell(site, RENAME.format(before=DIE_ON_COMMIT))
    editor.communicate()

    assert editor.returncode == -signal.SIGKILL
    assert_the_next_start_catches_up(site)


def test_killed_while_the_index_is_held_by_another(site):
    with (Path(site["DATA_DIR"]) / "outbox.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        editor = shell(site, RENAME.format(before=SAY_ON_COMMIT))
        said = editor.stdout.readline()
        editor.kill()
        editor.communicate()

    assert said == "committed\n"
    assert_the_next_start_catches_up(site)


@pytest.mark.parametrize(
    ("cure", "says"),
    [
        (("import_book", SAMPLE, "--slug", "sample"), "Nothing to change"),
        (("prepare",), ""),
        (("worker", "--once"), ""),
    ],
)
def test_an_import_that_died_before_the_index_is_cured(site, cure, says):
    importer = shell(site, IMPORT)
    importer.communicate()
    before = found(site, "热心人")

    cured = manage(site, *cure)

    assert importer.returncode == -signal.SIGKILL
    assert before == "[]"
    assert cured.returncode == 0
    assert says in cured.stdout
    assert found(site, "热心人") == "['sample-03']"
    assert manage(site, "check_index").returncode == 0
