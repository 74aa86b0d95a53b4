"""The languages of the interface: Chinese at the plain address, others behind a prefix.

An address always means one language, whatever the browser asks for, so that a link shows
everybody the same page: ``/cases/`` is Chinese, ``/en/cases/`` English.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

CHINESE = "zh-hans"
ENGLISH = "en"

HAN = re.compile(r"[\u3400-\u9fff々〇]")
LATIN = re.compile(r"[A-Za-z]{2}")
CHINESE_WORDS = re.compile(r"([\u3400-\u9fff]+)")
DIGITS = "零一二三四五六七八九"


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


def language_prefix() -> str:
    """The URL prefix of pages in the current language."""
    return reverse("home").removesuffix("/")


def in_this_language(path: str) -> str:
    """A page's Chinese address, as indexes and the API name it, in the reader's language."""
    return language_prefix() + path


def name_of(row: Any, field: str = "") -> str:
    """The name of a row in the reader's language; in Chinese where no English name is known.

    ``field`` is a key of the model's ``in_english``, which gives the field with the English
    text; without it, the row as a whole. Rows without ``in_english`` are converted by ``str``.
    """
    original = str(getattr(row, field) if field else row)
    if not is_english() or not hasattr(row, "in_english"):
        return original
    return str(getattr(row, row.in_english[field])) or original


def foreign_tag(text: str) -> str:
    """The language tag of a text that is not in the page's language: zh-Hans, en; else empty."""
    if HAN.search(text):
        return "zh-Hans" if is_english() else ""
    return "en" if LATIN.search(text) and not is_english() else ""


def lang(text: object) -> SafeString | str:
    """The text in a ``span`` with its language where that is not the page's."""
    plain = str(text)
    if tag := foreign_tag(plain):
        return format_html('<span lang="{}">{}</span>', tag, text)
    return text if isinstance(text, SafeString) else plain


def lang_attribute(text: object) -> SafeString | str:
    """The ``lang`` attribute for an element that contains only the text."""
    tag = foreign_tag(str(text))
    return format_html(' lang="{}"', tag) if tag else ""


def mixed(sentence: str) -> SafeString | str:
    """A sentence of the interface, each Chinese word in it in a ``span`` with its language."""
    if not is_english():
        return sentence
    pieces = CHINESE_WORDS.split(sentence)
    rows = zip(pieces[::2], [*pieces[1::2], ""], strict=True)
    return format_html_join("", "{}{}", ((plain, lang(chinese)) for plain, chinese in rows))


def numeral(number: int) -> str:
    """The number of a part as the language writes it: 第五篇, Part 5."""
    return str(number) if is_english() else chinese_number(number)


def chinese_number(number: int) -> str:
    """The Chinese numeral of a number up to 99: 2 → 二, 25 → 二十五."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    head = "" if tens == 1 else DIGITS[tens]
    return f"{head}十{DIGITS[ones] if ones else ''}"


def listed(texts: Iterable[str]) -> str:
    """Texts joined to a list: 甲、乙 or a, b."""
    return _("、").join(texts)


def sentence(*clauses: str) -> str:
    """Clauses that are not empty, as one sentence."""
    return _("，").join(filter(None, clauses)) + _("。")


def main_title(title: str) -> str:
    """An English title up to its colon: ``Smart Shenzhen: A Practice`` → Smart Shenzhen."""
    return title.partition(": ")[0]


def subtitle(title: str) -> str:
    """The part after the colon of an English title; may be empty."""
    return title.partition(": ")[2]
