"""The parser's output: frozen records, each with its source line number.

Lines count from 1. Pages are the numbers printed in the book. An empty string or
``None`` means that the source gives no value; nothing is guessed.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Role(StrEnum):
    """Role of a contributor to a book; the values are stored and shown in the API."""

    CHIEF_EDITOR = "chief_editor"
    ASSOCIATE_EDITOR = "associate_editor"
    EDITORIAL_BOARD = "editorial_board"
    EXECUTIVE_EDITORIAL_BOARD = "executive_editorial_board"
    FOREWORD = "foreword"
    RECOMMENDER = "recommender"
    PUBLISHER = "publisher"
    PRINTER = "printer"


class PassageKind(StrEnum):
    """Kind of a passage, a block of running text."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    TABLE_CAPTION = "table_caption"
    FIGURE_CAPTION = "figure_caption"


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """A line that could not be placed, or that contradicts another."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class AffiliationRecord:
    """One job title at one organisation: ``清华大学教授`` → 清华大学, 教授."""

    organisation: str
    job_title: str


@dataclass(frozen=True, slots=True)
class ContributionRecord:
    """A contributor to the book as a whole, with one role, in the order printed for the role.

    An organisation (剑桥智慧城市商学院) has ``is_organisation`` set and no affiliations.
    """

    role: Role
    order: int
    name: str
    name_as_printed: str
    source_line: int
    affiliation: str = ""
    affiliations: tuple[AffiliationRecord, ...] = ()
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A paragraph, list item, caption or table; ``marker`` is its printed number, as ``（1）``.

    ``text`` has sentences cut by page ends joined; the rows of a table are its lines.
    ``page`` is the printed page it begins on, where the source shows page numbers.
    """

    kind: PassageKind
    text: str
    source_line: int
    last_line: int
    marker: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """A heading and the text under it; ``level`` 1 to 4 (一、 / （一） / 1. / （1）).

    Text before the first heading of a unit is a section of level 0 without a title.
    A listed section whose text is not in the source has no passages.
    """

    level: int
    marker: str
    title: str
    source_line: int
    start_page: int | None = None
    passages: tuple[PassageRecord, ...] = ()
    sections: tuple["SectionRecord", ...] = ()


@dataclass(frozen=True, slots=True)
class CritiqueRecord:
    """One expert's critique of one case: the affiliation as printed, the text where present."""

    name: str
    name_as_printed: str
    affiliation: str
    source_line: int
    affiliations: tuple[AffiliationRecord, ...] = ()
    text: tuple[SectionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A case study; ``name`` and ``subtitle`` are the halves of ``title`` at its colon."""

    number: int
    title: str
    name: str
    subtitle: str
    source_line: int
    start_page: int | None = None
    critiques: tuple[CritiqueRecord, ...] = ()
    text: tuple[SectionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A part (篇).

    ``sections`` are those of the contents list, with their text where present; ``text`` is
    the text of the part before its first section or case.
    """

    number: int
    title: str
    source_line: int
    start_page: int | None = None
    sections: tuple[SectionRecord, ...] = ()
    cases: tuple[CaseRecord, ...] = ()
    text: tuple[SectionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class PrefaceRecord:
    """The preface (前言): its paragraphs, signature, the signer's affiliations, date as printed."""

    title: str
    source_line: int
    passages: tuple[PassageRecord, ...] = ()
    signature: str = ""
    signature_line: int = 0
    affiliations: tuple[AffiliationRecord, ...] = ()
    affiliation: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """A line of the imprint, stored as printed: an address, a telephone number."""

    text: str
    source_line: int


@dataclass(frozen=True, slots=True)
class ColophonRecord:
    """The CIP block and the imprint; ``lines`` maps each field's name to its source line."""

    cip_title: str = ""
    cip_number: str = ""
    cip_subjects: str = ""
    classification: str = ""
    isbn: str = ""
    publishers: tuple[str, ...] = ()
    printer: str = ""
    place: str = ""
    format: str = ""
    sheets: Decimal | None = None
    word_count: int | None = None
    """In 字, not in thousands."""
    edition: str = ""
    edition_date: date | None = None
    """First day of the month printed."""
    printing: str = ""
    printing_date: date | None = None
    price: Decimal | None = None
    """In yuan."""
    website: str = ""
    notices: tuple[NoticeRecord, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ErratumRecord:
    """Two contradictory readings in the source, both as printed."""

    subject: str
    reading: str
    source_line: int
    other_reading: str
    other_line: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class BookRecord:
    """A whole book as parsed, with warnings about the lines that could not be placed.

    ``cases`` and ``sections`` are those that the contents list outside any part.
    """

    title: str
    subtitle: str
    parallel_title: str
    source_line: int
    colophon: ColophonRecord = field(default_factory=ColophonRecord)
    contributions: tuple[ContributionRecord, ...] = ()
    preface: PrefaceRecord | None = None
    parts: tuple[PartRecord, ...] = ()
    errata: tuple[ErratumRecord, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
    cases: tuple[CaseRecord, ...] = ()
    sections: tuple[SectionRecord, ...] = ()
    more_prefaces: tuple[PrefaceRecord, ...] = ()
    """All prefaces but the first, where a book has several (序 and 前言)."""
    back_matter: tuple[SectionRecord, ...] = ()
    """后记, 附录 and the like, after the last case."""
    placed_lines: frozenset[int] = frozenset()
    """Source lines in a record or known as page furniture; the rest are in ``warnings``."""
