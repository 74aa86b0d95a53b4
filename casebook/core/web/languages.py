"""The languages of the interface: Chinese at the plain address, others behind a prefix.

An address always means one language, whatever the browser asks for, so that a link shows
everybody the same page: ``/cases/`` is Chinese, ``/en/cases/`` English.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

CHINESE = "zh-hans"
ENGLISH = "en"

HAN = re.compile(r"[\u3400-\u9fff々〇]")
LATIN = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Version:
    """The page in one language: its tag as HTML writes it, its own name, its address."""

    tag: str
    name: str
    url: str
    is_current: bool


def is_english() -> bool:
    """Whether the reader has chosen English."""
    return get_language() == ENGLISH


def html_tag(code: str) -> str:
    """``zh-hans`` → zh-Hans, as BCP 47 writes scripts."""
    language, _dash, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language


def versions(address: str) -> list[Version]:
    """The page at an address of this language in every language, the query kept."""
    return [
        Version(
            html_tag(code),
            get_language_info(code)["name_local"],
            translate_url(address, code),
            is_current=code == get_language(),
        )
        for code, _name in settings.LANGUAGES
    ]


def in_this_language(path: str) -> str:
    """A page's Chinese address, as indexes and the API name it, in the reader's language."""
    return reverse("home").removesuffix("/") + path


def file_path(request: HttpRequest) -> str:
    """The path without a language, under which a page's files are."""
    return request.path.removeprefix(f"/{ENGLISH}") if is_english() else request.path


def name_of(row: Any, field: str = "") -> str:
    """A row as the reader's language calls it; in Chinese where we know no English name.

    ``field`` is one of those that the model lists in ``in_english``, each with what says the
    same in English; without it, the row as a whole. What lists none words itself.
    """
    original = str(getattr(row, field) if field else row)
    if not is_english() or not hasattr(row, "in_english"):
        return original
    return str(getattr(row, row.in_english[field])) or original


def tongue_of(text: str) -> str:
    """The language of a text where it is not the page's own: zh-Hans, en, or nothing."""
    if HAN.search(text):
        return "zh-Hans" if is_english() else ""
    return "en" if LATIN.search(text) and not is_english() else ""


def listed(texts: Iterable[str]) -> str:
    """Texts in a row: 甲、乙 or a, b."""
    return _("、").join(texts)


def main_title(title: str) -> str:
    """``Smart Shenzhen: A Benchmark Practice`` → Smart Shenzhen."""
    return title.partition(": ")[0]


def subtitle(title: str) -> str:
    """What stands after the colon of an English title; may be nothing."""
    return title.partition(": ")[2]
