"""Cited works: a printed book, or a piece of one, with the names and the edition as printed.

Pure Python without Django. docs/citations.md names the rule of the standard for each decision.
"""

import datetime as dt
import re
from dataclasses import dataclass

HAN = re.compile(r"[\u3400-\u9fff々〇]")
PARTICLES = {"de", "del", "der", "di", "la", "le", "van", "von"}
SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|"
    "ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v|ü)"
)
PINYIN = re.compile(f"(?:{SYLLABLE})+(?:[-'’ ](?:{SYLLABLE})+)*", re.IGNORECASE)
EDITION = re.compile(
    r"第?([一二三四五六七八九十]|\d+)版|(?:(\d+)\w*|([a-z]+)) ed(?:ition|\.)?", re.IGNORECASE
)
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
EDITION_NUMBERS = {
    word: number
    for words in ("一二三四五六七八九十", ORDINALS)
    for number, word in enumerate(words, 1)
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in reading order: 徐振强, Michael Batty, 伊迪斯·乔纳斯, 中国质检出版社.

    In Latin letters the family name is the last word, or the part before a comma.
    """

    text: str
    is_body: bool = False

    @property
    def is_han(self) -> bool:
        return bool(HAN.search(self.text))

    @property
    def is_whole(self) -> bool:
        """Whether it has no parts to invert: an organisation, or family name first already."""
        return not self.given

    @property
    def is_literal(self) -> bool:
        """Whether reference managers must not invert it."""
        return self.is_whole or self.is_han

    @property
    def family(self) -> str:
        return self._parts()[0]

    @property
    def given(self) -> str:
        return self._parts()[1]

    @property
    def is_pinyin(self) -> bool:
        """Whether it may be a Chinese name in Latin letters, which is not to be abbreviated."""
        return all(PINYIN.fullmatch(part) for part in self._parts())

    def _parts(self) -> tuple[str, str]:
        """The family name and the given name; particles go with the first: De Morgan, Augustus."""
        if self.is_body:
            return self.text, ""
        if "," in self.text:
            family, _, given = self.text.partition(",")
            return family.strip(), given.strip()
        if self.is_han:
            given, _, family = self.text.rpartition("·")
            return family, given
        words = self.text.split()
        start = len(words) - 1
        while start > 1 and words[start - 1].lower() in PARTICLES:
            start -= 1
        return " ".join(words[start:]), " ".join(words[:start])


@dataclass(frozen=True, slots=True)
class Volume:
    """A book by its title page and imprint; fields that these do not state are empty.

    ``year_and_month`` is the date of the edition: (2019, 3).
    """

    title: str
    subtitle: str = ""
    editors: tuple[Name, ...] = ()
    edition: str = ""
    place: str = ""
    publisher: str = ""
    year_and_month: tuple[int, int] | None = None
    isbn: str = ""
    language: str = "zh-Hans"

    @property
    def year(self) -> str:
        return str(self.year_and_month[0]) if self.year_and_month else ""

    @property
    def is_chinese(self) -> bool:
        """Whether the language tag (zh-Hans) is Chinese; decides 等 or et al. and the colon."""
        return self.language.split("-", maxsplit=1)[0].lower() == "zh"

    def full_title(self, colon: str = "") -> str:
        """The title of the book; ``colon`` as in ``join_title``."""
        return self.join_title(self.title, self.subtitle, colon)

    def join_title(self, title: str, subtitle: str, colon: str) -> str:
        """Title and subtitle, joined by the colon of the language unless a style has its own."""
        colon = colon or ("：" if self.is_chinese else ": ")
        return f"{title}{colon}{subtitle}" if subtitle else title


@dataclass(frozen=True, slots=True)
class Work:
    """A book, or with a ``title`` a piece of it: a case, a critique, a paragraph's text.

    ``url`` is where the text itself was read online, never a mere description of it;
    ``read_on`` is the day.
    """

    key: str
    volume: Volume
    title: str = ""
    subtitle: str = ""
    authors: tuple[Name, ...] = ()
    first_page: str = ""
    last_page: str = ""
    url: str = ""
    read_on: dt.date | None = None

    @property
    def is_piece(self) -> bool:
        return bool(self.title)

    @property
    def pages(self) -> str:
        """``12-38``; the first page alone where the last is the same or not known."""
        if self.last_page in {"", self.first_page}:
            return self.first_page
        return f"{self.first_page}-{self.last_page}"

    def full_title(self, colon: str = "") -> str:
        """The title of the piece, or of the book if the whole book is cited."""
        if not self.is_piece:
            return self.volume.full_title(colon)
        return self.volume.join_title(self.title, self.subtitle, colon)


def edition_number(printed: str) -> int | None:
    """第三版 → 3; None for an edition that is no number: 修订版."""
    found = EDITION.fullmatch(printed.strip())
    word = next(filter(None, found.groups())).lower() if found else ""
    return int(word) if word.isdecimal() else EDITION_NUMBERS.get(word)


def later_edition(printed: str) -> str:
    """``3`` or 修订版; empty for a first edition, which citations do not mention."""
    number = edition_number(printed)
    if number is None:
        return printed.strip()
    return "" if number == 1 else str(number)
