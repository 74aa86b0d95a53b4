"""CSL-JSON, which citation processors and Zotero read."""

import json
from typing import Any

from .cited_works import Name, Volume, Work, later_edition


def csl_json(*works: Work) -> str:
    """A JSON array of items, which processors expect even for a single one."""
    return json.dumps([item(work) for work in works], ensure_ascii=False, indent=2)


def item(work: Work) -> dict[str, Any]:
    """One CSL item, without the variables that are not known."""
    volume = work.volume
    values = {
        "id": work.key,
        "type": "chapter" if work.is_piece else "book",
        "title": work.full_title(),
        "container-title": volume.full_title() if work.is_piece else "",
        "author": [person(name) for name in work.authors],
        "editor": [person(name) for name in volume.editors],
        "edition": later_edition(volume.edition),
        "publisher": volume.publisher,
        "publisher-place": volume.place,
        "issued": issued(volume),
        "page": work.pages,
        "ISBN": volume.isbn,
        "language": volume.language,
        "URL": work.url,
        "accessed": {"date-parts": [day(work)]} if work.read_on else {},
    }
    return {name: value for name, value in values.items() if value}


def person(name: Name) -> dict[str, str]:
    """A CSL name; one that must not be inverted is ``literal``."""
    if name.is_whole or name.is_han:
        return {"literal": name.text}
    return {"family": name.family, "given": name.given}


def issued(volume: Volume) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(volume.year_and_month)]} if volume.year_and_month else {}


def day(work: Work) -> list[int]:
    return [work.read_on.year, work.read_on.month, work.read_on.day] if work.read_on else []
