"""RIS, which Zotero, EndNote and NoteExpress read."""

from collections.abc import Iterator

from casebook.core.control_characters import replace_controls

from .cited_works import Name, Work, later_edition


def ris(work: Work) -> str:
    """One record, with the CRLF line ends that RIS requires."""
    lines = (f"{tag}  - {flat(value)}\r\n" for tag, value in fields(work) if value is not None)
    return replace_controls("".join(lines))


def fields(work: Work) -> Iterator[tuple[str, str | None]]:
    """RIS tags and values; editors as Zotero writes them: A2 in a piece, A3 in a book."""
    volume = work.volume
    yield "TY", "CHAP" if work.is_piece else "BOOK"
    yield "ID", work.key
    yield from (("AU", ris_name(name)) for name in work.authors)
    yield "TI", work.full_title()
    yield "T2", volume.full_title() if work.is_piece else None
    yield from (("A2" if work.is_piece else "A3", ris_name(name)) for name in volume.editors)
    yield "ET", later_edition(volume.edition) or None
    yield "CY", volume.place or None
    yield "PB", volume.publisher or None
    yield "PY", volume.year or None
    yield "DA", "{}/{:02}//".format(*volume.year_and_month) if volume.year_and_month else None
    yield "SP", work.first_page or None
    yield "EP", work.last_page or None
    yield "SN", volume.isbn or None
    yield "LA", volume.language or None
    yield "UR", work.url or None
    yield "ER", ""


def ris_name(name: Name) -> str:
    """``Batty, Michael``; a name without parts stays whole."""
    return name.text if name.is_whole or name.is_han else f"{name.family}, {name.given}"


def flat(value: str) -> str:
    """The value on one line."""
    return " ".join(value.split())
