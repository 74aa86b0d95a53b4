"""The languages of the interface: Chinese at the plain address, others behind a prefix.

An address always means one language, whatever the browser asks for, so that a link shows
everybody the same page: ``/cases/`` is Chinese, ``/en/cases/`` English.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

CHINESE = "zh-hans"
ENGLISH = "en"


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


def versions(request: HttpRequest) -> list[Version]:
    """The page asked for in every language, the query kept."""
    address = request.get_full_path()
    return [
        Version(
            html_tag(code),
            get_language_info(code)["name_local"],
            translate_url(address, code),
            is_current=code == get_language(),
        )
        for code, _name in settings.LANGUAGES
    ]
