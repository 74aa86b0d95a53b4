"""Cited works: a printed book, or a piece of one."""

import datetime as dt
from dataclasses import dataclass

from .citation_names import Name


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
        return is_chinese(self.language)

    def full_title(self, colon: str = "") -> str:
        """Title and subtitle, joined by the colon of the language unless a style has its own."""
        return join_title(self.title, self.subtitle, colon or own_colon(self.language))


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
        return join_title(self.title, self.subtitle, colon or own_colon(self.volume.language))


def is_chinese(language: str) -> bool:
    """Whether a language tag as in HTML (zh-Hans) is Chinese; decides 等 or et al. and the colon."""
    return language.split("-", maxsplit=1)[0].lower() == "zh"


def own_colon(language: str) -> str:
    return "：" if is_chinese(language) else ": "


def join_title(title: str, subtitle: str, colon: str) -> str:
    return f"{title}{colon}{subtitle}" if subtitle else title
