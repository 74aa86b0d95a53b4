"""The documentation has an entry for every setting, command and filter, and no dead links."""

import re

import pytest

from cases.filters.case_filter import CaseFilter
from cases.filters.fact_filter import FactFilter
from tests.paths import ROOT

DOCS = sorted(ROOT.glob("docs/**/*.md")) + sorted(ROOT.glob("*.md"))
TEXT = "\n".join(path.read_text("utf-8") for path in DOCS)
READ = re.compile(r'(?:env\.\w+|environ\.get)\(\s*"([A-Z_]+)"')
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
COMMANDS = sorted(
    path.stem
    for app in ("agents", "casebook", "cases", "experts", "search")
    for path in ROOT.glob(f"{app}/management/commands/[!_]*.py")
)


def settings_read():
    files = ("casebook/settings.py", "casebook/gunicorn.py")
    return {name for file in files for name in READ.findall((ROOT / file).read_text("utf-8"))}


def test_every_setting_has_its_entry():
    described = set(
        re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/settings.md").read_text(), re.MULTILINE)
    )

    assert settings_read() <= described
    assert len(settings_read()) > 8


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_described(command):
    assert f"{command}" in TEXT


@pytest.mark.parametrize("name", sorted({*CaseFilter.base_filters, *FactFilter.base_filters}))
def test_every_filter_of_the_api_is_described(name):
    assert f"`{name}`" in (ROOT / "docs/api.md").read_text("utf-8")


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    links = LINK.findall(path.read_text("utf-8"))

    assert not [link for link in links if not (path.parent / link).exists()]
