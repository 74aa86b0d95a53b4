"""The dictionary, stop words and synonyms in the admin, and how fast they take effect."""

import os
import subprocess
import sys
import time

import pytest
from django.urls import reverse

from search.models import DictionaryWord, FailedSearch, StopWord, Synonym
from tests.factories import make_case
from tests.pages import read
from tests.paths import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def lamps(build):
    make_case(title="多功能路灯：一杆多用")
    make_case(title="街灯改造：节能")
    build()


def preview(client, model: str, **form):
    return read(client.post(reverse(f"admin:search_{model}_preview"), form)).text


@pytest.mark.parametrize("model", ["dictionaryword", "stopword", "synonym", "failedsearch"])
def test_every_table_has_its_list(admin_client, model):
    assert admin_client.get(reverse(f"admin:search_{model}_changelist")).status_code == 200


@pytest.mark.parametrize("model", ["dictionaryword", "stopword", "synonym"])
def test_the_form_offers_a_preview(admin_client, model):
    page = read(admin_client.get(reverse(f"admin:search_{model}_add")))

    addresses = [has.get("formaction") for _, has in page.elements if "formaction" in has]
    assert addresses == [reverse(f"admin:search_{model}_preview")]


def test_a_dictionary_word_shows_the_texts_that_are_tokenised_otherwise(admin_client, lamps):
    shown = preview(admin_client, "dictionaryword", word="一杆多用")

    assert "1 篇文字含有“一杆多用”" in shown
    before, after = shown.split("加入之后")[1].split("一杆多用")[0], shown
    assert "一杆多用" not in before
    assert "/ 一杆多用" in after


def test_a_synonym_shows_how_many_more_are_found_each_way(admin_client, lamps):
    shown = preview(admin_client, "synonym", term="街灯", also="路灯", both_ways="on")

    assert "检索“街灯”：现在 1 条，加入之后 2 条，多 1 条。" in shown
    assert "检索“路灯”：现在 1 条，加入之后 2 条，多 1 条。" in shown


def test_a_stop_word_shows_where_it_stands(admin_client, lamps):
    assert "1 篇文字含有“改造”" in preview(admin_client, "stopword", word="改造")


@pytest.mark.parametrize("model", ["dictionaryword", "stopword", "synonym"])
def test_an_empty_form_is_asked_to_be_filled(admin_client, lamps, model):
    assert "请先填写" in preview(admin_client, model)


def test_a_preview_saves_nothing(admin_client, lamps):
    preview(admin_client, "dictionaryword", word="一杆多用")
    preview(admin_client, "stopword", word="改造")
    preview(admin_client, "synonym", term="街灯", also="路灯")

    for model in (DictionaryWord, StopWord):
        assert not model.objects.exists()
    assert not Synonym.objects.filter(term="街灯").exists()


def test_without_an_index_a_preview_says_so(admin_client, index):
    assert "检索索引尚未建立" in preview(admin_client, "stopword", word="改造")


@pytest.mark.parametrize("model", ["dictionaryword", "stopword", "synonym"])
def test_strangers_see_no_preview(client, model):
    response = client.post(reverse(f"admin:search_{model}_preview"), {"word": "改造"})

    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_searches_in_vain_are_listed_but_not_edited(admin_client):
    row = FailedSearch.objects.create(words="无人机", count=3)

    page = read(admin_client.get(reverse("admin:search_failedsearch_changelist")))

    assert page.has_link("/search/?q=%E6%97%A0%E4%BA%BA%E6%9C%BA")
    change = reverse("admin:search_failedsearch_change", args=[row.pk])
    assert admin_client.post(change, {"words": "x"}).status_code == 403
    assert admin_client.get(reverse("admin:search_failedsearch_add")).status_code == 403


# --- Other processes ------------------------------------------------------------------------

WATCH = """
import django; django.setup()
import sys
from django.test import Client
client = Client(headers={"host": "localhost"})
for line in sys.stdin:
    answer = client.get("/api/v1/search/", {"q": "街灯"}).json()
    print(answer["count"], *answer["synonyms"], flush=True)
"""

PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("load_book", "fixtures/places.json", verbosity=0)
from search.indexing.rebuild import rebuild
rebuild()
"""

SAVE = """
import django; django.setup()
from search.models import Synonym
Synonym.objects.create(term="街灯", also="武汉")
"""


def test_a_saved_synonym_reaches_another_process_within_five_seconds(tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "casebook.settings",
    }

    def run(code: str, **options):
        command = [sys.executable, "-c", code]
        return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **options)

    assert run(PREPARE).wait() == 0
    with run(WATCH, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as watcher:

        def ask() -> str:
            print("?", file=watcher.stdin, flush=True)
            return watcher.stdout.readline().strip()

        before = ask()
        assert run(SAVE).wait() == 0
        saved = time.monotonic()
        answer = ask()
        while answer == before and time.monotonic() - saved < 5:
            answer = ask()

    assert before == "0"
    assert answer.endswith(" 武汉")
