"""References by GB/T 7714—2025 and GB/T 7714—2015, in the numeric and author–date systems.

docs/citations.md names the clauses. References of the numeric system come without their
number, which depends on the list.
"""

from dataclasses import dataclass
from functools import lru_cache

from .cited_works import Name, Volume, Work, later_edition

MOST_NAMES = 3
SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
TEENS = (11, 12, 13)


@dataclass(frozen=True, slots=True)
class Standard:
    """The settings in which the two editions of the standard differ."""

    number: str
    colon: str
    comma: str
    has_capital_families: bool
    hyphen_of_initials: str
    says_unknown: bool
    """Whether a missing place or publisher is stated in brackets, or omitted."""
    has_reading_day: bool
    """Whether the reference of a book read online has the date of access."""


EDITION_2025 = Standard(
    "GB/T 7714—2025",
    colon="：",
    comma="，",
    has_capital_families=False,
    hyphen_of_initials="-",
    says_unknown=False,
    has_reading_day=False,
)
EDITION_2015 = Standard(
    "GB/T 7714—2015",
    colon=": ",
    comma=", ",
    has_capital_families=True,
    hyphen_of_initials=" ",
    says_unknown=True,
    has_reading_day=True,
)


@dataclass(frozen=True, slots=True)
class Style:
    """One citation style; in author–date the year follows the authors."""

    slug: str
    standard: Standard
    is_author_date: bool


DEFAULT_STYLE = "gbt7714-2025-numeric"
STYLES = {
    style.slug: style
    for style in (
        Style(DEFAULT_STYLE, EDITION_2025, is_author_date=False),
        Style("gbt7714-2025-author-date", EDITION_2025, is_author_date=True),
        Style("gbt7714-2015-numeric", EDITION_2015, is_author_date=False),
        Style("gbt7714-2015-author-date", EDITION_2015, is_author_date=True),
    )
}


@lru_cache(maxsize=2000)
def cite(work: Work, style: Style | str = DEFAULT_STYLE) -> str:
    """The reference, without its number and with the full stop at its end.

    Cached, for a page shows each of its works in every style.
    """
    chosen = STYLES[style] if isinstance(style, str) else style
    return Reference(work, chosen).text()


@dataclass(frozen=True, slots=True)
class Reference:
    """One work in one style, composed of elements."""

    work: Work
    style: Style

    def text(self) -> str:
        elements = [self.lead(), *(self.piece() if self.work.is_piece else self.book())]
        elements.append(self.work.url)
        return sentence(elements)

    def lead(self) -> str:
        """The authors or editors; in author–date 佚名 where there is none, then the year."""
        volume = self.work.volume
        names = self.names(self.work.authors if self.work.is_piece else volume.editors)
        if not self.style.is_author_date:
            return names
        nobody = "佚名" if volume.is_chinese else "Anon"
        return self.standard.comma.join(filter(None, (names or nobody, volume.year)))

    def book(self) -> list[str]:
        return [f"{self.title()}{self.mark()}", self.edition(), self.imprint()]

    def piece(self) -> list[str]:
        """The elements of a piece of a book: its title before ``//``, its book after."""
        volume = self.work.volume
        host = [self.names(volume.editors), volume.full_title(self.standard.colon)]
        before, *behind = (element for element in host if element)
        return [f"{self.title()}{self.mark()}//{before}", *behind, self.edition(), self.imprint()]

    def title(self) -> str:
        return self.work.full_title(self.standard.colon)

    def mark(self) -> str:
        """The code of the document type (文献类型标识), with that of the carrier if read online."""
        return "[M/OL]" if self.work.url else "[M]"

    def edition(self) -> str:
        """``3版``, ``3rd ed.``; nothing for a first edition."""
        edition = later_edition(self.work.volume.edition)
        if not edition.isdecimal():
            return edition
        return f"{edition}版" if self.work.volume.is_chinese else f"{ordinal(int(edition))} ed."

    def imprint(self) -> str:
        """``北京：中国质检出版社，2019：12-38``; in author–date without the year."""
        volume, standard = self.work.volume, self.standard
        year = "" if self.style.is_author_date else volume.year
        made = standard.colon.join(filter(None, (self.place(volume), self.publisher(volume))))
        dated = standard.comma.join(filter(None, (made, year)))
        paged = standard.colon.join(filter(None, (dated, self.work.pages)))
        return f"{paged}{self.reading_day()}"

    def place(self, volume: Volume) -> str:
        unknown = "[出版地不详]" if volume.is_chinese else "[S.l.]"
        return volume.place or (unknown if self.says_unknown else "")

    def publisher(self, volume: Volume) -> str:
        unknown = "[出版者不详]" if volume.is_chinese else "[s.n.]"
        return volume.publisher or (unknown if self.says_unknown else "")

    def reading_day(self) -> str:
        day = self.work.read_on
        return f"[{day.isoformat()}]" if day and self.standard.has_reading_day else ""

    def names(self, names: tuple[Name, ...]) -> str:
        """Three names at most; 等 or et al. by the language of the book for the others."""
        written = [self.name(name) for name in names[:MOST_NAMES]]
        if len(names) > MOST_NAMES:
            written.append("等" if self.work.volume.is_chinese else "et al.")
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

    @property
    def standard(self) -> Standard:
        return self.style.standard

    @property
    def says_unknown(self) -> bool:
        """Whether a missing place or publisher is stated; not required for online texts."""
        return self.standard.says_unknown and not self.work.url


def sentence(elements: list[str]) -> str:
    """The elements, each with a full stop unless it ends with that of an abbreviation."""
    return " ".join(
        element if element.endswith(".") else f"{element}." for element in elements if element
    )


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
