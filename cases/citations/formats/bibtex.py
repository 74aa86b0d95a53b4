"""BibTeX, in the fields that both BibTeX and biblatex support."""

import re

from casebook.core.control_characters import replace_controls

from .cited_works import Name, Volume, Work, later_edition

SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}#$%&_"},
}
KEY = re.compile(r"[^A-Za-z0-9:.-]+")


def bibtex(work: Work) -> str:
    """One entry: ``@book``, or ``@incollection`` for a piece of one."""
    lines = [f"  {name} = {{{value}}}," for name, value in fields(work).items() if value]
    kind = "incollection" if work.is_piece else "book"
    entry = "\n".join([f"@{kind}{{{KEY.sub('-', work.key)},", *lines, "}", ""])
    return replace_controls(entry)


def fields(work: Work) -> dict[str, str]:
    """The fields of an entry, their text escaped for LaTeX; a URL is not escaped."""
    volume = work.volume
    return {
        "author": people(work.authors),
        "title": escaped(work.full_title()),
        "editor": people(volume.editors),
        "booktitle": escaped(volume.full_title()) if work.is_piece else "",
        "edition": escaped(later_edition(volume.edition)),
        "address": escaped(volume.place),
        "publisher": escaped(volume.publisher),
        "year": volume.year,
        "month": month(volume),
        "pages": escaped(work.pages.replace("-", "--")),
        "isbn": volume.isbn,
        "url": work.url,
        "urldate": work.read_on.isoformat() if work.read_on else "",
        "langid": "chinese" if volume.is_chinese else volume.language,
    }


def people(names: tuple[Name, ...]) -> str:
    return " and ".join(bibtex_name(name) for name in names)


def bibtex_name(name: Name) -> str:
    """A name as BibTeX; braces protect a name without parts, and any ``and`` inside it."""
    if name.is_whole or name.is_han:
        return f"{{{escaped(name.text)}}}"
    return f"{escaped(name.family)}, {escaped(name.given)}"


def month(volume: Volume) -> str:
    return str(volume.year_and_month[1]) if volume.year_and_month else ""


def escaped(text: str) -> str:
    """Text on one line with LaTeX's special characters escaped."""
    return "".join(SPECIAL.get(character, character) for character in " ".join(text.split()))
