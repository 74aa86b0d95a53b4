"""Files for reference managers: RIS, BibTeX and CSL-JSON. Pure Python without Django."""

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from casebook.core.control_characters import replace_controls

from .cited_works import Name, Work, later_edition

LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "{}#$%&_"},
    }
)
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9:.-]+")


def ris(work: Work) -> str:
    """One RIS record, which Zotero, EndNote and NoteExpress read, with the CRLF that RIS requires.

    Editors are tagged as Zotero writes them: A2 in a piece, A3 in a book.
    """
    volume, date = work.volume, work.volume.year_and_month
    fields = [
        ("TY", "CHAP" if work.is_piece else "BOOK"),
        ("ID", work.key),
        *(("AU", ris_name(name)) for name in work.authors),
        ("TI", work.full_title()),
        ("T2", volume.full_title() if work.is_piece else ""),
        *(("A2" if work.is_piece else "A3", ris_name(name)) for name in volume.editors),
        ("ET", later_edition(volume.edition)),
        ("CY", volume.place),
        ("PB", volume.publisher),
        ("PY", volume.year),
        ("DA", "{}/{:02}//".format(*date) if date else ""),
        ("SP", work.first_page),
        ("EP", work.last_page),
        ("SN", volume.isbn),
        ("LA", volume.language),
        ("UR", work.url),
    ]
    lines = [f"{tag}  - {on_one_line(value)}\r\n" for tag, value in fields if value]
    return replace_controls("".join([*lines, "ER  - \r\n"]))


def ris_name(name: Name) -> str:
    """``Batty, Michael``; a name without parts stays whole."""
    return name.text if name.is_literal else f"{name.family}, {name.given}"


def bibtex(work: Work) -> str:
    """One entry, ``@book`` or for a piece ``@incollection``, for both BibTeX and biblatex.

    Text is escaped for LaTeX, but not a URL.
    """
    volume, date = work.volume, work.volume.year_and_month
    fields = {
        "author": " and ".join(map(bibtex_name, work.authors)),
        "title": escaped(work.full_title()),
        "editor": " and ".join(map(bibtex_name, volume.editors)),
        "booktitle": escaped(volume.full_title()) if work.is_piece else "",
        "edition": escaped(later_edition(volume.edition)),
        "address": escaped(volume.place),
        "publisher": escaped(volume.publisher),
        "year": volume.year,
        "month": str(date[1]) if date else "",
        "pages": escaped(work.pages.replace("-", "--")),
        "isbn": volume.isbn,
        "url": work.url,
        "urldate": work.read_on.isoformat() if work.read_on else "",
        "langid": "chinese" if volume.is_chinese else volume.language,
    }
    kind = "incollection" if work.is_piece else "book"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = NOT_IN_KEYS.sub("-", work.key)
    return replace_controls("\n".join([f"@{kind}{{{key},", *lines, "}", ""]))


def bibtex_name(name: Name) -> str:
    """A name as BibTeX; braces protect a name without parts, and any ``and`` inside it."""
    if name.is_literal:
        return f"{{{escaped(name.text)}}}"
    return f"{escaped(name.family)}, {escaped(name.given)}"


def escaped(text: str) -> str:
    """Text on one line with LaTeX's special characters escaped."""
    return on_one_line(text).translate(LATEX)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def csl_json(work: Work) -> str:
    """CSL-JSON, which citation processors and Zotero read: an array, even for a single item.

    Variables that are not known are left out.
    """
    volume, date, day = work.volume, work.volume.year_and_month, work.read_on
    values = {
        "id": work.key,
        "type": "chapter" if work.is_piece else "book",
        "title": work.full_title(),
        "container-title": volume.full_title() if work.is_piece else "",
        "author": [csl_name(name) for name in work.authors],
        "editor": [csl_name(name) for name in volume.editors],
        "edition": later_edition(volume.edition),
        "publisher": volume.publisher,
        "publisher-place": volume.place,
        "issued": {"date-parts": [list(date)]} if date else {},
        "page": work.pages,
        "ISBN": volume.isbn,
        "language": volume.language,
        "URL": work.url,
        "accessed": {"date-parts": [[day.year, day.month, day.day]]} if day else {},
    }
    item: dict[str, Any] = {name: value for name, value in values.items() if value}
    return json.dumps([item], ensure_ascii=False, indent=2)


def csl_name(name: Name) -> dict[str, str]:
    """A CSL name; one that must not be inverted is ``literal``."""
    if name.is_literal:
        return {"literal": name.text}
    return {"family": name.family, "given": name.given}


class FileFormat(NamedTuple):
    """A file format of reference managers; ``name`` is that of the API's ``format``."""

    name: str
    extension: str
    label: str
    media_type: str
    write: Callable[[Work], str]


FILES = (
    FileFormat("ris", "ris", "RIS", "application/x-research-info-systems", ris),
    FileFormat("bib", "bib", "BibTeX", "application/x-bibtex", bibtex),
    FileFormat("csl", "json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
)
