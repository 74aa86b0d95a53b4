"""References by GB/T 7714—2025 and GB/T 7714—2015, in the numeric and author–date systems.

docs/citations.md names the clauses. References of the numeric system come without their
number, which depends on the list.
"""

from dataclasses import dataclass
from functools import lru_cache

from .cited_works import Name, Work, later_edition

MOST_NAMES = 3
SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
TEENS = (11, 12, 13)


@dataclass(frozen=True, slots=True)
class Standard:
    """The settings in which the two editions of the standard differ."""

    number: str
    colon: str
    comma: str
    hyphen_of_initials: str
    has_capital_families: bool = False
    says_unknown: bool = False
    """Whether a missing place or publisher of a printed text is stated in brackets, or omitted."""
    has_reading_day: bool = False
    """Whether the reference of a book read online has the date of access."""


EDITION_2025 = Standard("GB/T 7714—2025", colon="：", comma="，", hyphen_of_initials="-")
EDITION_2015 = Standard(
    "GB/T 7714—2015",
    colon=": ",
    comma=", ",
    hyphen_of_initials=" ",
    has_capital_families=True,
    says_unknown=True,
    has_reading_day=True,
)


@dataclass(frozen=True, slots=True)
class Style:
    """One citation style; in author–date the year follows the authors."""

    standard: Standard
    is_author_date: bool


STYLES = {
    "gbt7714-2025-numeric": Style(EDITION_2025, is_author_date=False),
    "gbt7714-2025-author-date": Style(EDITION_2025, is_author_date=True),
    "gbt7714-2015-numeric": Style(EDITION_2015, is_author_date=False),
    "gbt7714-2015-author-date": Style(EDITION_2015, is_author_date=True),
}
"""The citation styles by their slugs."""
DEFAULT_STYLE = "gbt7714-2025-numeric"


@lru_cache(maxsize=2000)
def cite(work: Work, style: str = DEFAULT_STYLE) -> str:
    """The reference, without its number and with the full stop at its end.

    Cached, for a page shows each of its works in every style.
    """
    return Reference(work, STYLES[style]).text()


@dataclass(frozen=True, slots=True)
class Reference:
    """One work in one style, composed of elements."""

    work: Work
    style: Style

    def text(self) -> str:
        """The elements, each with a full stop unless it ends with that of an abbreviation."""
        elements = [self.lead(), *self.titles(), self.edition(), self.imprint(), self.work.url]
        return " ".join(each if each.endswith(".") else f"{each}." for each in elements if each)

    def lead(self) -> str:
        """The authors or editors; in author–date 佚名 where there is none, then the year."""
        volume = self.work.volume
        names = self.names(self.work.authors if self.work.is_piece else volume.editors)
        if not self.style.is_author_date:
            return names
        return join_known(
            self.standard.comma, names or self.by_language("佚名", "Anon"), volume.year
        )

    def titles(self) -> list[str]:
        """The title with the code of its document type (文献类型标识); of a piece its book, too.

        The code has that of the carrier if the work was read online. The book follows ``//``.
        """
        work, colon = self.work, self.standard.colon
        title = work.full_title(colon) + ("[M/OL]" if work.url else "[M]")
        if not work.is_piece:
            return [title]
        host = (self.names(work.volume.editors), work.volume.full_title(colon))
        first, *others = filter(None, host)
        return [f"{title}//{first}", *others]

    def edition(self) -> str:
        """``3版``, ``3rd ed.``; nothing for a first edition."""
        edition = later_edition(self.work.volume.edition)
        if not edition.isdecimal():
            return edition
        return self.by_language(f"{edition}版", f"{ordinal(int(edition))} ed.")

    def imprint(self) -> str:
        """``北京：中国质检出版社，2019：12-38``; in author–date without the year."""
        work, volume, standard = self.work, self.work.volume, self.standard
        place, publisher = volume.place, volume.publisher
        if standard.says_unknown and not work.url:
            place = place or self.by_language("[出版地不详]", "[S.l.]")
            publisher = publisher or self.by_language("[出版者不详]", "[s.n.]")
        made = join_known(standard.colon, place, publisher)
        dated = join_known(standard.comma, made, "" if self.style.is_author_date else volume.year)
        day = work.read_on if standard.has_reading_day else None
        return join_known(standard.colon, dated, work.pages) + (
            f"[{day.isoformat()}]" if day else ""
        )

    def names(self, names: tuple[Name, ...]) -> str:
        """Three names at most; 等 or et al. by the language of the book for the others."""
        written = [self.name(name) for name in names[:MOST_NAMES]]
        if len(names) > MOST_NAMES:
            written.append(self.by_language("等", "et al."))
        return self.standard.comma.join(written)

    def name(self, name: Name) -> str:
        """``EINSTEIN A`` or ``Einstein A``; of a translated name the family name alone."""
        family = name.family
        if self.standard.has_capital_families and not name.is_body and not name.is_han:
            family = family.upper()
        if name.is_whole or Name(name.given).is_han:
            return family
        given = name.given
        if not name.is_pinyin:
            given = initials(given, self.standard.hyphen_of_initials)
        return f"{family} {given}"

    def by_language(self, chinese: str, other: str) -> str:
        """The wording for Chinese books, or that for all others."""
        return chinese if self.work.volume.is_chinese else other

    @property
    def standard(self) -> Standard:
        return self.style.standard


def join_known(sign: str, *texts: str) -> str:
    return sign.join(filter(None, texts))


def initials(given: str, hyphen: str) -> str:
    """``Jean-Luc Albert`` → J-L A; ``hyphen`` is ``-``, or a space where the standard omits it."""
    return " ".join(
        hyphen.join(part[0].upper() for part in word.split("-") if part)
        for word in given.replace(".", " ").split()
    )


def ordinal(number: int) -> str:
    """``2nd``, ``12th``, as foreign books are cited."""
    is_teen = number % 100 in TEENS
    return f"{number}{'th' if is_teen else SUFFIXES.get(number % 10, 'th')}"
