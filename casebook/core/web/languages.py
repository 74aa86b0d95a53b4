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
    """The page at an address of the current language in every language, with the same query."""
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
    """The path without a language prefix, under which a page's files are."""
    return request.path.removeprefix(f"/{ENGLISH}") if is_english() else request.path


def name_of(row: Any, field: str = "") -> str:
    """The name of a row in the reader's language; in Chinese where no English name is known.

    ``field`` is a key of the model's ``in_english``, which gives the field with the English
    text; without it, the row as a whole. Rows without ``in_english`` are converted by ``str``.
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
    """Texts joined to a list: 甲、乙 or a, b."""
    return _("、").join(texts)


def main_title(title: str) -> str:
    """An English title up to its colon: ``Smart Shenzhen: A Practice`` → Smart Shenzhen."""
    return title.partition(": ")[0]


def subtitle(title: str) -> str:
    """The part after the colon of an English title; may be empty."""
    return title.partition(": ")[2]
