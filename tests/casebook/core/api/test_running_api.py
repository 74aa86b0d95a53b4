"""The API of a running site: the response cache and the rate limit hold over all its processes."""

import json
import shutil
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from tests.server import running_site

WUHAN = "/api/v1/cases/?city=%E6%AD%A6%E6%B1%89"


def ask(url: str, **headers: str):
    """Status, headers and content of an answer, whatever it is."""
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def ask_both(url: str, **headers: str):
    """The same question often enough that every process has met it."""
    return [ask(url, **headers) for _ in range(12)]


def test_unchanged_is_304_in_every_process_and_an_edit_is_seen_in_each(site):
    status, headers, content = ask(site.url + WUHAN)
    before = json.loads(content)
    assert (status, before["count"]) == (200, 3)
    known = {"If-None-Match": headers["ETag"]}

    unchanged = ask_both(site.url + WUHAN, **known)
    title = before["results"][0]["title"]
    site.manage("shell", "--no-imports", "-c", EDIT.format(title + "（改）"))
    changed = ask_both(site.url + WUHAN, **known)
    site.manage("shell", "--no-imports", "-c", EDIT.format(title))

    assert {status for status, _, _ in unchanged} == {304}
    assert {status for status, _, _ in changed} == {200}
    assert {json.loads(content)["results"][0]["title"] for _, _, content in changed} == {
        title + "（改）"
    }


EDIT = """
from cases.models import Case
number = Case.objects.filter(case_places__place__city__slug="wuhan").order_by("number").first().pk
Case.objects.filter(pk=number).update(title="{}")
"""


def test_the_processes_share_the_limit_out(prepared_folder, tmp_path):
    folder = shutil.copytree(prepared_folder, tmp_path / "data")
    with running_site(folder, RATE_LIMIT="40", TRUSTED_PROXIES="1") as site:

        def once(_number: int):
            return ask(site.url + "/api/v1/", **{"X-Forwarded-For": "203.0.113.9"})

        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(once, range(200)))
        other = ask(site.url + "/api/v1/", **{"X-Forwarded-For": "203.0.113.10"})

    assert {headers["RateLimit-Policy"] for _, headers, _ in answers} == {'"minute";q=20;w=60'}
    assert 20 <= sum(status == 200 for status, _, _ in answers) <= 40
    refused = [answer for answer in answers if answer[0] != 200]
    assert {json.loads(content)["status"] for _, _, content in refused} == {429}
    assert all(1 <= int(headers["Retry-After"]) <= 60 for _, headers, _ in refused)
    assert other[0] == 200


def test_answers_are_compressed(site):
    plain = ask(site.url + "/api/v1/cases/")
    packed = ask(site.url + "/api/v1/cases/", **{"Accept-Encoding": "gzip"})

    assert packed[1]["Content-Encoding"] == "gzip"
    assert len(packed[2]) < len(plain[2]) / 4
    assert packed[1]["ETag"] == plain[1]["ETag"]
